// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/cityrepository.h>

#include <geo/wkb.h>

#include <QCoreApplication>

#include <array>
#include <utility>

namespace gridhall::city {

namespace {

constexpr std::array<std::pair<UnitKind, const char *>, 4> kUnitKinds{{
    {UnitKind::HandlingUnit, "handling_unit"},
    {UnitKind::Street, "street"},
    {UnitKind::Center, "center"},
    {UnitKind::CompetentDepartment, "competent_department"},
}};

QVariant unitKindParameter(UnitKind kind)
{
    for (const auto &[value, word] : kUnitKinds) {
        if (value == kind)
            return QString::fromLatin1(word);
    }
    return {};
}

UnitKind unitKindFromColumn(const QVariant &column)
{
    const QString text = column.toString();
    for (const auto &[value, word] : kUnitKinds) {
        if (text == QLatin1String(word))
            return value;
    }
    return UnitKind::None;
}

/// An empty code means "none" in our types and NULL in the database.
QVariant codeParameter(const QString &code)
{
    return code.isEmpty() ? QVariant() : QVariant(code);
}

const QString kComponentColumns = QStringLiteral(
    "SELECT code, class_code, name, owner_unit_id, maintainer_unit_id, competent_unit_id, "
    "unit_grid_code, state, address, initial_date, data_source, geom FROM component");

Result<Component> componentOf(const store::Row &row, store::Dialect dialect)
{
    Component component;
    component.code = row[0].toString();
    component.classCode = row[1].toString();
    component.name = row[2].toString();
    component.ownerUnit = store::idFromColumn(row[3]);
    component.maintainerUnit = store::idFromColumn(row[4]);
    component.competentUnit = store::idFromColumn(row[5]);
    component.unitGridCode = row[6].toString();
    component.state = row[7].toString();
    component.address = row[8].toString();
    component.initialDate = row[9].toDate();
    component.dataSource = row[10].toString();
    const QByteArray wkb = store::wkbFromColumn(dialect, row[11]);
    if (!wkb.isEmpty()) {
        const auto at = geo::pointFromWkb(wkb);
        if (!at)
            return at.error();
        component.at = *at;
    }
    return component;
}

Result<geo::LonLatMultiPolygon> shapeOf(const QVariant &column, store::Dialect dialect)
{
    const QByteArray wkb = store::wkbFromColumn(dialect, column);
    if (wkb.isEmpty())
        return geo::LonLatMultiPolygon{};
    return geo::multiPolygonFromWkb(wkb);
}

/// Runs a SELECT and makes one value of each row; stops at the first row that cannot be read.
template <class T, class Make>
Result<QList<T>> listOf(store::Connection &db, const QString &sql, Make make)
{
    QList<T> list;
    std::optional<Error> fault;
    const auto done = db.query(sql, {}, [&](const store::Row &row) {
        Result<T> made = make(row);
        if (!made) {
            fault = made.error();
            fault->subject = row[0].toString();
            return false;
        }
        list.append(std::move(*made));
        return true;
    });
    if (!done)
        return done.error();
    if (fault)
        return *fault;
    return list;
}

Result<void> told(store::Connection &db, const char *what)
{
    const auto done = db.execute(QStringLiteral("INSERT INTO change_log (topic, row_key) VALUES "
                                                "('city', ?)"),
                                 {QString::fromLatin1(what)});
    if (!done)
        return done.error();
    return {};
}

} // namespace

Result<CityInfo> CityRepository::info()
{
    const auto rows = m_db.query(QStringLiteral(
        "SELECT name, division_code, crs, time_zone, geom FROM city_info ORDER BY fid "
        "LIMIT 1"));
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("city", "The city has no name and CRS yet"),
                     m_db.address().folder,
                     QCoreApplication::translate("city", "Make it with gridhallctl city new"),
                     {}};
    const store::Row &row = rows->first();
    CityInfo info;
    info.name = row[0].toString();
    info.divisionCode = row[1].toString();
    info.crs = row[2].toString();
    info.timeZone = row[3].toString();
    const auto shape = shapeOf(row[4], m_db.dialect());
    if (!shape)
        return shape.error();
    if (!shape->empty())
        info.boundary = shape->front();
    return info;
}

Result<void> CityRepository::setInfo(const CityInfo &info)
{
    return m_db.transaction([&]() -> Result<void> {
        if (const auto cleared = m_db.execute(QStringLiteral("DELETE FROM city_info")); !cleared)
            return cleared.error();
        const QVariant geom =
            info.boundary.isEmpty()
                ? QVariant()
                : store::geometryParameter(m_db.dialect(),
                                           geo::toWkb(geo::LonLatMultiPolygon{info.boundary}));
        const auto added = m_db.execute(
            QStringLiteral(
                "INSERT INTO city_info (name, division_code, crs, time_zone, geom) VALUES "
                "(?, ?, ?, ?, ?)"),
            {info.name, info.divisionCode, info.crs, info.timeZone, geom});
        if (!added)
            return added.error();
        return told(m_db, "city_info");
    });
}

Result<QList<UnitGrid>> CityRepository::unitGrids()
{
    const auto dialect = m_db.dialect();
    return listOf<UnitGrid>(
        m_db,
        QStringLiteral("SELECT code, name, street_name, community_name, responsibility_grid_code, "
                       "area_m2, geom FROM unit_grid ORDER BY code"),
        [dialect](const store::Row &row) -> Result<UnitGrid> {
            auto shape = shapeOf(row[6], dialect);
            if (!shape)
                return shape.error();
            return UnitGrid{row[0].toString(), row[1].toString(), row[2].toString(),
                            row[3].toString(), row[4].toString(), row[5].toDouble(),
                            std::move(*shape)};
        });
}

Result<QList<ResponsibilityGrid>> CityRepository::responsibilityGrids()
{
    const auto dialect = m_db.dialect();
    return listOf<ResponsibilityGrid>(
        m_db,
        QStringLiteral("SELECT code, name, area_m2, geom FROM responsibility_grid ORDER BY code"),
        [dialect](const store::Row &row) -> Result<ResponsibilityGrid> {
            auto shape = shapeOf(row[3], dialect);
            if (!shape)
                return shape.error();
            return ResponsibilityGrid{row[0].toString(), row[1].toString(), row[2].toDouble(),
                                      std::move(*shape)};
        });
}

Result<QList<Unit>> CityRepository::units()
{
    return listOf<Unit>(
        m_db,
        QStringLiteral(
            "SELECT id, code, name, short_name, kind, phone FROM unit ORDER BY code, id"),
        [](const store::Row &row) -> Result<Unit> {
            return Unit{store::idFromColumn(row[0]), row[1].toString(),          row[2].toString(),
                        row[3].toString(),           unitKindFromColumn(row[4]), row[5].toString()};
        });
}

Result<QList<Person>> CityRepository::people()
{
    QHash<Id, QStringList> roles;
    const auto read = m_db.query(
        QStringLiteral("SELECT person_id, role FROM person_role ORDER BY person_id, position"), {},
        [&roles](const store::Row &row) {
            roles[store::idFromColumn(row[0])].append(row[1].toString());
            return true;
        });
    if (!read)
        return read.error();
    return listOf<Person>(
        m_db,
        QStringLiteral(
            "SELECT id, name, number, unit_id, responsibility_grid_code, phone FROM person "
            "ORDER BY number, id"),
        [&roles](const store::Row &row) -> Result<Person> {
            const Id id = store::idFromColumn(row[0]);
            return Person{id,
                          row[1].toString(),
                          row[2].toString(),
                          store::idFromColumn(row[3]),
                          roles.value(id),
                          row[4].toString(),
                          row[5].toString()};
        });
}

Result<QList<Component>> CityRepository::components()
{
    const auto dialect = m_db.dialect();
    return listOf<Component>(
        m_db, kComponentColumns + QStringLiteral(" ORDER BY fid"),
        [dialect](const store::Row &row) { return componentOf(row, dialect); });
}

Result<Component> CityRepository::component(const QString &code)
{
    const auto rows = m_db.query(kComponentColumns + QStringLiteral(" WHERE code = ?"), {code});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("city", "There is no component with this code"),
                     code,
                     {},
                     {}};
    return componentOf(rows->first(), m_db.dialect());
}

Result<void> CityRepository::addUnitGrids(const QList<UnitGrid> &grids)
{
    QList<QVariantList> rows;
    rows.reserve(grids.size());
    for (const UnitGrid &grid : grids)
        rows.append({grid.code, grid.name, grid.streetName, grid.communityName,
                     codeParameter(grid.responsibilityGridCode), grid.areaM2,
                     store::geometryParameter(m_db.dialect(), geo::toWkb(grid.shape))});
    return add(
        "unit_grid",
        QStringLiteral("INSERT INTO unit_grid (code, name, street_name, community_name, "
                       "responsibility_grid_code, area_m2, geom) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        rows);
}

Result<void> CityRepository::addResponsibilityGrids(const QList<ResponsibilityGrid> &grids)
{
    QList<QVariantList> rows;
    rows.reserve(grids.size());
    for (const ResponsibilityGrid &grid : grids)
        rows.append({grid.code, grid.name, grid.areaM2,
                     store::geometryParameter(m_db.dialect(), geo::toWkb(grid.shape))});
    return add("responsibility_grid",
               QStringLiteral("INSERT INTO responsibility_grid (code, name, area_m2, geom) VALUES "
                              "(?, ?, ?, ?)"),
               rows);
}

Result<void> CityRepository::addUnits(const QList<Unit> &units)
{
    QList<QVariantList> rows;
    rows.reserve(units.size());
    for (const Unit &unit : units)
        rows.append({store::idParameter(unit.id), unit.code, unit.name, unit.shortName,
                     unitKindParameter(unit.kind), unit.phone});
    return add("unit",
               QStringLiteral("INSERT INTO unit (id, code, name, short_name, kind, phone) VALUES "
                              "(?, ?, ?, ?, ?, ?)"),
               rows);
}

Result<void> CityRepository::addPeople(const QList<Person> &people)
{
    QList<QVariantList> rows;
    QList<QVariantList> roles;
    rows.reserve(people.size());
    for (const Person &person : people) {
        rows.append({store::idParameter(person.id), person.name, person.number,
                     store::idParameter(person.unit), codeParameter(person.responsibilityGridCode),
                     person.phone});
        for (qsizetype i = 0; i < person.roles.size(); ++i)
            roles.append({store::idParameter(person.id), person.roles[i], int(i)});
    }
    return m_db.transaction([&]() -> Result<void> {
        const auto added =
            add("person",
                QStringLiteral("INSERT INTO person (id, name, number, unit_id, "
                               "responsibility_grid_code, phone) VALUES (?, ?, ?, ?, ?, ?)"),
                rows);
        if (!added)
            return added;
        return m_db.executeMany(
            QStringLiteral("INSERT INTO person_role (person_id, role, position) VALUES (?, ?, ?)"),
            roles);
    });
}

Result<void> CityRepository::addComponents(const QList<Component> &components)
{
    QList<QVariantList> rows;
    rows.reserve(components.size());
    for (const Component &c : components)
        rows.append(
            {c.code, c.classCode, c.name, store::idParameter(c.ownerUnit),
             store::idParameter(c.maintainerUnit), store::idParameter(c.competentUnit),
             codeParameter(c.unitGridCode), c.state, c.address,
             c.initialDate.isValid() ? QVariant(c.initialDate.toString(Qt::ISODate)) : QVariant(),
             c.dataSource, store::geometryParameter(m_db.dialect(), geo::toWkb(c.at))});
    return add("component",
               QStringLiteral(
                   "INSERT INTO component (code, class_code, name, owner_unit_id, "
                   "maintainer_unit_id, competent_unit_id, unit_grid_code, state, address, "
                   "initial_date, data_source, geom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
               rows);
}

Result<void> CityRepository::assignResponsibility(const QString &responsibilityGridCode,
                                                  const QStringList &unitGrids)
{
    QList<QVariantList> rows;
    rows.reserve(unitGrids.size());
    for (const QString &code : unitGrids)
        rows.append({codeParameter(responsibilityGridCode), code});
    return add("unit_grid",
               QStringLiteral("UPDATE unit_grid SET responsibility_grid_code = ? WHERE code = ?"),
               rows);
}

Result<void> CityRepository::add(const char *table, const QString &sql,
                                 const QList<QVariantList> &rows)
{
    return m_db.transaction([&]() -> Result<void> {
        if (const auto added = m_db.executeMany(sql, rows); !added)
            return added;
        return told(m_db, table);
    });
}

Result<qint64> CityRepository::count(const QString &what)
{
    static const QStringList tables{
        QStringLiteral("unit_grid"), QStringLiteral("responsibility_grid"),
        QStringLiteral("component"), QStringLiteral("unit"), QStringLiteral("person")};
    if (!tables.contains(what))
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("city", "The city has no such table"),
                     what,
                     {},
                     {}};
    const auto rows = m_db.query(QStringLiteral("SELECT count(*) FROM ") + what);
    if (!rows)
        return rows.error();
    return rows->first()[0].toLongLong();
}

} // namespace gridhall::city
