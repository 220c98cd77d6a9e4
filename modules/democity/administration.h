// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/blocks.h>
#include <democity/ground.h>

#include <city/city.h>
#include <geo/boxindex.h>
#include <geo/projection.h>

namespace gridhall::democity {

/// Streets 街道, communities 社区, unit grids and responsibility grids of a demo city, with their
/// codes.
class Administration
{
public:
    Administration(const Recipe &recipe, const StreetNetwork &network, const BlockPlan &plan);

    /// Cuts everything; `placeNames` are those already given (nearest ones name communities).
    Result<void> make(const geo::Projection &projection);

    const QList<city::UnitGrid> &unitGrids() const { return m_unitGrids; }
    const QList<city::ResponsibilityGrid> &responsibilityGrids() const
    {
        return m_responsibilityGrids;
    }
    const std::vector<MapPolygon> &unitGridShapes() const { return m_unitGridShapes; }
    const QStringList &streetNames() const { return m_streetNames; }
    /// Index into unitGrids(), -1 outside the city.
    int unitGridAt(const MapPoint &at) const;
    int streetOfUnitGrid(int unitGrid) const
    {
        return m_streetOfCommunity[static_cast<size_t>(
            m_communityOfGrid[static_cast<size_t>(unitGrid)])];
    }
    void draw(Ground &ground) const;

private:
    Result<void> makeCommunities();
    Result<void> makeGrids(const geo::Projection &projection);

    const Recipe &m_recipe;
    const StreetNetwork &m_network;
    const BlockPlan &m_plan;
    std::vector<MapPolygon> m_communities;
    std::vector<int> m_streetOfCommunity;
    std::vector<int> m_numberInStreet;
    QStringList m_streetNames;
    QStringList m_communityNames;
    QList<city::UnitGrid> m_unitGrids;
    QList<city::ResponsibilityGrid> m_responsibilityGrids;
    std::vector<MapPolygon> m_unitGridShapes;
    std::vector<int> m_communityOfGrid;
    geo::BoxIndex m_index;
};

} // namespace gridhall::democity
