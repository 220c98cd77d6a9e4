// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

#include <vector>

namespace gridhall::city {

struct Neighbour
{
    int cell = -1;
    double borderM = 0.0;
};
using Neighbours = std::vector<std::vector<Neighbour>>;

/// Who shares a border with whom, each list in ascending order. The polygons must come from one
/// planar graph, so that a common border is the same segments in both.
Neighbours neighboursOf(const std::vector<const geo::MapPolygon *> &polygons);

} // namespace gridhall::city
