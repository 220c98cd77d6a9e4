// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/basemap.h>
#include <geo/lonlat.h>

#include <functional>
#include <vector>

namespace gridhall::city {

/// How unit grids are cut (CJ/T 213: along streets, about 10,000 m², seamless).
struct GridMakingRules
{
    double targetM2 = 10000.0;
    double smallestM2 = 4000.0; ///< smaller faces join the neighbour with the longest shared border
    double largestM2 = 16000.0; ///< larger faces are cut across their longer side
};

/// One cell of the answer, in the project's CRS, with the group (community) it fell into.
struct GridCell
{
    geo::MapPolygon shape;
    int community = -1; ///< index into `communities`, -1 when none was given
};

/// Cuts `boundary` into cells along streets and along the borders of `communities` (may be empty),
/// with no gap and no overlap; deterministic. `progress` (0…1) returns false to cancel.
Result<std::vector<GridCell>> makeUnitGrids(const geo::MapPolygon &boundary,
                                            const std::vector<geo::StreetLine> &streets,
                                            const std::vector<geo::MapPolygon> &communities,
                                            const GridMakingRules &rules = {},
                                            const std::function<bool(double)> &progress = {});

/// Groups neighbouring cells into `count` compact responsibility grids of about the same number of
/// cells; element i is the group of cell i.
std::vector<int> groupCells(const std::vector<GridCell> &cells, int count);

} // namespace gridhall::city
