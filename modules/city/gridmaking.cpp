// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/gridmaking.h>

#include <city/gridneighbours.h>
#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <queue>

namespace gridhall::city {

using geo::MapBox;
using geo::MapLine;
using geo::MapPoint;
using geo::MapPolygon;

namespace {

/// Narrower than this on average, a face is the strip between two carriageways and no grid.
constexpr double kThinM = 14.0;
/// Where communities were rounded to the raster otherwise than the boundary, slivers remain between
/// them that belong to nobody.
constexpr double kRasterSliverM2 = 5.0;
/// What a union of touching faces leaves beside its one polygon is rounding, not ground.
constexpr double kCrumbM2 = 0.2;

double perimeterM(const MapPolygon &polygon)
{
    double length = 0.0;
    for (const MapLine &ring : polygon.rings)
        length += geo::lengthM(ring);
    return length;
}

/// The direction of the longer side of the smallest rectangle about a polygon, as a unit vector.
MapPoint longDirection(const MapPolygon &polygon)
{
    MapPoint best{1.0, 0.0};
    double smallest = 1e300;
    const MapLine &shell = polygon.rings.front();
    for (size_t i = 1; i < shell.size(); ++i) {
        const double dx = shell[i].east - shell[i - 1].east;
        const double dy = shell[i].north - shell[i - 1].north;
        const double length = std::hypot(dx, dy);
        if (length < 1.0)
            continue;
        const MapPoint along{dx / length, dy / length};
        MapBox box;
        for (const MapPoint &p : shell)
            box.include(MapPoint{p.east * along.east + p.north * along.north,
                                 p.north * along.east - p.east * along.north});
        const double area = box.width() * box.height();
        if (area < smallest * (1.0 - 1e-9)) {
            smallest = area;
            best = box.width() >= box.height() ? along : MapPoint{-along.north, along.east};
        }
    }
    return best;
}

/// The part of a ring on the near side of a straight line; its area suffices to place a cut.
double areaBehind(const MapPolygon &polygon, const MapPoint &along, double position)
{
    double area = 0.0;
    const MapPoint &o = polygon.rings.front().front();
    for (size_t r = 0; r < polygon.rings.size(); ++r) {
        const MapLine &ring = polygon.rings[r];
        MapLine part;
        const auto value = [&](const MapPoint &p) {
            return p.east * along.east + p.north * along.north - position;
        };
        for (size_t i = 1; i < ring.size(); ++i) {
            const double a = value(ring[i - 1]);
            const double b = value(ring[i]);
            if (a <= 0.0)
                part.push_back(ring[i - 1]);
            if ((a <= 0.0) != (b <= 0.0)) {
                const double t = a / (a - b);
                part.push_back({ring[i - 1].east + t * (ring[i].east - ring[i - 1].east),
                                ring[i - 1].north + t * (ring[i].north - ring[i - 1].north)});
            }
        }
        double twice = 0.0;
        for (size_t i = 0; i < part.size(); ++i) {
            const MapPoint &p = part[i];
            const MapPoint &q = part[(i + 1) % part.size()];
            twice +=
                (p.east - o.east) * (q.north - o.north) - (q.east - o.east) * (p.north - o.north);
        }
        area += (r == 0 ? 1.0 : -1.0) * std::abs(twice) / 2.0;
    }
    return area;
}

MapLine cutAcross(const MapPolygon &polygon, double share)
{
    const MapPoint along = longDirection(polygon);
    double low = 1e300;
    double high = -1e300;
    double left = 1e300;
    double right = -1e300;
    for (const MapPoint &p : polygon.rings.front()) {
        const double position = p.east * along.east + p.north * along.north;
        const double aside = p.north * along.east - p.east * along.north;
        low = std::min(low, position);
        high = std::max(high, position);
        left = std::min(left, aside);
        right = std::max(right, aside);
    }
    const double wanted = share * geo::areaM2({polygon});
    for (int round = 0; round < 40 && high - low > 0.01; ++round) {
        const double middle = (low + high) / 2;
        (areaBehind(polygon, along, middle) < wanted ? low : high) = middle;
    }
    const auto at = [&](double aside) {
        return MapPoint{low * along.east - aside * along.north,
                        low * along.north + aside * along.east};
    };
    return {at(left - 1.0), at(right + 1.0)};
}

std::vector<MapLine> ringsOf(const std::vector<MapPolygon> &shapes)
{
    std::vector<MapLine> lines;
    for (const MapPolygon &shape : shapes)
        lines.insert(lines.end(), shape.rings.begin(), shape.rings.end());
    return lines;
}

/// The boundary led exactly through the corners of communities that lie on it: rounded to the
/// raster, these are up to a millimetre off, and slivers would be cut between.
MapPolygon throughCornersOf(const std::vector<MapPolygon> &communities, const MapPolygon &boundary)
{
    constexpr double kNearM = 0.003;
    std::vector<MapBox> boxes;
    for (const MapLine &ring : boundary.rings) {
        for (size_t i = 1; i < ring.size(); ++i) {
            MapBox box;
            box.include(ring[i - 1]);
            box.include(ring[i]);
            boxes.push_back(box);
        }
    }
    const geo::BoxIndex index(boxes);
    std::vector<std::map<double, MapPoint>> inserted(boxes.size());
    std::vector<std::pair<MapPoint, MapPoint>> segments;
    for (const MapLine &ring : boundary.rings) {
        for (size_t i = 1; i < ring.size(); ++i)
            segments.emplace_back(ring[i - 1], ring[i]);
    }
    for (const MapLine &ring : ringsOf(communities)) {
        for (const MapPoint &p : ring) {
            for (const int k :
                 index.intersecting(MapBox{p.east, p.north, p.east, p.north}.grownBy(kNearM))) {
                const auto &[a, b] = segments[static_cast<size_t>(k)];
                const MapPoint d{b.east - a.east, b.north - a.north};
                const double squared = d.east * d.east + d.north * d.north;
                const double t =
                    ((p.east - a.east) * d.east + (p.north - a.north) * d.north) / squared;
                const double away =
                    std::abs((p.east - a.east) * d.north - (p.north - a.north) * d.east) /
                    std::sqrt(squared);
                if (t > 0.0 && t < 1.0 && away < kNearM)
                    inserted[static_cast<size_t>(k)][t] = p;
            }
        }
    }
    MapPolygon result;
    size_t k = 0;
    for (const MapLine &ring : boundary.rings) {
        MapLine line{ring.front()};
        for (size_t i = 1; i < ring.size(); ++i, ++k) {
            for (const auto &[t, p] : inserted[k])
                line.push_back(p);
            line.push_back(ring[i]);
        }
        result.rings.push_back(std::move(line));
    }
    return result;
}

struct Face
{
    MapPolygon shape;
    double areaM2 = 0.0;
    int community = -1;
};

/// Faces, and what is joined with what (a forest; each root is a cell to be).
class Joining
{
public:
    Joining(const std::vector<Face> &faces, double largestM2) : m_largestM2(largestM2)
    {
        std::vector<const MapPolygon *> shapes;
        for (const Face &face : faces) {
            shapes.push_back(&face.shape);
            m_parts.push_back({face.areaM2, perimeterM(face.shape), face.community, {}});
        }
        const Neighbours neighbours = neighboursOf(shapes);
        for (size_t i = 0; i < faces.size(); ++i) {
            for (const Neighbour &n : neighbours[i])
                m_parts[i].borders[n.cell] = n.borderM;
        }
        m_root.resize(faces.size());
        std::iota(m_root.begin(), m_root.end(), 0);
    }

    /// Joins every part that is too small, or a thin strip, smallest first.
    void joinSmall(double smallestM2, bool thinToo)
    {
        using Entry = std::pair<double, int>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        const auto wants = [&](const Part &part) {
            return part.areaM2 < smallestM2 ||
                   (thinToo && 2.0 * part.areaM2 / part.perimeterM < kThinM);
        };
        for (size_t i = 0; i < m_parts.size(); ++i) {
            if (wants(m_parts[i]))
                queue.push({m_parts[i].areaM2, static_cast<int>(i)});
        }
        while (!queue.empty()) {
            const auto [area, i] = queue.top();
            queue.pop();
            const Part &part = m_parts[static_cast<size_t>(i)];
            if (m_root[static_cast<size_t>(i)] != i || part.areaM2 != area)
                continue;
            const int with = bestNeighbour(part);
            if (with < 0)
                continue;
            join(with, i);
            const Part &joined = m_parts[static_cast<size_t>(with)];
            if (wants(joined))
                queue.push({joined.areaM2, with});
        }
    }

    /// For each root the faces joined in it.
    std::vector<std::vector<int>> groups()
    {
        std::vector<std::vector<int>> byRoot(m_root.size());
        for (size_t i = 0; i < m_root.size(); ++i)
            byRoot[static_cast<size_t>(rootOf(static_cast<int>(i)))].push_back(static_cast<int>(i));
        std::erase_if(byRoot, [](const std::vector<int> &group) { return group.empty(); });
        return byRoot;
    }

private:
    struct Part
    {
        double areaM2 = 0.0;
        double perimeterM = 0.0;
        int community = -1;
        std::map<int, double> borders;
    };

    int rootOf(int i)
    {
        while (m_root[static_cast<size_t>(i)] != i)
            i = m_root[static_cast<size_t>(i)];
        return i;
    }

    int bestNeighbour(const Part &part) const
    {
        int best = -1;
        double most = 0.0;
        for (const auto &[n, length] : part.borders) {
            const Part &other = m_parts[static_cast<size_t>(n)];
            if (other.community != part.community && part.areaM2 > kRasterSliverM2)
                continue;
            const double excess = (part.areaM2 + other.areaM2) / m_largestM2;
            const double score = length / std::max(1.0, excess * excess);
            if (score > most) {
                most = score;
                best = n;
            }
        }
        return best;
    }

    void join(int into, int from)
    {
        Part &a = m_parts[static_cast<size_t>(into)];
        Part &b = m_parts[static_cast<size_t>(from)];
        a.areaM2 += b.areaM2;
        a.perimeterM += b.perimeterM - 2.0 * a.borders[from];
        a.borders.erase(from);
        for (const auto &[n, length] : b.borders) {
            if (n == into)
                continue;
            a.borders[n] += length;
            Part &other = m_parts[static_cast<size_t>(n)];
            other.borders.erase(from);
            other.borders[into] += length;
        }
        b.borders.clear();
        m_root[static_cast<size_t>(from)] = into;
    }

    std::vector<Part> m_parts;
    std::vector<int> m_root;
    double m_largestM2;
};

class Cutter
{
public:
    Cutter(const std::vector<MapPolygon> &communities, const GridMakingRules &rules)
        : m_communities(communities), m_rules(rules)
    {
        std::vector<MapBox> boxes;
        for (const MapPolygon &community : communities)
            boxes.push_back(geo::boxOf({community}));
        m_index = geo::BoxIndex(boxes);
    }

    std::vector<Face> faced(std::vector<MapPolygon> shapes) const
    {
        std::vector<Face> faces;
        faces.reserve(shapes.size());
        for (MapPolygon &shape : shapes) {
            const double area = geo::areaM2({shape});
            if (area <= 0.0)
                continue;
            const int community = communityAt(geo::labelPoint({shape}));
            faces.push_back({std::move(shape), area, community});
        }
        return faces;
    }

    Result<std::vector<MapPolygon>> joined(const std::vector<Face> &faces, bool thinToo) const
    {
        Joining joining(faces, m_rules.largestM2);
        joining.joinSmall(m_rules.smallestM2, thinToo);
        std::vector<MapPolygon> result;
        for (const std::vector<int> &group : joining.groups()) {
            if (group.size() == 1) {
                result.push_back(faces[static_cast<size_t>(group.front())].shape);
                continue;
            }
            std::vector<MapPolygon> parts;
            for (const int i : group)
                parts.push_back(faces[static_cast<size_t>(i)].shape);
            auto united = geo::unite(parts);
            if (!united)
                return united.error();
            for (MapPolygon &shape : *united) {
                if (united->size() == 1 || geo::areaM2({shape}) > kCrumbM2)
                    result.push_back(std::move(shape));
            }
        }
        return result;
    }

    /// Appends the parts of `shape`, none larger than allowed.
    Result<void> cut(const MapPolygon &shape, std::vector<MapPolygon> &out, int depth = 0) const
    {
        const double area = geo::areaM2({shape});
        const int parts = static_cast<int>(std::lround(area / m_rules.targetM2));
        // A shape that no line divides (depth) stays whole: too large is better than a gap.
        if (area <= m_rules.largestM2 || parts < 2 || depth > 24) {
            out.push_back(shape);
            return {};
        }
        auto pieces =
            geo::polygonize(shape, {cutAcross(shape, static_cast<double>(parts / 2) / parts)});
        if (!pieces)
            return pieces.error();
        for (const MapPolygon &piece : *pieces) {
            if (auto done = cut(piece, out, depth + 1); !done)
                return done;
        }
        return {};
    }

private:
    int communityAt(const MapPoint &point) const
    {
        for (const int i :
             m_index.intersecting({point.east, point.north, point.east, point.north})) {
            if (geo::contains(m_communities[static_cast<size_t>(i)], point))
                return i;
        }
        return -1;
    }

    const std::vector<MapPolygon> &m_communities;
    const GridMakingRules &m_rules;
    geo::BoxIndex m_index;
};

/// Community by community, in strips of 120 m from the north, each read from the west: so that
/// neighbouring numbers are neighbours on the ground.
std::vector<GridCell> inReadingOrder(std::vector<Face> faces)
{
    struct Key
    {
        int community;
        double strip;
        double east;
        size_t index;
        auto operator<=>(const Key &) const = default;
    };
    std::vector<Key> keys;
    for (size_t i = 0; i < faces.size(); ++i) {
        const MapPoint at = geo::labelPoint({faces[i].shape});
        keys.push_back({faces[i].community, -std::floor(at.north / 120.0), at.east, i});
    }
    std::sort(keys.begin(), keys.end());
    std::vector<GridCell> cells;
    cells.reserve(faces.size());
    for (const Key &key : keys)
        cells.push_back({std::move(faces[key.index].shape), key.community});
    return cells;
}

Error cancelled()
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("city", "Making the unit grids was cancelled"),
            {},
            {},
            {}};
}

} // namespace

Result<std::vector<GridCell>> makeUnitGrids(const MapPolygon &wanted,
                                            const std::vector<geo::StreetLine> &streets,
                                            const std::vector<MapPolygon> &communities,
                                            const GridMakingRules &rules,
                                            const std::function<bool(double)> &progress)
{
    const auto goesOn = [&](double share) { return !progress || progress(share); };
    if (rules.targetM2 <= 0.0 || rules.largestM2 < rules.targetM2 || rules.smallestM2 < 0.0)
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("city", "The sizes of unit grids contradict each other"),
            {},
            QCoreApplication::translate("city", "The largest must not be below the target."),
            {}};
    const MapPolygon boundary = wanted.isEmpty() ? wanted : throughCornersOf(communities, wanted);
    std::vector<MapLine> lines = ringsOf(communities);
    for (const geo::StreetLine &street : streets)
        lines.push_back(street.line);

    const Cutter cutter(communities, rules);
    auto shapes = geo::polygonize(boundary, lines);
    if (!shapes)
        return shapes.error();
    if (!goesOn(0.3))
        return cancelled();
    auto blocks = cutter.joined(cutter.faced(std::move(*shapes)), true);
    if (!blocks)
        return blocks.error();

    std::vector<MapPolygon> pieces;
    for (size_t i = 0; i < blocks->size(); ++i) {
        if (auto done = cutter.cut((*blocks)[i], pieces); !done)
            return done.error();
        if (i % 64 == 0 &&
            !goesOn(0.4 + 0.3 * static_cast<double>(i) / static_cast<double>(blocks->size())))
            return cancelled();
    }
    // Cut lines end on borders of neighbours that know nothing of them: making the graph anew from
    // all borders gives both sides the same vertices.
    auto noded = geo::polygonize(boundary, ringsOf(pieces));
    if (!noded)
        return noded.error();
    if (!goesOn(0.85))
        return cancelled();
    auto cells = cutter.joined(cutter.faced(std::move(*noded)), false);
    if (!cells)
        return cells.error();
    auto ordered = inReadingOrder(cutter.faced(std::move(*cells)));
    goesOn(1.0);
    return ordered;
}

} // namespace gridhall::city
