// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/streetnoding.h>

#include <simulation/lines.h>

#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace gridhall::simulation {

using geo::MapBox;
using geo::MapLine;
using geo::MapPoint;

namespace {

// Surveyed ends miss the line they should lie on by centimetres.
constexpr double kTouchM = 0.3;
constexpr double kShortestPieceM = 1.0;

struct Segment
{
    size_t street;
    double startM; ///< of the street's line
    MapPoint a;
    MapPoint b;
};

std::vector<Segment> segmentsOf(const std::vector<geo::StreetLine> &streets)
{
    std::vector<Segment> segments;
    for (size_t s = 0; s < streets.size(); ++s) {
        double along = 0.0;
        const MapLine &line = streets[s].line;
        for (size_t i = 1; i < line.size(); ++i) {
            segments.push_back({s, along, line[i - 1], line[i]});
            along += distanceM(line[i - 1], line[i]);
        }
    }
    return segments;
}

MapBox boxOf(const Segment &segment)
{
    MapBox box;
    box.include(segment.a);
    box.include(segment.b);
    return box.grownBy(kTouchM);
}

/// Shares of two segments at which they cross; false when they do not.
bool cross(const Segment &one, const Segment &other, double &share, double &otherShare)
{
    const double ux = one.b.east - one.a.east;
    const double uy = one.b.north - one.a.north;
    const double vx = other.b.east - other.a.east;
    const double vy = other.b.north - other.a.north;
    const double cross = ux * vy - uy * vx;
    // Nearly parallel lines run beside each other; their crossing would be anywhere.
    if (std::abs(cross) < 0.02 * std::hypot(ux, uy) * std::hypot(vx, vy) || cross == 0.0)
        return false;
    const double wx = other.a.east - one.a.east;
    const double wy = other.a.north - one.a.north;
    share = (wx * vy - wy * vx) / cross;
    otherShare = (wx * uy - wy * ux) / cross;
    return share >= 0 && share <= 1 && otherShare >= 0 && otherShare <= 1;
}

using Cuts = std::vector<std::vector<double>>;

void cutWhereEndsTouch(const Segment &one, const Segment &other, Cuts &cuts)
{
    const double length = distanceM(one.a, one.b);
    for (const double end : {0.0, length}) {
        const Nearest touch = nearestOn({other.a, other.b}, end > 0.0 ? one.b : one.a);
        if (touch.distanceM > kTouchM)
            continue;
        cuts[one.street].push_back(one.startM + end);
        cuts[other.street].push_back(other.startM + touch.alongM);
    }
}

Cuts cutsOf(const std::vector<geo::StreetLine> &streets)
{
    const std::vector<Segment> segments = segmentsOf(streets);
    std::vector<MapBox> boxes;
    boxes.reserve(segments.size());
    for (const Segment &segment : segments)
        boxes.push_back(boxOf(segment));
    const geo::BoxIndex index(boxes);

    Cuts cuts(streets.size());
    for (size_t i = 0; i < segments.size(); ++i) {
        for (const int found : index.intersecting(boxes[i])) {
            const auto j = static_cast<size_t>(found);
            const Segment &one = segments[i];
            const Segment &other = segments[j];
            if (j <= i || one.street == other.street)
                continue;
            double share = 0.0;
            double otherShare = 0.0;
            if (cross(one, other, share, otherShare)) {
                cuts[one.street].push_back(one.startM + share * distanceM(one.a, one.b));
                cuts[other.street].push_back(other.startM +
                                             otherShare * distanceM(other.a, other.b));
            }
            cutWhereEndsTouch(one, other, cuts);
            cutWhereEndsTouch(other, one, cuts);
        }
    }
    return cuts;
}

/// Gives one number to all points within the length of the shortest piece.
class NodeTable
{
public:
    explicit NodeTable(std::vector<MapPoint> &nodes) : m_nodes(nodes) {}

    int nodeAt(const MapPoint &point)
    {
        const auto column = static_cast<std::int64_t>(std::floor(point.east / kShortestPieceM));
        const auto row = static_cast<std::int64_t>(std::floor(point.north / kShortestPieceM));
        for (std::int64_t dx = -1; dx <= 1; ++dx) {
            for (std::int64_t dy = -1; dy <= 1; ++dy) {
                const auto [first, last] = m_cells.equal_range(keyOf(column + dx, row + dy));
                for (auto found = first; found != last; ++found) {
                    if (distanceM(m_nodes[static_cast<size_t>(found->second)], point) <
                        kShortestPieceM)
                        return found->second;
                }
            }
        }
        const int node = static_cast<int>(m_nodes.size());
        m_nodes.push_back(point);
        m_cells.emplace(keyOf(column, row), node);
        return node;
    }

private:
    static std::int64_t keyOf(std::int64_t column, std::int64_t row)
    {
        return column * 100'000'007 + row;
    }
    std::vector<MapPoint> &m_nodes;
    std::unordered_multimap<std::int64_t, int> m_cells;
};

} // namespace

NodedStreets nodeStreets(const std::vector<geo::StreetLine> &streets)
{
    Cuts cuts = cutsOf(streets);
    NodedStreets noded;
    NodeTable nodes(noded.nodes);
    for (size_t s = 0; s < streets.size(); ++s) {
        const MapLine &line = streets[s].line;
        double length = 0.0;
        for (size_t i = 1; i < line.size(); ++i)
            length += distanceM(line[i - 1], line[i]);
        if (length < kShortestPieceM)
            continue;
        std::vector<double> &at = cuts[s];
        at.push_back(0.0);
        at.push_back(length);
        std::sort(at.begin(), at.end());
        double start = 0.0;
        int from = nodes.nodeAt(line.front());
        for (const double end : at) {
            if (end - start < kShortestPieceM)
                continue;
            const int to = nodes.nodeAt(pointAlong(line, end));
            if (to != from || end - start > 20.0)
                noded.pieces.push_back({static_cast<int>(s), from, to, partOf(line, start, end)});
            start = end;
            from = to;
        }
    }
    return noded;
}

} // namespace gridhall::simulation
