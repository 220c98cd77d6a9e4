// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>

#include <vector>

namespace gridhall::geo {

// Planar geometry on GEOS, in metres of the project's CRS. All results lie on a 1 mm raster, so
// neighbours made from the same lines share their vertices exactly: no gap, no overlap.

/// The faces that `lines` cut `boundary` into; the union of all is the boundary.
Result<std::vector<MapPolygon>> polygonize(const MapPolygon &boundary,
                                           const std::vector<MapLine> &lines);
Result<MapMultiPolygon> unite(const std::vector<MapPolygon> &polygons);
Result<MapMultiPolygon> buffer(const std::vector<MapLine> &lines, double distanceM,
                               bool roundCaps = true);
Result<MapMultiPolygon> buffer(const MapMultiPolygon &polygons, double distanceM);
// The polygons of one argument may overlap each other.
Result<MapMultiPolygon> subtract(const MapMultiPolygon &from, const MapMultiPolygon &what);
Result<MapMultiPolygon> intersect(const MapMultiPolygon &a, const MapMultiPolygon &b);
Result<std::vector<MapLine>> clip(const std::vector<MapLine> &lines, const MapMultiPolygon &to);
/// Length of the border that two polygons share; 0 when they only touch.
double sharedBorderM(const MapPolygon &a, const MapPolygon &b);
/// Empty when valid, else what is wrong.
QString invalidity(const MapMultiPolygon &polygons);

} // namespace gridhall::geo
