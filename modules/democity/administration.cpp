// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/administration.h>

#include <city/gridmaking.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

namespace {

QString threeDigits(int number)
{
    return QStringLiteral("%1").arg(number, 3, 10, QLatin1Char('0'));
}

QString nthName(const QStringList &names, int index)
{
    const auto count = static_cast<int>(names.size());
    if (count == 0)
        return {};
    const int round = index / count;
    static const QString kSides = QStringLiteral("东西南北中");
    if (round == 0)
        return names[index];
    if (round <= 5)
        return names[index % count] + kSides[round - 1];
    return names[index % count] + QString::number(round);
}

} // namespace

Administration::Administration(const Recipe &recipe, const StreetNetwork &network,
                               const BlockPlan &plan)
    : m_recipe(recipe), m_network(network), m_plan(plan)
{
}

Result<void> Administration::make(const geo::Projection &projection)
{
    if (auto made = makeCommunities(); !made)
        return made;
    return makeGrids(projection);
}

Result<void> Administration::makeCommunities()
{
    std::vector<city::GridCell> cells;
    for (const MapPolygon &superblock : m_plan.superblocks())
        cells.push_back({superblock, -1});
    const double areaKm2 = geo::areaM2({m_network.boundary()}) / 1e6;
    const int wanted = std::max(4, static_cast<int>(std::lround(areaKm2 / m_recipe.communityKm2)));
    const std::vector<int> group = city::groupCells(cells, wanted);
    std::vector<std::vector<MapPolygon>> members(static_cast<size_t>(wanted));
    for (size_t i = 0; i < cells.size(); ++i)
        members[static_cast<size_t>(group[i])].push_back(cells[i].shape);
    std::vector<city::GridCell> communityCells;
    for (const std::vector<MapPolygon> &shapes : members) {
        if (shapes.empty())
            continue;
        auto united = geo::unite(shapes);
        if (!united)
            return united.error();
        for (const MapPolygon &shape : *united)
            communityCells.push_back({shape, -1});
    }
    const auto count = static_cast<int>(communityCells.size());
    const int streets = std::max(4, static_cast<int>(std::lround(static_cast<double>(count) /
                                                                 m_recipe.communitiesPerStreet)));
    const std::vector<int> streetOf = city::groupCells(communityCells, std::min(streets, count));

    const QStringList offices = m_recipe.names(QStringLiteral("streetOffices"));
    const QStringList stems = m_recipe.names(QStringLiteral("branchStems"));
    for (int s = 0; s < streets; ++s) {
        QString name = nthName(offices, s);
        if (s >= offices.size())
            name = nthName(m_recipe.names(QStringLiteral("gridStems")), s) + QStringLiteral("街道");
        m_streetNames.append(name);
    }
    std::vector<int> next(static_cast<size_t>(streets), 0);
    for (int c = 0; c < count; ++c) {
        m_communities.push_back(communityCells[static_cast<size_t>(c)].shape);
        const int street = streetOf[static_cast<size_t>(c)];
        m_streetOfCommunity.push_back(street);
        m_numberInStreet.push_back(++next[static_cast<size_t>(street)]);
        m_communityNames.append(
            nthName(stems, c) +
            m_recipe.names(QStringLiteral("communitySuffix")).value(0, QStringLiteral("社区")));
    }
    return {};
}

Result<void> Administration::makeGrids(const geo::Projection &projection)
{
    std::vector<geo::StreetLine> streets;
    for (const Street &street : m_network.streets())
        streets.push_back({street.name, street.style.kind, street.style.widthM, street.line});
    const city::GridMakingRules rules{m_recipe.gridTargetM2, m_recipe.gridSmallestM2,
                                      m_recipe.gridLargestM2};
    auto cells = city::makeUnitGrids(m_network.boundary(), streets, m_communities, rules);
    if (!cells)
        return cells.error();
    const int groups =
        std::max(4, static_cast<int>(std::lround(static_cast<double>(cells->size()) / 60.0)));
    const std::vector<int> groupOf = city::groupCells(*cells, groups);

    const QStringList stems = m_recipe.names(QStringLiteral("gridStems"));
    std::vector<int> next(m_communities.size(), 0);
    std::vector<std::vector<MapPolygon>> members(static_cast<size_t>(groups));
    const auto groupCode = [&](int g) {
        return m_recipe.divisionCode + QStringLiteral("Z") + threeDigits(g + 1);
    };
    std::vector<MapBox> boxes;
    for (size_t i = 0; i < cells->size(); ++i) {
        const city::GridCell &cell = (*cells)[i];
        const auto community = static_cast<size_t>(std::max(0, cell.community));
        const int street = m_streetOfCommunity[community];
        city::UnitGrid grid;
        grid.code = m_recipe.divisionCode + threeDigits(street + 1) +
                    threeDigits(m_numberInStreet[community]) + threeDigits(++next[community]);
        grid.communityName = m_communityNames[static_cast<int>(community)];
        grid.streetName = m_streetNames[street];
        grid.name = QStringLiteral("%1第%2网格").arg(grid.communityName).arg(next[community]);
        grid.responsibilityGridCode = groupCode(groupOf[i]);
        grid.areaM2 = std::round(geo::areaM2({cell.shape}) * 100.0) / 100.0;
        grid.shape = projection.toLonLat(MapMultiPolygon{cell.shape});
        m_unitGrids.append(std::move(grid));
        m_unitGridShapes.push_back(cell.shape);
        m_communityOfGrid.push_back(static_cast<int>(community));
        members[static_cast<size_t>(groupOf[i])].push_back(cell.shape);
        boxes.push_back(geo::boxOf({cell.shape}));
    }
    m_index = geo::BoxIndex(boxes);
    for (int g = 0; g < groups; ++g) {
        if (members[static_cast<size_t>(g)].empty())
            continue;
        auto united = geo::unite(members[static_cast<size_t>(g)]);
        if (!united)
            return united.error();
        m_responsibilityGrids.append({groupCode(g), nthName(stems, g) + QStringLiteral("网格"),
                                      std::round(geo::areaM2(*united) * 100.0) / 100.0,
                                      projection.toLonLat(*united)});
    }
    return {};
}

int Administration::unitGridAt(const MapPoint &at) const
{
    for (const int i : m_index.intersecting({at.east, at.north, at.east, at.north})) {
        if (geo::contains(m_unitGridShapes[static_cast<size_t>(i)], at))
            return i;
    }
    return -1;
}

void Administration::draw(Ground &ground) const
{
    using geo::BasemapLayer;
    ground.polygon(BasemapLayer::Boundary, m_network.boundary(),
                   {QStringLiteral("city"), m_recipe.cityName});
    for (int s = 0; s < static_cast<int>(m_streetNames.size()); ++s) {
        std::vector<MapPolygon> parts;
        for (size_t c = 0; c < m_communities.size(); ++c) {
            if (m_streetOfCommunity[c] == s)
                parts.push_back(m_communities[c]);
        }
        auto united = geo::unite(parts);
        if (!united)
            continue;
        for (const MapPolygon &shape : *united)
            ground.polygon(BasemapLayer::Boundary, shape,
                           {QStringLiteral("street"), m_streetNames[s]});
        if (!united->empty())
            ground.placeName(geo::labelPoint(*united), QStringLiteral("district"), m_streetNames[s],
                             1);
    }
    for (size_t c = 0; c < m_communities.size(); ++c)
        ground.polygon(BasemapLayer::Boundary, m_communities[c],
                       {QStringLiteral("community"), m_communityNames[static_cast<int>(c)]});
}

} // namespace gridhall::democity
