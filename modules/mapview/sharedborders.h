// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

#include <vector>

namespace gridhall::mapview {

/// The borders of neighbouring areas as lines, each stretch once although both neighbours have it,
/// so that a dashed line keeps its dashes and a see-through one its shade. Lines run from junction
/// to junction. Pure.
std::vector<geo::MapLine> sharedBorders(const std::vector<geo::MapMultiPolygon> &areas);

} // namespace gridhall::mapview
