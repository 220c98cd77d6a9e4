// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/basemap.h>

namespace gridhall::simulation {

/// A street between two nodes, without a junction between them.
struct StreetPiece
{
    int street = -1; ///< index into the lines it was made from
    int from = -1;   ///< nodes
    int to = -1;
    geo::MapLine line;
};

/// Streets cut where they meet. Base maps give centre lines that cross, touch or share a vertex;
/// all three become one node.
struct NodedStreets
{
    std::vector<geo::MapPoint> nodes;
    std::vector<StreetPiece> pieces;
};

NodedStreets nodeStreets(const std::vector<geo::StreetLine> &streets);

} // namespace gridhall::simulation
