// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/tileblock.h>

#include <algorithm>
#include <cstring>

namespace gridhall::mapview {
namespace {

bool isOpaque(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const quint32 *>(image.constScanLine(y));
        quint32 all = 0xff000000;
        for (int x = 0; x < image.width(); ++x)
            all &= line[x];
        if (all != 0xff000000)
            return false;
    }
    return true;
}

int cellStart(int value)
{
    const int rest = value % kBlockTiles;
    return value - (rest < 0 ? rest + kBlockTiles : rest);
}

} // namespace

QList<TileKey> TileBlock::tiles() const
{
    QList<TileKey> keys;
    TileKey key = corner;
    for (key.row = corner.row; key.row < corner.row + rows; ++key.row) {
        for (key.column = corner.column; key.column < corner.column + columns; ++key.column)
            keys << key;
    }
    return keys;
}

bool TileBlock::contains(const TileKey &key) const
{
    TileKey moved = key;
    moved.column = corner.column;
    moved.row = corner.row;
    return moved == corner && key.column >= corner.column && key.column < corner.column + columns &&
           key.row >= corner.row && key.row < corner.row + rows;
}

geo::MapBox TileBlock::ground() const
{
    TileKey last = corner;
    last.column += columns - 1;
    last.row += rows - 1;
    geo::MapBox box = boxOf(corner);
    box.include(boxOf(last));
    return box;
}

QImage TileBlock::cut(const TileKey &tile, const uchar *pixels) const
{
    const qsizetype stride = qsizetype(columns) * kTilePx * 4;
    const uchar *first = pixels + (tile.row - corner.row) * kTilePx * stride +
                         qsizetype(tile.column - corner.column) * kTilePx * 4;
    const QImage painted(first, kTilePx, kTilePx, stride, QImage::Format_ARGB32_Premultiplied);
    QImage owned(kTilePx, kTilePx,
                 isOpaque(painted) ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < kTilePx; ++y)
        std::memcpy(owned.scanLine(y), painted.constScanLine(y), std::size_t(kTilePx) * 4);
    return owned;
}

TileBlock blockAround(const TileKey &seed, const std::function<bool(const TileKey &)> &wanted)
{
    TileBlock whole{seed, kBlockTiles, kBlockTiles};
    whole.corner.column = cellStart(seed.column);
    whole.corner.row = cellStart(seed.row);
    TileBlock across = whole;
    across.corner.row = seed.row;
    across.rows = 1;
    TileBlock down = whole;
    down.corner.column = seed.column;
    down.columns = 1;
    for (const TileBlock &block : {whole, across, down}) {
        const QList<TileKey> keys = block.tiles();
        if (std::all_of(keys.begin(), keys.end(),
                        [&](const TileKey &key) { return key == seed || wanted(key); }))
            return block;
    }
    return {seed, 1, 1};
}

} // namespace gridhall::mapview
