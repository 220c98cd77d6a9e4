// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/city.h>
#include <store/connection.h>

namespace gridhall::city {

/// The city's reference data in the database. Blocking; call it on a database thread.
/// Writers expect to be inside Connection::transaction.
class CityRepository
{
public:
    explicit CityRepository(store::Connection &connection) : m_db(connection) {}

    Result<CityInfo> info();
    Result<void> setInfo(const CityInfo &info);

    Result<QList<UnitGrid>> unitGrids();
    Result<QList<ResponsibilityGrid>> responsibilityGrids();
    Result<QList<Unit>> units();
    Result<QList<Person>> people();
    Result<QList<Component>> components(); ///< all of them: for the index and for exports
    Result<Component> component(const QString &code);

    Result<void> addUnitGrids(const QList<UnitGrid> &grids);
    Result<void> addResponsibilityGrids(const QList<ResponsibilityGrid> &grids);
    Result<void> addUnits(const QList<Unit> &units);
    Result<void> addPeople(const QList<Person> &people);
    Result<void> addComponents(const QList<Component> &components);
    /// Sets unit_grid.responsibility_grid for the unit grids named.
    Result<void> assignResponsibility(const QString &responsibilityGridCode,
                                      const QStringList &unitGrids);

    Result<qint64>
    count(const QString &what); ///< "unit_grid", "component", …: one of this room's tables

private:
    Result<void> add(const char *table, const QString &sql, const QList<QVariantList> &rows);

    store::Connection &m_db;
};

} // namespace gridhall::city
