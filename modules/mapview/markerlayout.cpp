// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/markerlayout.h>

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace gridhall::mapview {

namespace {

using Kind = look::MarkerFace::Kind;
using look::Mark;
using Item = MarkerOverlay::Item;

constexpr double kCellPx = 96.0;
constexpr int kFewestInCluster = 4; ///< fewer stay apart: a disc would hide more than it shows
constexpr double kClusterGlyphs = 1.25;
constexpr double kRim = 0.14; ///< share of a glyph's box that a label may lie on

quint64 cellKey(int x, int y)
{
    return (quint64(quint32(x)) << 32) | quint32(y);
}

bool mayGather(const Item &item, const QString &chosen)
{
    return item.face.kind == Kind::Case && item.face.mark != Mark::Overdue &&
           item.face.mark != Mark::Alarm && item.key != chosen;
}

int shareOf(Mark mark)
{
    switch (mark) {
    case Mark::DueSoon:
        return 1;
    case Mark::Suspended:
        return 2;
    case Mark::Closed:
        return 3;
    default:
        return 0;
    }
}

Item clusterOf(const std::vector<Item> &items, const std::vector<int> &members)
{
    Item cluster;
    cluster.face.kind = Kind::Cluster;
    cluster.face.count = int(members.size());
    cluster.hitKind = QStringLiteral("cluster");
    cluster.title = QString::number(members.size());
    for (const int i : members) {
        const Item &item = items[size_t(i)];
        cluster.at.east += item.at.east / double(members.size());
        cluster.at.north += item.at.north / double(members.size());
        ++cluster.face.shares[shareOf(item.face.mark)];
        cluster.urgency = std::max(cluster.urgency, item.urgency);
    }
    return cluster;
}

/// The label that may be left out: an urgent case keeps its own whatever lies below.
bool mustKeepLabel(const PlacedMarker &marker)
{
    return marker.face.chosen || marker.face.mark == Mark::Overdue ||
           marker.face.mark == Mark::Alarm;
}

QPainterPath coneOf(const Item &item, const QPointF &at, double metresPerPixel, double glyphPx)
{
    QPainterPath path;
    if (item.face.kind != Kind::Camera || item.fieldDeg <= 0)
        return path;
    // Far out the true reach would lie under the lens; the direction must stay visible.
    const double radius = std::max(double(item.reachM) / metresPerPixel, glyphPx * 1.7);
    path.moveTo(at);
    // Qt counts counter-clockwise from east, a compass clockwise from north.
    const double start = 90.0 - item.directionDeg + item.fieldDeg / 2;
    path.arcTo(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), start,
               -item.fieldDeg);
    path.closeSubpath();
    return path;
}

QPointF onPixel(const QPointF &p, qreal ratio)
{
    return {std::round(p.x() * ratio) / ratio, std::round(p.y() * ratio) / ratio};
}

} // namespace

void RectRaster::insert(const QRectF &rect, int id)
{
    const int right = int(std::floor(rect.right() / kCellPx));
    const int bottom = int(std::floor(rect.bottom() / kCellPx));
    for (int y = int(std::floor(rect.top() / kCellPx)); y <= bottom; ++y) {
        for (int x = int(std::floor(rect.left() / kCellPx)); x <= right; ++x)
            m_cells[cellKey(x, y)].push_back({rect, id});
    }
}

void RectRaster::visit(const QRectF &rect,
                       const std::function<bool(int, const QRectF &)> &meets) const
{
    const int right = int(std::floor(rect.right() / kCellPx));
    const int bottom = int(std::floor(rect.bottom() / kCellPx));
    for (int y = int(std::floor(rect.top() / kCellPx)); y <= bottom; ++y) {
        for (int x = int(std::floor(rect.left() / kCellPx)); x <= right; ++x) {
            const auto it = m_cells.constFind(cellKey(x, y));
            if (it == m_cells.cend())
                continue;
            for (const Entry &entry : *it) {
                if (entry.rect.intersects(rect) && !meets(entry.id, entry.rect))
                    return;
            }
        }
    }
}

bool RectRaster::meets(const QRectF &rect, int exceptId) const
{
    bool found = false;
    visit(rect, [&found, exceptId](int id, const QRectF &) {
        found = id != exceptId;
        return !found;
    });
    return found;
}

std::vector<Item> MarkerLayout::gathered(const std::vector<Item> &items, const QString &chosen,
                                         double metresPerPixel) const
{
    // Distances on the ground, not on the screen: panning must not regroup anything.
    const double radius = m_cache.glyphPx() * kClusterGlyphs * metresPerPixel;
    std::unordered_map<quint64, std::vector<int>> cells;
    const auto cellOf = [radius](const geo::MapPoint &p) {
        return std::pair(int(std::floor(p.east / radius)), int(std::floor(p.north / radius)));
    };
    for (int i = 0; i < int(items.size()); ++i) {
        if (mayGather(items[size_t(i)], chosen)) {
            const auto [x, y] = cellOf(items[size_t(i)].at);
            cells[cellKey(x, y)].push_back(i);
        }
    }

    std::vector<Item> result;
    std::vector<char> taken(items.size(), 0);
    const auto nearTo = [&](int i) {
        std::vector<int> near;
        const geo::MapPoint at = items[size_t(i)].at;
        const auto [cx, cy] = cellOf(at);
        for (int cell = 0; cell < 9; ++cell) {
            const auto it = cells.find(cellKey(cx + cell % 3 - 1, cy + cell / 3 - 1));
            if (it == cells.end())
                continue;
            for (const int j : it->second) {
                const geo::MapPoint &o = items[size_t(j)].at;
                if (!taken[size_t(j)] && std::hypot(o.east - at.east, o.north - at.north) < radius)
                    near.push_back(j);
            }
        }
        return near;
    };
    for (int i = 0; i < int(items.size()); ++i) {
        if (taken[size_t(i)] || !mayGather(items[size_t(i)], chosen))
            continue;
        const std::vector<int> near = nearTo(i);
        if (int(near.size()) < kFewestInCluster)
            continue;
        for (const int j : near)
            taken[size_t(j)] = 1;
        result.push_back(clusterOf(items, near));
    }
    for (int i = 0; i < int(items.size()); ++i) {
        if (!taken[size_t(i)])
            result.push_back(items[size_t(i)]);
    }
    return result;
}

void MarkerLayout::measure(PlacedMarker &marker, qreal ratio)
{
    const look::MarkerArt &art = m_cache.art(marker.face, ratio);
    marker.glyph = art.glyphBox.translated(marker.at);
    marker.bounds = QRectF(marker.at - art.anchor, art.pixmap.deviceIndependentSize());
    if (!marker.cone.isEmpty())
        marker.bounds |= marker.cone.boundingRect().adjusted(-3, -3, 3, 3);
}

void MarkerLayout::settleLabels(std::vector<PlacedMarker> &placed, const ViewState &view)
{
    const qreal ratio = view.devicePixelRatio;
    const QRectF inSight(QPointF(0, 0), view.size);
    using Side = look::MarkerFace::LabelSide;
    RectRaster glyphs;
    RectRaster labels;
    for (int i = 0; i < int(placed.size()); ++i) {
        // A glyph's corners are empty, and touching its rim hides nothing.
        const QRectF &box = placed[size_t(i)].glyph;
        glyphs.insert(box.adjusted(box.width() * kRim, box.height() * kRim, -box.width() * kRim,
                                   -box.height() * kRim),
                      i);
    }
    // The most urgent are last and choose first.
    for (int i = int(placed.size()) - 1; i >= 0; --i) {
        PlacedMarker &marker = placed[size_t(i)];
        if (m_cache.labelBox(marker.face).isEmpty())
            continue;
        const auto boxAt = [this, &marker](Side side) {
            look::MarkerFace face = marker.face;
            face.labelSide = side;
            return m_cache.labelBox(face).translated(marker.at);
        };
        std::optional<Side> side;
        for (const Side tried : {Side::Below, Side::Right, Side::Left, Side::Above}) {
            const QRectF box = boxAt(tried);
            if (inSight.contains(box) && !glyphs.meets(box, i) && !labels.meets(box, i)) {
                side = tried;
                break;
            }
        }
        // An urgent one may cover glyphs, but two labels on each other say nothing.
        if (!side && mustKeepLabel(marker) && !labels.meets(boxAt(Side::Below), i))
            side = Side::Below;
        if (side == Side::Below) {
            labels.insert(boxAt(Side::Below), i);
            continue; // as it was measured
        }
        if (side) {
            marker.face.labelSide = *side;
            labels.insert(boxAt(*side), i);
        } else {
            marker.face.label.clear();
        }
        measure(marker, ratio);
    }
}

std::vector<PlacedMarker> MarkerLayout::place(const std::vector<Item> &items, const QString &chosen,
                                              bool clustering, const ViewState &view)
{
    std::vector<Item> shown;
    if (clustering)
        shown = gathered(items, chosen, view.metresPerPixel);
    const std::vector<Item> &source = clustering ? shown : items;

    const double margin = m_cache.glyphPx() * 6;
    const QRectF near = QRectF(QPointF(0, 0), view.size).adjusted(-margin, -margin, margin, margin);
    std::vector<PlacedMarker> placed;
    placed.reserve(source.size());
    for (const Item &item : source) {
        const QPointF at = view.toScreen(item.at);
        if (!near.contains(at))
            continue;
        PlacedMarker marker;
        marker.key = item.key;
        marker.face = item.face;
        marker.face.chosen = item.face.chosen || (!chosen.isEmpty() && item.key == chosen);
        marker.hitKind = item.hitKind;
        marker.title = item.title.isEmpty() ? item.face.label : item.title;
        marker.urgency = item.urgency;
        marker.at = onPixel(at, view.devicePixelRatio);
        marker.cone = coneOf(item, marker.at, view.metresPerPixel, m_cache.glyphPx());
        measure(marker, view.devicePixelRatio);
        placed.push_back(std::move(marker));
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const PlacedMarker &a, const PlacedMarker &b) {
                         if (a.face.chosen != b.face.chosen)
                             return b.face.chosen;
                         return a.urgency != b.urgency ? a.urgency < b.urgency : a.key < b.key;
                     });
    settleLabels(placed, view);
    return placed;
}

} // namespace gridhall::mapview
