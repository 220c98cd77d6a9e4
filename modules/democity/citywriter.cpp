// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/citywriter.h>

#include <democity/cameras.h>

#include <catalog/catalogrepository.h>
#include <city/cityrepository.h>
#include <store/migration.h>
#include <tracking/trackingrepository.h>

namespace gridhall::democity {

Result<void> CityWriter::write()
{
    if (auto migrated = store::Migration::apply(m_db); !migrated)
        return migrated.error();
    m_cameras =
        hangCameras(m_city.network(), m_city.administration(), m_city.projection(), kCameras);
    return m_db.transaction([&]() -> Result<void> {
        if (auto written = writeReferenceData(); !written)
            return written;
        return writeMovers();
    });
}

Result<void> CityWriter::writeReferenceData()
{
    const Recipe &recipe = m_city.recipe();
    const Administration &administration = m_city.administration();
    city::CityRepository repository(m_db);
    city::CityInfo info;
    info.name = recipe.cityName;
    info.divisionCode = recipe.divisionCode;
    info.crs = recipe.crs;
    info.timeZone = recipe.timeZone;
    info.boundary = m_city.projection().toLonLat(m_city.network().boundary());
    if (auto done = repository.setInfo(info); !done)
        return done;
    if (auto done = catalog::CatalogRepository(m_db).installStandardCatalog(); !done)
        return done;
    if (auto done = repository.addResponsibilityGrids(administration.responsibilityGrids()); !done)
        return done;
    if (auto done = repository.addUnitGrids(administration.unitGrids()); !done)
        return done;
    QHash<QString, QStringList> members;
    for (const city::UnitGrid &grid : administration.unitGrids())
        members[grid.responsibilityGridCode].append(grid.code);
    for (const city::ResponsibilityGrid &grid : administration.responsibilityGrids()) {
        if (auto done = repository.assignResponsibility(grid.code, members.value(grid.code)); !done)
            return done;
    }
    if (auto done = repository.addUnits(m_city.people().units()); !done)
        return done;
    if (auto done = repository.addPeople(m_city.people().people()); !done)
        return done;
    if (auto done = repository.addComponents(m_city.survey().components()); !done)
        return done;
    return video::CameraRepository(m_db).addCameras(m_cameras);
}

Result<void> CityWriter::writeMovers()
{
    QList<tracking::Mover> movers;
    for (const city::Person &person : m_city.people().people()) {
        if (!person.roles.contains(QStringLiteral("patroller")) ||
            person.responsibilityGridCode.isEmpty())
            continue;
        tracking::Mover mover;
        mover.id = person.id;
        mover.kind = tracking::MoverKind::Patroller;
        mover.name = person.name;
        mover.responsibilityGridCode = person.responsibilityGridCode;
        mover.latest.mover = person.id;
        movers.append(mover);
    }
    return tracking::TrackingRepository(m_db).addMovers(movers);
}

} // namespace gridhall::democity
