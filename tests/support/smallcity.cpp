// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcity.h"

#include <catalog/catalogrepository.h>
#include <city/cityrepository.h>
#include <store/migration.h>
#include <tracking/trackingrepository.h>

namespace gridhall::test {

namespace {

geo::LonLatMultiPolygon box(double lon, double lat, double width, double height)
{
    return {geo::LonLatPolygon{{{{lon, lat},
                                 {lon + width, lat},
                                 {lon + width, lat + height},
                                 {lon, lat + height},
                                 {lon, lat}}}}};
}

city::ResponsibilityGrid team(const QString &code, const QString &name, double lon)
{
    city::ResponsibilityGrid grid;
    grid.code = code;
    grid.name = name;
    grid.areaM2 = 500'000;
    grid.shape = box(lon, SmallCity::kSouthWest.lat, SmallCity::kSide / 2, SmallCity::kSide);
    return grid;
}

} // namespace

SmallCity::SmallCity()
{
    auto address = store::CityAddress::parse(m_dir.path(), false);
    must(address);
    m_address = address.value();
    auto opened = store::Connection::open(m_address, store::Connection::Mode::Create);
    must(opened);
    m_connection = std::make_unique<store::Connection>(std::move(opened.value()));
    must(store::Migration::apply(*m_connection));
    must(m_connection->transaction([this]() -> Result<void> {
        fill();
        return {};
    }));
}

std::shared_ptr<const city::CityIndex> SmallCity::index()
{
    auto loaded = city::CityIndex::load(*m_connection);
    must(loaded);
    return loaded.value();
}

void SmallCity::fill()
{
    city::CityRepository repository(*m_connection);
    city::CityInfo info;
    info.name = QStringLiteral("万和市");
    info.divisionCode = QStringLiteral("990102");
    info.crs = QStringLiteral("EPSG:4547");
    info.boundary = box(kSouthWest.lon, kSouthWest.lat, kSide, kSide).front();
    must(repository.setInfo(info));

    const QString west = QStringLiteral("99010200301");
    const QString east = QStringLiteral("99010200302");
    must(repository.addResponsibilityGrids(
        {team(west, QStringLiteral("日升网格"), kSouthWest.lon),
         team(east, QStringLiteral("东湖网格"), kSouthWest.lon + kSide / 2)}));
    QList<city::UnitGrid> grids;
    for (int i = 0; i < 4; ++i) {
        city::UnitGrid grid;
        grid.code = QStringLiteral("99010200300700%1").arg(i + 1);
        grid.name = grid.code;
        grid.streetName = QStringLiteral("日升街道");
        grid.communityName = QStringLiteral("日升社区");
        grid.responsibilityGridCode = i % 2 ? east : west;
        grid.areaM2 = 250'000;
        grid.shape = box(kSouthWest.lon + (i % 2) * kSide / 2, kSouthWest.lat + (i / 2) * kSide / 2,
                         kSide / 2, kSide / 2);
        grids.append(grid);
    }
    must(repository.addUnitGrids(grids));

    city::Unit unit;
    unit.id = Id::create();
    unit.name = QStringLiteral("万和市市政设施管护中心");
    unit.shortName = QStringLiteral("市政管护中心");
    unit.kind = city::UnitKind::HandlingUnit;
    must(repository.addUnits({unit}));
    must(catalog::CatalogRepository(*m_connection).installStandardCatalog());

    patroller.id = Id::create();
    patroller.kind = tracking::MoverKind::Patroller;
    patroller.name = QStringLiteral("陈美华");
    patroller.responsibilityGridCode = west;
    must(tracking::TrackingRepository(*m_connection).addMovers({patroller}));
}

} // namespace gridhall::test
