// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/viewport.h>

#include <algorithm>
#include <cmath>

namespace gridhall::mapview {
namespace {

void sortByDistance(QList<TileKey> &keys, const geo::MapPoint &centre)
{
    const auto distance = [&](const TileKey &key) {
        const geo::MapPoint middle = boxOf(key).centre();
        return std::hypot(middle.east - centre.east, middle.north - centre.north);
    };
    std::stable_sort(keys.begin(), keys.end(),
                     [&](const TileKey &a, const TileKey &b) { return distance(a) < distance(b); });
}

QList<TileKey> keysIn(const QRect &cells, TileKey like)
{
    QList<TileKey> keys;
    for (like.row = cells.top(); like.row <= cells.bottom(); ++like.row) {
        for (like.column = cells.left(); like.column <= cells.right(); ++like.column)
            keys << like;
    }
    return keys;
}

} // namespace

QSize Viewport::deviceSize() const
{
    return {int(std::ceil(size.width() * ratio)), int(std::ceil(size.height() * ratio))};
}

double Viewport::metresPerDevicePixel() const
{
    return denominator * 0.0254 / (dpi * ratio256() / 256.0);
}

QRect Viewport::deviceArea() const
{
    const double metres = metresPerDevicePixel();
    const QSize device = deviceSize();
    return {QPoint(int(std::lround(centre.east / metres - device.width() / 2.0)),
                   int(std::lround(-centre.north / metres - device.height() / 2.0))),
            device};
}

ViewState Viewport::state() const
{
    const double metres = metresPerDevicePixel();
    const QRect area = deviceArea();
    ViewState state;
    state.ground.west = area.left() * metres;
    state.ground.north = -area.top() * metres;
    state.metresPerPixel = metresPerPixel();
    state.ground.east = state.ground.west + size.width() * state.metresPerPixel;
    state.ground.south = state.ground.north - size.height() * state.metresPerPixel;
    state.scaleDenominator = qRound(denominator);
    state.size = size;
    state.devicePixelRatio = ratio;
    return state;
}

TileKey Viewport::tileLike(const QString &theme) const
{
    TileKey key;
    key.theme = theme;
    key.denominator = qRound(denominator);
    key.ratio256 = ratio256();
    key.centiDpi = qRound(dpi * 100);
    return key;
}

QList<TileKey> Viewport::tiles(const QString &theme) const
{
    const TileKey like = tileLike(theme);
    QList<TileKey> keys = keysIn(tilesOver(state().ground, like), like);
    sortByDistance(keys, centre);
    return keys;
}

QList<TileKey> Viewport::neighbours(const QString &theme) const
{
    const TileKey like = tileLike(theme);
    const geo::MapBox ground = state().ground;
    const QRect cells = tilesOver(ground, like);

    // One step out first: few tiles, and they stand in wherever the view goes next.
    Viewport out = *this;
    out.denominator = nextScaleStep(denominator, 1);
    QList<TileKey> keys = out.denominator > denominator ? out.tiles(theme) : QList<TileKey>();

    QList<TileKey> ring = keysIn(cells.adjusted(-1, -1, 1, 1), like);
    ring.removeIf([&](const TileKey &key) { return cells.contains(key.column, key.row); });
    sortByDistance(ring, centre);
    keys += ring;

    Viewport in = *this;
    in.denominator = nextScaleStep(denominator, -1);
    if (in.denominator < denominator)
        keys += in.tiles(theme);
    return keys;
}

Viewport Viewport::zoomed(double toDenominator, const QPointF &about) const
{
    Viewport to = *this;
    to.denominator = toDenominator;
    // From the centre, not from the corner: that one is rounded to a pixel, and half a pixel far
    // out would be many close by.
    const QPointF fromCentre = about - QPointF(size.width() / 2.0, size.height() / 2.0);
    const double metres = metresPerPixel() - to.metresPerPixel();
    to.centre = {centre.east + fromCentre.x() * metres, centre.north - fromCentre.y() * metres};
    return to;
}

Viewport Viewport::towards(const Viewport &to, double t) const
{
    Viewport between = to;
    double share = t;
    if (!qFuzzyCompare(denominator, to.denominator)) {
        between.denominator = denominator * std::pow(to.denominator / denominator, t);
        // The centre moves with the scale, which keeps one point of the ground at rest.
        share = (between.denominator - denominator) / (to.denominator - denominator);
    }
    between.centre = {centre.east + (to.centre.east - centre.east) * share,
                      centre.north + (to.centre.north - centre.north) * share};
    return between;
}

int nextScaleStep(double denominator, int steps)
{
    const QList<int> &all = scaleSteps();
    const int now = qRound(denominator);
    if (steps > 0) {
        const auto above = std::upper_bound(all.begin(), all.end(), now);
        const auto index = std::min<qsizetype>(above - all.begin() + steps - 1, all.size() - 1);
        return std::max(all.at(index), now);
    }
    if (steps < 0) {
        const auto below = std::lower_bound(all.begin(), all.end(), now);
        const auto index = std::max<qsizetype>(below - all.begin() + steps, 0);
        return std::min(all.at(index), now);
    }
    return now;
}

} // namespace gridhall::mapview
