// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/responsibility.h>

#include <city/gridmaking.h>
#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>

namespace gridhall::transfer {

namespace {

/// Unites the members of each group; group i gets number i + 1.
QList<city::ResponsibilityGrid> united(QList<city::UnitGrid> &grids, const std::vector<int> &groups,
                                       const QStringList &names, const geo::Projection &projection,
                                       const QString &divisionCode)
{
    QList<city::ResponsibilityGrid> out;
    for (int group = 0; group < static_cast<int>(names.size()); ++group) {
        city::ResponsibilityGrid responsibility;
        responsibility.code = QStringLiteral("%1R%2").arg(
            divisionCode.isEmpty() ? QStringLiteral("000000") : divisionCode,
            QString::number(group + 1).rightJustified(3, QLatin1Char('0')));
        responsibility.name = names.at(group);
        std::vector<geo::MapPolygon> parts;
        for (qsizetype i = 0; i < grids.size(); ++i) {
            if (groups[static_cast<size_t>(i)] != group)
                continue;
            grids[i].responsibilityGridCode = responsibility.code;
            const geo::MapMultiPolygon shape = projection.toMap(grids.at(i).shape);
            parts.insert(parts.end(), shape.begin(), shape.end());
        }
        if (parts.empty())
            continue;
        const auto shape = geo::unite(parts);
        const geo::MapMultiPolygon whole = shape ? *shape : geo::MapMultiPolygon(parts);
        responsibility.areaM2 = geo::areaM2(whole);
        responsibility.shape = projection.toLonLat(whole);
        out.append(responsibility);
    }
    return out;
}

} // namespace

QList<city::ResponsibilityGrid> groupIntoResponsibilityGrids(QList<city::UnitGrid> &grids,
                                                             const geo::Projection &projection,
                                                             const QString &divisionCode, int count)
{
    constexpr int kGridsEach = 80;
    constexpr int kFewest = 4;
    const auto size = static_cast<int>(grids.size());
    if (count <= 0)
        count = std::max(kFewest, size / kGridsEach);
    count = std::min(count, size);
    std::vector<city::GridCell> cells;
    for (const city::UnitGrid &grid : grids) {
        const geo::MapMultiPolygon shape = projection.toMap(grid.shape);
        cells.push_back({shape.empty() ? geo::MapPolygon{} : shape.front(), -1});
    }
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(QStringLiteral("第%1责任网格").arg(i + 1));
    return united(grids, city::groupCells(cells, count), names, projection, divisionCode);
}

QList<city::ResponsibilityGrid> responsibilityGridsOfCommunities(QList<city::UnitGrid> &grids,
                                                                 const geo::Projection &projection,
                                                                 const QString &divisionCode)
{
    QStringList keys;
    std::vector<int> groups;
    for (const city::UnitGrid &grid : grids) {
        const QString key = grid.streetName + QLatin1Char('\n') + grid.communityName;
        if (!keys.contains(key))
            keys.append(key);
        groups.push_back(static_cast<int>(keys.indexOf(key)));
    }
    QStringList names;
    for (const QString &key : keys)
        names.append(key.section(QLatin1Char('\n'), 1));
    return united(grids, groups, names, projection, divisionCode);
}

} // namespace gridhall::transfer
