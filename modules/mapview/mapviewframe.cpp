// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/mapview_p.h>

#include <mapview/groundpainter.h>

#include <algorithm>
#include <cmath>

namespace gridhall::mapview {
namespace {

// Bilinear scaling of a whole 4K view takes a tenth of a second, of this much a twentieth.
constexpr qint64 kMostSmoothPx = 2'500'000;

// Repainting every sliver of a region on its own would paint what lies across them many times; what
// is close together is painted as one.
QList<QRect> gathered(const QRegion &region)
{
    QList<QRect> rects;
    if (region.rectCount() <= 4)
        return QList<QRect>(region.begin(), region.end());
    constexpr int cell = 256;
    QHash<QPair<int, int>, QRect> byCell;
    for (const QRect &rect : region)
        byCell[{rect.center().x() / cell, rect.center().y() / cell}] |= rect;
    return byCell.values();
}

} // namespace

// Where the city ends there is nothing to look for: the centre stays on it.
Viewport MapView::Private::confined(Viewport to) const
{
    const geo::MapBox extent = source ? source->info().extent : geo::MapBox();
    if (extent.isEmpty())
        return to;
    to.centre.east = std::clamp(to.centre.east, extent.west, extent.east);
    to.centre.north = std::clamp(to.centre.north, extent.south, extent.north);
    return to;
}

void MapView::Private::showWhole()
{
    if (source && !source->info().extent.isEmpty()) {
        q.showBox(source->info().extent);
        wholeWanted = true; // still: a resize shows the whole again
    }
}

void MapView::Private::go(Viewport to, int durationMs, QEasingCurve::Type easing)
{
    to = confined(to);
    if (!animated || !q.isVisible()) {
        jump(to);
        return;
    }
    glide.start(view, to, durationMs, easing);
    frames.start();
    request();
}

void MapView::Private::jump(const Viewport &to)
{
    glide.stop();
    frames.stop();
    if (to.denominator != view.denominator || to.dpi != view.dpi || to.ratio != view.ratio)
        canvas.invalidate();
    view = confined(to);
    request();
    q.update();
    emit q.viewChanged();
}

void MapView::Private::tick()
{
    if (glide.isOver()) {
        jump(glide.target());
        return;
    }
    const double before = view.denominator;
    view = glide.now();
    if (view.denominator != before)
        canvas.invalidate();
    q.update();
    emit q.viewChanged();
}

// Asks for what the view will show when it rests, and notes what of it is missing.
void MapView::Private::request()
{
    if (!source || !source->isReady() || view.size.isEmpty() || !q.isVisible())
        return;
    const Viewport &wanted = target();
    const QList<TileKey> tiles = wanted.tiles(theme);
    missing.clear();
    for (const TileKey &key : tiles) {
        if (!source->tile(key) && !source->hasFailed(key))
            missing.insert(key);
    }
    QList<TileKey> now = tiles;
    if (shownTheme != theme)
        now += wanted.tiles(shownTheme);
    source->want(&q, now, wanted.neighbours(theme));
    settleTheme();
    announce();
}

void MapView::Private::tileReady(const TileKey &key)
{
    missing.remove(key);
    if (key == [&] {
            TileKey like = view.tileLike(shownTheme);
            like.column = key.column;
            like.row = key.row;
            return like;
        }()) {
        const QRect place(key.column * kTilePx, key.row * kTilePx, kTilePx, kTilePx);
        canvas.invalidate(place);
        const QRect area = view.deviceArea();
        const QRectF onScreen(QPointF(place.topLeft() - area.topLeft()) / view.ratio,
                              QSizeF(place.size()) / view.ratio);
        q.update(onScreen.toAlignedRect());
    } else if (!missing.isEmpty() && key.theme == shownTheme) {
        // It may stand in for something.
        canvas.invalidate();
        q.update();
    }
    settleTheme();
    announce();
}

void MapView::Private::tileFailed(const TileKey &key)
{
    if (missing.remove(key)) {
        settleTheme();
        announce();
    }
}

void MapView::Private::settleTheme()
{
    if (shownTheme == theme || !missing.isEmpty() || !source || !source->isReady())
        return;
    shownTheme = theme;
    canvas.invalidate();
    q.update();
}

void MapView::Private::announce()
{
    const bool complete = q.isComplete();
    if (complete == wasComplete)
        return;
    wasComplete = complete;
    if (complete)
        emit q.completed();
}

void MapView::Private::overlayChanged(const Overlay *overlay, const QList<geo::MapBox> &ground)
{
    if (ground.isEmpty()) {
        q.update();
        return;
    }
    const ViewState state = view.state();
    const double outset = overlay->outsetPx();
    QRegion region;
    for (const geo::MapBox &box : ground) {
        if (box.isEmpty())
            continue;
        const QRectF rect(state.toScreen({box.west, box.north}),
                          state.toScreen({box.east, box.south}));
        const QRectF seen =
            rect.adjusted(-outset, -outset, outset, outset).intersected(QRectF(q.rect()));
        if (!seen.isEmpty())
            region += seen.toAlignedRect();
    }
    if (!region.isEmpty())
        q.update(region);
}

QList<OverlayHit> MapView::Private::hitsAt(const QPointF &at) const
{
    QList<OverlayHit> hits;
    const ViewState state = view.state();
    for (auto overlay = overlays.rbegin(); overlay != overlays.rend(); ++overlay) {
        if (*overlay && (*overlay)->isVisible())
            hits += (*overlay)->hits(at, state);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const OverlayHit &a, const OverlayHit &b) {
        return a.distancePx < b.distancePx;
    });
    return hits;
}

void MapView::Private::refreshCanvas()
{
    canvas.setArea(view.deviceArea());
    if (!canvas.isStale())
        return;
    const TileKey like = view.tileLike(shownTheme);
    const QSize size = view.deviceSize();
    const bool smooth = qint64(size.width()) * size.height() <= kMostSmoothPx;
    bool any = false;
    canvas.refresh(groundColour, [&](QPainter &painter, const QRect &part) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, smooth);
        any |= GroundPainter(*source, painter).paintTiles(like, part);
    });
    if (any && !everShown) {
        everShown = true;
        QMetaObject::invokeMethod(&q, &MapView::groundShown, Qt::QueuedConnection);
    }
}

// The painter counts in device pixels here, so that the ground is copied and never resampled.
void MapView::Private::paintGround(QPainter &painter, const QRect &rect)
{
    const QRect part =
        QRectF(QPointF(rect.topLeft()) * view.ratio, QSizeF(rect.size()) * view.ratio)
            .toAlignedRect();
    const QRect area = view.deviceArea();
    painter.save();
    painter.scale(1 / view.ratio, 1 / view.ratio);
    if (isExact()) {
        canvas.blit(painter, part.translated(area.topLeft()) & area, part.topLeft());
    } else {
        painter.fillRect(part, groundColour);
        painter.translate(-area.topLeft());
        if (source)
            GroundPainter(*source, painter)
                .paintScaled(view.tileLike(shownTheme), view.metresPerDevicePixel(),
                             part.translated(area.topLeft()) & area);
    }
    painter.restore();
}

void MapView::Private::paintFrame(QPainter &painter, const QRegion &region)
{
    const ViewState state = view.state();
    const QList<QRect> rects = gathered(region);
    for (const QRect &rect : rects) {
        painter.setClipRect(rect);
        paintGround(painter, rect);
        for (const QPointer<Overlay> &overlay : std::as_const(overlays)) {
            if (!overlay || !overlay->isVisible())
                continue;
            painter.save();
            overlay->paint(painter, state, QRectF(rect));
            painter.restore();
        }
    }
}

} // namespace gridhall::mapview
