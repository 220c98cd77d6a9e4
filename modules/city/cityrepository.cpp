// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/cityrepository.h>

#include <geo/wkb.h>

#include <QCoreApplication>

#include <array>

namespace gridhall::city {

namespace {

constexpr std::array<std::pair<UnitKind, const char *>, 4> kUnitKinds{{
    {UnitKind::HandlingUnit, "handling_unit"},
    {UnitKind::Street, "street"},
    {UnitKind::Center, "center"},
    {UnitKind::CompetentDepartment, "competent_department"},
}};

QString kindText(UnitKind kind)
{
    for (const auto &[value, text] : kUnitKinds) {
        if (value == kind)
            return QString::fromLatin1(text);
    }
    return QStringLiteral("handling_unit");
}

UnitKind kindFrom(const QString &text)
{
    for (const auto &[value, name] : kUnitKinds) {
        if (text == QLatin1String(name))
            return value;
    }
    return UnitKind::None;
}

QVariant shapeParameter(store::Dialect dialect, const geo::LonLatMultiPolygon &shape)
{
    return shape.empty() ? QVariant() : store::geometryParameter(dialect, geo::toWkb(shape));
}

Result<geo::LonLatMultiPolygon> shapeFrom(store::Dialect dialect, const QVariant &value)
{
    const QByteArray wkb = store::wkbFromColumn(dialect, value);
    return wkb.isEmpty() ? Result<geo::LonLatMultiPolygon>(geo::LonLatMultiPolygon{})
                         : geo::multiPolygonFromWkb(wkb);
}

/// Empty text as NULL, for columns that refer to something or to nothing.
QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

const QString kComponentColumns = QStringLiteral(
    "SELECT code, class_code, name, owner_unit_id, maintainer_unit_id, competent_unit_id, "
    "unit_grid_code, state, address, geom, initial_date, data_source FROM component ");

Result<Component> componentFrom(store::Dialect dialect, const store::Row &row)
{
    const auto at = geo::pointFromWkb(store::wkbFromColumn(dialect, row.at(9)));
    if (!at)
        return at.error();
    return Component{row.at(0).toString(),
                     row.at(1).toString(),
                     row.at(2).toString(),
                     store::idFromColumn(row.at(3)),
                     store::idFromColumn(row.at(4)),
                     store::idFromColumn(row.at(5)),
                     row.at(6).toString(),
                     row.at(7).toString(),
                     row.at(8).toString(),
                     *at,
                     QDate::fromString(row.at(10).toString().left(10), Qt::ISODate),
                     row.at(11).toString()};
}

} // namespace

Result<CityInfo> CityRepository::info()
{
    auto rows = m_db.query(
        QStringLiteral("SELECT name, division_code, crs, time_zone, geom FROM city_info"));
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("city", "The database holds no city"),
                     m_db.address().folder,
                     QCoreApplication::translate(
                         "city", "Start one with gridhallctl city new or gridhallctl demo-city"),
                     {}};
    const store::Row &row = rows->first();
    CityInfo info{
        row.at(0).toString(), row.at(1).toString(), row.at(2).toString(), row.at(3).toString(), {}};
    const auto boundary = shapeFrom(m_db.dialect(), row.at(4));
    if (!boundary)
        return boundary.error();
    if (!boundary->empty())
        info.boundary = boundary->front();
    return info;
}

Result<void> CityRepository::setInfo(const CityInfo &info)
{
    return m_db.transaction([&]() -> Result<void> {
        const auto removed = m_db.execute(QStringLiteral("DELETE FROM city_info"));
        if (!removed)
            return removed.error();
        geo::LonLatMultiPolygon boundary;
        if (!info.boundary.isEmpty())
            boundary.push_back(info.boundary);
        const auto added = m_db.execute(
            QStringLiteral("INSERT INTO city_info (name, division_code, crs, time_zone, geom) "
                           "VALUES (?, ?, ?, ?, ?)"),
            {info.name, info.divisionCode, info.crs, info.timeZone,
             shapeParameter(m_db.dialect(), boundary)});
        return added ? Result<void>() : added.error();
    });
}

Result<QList<UnitGrid>> CityRepository::unitGrids()
{
    auto rows = m_db.query(
        QStringLiteral("SELECT code, name, street_name, community_name, responsibility_grid_code, "
                       "area_m2, geom FROM unit_grid ORDER BY code"));
    if (!rows)
        return rows.error();
    QList<UnitGrid> grids;
    grids.reserve(rows->size());
    for (const store::Row &row : *rows) {
        auto shape = shapeFrom(m_db.dialect(), row.at(6));
        if (!shape)
            return shape.error();
        grids.append({row.at(0).toString(), row.at(1).toString(), row.at(2).toString(),
                      row.at(3).toString(), row.at(4).toString(), row.at(5).toDouble(), *shape});
    }
    return grids;
}

Result<QList<ResponsibilityGrid>> CityRepository::responsibilityGrids()
{
    auto rows = m_db.query(
        QStringLiteral("SELECT code, name, area_m2, geom FROM responsibility_grid ORDER BY code"));
    if (!rows)
        return rows.error();
    QList<ResponsibilityGrid> grids;
    for (const store::Row &row : *rows) {
        auto shape = shapeFrom(m_db.dialect(), row.at(3));
        if (!shape)
            return shape.error();
        grids.append({row.at(0).toString(), row.at(1).toString(), row.at(2).toDouble(), *shape});
    }
    return grids;
}

Result<QList<Unit>> CityRepository::units()
{
    auto rows = m_db.query(
        QStringLiteral("SELECT id, code, name, short_name, kind, phone FROM unit ORDER BY id"));
    if (!rows)
        return rows.error();
    QList<Unit> units;
    for (const store::Row &row : *rows)
        units.append({store::idFromColumn(row.at(0)), row.at(1).toString(), row.at(2).toString(),
                      row.at(3).toString(), kindFrom(row.at(4).toString()), row.at(5).toString()});
    return units;
}

Result<QList<Person>> CityRepository::people()
{
    auto roleRows = m_db.query(QStringLiteral(
        "SELECT person_id, role FROM person_role ORDER BY person_id, position, role"));
    if (!roleRows)
        return roleRows.error();
    QHash<Id, QStringList> roles;
    for (const store::Row &row : *roleRows)
        roles[store::idFromColumn(row.at(0))].append(row.at(1).toString());

    auto rows = m_db.query(
        QStringLiteral("SELECT id, name, number, unit_id, responsibility_grid_code, phone "
                       "FROM person ORDER BY number, id"));
    if (!rows)
        return rows.error();
    QList<Person> people;
    for (const store::Row &row : *rows) {
        const Id id = store::idFromColumn(row.at(0));
        people.append({id, row.at(1).toString(), row.at(2).toString(),
                       store::idFromColumn(row.at(3)), roles.value(id), row.at(4).toString(),
                       row.at(5).toString()});
    }
    return people;
}

Result<QList<Component>> CityRepository::components()
{
    QList<Component> components;
    Result<void> parsed;
    const Result<void> read = m_db.query(kComponentColumns + QStringLiteral("ORDER BY code"), {},
                                         [&](const store::Row &row) {
                                             auto component = componentFrom(m_db.dialect(), row);
                                             if (!component) {
                                                 parsed = component.error();
                                                 return false;
                                             }
                                             components.append(std::move(component).value());
                                             return true;
                                         });
    if (!read)
        return read.error();
    if (!parsed)
        return parsed.error();
    return components;
}

Result<Component> CityRepository::component(const QString &code)
{
    auto rows = m_db.query(kComponentColumns + QStringLiteral("WHERE code = ?"), {code});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("city", "There is no such component"),
                     code,
                     {},
                     {}};
    return componentFrom(m_db.dialect(), rows->first());
}

Result<void> CityRepository::addUnitGrids(const QList<UnitGrid> &grids)
{
    QList<QVariantList> rows;
    for (const UnitGrid &grid : grids)
        rows.append({grid.code, grid.name, grid.streetName, grid.communityName,
                     textOrNull(grid.responsibilityGridCode), grid.areaM2,
                     shapeParameter(m_db.dialect(), grid.shape)});
    return m_db.executeMany(
        QStringLiteral("INSERT INTO unit_grid (code, name, street_name, community_name, "
                       "responsibility_grid_code, area_m2, geom) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        rows);
}

Result<void> CityRepository::addResponsibilityGrids(const QList<ResponsibilityGrid> &grids)
{
    QList<QVariantList> rows;
    for (const ResponsibilityGrid &grid : grids)
        rows.append(
            {grid.code, grid.name, grid.areaM2, shapeParameter(m_db.dialect(), grid.shape)});
    return m_db.executeMany(
        QStringLiteral(
            "INSERT INTO responsibility_grid (code, name, area_m2, geom) VALUES (?, ?, ?, ?)"),
        rows);
}

Result<void> CityRepository::addUnits(const QList<Unit> &units)
{
    QList<QVariantList> rows;
    for (const Unit &unit : units)
        rows.append({store::idParameter(unit.id), unit.code, unit.name, unit.shortName,
                     kindText(unit.kind), unit.phone});
    return m_db.executeMany(QStringLiteral("INSERT INTO unit (id, code, name, short_name, kind, "
                                           "phone) VALUES (?, ?, ?, ?, ?, ?)"),
                            rows);
}

Result<void> CityRepository::addPeople(const QList<Person> &people)
{
    QList<QVariantList> rows;
    QList<QVariantList> roles;
    for (const Person &person : people) {
        rows.append({store::idParameter(person.id), person.name, person.number,
                     store::idParameter(person.unit), textOrNull(person.responsibilityGridCode),
                     person.phone});
        for (int i = 0; i < person.roles.size(); ++i)
            roles.append({store::idParameter(person.id), person.roles.at(i), i});
    }
    const Result<void> added = m_db.executeMany(
        QStringLiteral("INSERT INTO person (id, name, number, unit_id, responsibility_grid_code, "
                       "phone) VALUES (?, ?, ?, ?, ?, ?)"),
        rows);
    if (!added)
        return added;
    return m_db.executeMany(
        QStringLiteral("INSERT INTO person_role (person_id, role, position) VALUES (?, ?, ?)"),
        roles);
}

Result<void> CityRepository::addComponents(const QList<Component> &components)
{
    QList<QVariantList> rows;
    rows.reserve(components.size());
    for (const Component &component : components)
        rows.append(
            {component.code, component.classCode, component.name,
             store::idParameter(component.ownerUnit), store::idParameter(component.maintainerUnit),
             store::idParameter(component.competentUnit), textOrNull(component.unitGridCode),
             component.state, component.address,
             component.initialDate.isValid() ? QVariant(component.initialDate.toString(Qt::ISODate))
                                             : QVariant(),
             component.dataSource,
             store::geometryParameter(m_db.dialect(), geo::toWkb(component.at))});
    return m_db.executeMany(
        QStringLiteral("INSERT INTO component (code, class_code, name, owner_unit_id, "
                       "maintainer_unit_id, competent_unit_id, unit_grid_code, state, address, "
                       "initial_date, data_source, geom) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        rows);
}

Result<void> CityRepository::assignResponsibility(const QString &responsibilityGridCode,
                                                  const QStringList &unitGrids)
{
    QList<QVariantList> rows;
    for (const QString &code : unitGrids)
        rows.append({textOrNull(responsibilityGridCode), code});
    return m_db.executeMany(
        QStringLiteral("UPDATE unit_grid SET responsibility_grid_code = ? WHERE code = ?"), rows);
}

Result<qint64> CityRepository::count(const QString &what)
{
    static const QStringList kTables{
        QStringLiteral("unit_grid"), QStringLiteral("responsibility_grid"),
        QStringLiteral("component"), QStringLiteral("unit"), QStringLiteral("person")};
    // A table's name cannot be bound, so only known ones are let into the statement.
    if (!kTables.contains(what))
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("city", "There is no such table"),
                     what,
                     {},
                     {}};
    auto rows = m_db.query(QStringLiteral("SELECT count(*) FROM ") + what);
    if (!rows)
        return rows.error();
    return rows->first().first().toLongLong();
}

} // namespace gridhall::city
