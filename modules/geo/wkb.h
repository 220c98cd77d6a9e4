// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>

#include <QByteArray>

namespace gridhall::geo {

/// OGC well-known binary, little-endian, 2D, of lon/lat geometries; what databases store.
QByteArray toWkb(const LonLat &point);
QByteArray toWkb(const LonLatLine &line);
QByteArray toWkb(const LonLatMultiPolygon &polygons);

/// Readers take either byte order and Z/M variants (dropped); anything malformed or of another
/// type is InvalidInput. A polygon is read as a multipolygon of one.
Result<LonLat> pointFromWkb(const QByteArray &wkb);
Result<LonLatLine> lineFromWkb(const QByteArray &wkb);
Result<LonLatMultiPolygon> multiPolygonFromWkb(const QByteArray &wkb);

} // namespace gridhall::geo
