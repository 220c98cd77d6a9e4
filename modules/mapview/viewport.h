// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/overlay.h>
#include <mapview/tilekey.h>

#include <QRect>

namespace gridhall::mapview {

/// Where a view looks: a plain value. Positions on the ground are counted in device pixels of its
/// scale from the CRS's origin (x eastwards, y southwards), and the view's corner always lies on a
/// whole one, so that tiles are never resampled while the view rests.
struct Viewport
{
    geo::MapPoint centre;
    double denominator = 5000;
    double dpi = 96;
    QSize size;        ///< logical pixels
    qreal ratio = 1.0; ///< device pixels per logical pixel

    int ratio256() const { return qRound(ratio * 256); }
    QSize deviceSize() const;
    double metresPerDevicePixel() const;
    double metresPerPixel() const { return metresPerDevicePixel() * ratio; }
    /// What is visible, in device pixels from the CRS's origin.
    QRect deviceArea() const;
    ViewState state() const;

    /// A tile of this scale (rounded to a whole denominator), without its place.
    TileKey tileLike(const QString &theme) const;
    /// The tiles in sight, nearest to the centre first.
    QList<TileKey> tiles(const QString &theme) const;
    /// What a view that rests here may show next: a ring around, one step out, one step in.
    QList<TileKey> neighbours(const QString &theme) const;

    /// The same with another scale, the ground under `about` (logical pixels) staying where it is.
    Viewport zoomed(double toDenominator, const QPointF &about) const;
    /// On the way from here to `to`: t = 0 … 1. Both ends' common ground point stays put.
    Viewport towards(const Viewport &to, double t) const;
};

/// The next standard scale step from any denominator; stays at the ends.
int nextScaleStep(double denominator, int steps);

} // namespace gridhall::mapview
