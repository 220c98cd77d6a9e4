// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/gridneighbours.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace gridhall::city {

using geo::MapLine;
using geo::MapPoint;

Neighbours neighboursOf(const std::vector<const geo::MapPolygon *> &polygons)
{
    struct Segment
    {
        std::array<double, 4> ends;
        int polygon;
        bool operator<(const Segment &o) const
        {
            return ends != o.ends ? ends < o.ends : polygon < o.polygon;
        }
    };
    std::vector<Segment> segments;
    for (size_t i = 0; i < polygons.size(); ++i) {
        for (const MapLine &ring : polygons[i]->rings) {
            for (size_t k = 1; k < ring.size(); ++k) {
                const MapPoint &a = ring[k - 1];
                const MapPoint &b = ring[k];
                const bool forward = a.east != b.east ? a.east < b.east : a.north < b.north;
                const MapPoint &low = forward ? a : b;
                const MapPoint &high = forward ? b : a;
                segments.push_back(
                    {{low.east, low.north, high.east, high.north}, static_cast<int>(i)});
            }
        }
    }
    std::sort(segments.begin(), segments.end());
    std::map<std::pair<int, int>, double> borders;
    for (size_t i = 1; i < segments.size(); ++i) {
        const Segment &a = segments[i - 1];
        const Segment &b = segments[i];
        if (a.ends == b.ends && a.polygon != b.polygon)
            borders[{a.polygon, b.polygon}] +=
                std::hypot(a.ends[2] - a.ends[0], a.ends[3] - a.ends[1]);
    }
    Neighbours result(polygons.size());
    for (const auto &[pair, length] : borders) {
        result[static_cast<size_t>(pair.first)].push_back({pair.second, length});
        result[static_cast<size_t>(pair.second)].push_back({pair.first, length});
    }
    for (std::vector<Neighbour> &list : result)
        std::sort(list.begin(), list.end(),
                  [](const Neighbour &a, const Neighbour &b) { return a.cell < b.cell; });
    return result;
}

} // namespace gridhall::city
