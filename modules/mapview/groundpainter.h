// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/mapsource.h>

#include <QPainter>

namespace gridhall::mapview {

/// Paints the map's ground from the tiles that are there: the right ones, and where they are
/// missing coarser ones scaled up and finer ones scaled down. Counts in device pixels from the
/// CRS's origin at the scale it paints in. GUI thread; for the moment of one frame.
class GroundPainter
{
public:
    GroundPainter(MapSource &source, QPainter &painter) : m_source(source), m_painter(painter) {}

    /// Fills `part` with tiles like `like`, or what stands in for them. True when any was painted.
    bool paintTiles(const TileKey &like, const QRect &part);
    /// Fills `part`, where a device pixel covers `metresPerPixel`, with whatever comes nearest.
    bool paintScaled(const TileKey &like, double metresPerPixel, const QRect &part);

private:
    bool coverWith(const TileKey &like, const QList<int> &denominators, double metresPerPixel,
                   const QRect &part);
    bool hasAll(const TileKey &like, const geo::MapBox &ground) const;
    bool paintLevel(const TileKey &like, double metresPerPixel, const QRect &part);

    MapSource &m_source;
    QPainter &m_painter;
};

} // namespace gridhall::mapview
