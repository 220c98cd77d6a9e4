// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/groundpainter.h>

#include <algorithm>
#include <cmath>

namespace gridhall::mapview {
namespace {

geo::MapBox groundOf(const QRect &part, double metresPerPixel)
{
    return {part.left() * metresPerPixel, -(part.bottom() + 1) * metresPerPixel,
            (part.right() + 1) * metresPerPixel, -part.top() * metresPerPixel};
}

// Neighbours share their rounded edge, so scaled tiles meet without a seam.
QRect pixelsOf(const geo::MapBox &ground, double metresPerPixel)
{
    const int left = int(std::lround(ground.west / metresPerPixel));
    const int right = int(std::lround(ground.east / metresPerPixel));
    const int top = int(std::lround(-ground.north / metresPerPixel));
    const int bottom = int(std::lround(-ground.south / metresPerPixel));
    return {left, top, right - left, bottom - top};
}

// The part of a scaled tile that matters, on whole pixels of the tile and with them in the target:
// scaling only what is seen keeps a much coarser tile from costing its whole enlarged self.
void drawScaled(QPainter &painter, const QImage &tile, const QRect &target, const QRect &part)
{
    const double sx = double(tile.width()) / target.width();
    const double sy = double(tile.height()) / target.height();
    const QRect seen = target & part;
    const QRect source = QRect(QPoint(int(std::floor((seen.left() - target.left()) * sx)),
                                      int(std::floor((seen.top() - target.top()) * sy))),
                               QPoint(int(std::ceil((seen.right() + 1 - target.left()) * sx)),
                                      int(std::ceil((seen.bottom() + 1 - target.top()) * sy)))) &
                         tile.rect();
    const QRectF place(target.left() + source.left() / sx, target.top() + source.top() / sy,
                       source.width() / sx, source.height() / sy);
    painter.drawImage(source == tile.rect() ? QRectF(target) : place, tile, QRectF(source));
}

} // namespace

bool GroundPainter::paintTiles(const TileKey &like, const QRect &part)
{
    const double metres = metresPerDevicePixel(like);
    const QRect cells = tilesOver(groundOf(part, metres), like);
    TileKey key = like;
    bool any = false;
    for (key.row = cells.top(); key.row <= cells.bottom(); ++key.row) {
        for (key.column = cells.left(); key.column <= cells.right(); ++key.column) {
            const QRect place(key.column * kTilePx, key.row * kTilePx, kTilePx, kTilePx);
            const QRect seen = place & part;
            if (seen.isEmpty())
                continue;
            if (const QImage *tile = m_source.tile(key)) {
                m_painter.drawImage(seen.topLeft(), *tile, seen.translated(-place.topLeft()));
                any = true;
            } else {
                any |= paintScaled(like, metres, seen);
            }
        }
    }
    return any;
}

bool GroundPainter::paintScaled(const TileKey &like, double metresPerPixel, const QRect &part)
{
    const double denominator = metresPerPixel / metresPerDevicePixel(like) * like.denominator;
    m_painter.save();
    m_painter.setClipRect(part, Qt::IntersectClip);
    QList<int> coarser;
    QList<int> finer;
    for (const int cached : m_source.cachedDenominators(like)) {
        if (cached >= denominator)
            coarser << cached;
        // Much finer tiles would be hundreds in a view, each a few pixels wide.
        else if (cached * 8 >= denominator)
            finer << cached;
    }
    bool any = coverWith(like, coarser, metresPerPixel, part);
    for (const int cached : finer) {
        TileKey level = like;
        level.denominator = cached;
        any |= paintLevel(level, metresPerPixel, part);
    }
    m_painter.restore();
    return any;
}

// From the coarsest that is needed to the finest: the nearest level that covers everything, and
// whatever there is of those between.
bool GroundPainter::coverWith(const TileKey &like, const QList<int> &denominators,
                              double metresPerPixel, const QRect &part)
{
    const geo::MapBox ground = groundOf(part, metresPerPixel);
    QList<TileKey> levels;
    for (const int denominator : denominators) {
        TileKey level = like;
        level.denominator = denominator;
        levels.prepend(level);
        if (hasAll(level, ground))
            break;
    }
    bool any = false;
    for (const TileKey &level : std::as_const(levels))
        any |= paintLevel(level, metresPerPixel, part);
    return any;
}

bool GroundPainter::hasAll(const TileKey &like, const geo::MapBox &ground) const
{
    const QRect cells = tilesOver(ground, like);
    TileKey key = like;
    for (key.row = cells.top(); key.row <= cells.bottom(); ++key.row) {
        for (key.column = cells.left(); key.column <= cells.right(); ++key.column) {
            if (!m_source.tile(key))
                return false;
        }
    }
    return true;
}

bool GroundPainter::paintLevel(const TileKey &like, double metresPerPixel, const QRect &part)
{
    const QRect cells = tilesOver(groundOf(part, metresPerPixel), like);
    TileKey key = like;
    bool any = false;
    for (key.row = cells.top(); key.row <= cells.bottom(); ++key.row) {
        for (key.column = cells.left(); key.column <= cells.right(); ++key.column) {
            const QImage *tile = m_source.tile(key);
            const QRect target = pixelsOf(boxOf(key), metresPerPixel);
            if (!tile || !target.intersects(part))
                continue;
            drawScaled(m_painter, *tile, target, part);
            any = true;
        }
    }
    return any;
}

} // namespace gridhall::mapview
