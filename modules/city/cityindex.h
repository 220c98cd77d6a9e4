// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/city.h>
#include <geo/boxindex.h>
#include <geo/projection.h>
#include <store/connection.h>

#include <QHash>
#include <memory>

#include <optional>

namespace gridhall::city {

/// "Where am I, whose is this": the city's grids, components, units and people in memory, projected
/// and indexed once. Immutable after load, so any thread may read it; shared by shared_ptr.
class CityIndex
{
public:
    /// Blocking (50 ms for 1,000 grids and 20,000 components); run it on a database thread.
    static Result<std::shared_ptr<const CityIndex>> load(store::Connection &connection);

    const CityInfo &info() const { return m_info; }
    /// A projection of the caller's own.
    geo::Projection projection() const { return m_projection.clone(); }
    geo::MapBox extent() const { return m_extent; }

    const QList<UnitGrid> &unitGrids() const { return m_unitGrids; }
    const QList<ResponsibilityGrid> &responsibilityGrids() const { return m_responsibilityGrids; }
    /// Shapes in the project's CRS, in the order of the lists above.
    const std::vector<geo::MapMultiPolygon> &unitGridShapes() const { return m_unitGridShapes; }
    const std::vector<geo::MapMultiPolygon> &responsibilityGridShapes() const
    {
        return m_responsibilityGridShapes;
    }
    const QList<Component> &components() const { return m_components; }
    const std::vector<geo::MapPoint> &componentPoints() const { return m_componentPoints; }
    const QList<Unit> &units() const { return m_units; }
    const QList<Person> &people() const { return m_people; }

    /// Index into unitGrids(), or -1 outside every grid.
    int unitGridAt(const geo::MapPoint &point) const;
    int responsibilityGridAt(const geo::MapPoint &point) const;
    std::vector<int> unitGridsIn(const geo::MapBox &box) const;
    /// Indexes into components(), nearest first.
    std::vector<int> componentsNear(const geo::MapPoint &point, int count, double withinM) const;

    const UnitGrid *unitGrid(const QString &code) const;
    const Component *component(const QString &code) const;
    const Unit *unit(const Id &id) const;
    const Person *person(const Id &id) const;

private:
    CityIndex(CityInfo info, geo::Projection projection);
    void buildIndexes();

    CityInfo m_info;
    geo::Projection m_projection;
    geo::MapBox m_extent;
    QList<UnitGrid> m_unitGrids;
    QList<ResponsibilityGrid> m_responsibilityGrids;
    QList<Component> m_components;
    QList<Unit> m_units;
    QList<Person> m_people;
    std::vector<geo::MapMultiPolygon> m_unitGridShapes;
    std::vector<geo::MapMultiPolygon> m_responsibilityGridShapes;
    std::vector<geo::MapPoint> m_componentPoints;
    geo::BoxIndex m_unitGridIndex;
    geo::BoxIndex m_responsibilityGridIndex;
    geo::BoxIndex m_componentIndex;
    QHash<QString, int> m_unitGridByCode;
    QHash<QString, int> m_componentByCode;
    QHash<Id, int> m_unitById;
    QHash<Id, int> m_personById;
};

} // namespace gridhall::city
