// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/newcity.h>

#include <city/cityrepository.h>
#include <city/gridmaking.h>
#include <geo/basemap.h>
#include <geo/boxindex.h>
#include <geo/planargraph.h>
#include <geo/projection.h>
#include <geo/vectorfile.h>
#include <transfer/responsibility.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace gridhall::transfer {

namespace {

Error error(ErrorKind kind, const char *what, const QString &subject, const char *next)
{
    return {kind,
            QCoreApplication::translate("transfer", what),
            subject,
            QCoreApplication::translate("transfer", next),
            {}};
}

Result<geo::MapPolygon> boundaryFrom(const QString &path, const QString &crs)
{
    auto file = geo::VectorFile::open(path);
    if (!file)
        return file.error();
    std::vector<geo::MapPolygon> parts;
    const auto take = [&](const QString &, const geo::VectorFeature &feature) {
        if (const auto *areas = std::get_if<geo::MapMultiPolygon>(&feature.geometry))
            parts.insert(parts.end(), areas->begin(), areas->end());
        return true;
    };
    if (auto read = file->read(crs, {}, take); !read)
        return read.error();
    auto whole = geo::unite(parts);
    if (!whole)
        return whole.error();
    if (whole->empty())
        return error(ErrorKind::InvalidInput,
                     QT_TRANSLATE_NOOP("transfer", "The file has no area that could be a boundary"),
                     path, QT_TRANSLATE_NOOP("transfer", "Give a file with a polygon"));
    return *std::max_element(whole->begin(), whole->end(), [](const auto &a, const auto &b) {
        return geo::areaM2({a}) < geo::areaM2({b});
    });
}

/// The ground that streets cover: closed over blocks between them, without the single streets that
/// run far out of an extract, without holes.
Result<geo::MapPolygon> groundOfStreets(const std::vector<geo::StreetLine> &streets)
{
    constexpr double kHalfBlockM = 220.0;
    constexpr double kHalfArmM = 120.0;
    constexpr double kMarginM = 20.0;
    std::vector<geo::MapLine> lines;
    for (const geo::StreetLine &street : streets)
        lines.push_back(street.line);
    auto ground = geo::buffer(lines, kHalfBlockM);
    for (const double step : {-kHalfBlockM - kHalfArmM, kHalfArmM + kMarginM}) {
        if (!ground)
            return ground.error();
        ground = geo::buffer(*ground, step);
    }
    if (!ground)
        return ground.error();
    if (ground->empty())
        return error(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP("transfer", "The base map has no streets to cut grids along"), {},
            QT_TRANSLATE_NOOP("transfer", "Give an area with --boundary FILE"));
    geo::MapPolygon largest =
        *std::max_element(ground->begin(), ground->end(), [](const auto &x, const auto &y) {
            return geo::areaM2({x}) < geo::areaM2({y});
        });
    largest.rings.resize(1);
    return largest;
}

QString threeDigits(qsizetype n)
{
    return QString::number(n).rightJustified(3, QLatin1Char('0'));
}

QList<city::UnitGrid> gridsOf(const std::vector<city::GridCell> &cells,
                              const geo::Projection &projection, const city::CityInfo &info)
{
    constexpr qsizetype kMostInCommunity = 999;
    QList<city::UnitGrid> grids;
    const QString division =
        info.divisionCode.isEmpty() ? QStringLiteral("000000") : info.divisionCode;
    for (const city::GridCell &cell : cells) {
        const qsizetype n = grids.size();
        city::UnitGrid grid;
        grid.code = division + QStringLiteral("001") + threeDigits(n / kMostInCommunity + 1) +
                    threeDigits(n % kMostInCommunity + 1);
        grid.name = QStringLiteral("网格%1").arg(threeDigits(n + 1));
        grid.areaM2 = geo::areaM2({cell.shape});
        grid.shape = projection.toLonLat(geo::MapMultiPolygon{cell.shape});
        grids.append(grid);
    }
    return grids;
}

/// Cutting a city takes a while; streets outside the boundary and footpaths do not bound a grid.
std::vector<geo::StreetLine> dividing(std::vector<geo::StreetLine> streets)
{
    std::erase_if(streets, [](const geo::StreetLine &street) {
        return street.kind == QLatin1String("path");
    });
    return streets;
}

} // namespace

Result<ImportReport> makeGrids(const GridMaking &making, const Progress &progress)
{
    auto connection = store::Connection::open(making.city);
    if (!connection)
        return connection.error();
    city::CityRepository repository(*connection);
    auto info = repository.info();
    if (!info)
        return info.error();
    auto present = repository.count(QStringLiteral("unit_grid"));
    if (!present)
        return present.error();
    if (*present > 0)
        return error(ErrorKind::Conflict,
                     QT_TRANSLATE_NOOP("transfer", "The city has unit grids already"), info->name,
                     QT_TRANSLATE_NOOP("transfer", "Start a new city to make them afresh"));
    if (!QFileInfo::exists(making.city.basemapFile()))
        return error(ErrorKind::NotFound, QT_TRANSLATE_NOOP("transfer", "The city has no base map"),
                     making.city.folder,
                     QT_TRANSLATE_NOOP("transfer", "Import one first: gridhallctl import basemap"));
    auto projection = geo::Projection::create(info->crs);
    if (!projection)
        return projection.error();
    auto streets = geo::readStreetLines(making.city.basemapFile());
    if (!streets)
        return streets.error();
    if (streets->empty() && making.boundaryFile.isEmpty())
        return error(
            ErrorKind::InvalidInput,
            QT_TRANSLATE_NOOP("transfer", "The base map has no streets to cut grids along"),
            making.city.basemapFile(),
            QT_TRANSLATE_NOOP("transfer", "Give an area with --boundary FILE"));
    auto boundary = making.boundaryFile.isEmpty() ? groundOfStreets(*streets)
                                                  : boundaryFrom(making.boundaryFile, info->crs);
    if (!boundary)
        return boundary.error();
    const QString cutting = QCoreApplication::translate("transfer", "cutting grids");
    auto cells =
        city::makeUnitGrids(*boundary, dividing(std::move(*streets)), {}, {}, [&](double share) {
            return !progress || progress(share * 0.9, cutting);
        });
    if (!cells)
        return cells.error();
    QList<city::UnitGrid> grids = gridsOf(*cells, *projection, *info);
    const QList<city::ResponsibilityGrid> responsibility = groupIntoResponsibilityGrids(
        grids, *projection, info->divisionCode, making.responsibilityGrids);
    info->boundary = projection->toLonLat(*boundary);
    auto stored = connection->transaction([&]() -> Result<void> {
        if (auto set = repository.setInfo(*info); !set)
            return set;
        if (auto added = repository.addResponsibilityGrids(responsibility); !added)
            return added;
        return repository.addUnitGrids(grids);
    });
    if (!stored)
        return stored.error();
    ImportReport report;
    report.read = grids.size();
    report.wrote(QStringLiteral("unit_grid"), grids.size());
    report.wrote(QStringLiteral("responsibility_grid"), responsibility.size());
    if (info->divisionCode.isEmpty())
        report.warn(QCoreApplication::translate(
                        "transfer", "codes without a division: start the city with --division"),
                    grids.value(0).code);
    return report;
}

} // namespace gridhall::transfer
