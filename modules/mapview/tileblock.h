// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/tilekey.h>

#include <QImage>

#include <functional>

namespace gridhall::mapview {

/// Tiles along an edge of what is rendered at once. Two by two take a quarter less time than four
/// alone, because what stands around a picture (for its labels) is looked at once.
constexpr int kBlockTiles = 2;
constexpr std::size_t kBlockBytes = std::size_t(4) * kTilePx * kTilePx * kBlockTiles * kBlockTiles;

/// A rectangle of tiles that a worker paints in one go.
struct TileBlock
{
    TileKey corner; ///< the north-western one
    int columns = 1;
    int rows = 1;

    QList<TileKey> tiles() const;
    bool contains(const TileKey &key) const;
    geo::MapBox ground() const;
    /// One of its tiles, copied out of the pixels of the whole; without alpha when it is opaque.
    QImage cut(const TileKey &tile, const uchar *pixels) const;
};

/// The largest block around `seed` of tiles that are `wanted` (as `seed` is), within one cell of a
/// coarse raster, so that the same tiles are painted together each time and their labels agree.
TileBlock blockAround(const TileKey &seed, const std::function<bool(const TileKey &)> &wanted);

} // namespace gridhall::mapview
