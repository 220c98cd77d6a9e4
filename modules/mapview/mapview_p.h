// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/glide.h>
#include <mapview/groundcanvas.h>
#include <mapview/mapview.h>
#include <mapview/viewport.h>

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <cmath>

namespace gridhall::mapview {

/// What a MapView is made of: where it looks, what it asks for and how it paints. The events that
/// come from outside are in mapview.cpp, this in mapviewframe.cpp.
class MapView::Private
{
public:
    Private(MapSource &mapSource, MapView &mapView) : source(&mapSource), q(mapView)
    {
        frames.setInterval(16);
        frames.setTimerType(Qt::PreciseTimer);
    }

    // The view as it is to be, once a glide has ended.
    const Viewport &target() const { return glide.isRunning() ? glide.target() : view; }

    void go(Viewport to, int durationMs, QEasingCurve::Type easing);
    void jump(const Viewport &to);
    void tick();
    Viewport confined(Viewport to) const;
    void showWhole();

    void request();
    void tileReady(const TileKey &key);
    void tileFailed(const TileKey &key);
    void settleTheme();
    void announce();

    void paintGround(QPainter &painter, const QRect &rect);
    void paintFrame(QPainter &painter, const QRegion &region);
    void refreshCanvas();
    /// At a whole scale the ground comes from the canvas; between two, on a glide, from scaled
    /// tiles.
    bool isExact() const { return view.denominator == std::round(view.denominator); }
    void overlayChanged(const Overlay *overlay, const QList<geo::MapBox> &ground);
    QList<OverlayHit> hitsAt(const QPointF &at) const;

    QPointer<MapSource> source;
    MapView &q;
    Viewport view;
    Glide glide;
    QTimer frames;
    GroundCanvas canvas;
    QList<QPointer<Overlay>> overlays;

    QString theme;      // as wanted
    QString shownTheme; // as painted: the old one until the new one is whole
    QColor groundColour = Qt::white;
    QSet<TileKey> missing;
    bool animated = true;
    bool placed = false;     // somebody has said where to look
    bool wholeWanted = true; // nobody has, so the whole city is shown
    bool dpiSet = false;
    bool everShown = false;
    bool wasComplete = false;

    geo::MapBox pendingBox;
    double pendingMargin = 0;

    // dragging
    QPointF pressedAt;
    geo::MapPoint pressedCentre;
    Qt::MouseButton pressed = Qt::NoButton;
    bool dragging = false;
    QPointF velocity; // logical pixels per ms
    QPointF lastDragAt;
    QElapsedTimer lastDrag;
    int wheelRest = 0;
};

} // namespace gridhall::mapview
