// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

namespace gridhall::simulation {

// Lines as people walk them: measured in metres from their beginning. A line has two points or
// more.

double distanceM(const geo::MapPoint &a, const geo::MapPoint &b);
/// The point `alongM` from the beginning; beyond an end, that end.
geo::MapPoint pointAlong(const geo::MapLine &line, double alongM);
/// The part between two measures, in the direction from the first to the second.
geo::MapLine partOf(const geo::MapLine &line, double fromM, double toM);
/// A line beside this one, `offsetM` to the right (negative: to the left).
geo::MapLine beside(const geo::MapLine &line, double offsetM);

/// Where a line comes nearest to a point.
struct Nearest
{
    double alongM = 0.0;
    double distanceM = 1e300;
    geo::MapPoint at;
};
Nearest nearestOn(const geo::MapLine &line, const geo::MapPoint &point);

} // namespace gridhall::simulation
