// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>

namespace gridhall::geo {

namespace {

constexpr size_t kNodeSize = 16;

double distanceToBox(const MapPoint &p, const MapBox &box)
{
    const double dx = std::max({box.west - p.east, 0.0, p.east - box.east});
    const double dy = std::max({box.south - p.north, 0.0, p.north - box.north});
    return std::hypot(dx, dy);
}

double ringAreaM2(const MapLine &ring)
{
    if (ring.size() < 4)
        return 0.0;
    // Coordinates have seven digits before the point: taking the first vertex as origin keeps the
    // sum exact.
    const MapPoint &o = ring.front();
    double twice = 0.0;
    for (size_t i = 1; i < ring.size(); ++i) {
        twice += (ring[i - 1].east - o.east) * (ring[i].north - o.north) -
                 (ring[i].east - o.east) * (ring[i - 1].north - o.north);
    }
    return std::abs(twice) / 2.0;
}

double polygonAreaM2(const MapPolygon &polygon)
{
    double area = polygon.isEmpty() ? 0.0 : ringAreaM2(polygon.rings.front());
    for (size_t i = 1; i < polygon.rings.size(); ++i)
        area -= ringAreaM2(polygon.rings[i]);
    return area;
}

double distanceToSegment(const MapPoint &p, const MapPoint &a, const MapPoint &b)
{
    const double dx = b.east - a.east;
    const double dy = b.north - a.north;
    const double squared = dx * dx + dy * dy;
    double t = 0.0;
    if (squared > 0.0)
        t = std::clamp(((p.east - a.east) * dx + (p.north - a.north) * dy) / squared, 0.0, 1.0);
    return std::hypot(p.east - a.east - t * dx, p.north - a.north - t * dy);
}

/// Positive inside, negative outside.
double signedDistance(const MapPolygon &polygon, const MapPoint &p)
{
    double nearest = 1e300;
    for (const MapLine &ring : polygon.rings) {
        for (size_t i = 1; i < ring.size(); ++i)
            nearest = std::min(nearest, distanceToSegment(p, ring[i - 1], ring[i]));
    }
    return contains(polygon, p) ? nearest : -nearest;
}

/// A square that the search for a label point divides: `most` bounds what its inside can reach.
struct Cell
{
    MapPoint centre;
    double half = 0.0;
    double distance = 0.0;
    double most() const { return distance + half * 1.4142136; }
    bool operator<(const Cell &other) const { return most() < other.most(); }
};

MapPoint poleOfInaccessibility(const MapPolygon &polygon)
{
    MapBox box;
    for (const MapPoint &p : polygon.rings.front())
        box.include(p);
    const double size = std::min(box.width(), box.height());
    if (size <= 0.0)
        return box.centre();
    const double tolerance = std::max(0.02 * size, 0.01);
    const auto cellAt = [&](MapPoint centre, double half) {
        return Cell{centre, half, signedDistance(polygon, centre)};
    };
    std::priority_queue<Cell> queue;
    const double half = size / 2;
    for (double x = box.west; x < box.east; x += size) {
        for (double y = box.south; y < box.north; y += size)
            queue.push(cellAt({x + half, y + half}, half));
    }
    Cell best = cellAt(box.centre(), 0.0);
    for (int round = 0; round < 400 && !queue.empty(); ++round) {
        const Cell cell = queue.top();
        queue.pop();
        if (cell.distance > best.distance)
            best = cell;
        if (cell.most() - best.distance <= tolerance)
            break;
        const double h = cell.half / 2;
        for (const auto &[sx, sy] : {std::pair{-h, -h}, {h, -h}, {-h, h}, {h, h}})
            queue.push(cellAt({cell.centre.east + sx, cell.centre.north + sy}, h));
    }
    return best.centre;
}

} // namespace

/// Levels of boxes, leaves first, each node covering kNodeSize of the level below. Leaves are
/// packed by sort-tile-recursive.
struct BoxIndex::Private
{
    std::vector<int> items;
    std::vector<std::vector<MapBox>> levels;

    void build(const std::vector<MapBox> &boxes)
    {
        for (size_t i = 0; i < boxes.size(); ++i) {
            if (!boxes[i].isEmpty())
                items.push_back(static_cast<int>(i));
        }
        sortIntoTiles(boxes);
        std::vector<MapBox> level;
        level.reserve(items.size());
        for (const int item : items)
            level.push_back(boxes[static_cast<size_t>(item)]);
        levels.push_back(std::move(level));
        while (levels.back().size() > kNodeSize)
            levels.push_back(parentsOf(levels.back()));
    }

    void sortIntoTiles(const std::vector<MapBox> &boxes)
    {
        const auto centre = [&](int i) { return boxes[static_cast<size_t>(i)].centre(); };
        std::sort(items.begin(), items.end(), [&](int a, int b) {
            const double ea = centre(a).east;
            const double eb = centre(b).east;
            return ea != eb ? ea < eb : a < b;
        });
        const size_t leaves = (items.size() + kNodeSize - 1) / kNodeSize;
        const size_t strips = std::max<size_t>(
            1, static_cast<size_t>(std::ceil(std::sqrt(static_cast<double>(leaves)))));
        const size_t perStrip =
            std::max<size_t>(kNodeSize, ((leaves + strips - 1) / strips) * kNodeSize);
        for (size_t from = 0; from < items.size(); from += perStrip) {
            const size_t to = std::min(items.size(), from + perStrip);
            std::sort(items.begin() + static_cast<std::ptrdiff_t>(from),
                      items.begin() + static_cast<std::ptrdiff_t>(to), [&](int a, int b) {
                          const double na = centre(a).north;
                          const double nb = centre(b).north;
                          return na != nb ? na < nb : a < b;
                      });
        }
    }

    static std::vector<MapBox> parentsOf(const std::vector<MapBox> &below)
    {
        std::vector<MapBox> level((below.size() + kNodeSize - 1) / kNodeSize);
        for (size_t i = 0; i < below.size(); ++i)
            level[i / kNodeSize].include(below[i]);
        return level;
    }

    void collect(size_t level, size_t node, const MapBox &box, std::vector<int> &found) const
    {
        if (!levels[level][node].intersects(box))
            return;
        if (level == 0) {
            found.push_back(items[node]);
            return;
        }
        const size_t to = std::min(levels[level - 1].size(), (node + 1) * kNodeSize);
        for (size_t child = node * kNodeSize; child < to; ++child)
            collect(level - 1, child, box, found);
    }
};

BoxIndex::BoxIndex() : d(std::make_unique<Private>()) {}

BoxIndex::BoxIndex(const std::vector<MapBox> &boxes) : BoxIndex()
{
    d->build(boxes);
}

BoxIndex::~BoxIndex() = default;
BoxIndex::BoxIndex(BoxIndex &&) noexcept = default;
BoxIndex &BoxIndex::operator=(BoxIndex &&) noexcept = default;

std::vector<int> BoxIndex::intersecting(const MapBox &box) const
{
    std::vector<int> found;
    if (d->levels.empty())
        return found;
    const size_t top = d->levels.size() - 1;
    for (size_t node = 0; node < d->levels[top].size(); ++node)
        d->collect(top, node, box, found);
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<int> BoxIndex::nearest(const MapPoint &point, int count, double withinM) const
{
    std::vector<int> found;
    if (d->levels.empty() || count <= 0)
        return found;
    struct Entry
    {
        double distance;
        size_t level;
        size_t node;
        int item; ///< for leaves: equal distances come in the order of the input
        bool operator>(const Entry &o) const
        {
            if (distance != o.distance)
                return distance > o.distance;
            return level != o.level ? level < o.level : item > o.item;
        }
    };
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto push = [&](size_t level, size_t node) {
        const double distance = distanceToBox(point, d->levels[level][node]);
        if (distance <= withinM)
            queue.push({distance, level, node, level == 0 ? d->items[node] : -1});
    };
    const size_t top = d->levels.size() - 1;
    for (size_t node = 0; node < d->levels[top].size(); ++node)
        push(top, node);
    while (!queue.empty() && static_cast<int>(found.size()) < count) {
        const Entry entry = queue.top();
        queue.pop();
        if (entry.level == 0) {
            found.push_back(entry.item);
            continue;
        }
        const size_t to = std::min(d->levels[entry.level - 1].size(), (entry.node + 1) * kNodeSize);
        for (size_t child = entry.node * kNodeSize; child < to; ++child)
            push(entry.level - 1, child);
    }
    return found;
}

int BoxIndex::size() const
{
    return static_cast<int>(d->items.size());
}

bool contains(const MapPolygon &polygon, const MapPoint &p)
{
    bool inside = false;
    for (const MapLine &ring : polygon.rings) {
        for (size_t i = 1; i < ring.size(); ++i) {
            const MapPoint &a = ring[i - 1];
            const MapPoint &b = ring[i];
            const double cross =
                (b.east - a.east) * (p.north - a.north) - (p.east - a.east) * (b.north - a.north);
            if (cross == 0.0 && p.east >= std::min(a.east, b.east) &&
                p.east <= std::max(a.east, b.east) && p.north >= std::min(a.north, b.north) &&
                p.north <= std::max(a.north, b.north))
                return true;
            if ((a.north > p.north) != (b.north > p.north) && (cross > 0.0) == (b.north > a.north))
                inside = !inside;
        }
    }
    return inside;
}

bool contains(const MapMultiPolygon &polygons, const MapPoint &point)
{
    return std::any_of(polygons.begin(), polygons.end(),
                       [&](const MapPolygon &polygon) { return contains(polygon, point); });
}

double areaM2(const MapMultiPolygon &polygons)
{
    return std::accumulate(polygons.begin(), polygons.end(), 0.0,
                           [](double sum, const MapPolygon &p) { return sum + polygonAreaM2(p); });
}

double lengthM(const MapLine &line)
{
    double length = 0.0;
    for (size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].east - line[i - 1].east, line[i].north - line[i - 1].north);
    return length;
}

MapBox boxOf(const MapMultiPolygon &polygons)
{
    MapBox box;
    for (const MapPolygon &polygon : polygons) {
        if (polygon.isEmpty())
            continue;
        for (const MapPoint &p : polygon.rings.front())
            box.include(p);
    }
    return box;
}

MapPoint labelPoint(const MapMultiPolygon &polygons)
{
    const MapPolygon *largest = nullptr;
    double most = 0.0;
    for (const MapPolygon &polygon : polygons) {
        const double area = polygonAreaM2(polygon);
        if (!polygon.isEmpty() && (!largest || area > most)) {
            largest = &polygon;
            most = area;
        }
    }
    return largest ? poleOfInaccessibility(*largest) : MapPoint{};
}

} // namespace gridhall::geo
