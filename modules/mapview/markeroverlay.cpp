// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/livingoverlays.h>

#include <look/words.h>
#include <mapview/markerlayout.h>

#include <QPainterPath>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace gridhall::mapview {

namespace {

using look::Mark;
using Kind = look::MarkerFace::Kind;

constexpr double kHitSlackPx = 4.0;

bool sameView(const ViewState &a, const ViewState &b)
{
    return a.ground.west == b.ground.west && a.ground.north == b.ground.north &&
           a.metresPerPixel == b.metresPerPixel && a.size == b.size &&
           a.devicePixelRatio == b.devicePixelRatio;
}

geo::MapBox groundOf(const QRectF &pixels, const ViewState &view)
{
    const geo::MapPoint a = view.toMap(pixels.topLeft());
    const geo::MapPoint b = view.toMap(pixels.bottomRight());
    return {a.east, b.north, b.east, a.north};
}

Mark markOf(cases::Light light)
{
    switch (light) {
    case cases::Light::OnTime:
        return Mark::OnTime;
    case cases::Light::DueSoon:
        return Mark::DueSoon;
    case cases::Light::Overdue:
        return Mark::Overdue;
    case cases::Light::Suspended:
        return Mark::Suspended;
    case cases::Light::Closed:
        return Mark::Closed;
    case cases::Light::None:
        break;
    }
    return Mark::None;
}

int urgencyOf(cases::Light light)
{
    switch (light) {
    case cases::Light::Overdue:
        return 100;
    case cases::Light::DueSoon:
        return 60;
    case cases::Light::OnTime:
        return 40;
    case cases::Light::Suspended:
        return 30;
    default:
        return 20;
    }
}

int headingStepOf(float headingDeg)
{
    return headingDeg < 0 ? -1 : int(std::lround(headingDeg / 15.0)) % 24;
}

} // namespace

class MarkerOverlay::Private
{
public:
    Private(MarkerOverlay *overlay, look::Theme t, double glyph, double labelPx)
        : q(overlay), theme(t), glyphPx(glyph), layout(t, glyph, labelPx)
    {
    }

    /// Many changes of one moment are laid out once, when the event loop comes round.
    void itemsChanged()
    {
        if (pending)
            return;
        pending = true;
        QMetaObject::invokeMethod(q, [this] { announce(); }, Qt::QueuedConnection);
    }

    void announce()
    {
        pending = false;
        if (!hasView) {
            emit q->changed({});
            return;
        }
        std::vector<PlacedMarker> before = std::move(placed);
        layOut();
        QList<geo::MapBox> dirty = differences(before);
        if (!dirty.isEmpty())
            emit q->changed(dirty);
    }

    void layOut()
    {
        placed = layout.place(items, chosen, clustering, view);
        raster.clear();
        for (int i = 0; i < int(placed.size()); ++i)
            raster.insert(placed[size_t(i)].bounds, i);
    }

    /// Ground under every marker that came, went or looks different now.
    QList<geo::MapBox> differences(const std::vector<PlacedMarker> &before) const
    {
        QHash<QString, const PlacedMarker *> old;
        std::vector<const PlacedMarker *> oldClusters;
        for (const PlacedMarker &marker : before) {
            if (marker.key.isEmpty())
                oldClusters.push_back(&marker);
            else
                old.insert(marker.key, &marker);
        }
        QList<geo::MapBox> dirty;
        const auto add = [&dirty, this](const QRectF &bounds) {
            dirty.append(groundOf(bounds.adjusted(-1, -1, 1, 1), view));
        };
        for (const PlacedMarker &marker : placed) {
            if (marker.key.isEmpty()) {
                const auto same =
                    std::find_if(oldClusters.begin(), oldClusters.end(),
                                 [&marker](const PlacedMarker *o) { return o->looksLike(marker); });
                if (same != oldClusters.end())
                    oldClusters.erase(same);
                else
                    add(marker.bounds);
                continue;
            }
            const PlacedMarker *o = old.take(marker.key);
            if (o && o->looksLike(marker))
                continue;
            add(marker.bounds);
            if (o)
                add(o->bounds);
        }
        for (const PlacedMarker *gone : std::as_const(old))
            add(gone->bounds);
        for (const PlacedMarker *gone : oldClusters)
            add(gone->bounds);
        return dirty;
    }

    void paintCones(QPainter &painter, const std::vector<int> &shown) const
    {
        QColor edge = look::palette(theme).camera;
        QColor wash = edge;
        edge.setAlpha(190);
        // On white the same share of a dark hue would shout.
        wash.setAlpha(look::palette(theme).isDark() ? 50 : 26);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(edge, std::max(1.0, glyphPx / 28.0)));
        painter.setBrush(wash);
        for (const int i : shown) {
            if (!placed[size_t(i)].cone.isEmpty())
                painter.drawPath(placed[size_t(i)].cone);
        }
    }

    MarkerOverlay *q;
    look::Theme theme;
    double glyphPx;
    MarkerLayout layout;
    std::vector<Item> items;
    QHash<QString, int> byKey;
    QString chosen;
    bool clustering = true;
    bool pending = false;
    bool hasView = false;
    ViewState view;
    std::vector<PlacedMarker> placed; ///< least urgent first, as last told to the view
    RectRaster raster;
};

MarkerOverlay::MarkerOverlay(look::Theme theme, double glyphPx, double labelPx, QObject *parent)
    : Overlay(parent), d(std::make_unique<Private>(this, theme, glyphPx, labelPx))
{
}

MarkerOverlay::~MarkerOverlay() = default;

void MarkerOverlay::setItems(QList<Item> items)
{
    d->items.assign(items.cbegin(), items.cend());
    d->byKey.clear();
    for (int i = 0; i < int(d->items.size()); ++i)
        d->byKey.insert(d->items[size_t(i)].key, i);
    d->itemsChanged();
}

void MarkerOverlay::setItem(const Item &item)
{
    const auto it = d->byKey.constFind(item.key);
    if (it != d->byKey.cend()) {
        d->items[size_t(*it)] = item;
    } else {
        d->byKey.insert(item.key, int(d->items.size()));
        d->items.push_back(item);
    }
    d->itemsChanged();
}

void MarkerOverlay::removeItem(const QString &key)
{
    const auto it = d->byKey.find(key);
    if (it == d->byKey.end())
        return;
    const int gap = *it;
    d->byKey.erase(it);
    const int last = int(d->items.size()) - 1;
    if (gap != last) {
        d->items[size_t(gap)] = std::move(d->items[size_t(last)]);
        d->byKey[d->items[size_t(gap)].key] = gap;
    }
    d->items.pop_back();
    d->itemsChanged();
}

void MarkerOverlay::setSizes(double glyphPx, double labelPx)
{
    d->glyphPx = glyphPx;
    d->layout.cache().setSizes(glyphPx, labelPx);
    d->itemsChanged();
}

void MarkerOverlay::setClustering(bool on)
{
    if (d->clustering == on)
        return;
    d->clustering = on;
    d->itemsChanged();
}

void MarkerOverlay::setChosen(const QString &key)
{
    if (d->chosen == key)
        return;
    d->chosen = key;
    d->itemsChanged();
}

void MarkerOverlay::paint(QPainter &painter, const ViewState &view, const QRectF &dirty)
{
    if (!isVisible())
        return;
    if (!d->hasView || !sameView(view, d->view)) {
        d->view = view;
        d->hasView = true;
        d->layOut();
    }
    std::vector<int> shown;
    d->raster.visit(dirty, [&shown](int id, const QRectF &) {
        shown.push_back(id);
        return true;
    });
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());

    painter.save();
    d->paintCones(painter, shown);
    for (const int i : shown) {
        const PlacedMarker &marker = d->placed[size_t(i)];
        const look::MarkerArt &art = d->layout.cache().art(marker.face, view.devicePixelRatio);
        painter.drawPixmap(marker.at - art.anchor, art.pixmap);
    }
    painter.restore();
}

QList<OverlayHit> MarkerOverlay::hits(const QPointF &at, const ViewState &view) const
{
    if (!isVisible() || !d->hasView || !sameView(view, d->view))
        return {};
    const QRectF around(at.x() - kHitSlackPx, at.y() - kHitSlackPx, 2 * kHitSlackPx,
                        2 * kHitSlackPx);
    QList<OverlayHit> found;
    QList<int> seen;
    d->raster.visit(around, [&](int id, const QRectF &) {
        const PlacedMarker &marker = d->placed[size_t(id)];
        if (seen.contains(id) || !marker.glyph.intersects(around))
            return true;
        seen.append(id);
        const QPointF away = at - marker.glyph.center();
        found.append({marker.hitKind, marker.key, marker.title, std::hypot(away.x(), away.y())});
        return true;
    });
    std::sort(found.begin(), found.end(),
              [](const OverlayHit &a, const OverlayHit &b) { return a.distancePx < b.distancePx; });
    return found;
}

MarkerOverlay::Item MarkerOverlay::itemOf(const cases::CaseFile &file, cases::Light light,
                                          qint64 secsLeft, const geo::MapPoint &at)
{
    Item item;
    item.key = file.id.toString();
    item.at = at;
    item.face.kind = Kind::Case;
    item.face.mark = markOf(light);
    if (light == cases::Light::Overdue)
        item.face.label = look::leftText(std::min<qint64>(secsLeft, -1));
    item.hitKind = QStringLiteral("case");
    item.urgency = urgencyOf(light);
    item.title = file.address.isEmpty() ? file.className
                                        : file.className + QStringLiteral(" · ") + file.address;
    return item;
}

MarkerOverlay::Item MarkerOverlay::itemOf(const tracking::Mover &mover, const QDateTime &nowUtc,
                                          const geo::MapPoint &at)
{
    Item item;
    item.key = mover.id.toString();
    item.at = at;
    item.face.kind = mover.kind == tracking::MoverKind::Vehicle ? Kind::Vehicle : Kind::Patroller;
    item.face.stale = mover.isStale(nowUtc) || mover.latest.activity == tracking::Activity::OffDuty;
    item.face.label = mover.name;
    if (mover.isStale(nowUtc) && mover.latest.atUtc.isValid())
        item.face.label += u' ' + look::ageText(mover.latest.atUtc.secsTo(nowUtc));
    item.face.headingStep = item.face.stale && item.face.kind == Kind::Patroller
                                ? -1
                                : headingStepOf(mover.latest.headingDeg);
    item.hitKind = QStringLiteral("mover");
    item.urgency = item.face.stale ? 45 : 50;
    item.title = item.face.label;
    return item;
}

MarkerOverlay::Item MarkerOverlay::itemOf(const video::Camera &camera, const geo::MapPoint &at)
{
    Item item;
    item.key = camera.id.toString();
    item.at = at;
    item.face.kind = Kind::Camera;
    item.face.label = camera.number > 0 ? QString::number(camera.number) : camera.name;
    item.hitKind = QStringLiteral("camera");
    item.urgency = 10;
    item.title = camera.name;
    item.directionDeg = camera.directionDeg;
    item.fieldDeg = camera.fieldOfViewDeg;
    item.reachM = camera.reachM;
    return item;
}

} // namespace gridhall::mapview
