// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

#include <QList>
#include <QMetaType>
#include <QRect>
#include <QString>

namespace gridhall::mapview {

/// Edge of a tile in device pixels. Small enough that the first one is soon there and that little
/// is painted in vain at a view's edges, large enough that what a tile costs beyond its pixels
/// (asking some thirty layers) does not matter.
constexpr int kTilePx = 512;

/// One metatile: a square of ground of kTilePx device pixels in one theme at one true scale.
struct TileKey
{
    QString theme;
    int denominator = 0; ///< of the scale; any, not only the standard steps
    int column = 0;      ///< eastwards from the CRS's origin
    int row = 0;         ///< southwards from the CRS's origin
    int ratio256 = 256;  ///< device pixel ratio * 256
    int centiDpi = 9600; ///< dots per inch that the scale is true for, * 100
    friend bool operator==(const TileKey &, const TileKey &) = default;
};
size_t qHash(const TileKey &key, size_t seed = 0);

/// The standard scale steps: 500, 1000, 2000, 5000, 10000, 25000, 50000, 100000 (denominators).
const QList<int> &scaleSteps();

/// Metres of ground under one device pixel of such a tile.
double metresPerDevicePixel(const TileKey &key);

/// Ground covered by a tile.
geo::MapBox boxOf(const TileKey &key);

/// The columns (x) and rows (y) of tiles like `like` that meet `ground`.
QRect tilesOver(const geo::MapBox &ground, const TileKey &like);

} // namespace gridhall::mapview

Q_DECLARE_METATYPE(gridhall::mapview::TileKey)
