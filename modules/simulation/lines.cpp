// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/lines.h>

#include <algorithm>
#include <cmath>

namespace gridhall::simulation {

using geo::MapLine;
using geo::MapPoint;

namespace {

MapPoint between(const MapPoint &a, const MapPoint &b, double share)
{
    return {a.east + (b.east - a.east) * share, a.north + (b.north - a.north) * share};
}

/// The unit vector to the right of the way from `a` to `b`; zero when they are the same point.
MapPoint rightOf(const MapPoint &a, const MapPoint &b)
{
    const double length = distanceM(a, b);
    if (length <= 0.0)
        return {};
    return {(b.north - a.north) / length, -(b.east - a.east) / length};
}

} // namespace

double distanceM(const MapPoint &a, const MapPoint &b)
{
    return std::hypot(a.east - b.east, a.north - b.north);
}

MapPoint pointAlong(const MapLine &line, double alongM)
{
    for (size_t i = 1; i < line.size(); ++i) {
        const double length = distanceM(line[i - 1], line[i]);
        if (alongM <= length)
            return between(line[i - 1], line[i], length > 0 ? std::max(0.0, alongM) / length : 0.0);
        alongM -= length;
    }
    return line.back();
}

MapLine partOf(const MapLine &line, double fromM, double toM)
{
    const double low = std::min(fromM, toM);
    const double high = std::max(fromM, toM);
    MapLine part{pointAlong(line, low)};
    double along = 0.0;
    for (size_t i = 1; i + 1 < line.size(); ++i) {
        along += distanceM(line[i - 1], line[i]);
        if (along > low && along < high)
            part.push_back(line[i]);
    }
    part.push_back(pointAlong(line, high));
    if (fromM > toM)
        std::reverse(part.begin(), part.end());
    return part;
}

MapLine beside(const MapLine &line, double offsetM)
{
    // Sharper bends than this would throw the corner far out.
    constexpr double kLongestCorner = 2.0;
    MapLine moved;
    moved.reserve(line.size());
    for (size_t i = 0; i < line.size(); ++i) {
        const MapPoint before = i > 0 ? rightOf(line[i - 1], line[i]) : MapPoint{};
        const MapPoint after = i + 1 < line.size() ? rightOf(line[i], line[i + 1]) : MapPoint{};
        MapPoint sum{before.east + after.east, before.north + after.north};
        const double length = std::hypot(sum.east, sum.north);
        if (length < 1e-9) {
            moved.push_back(line[i]);
            continue;
        }
        const bool isCorner = i > 0 && i + 1 < line.size();
        const double stretch = isCorner ? std::min(kLongestCorner, 2.0 / length) : 1.0;
        moved.push_back({line[i].east + sum.east / length * offsetM * stretch,
                         line[i].north + sum.north / length * offsetM * stretch});
    }
    return moved;
}

Nearest nearestOn(const MapLine &line, const MapPoint &point)
{
    Nearest nearest;
    double along = 0.0;
    for (size_t i = 1; i < line.size(); ++i) {
        const MapPoint &a = line[i - 1];
        const MapPoint &b = line[i];
        const double length = distanceM(a, b);
        double share = 0.0;
        if (length > 0.0)
            share = std::clamp(((point.east - a.east) * (b.east - a.east) +
                                (point.north - a.north) * (b.north - a.north)) /
                                   (length * length),
                               0.0, 1.0);
        const MapPoint at = between(a, b, share);
        const double distance = distanceM(at, point);
        if (distance < nearest.distanceM)
            nearest = {along + share * length, distance, at};
        along += length;
    }
    return nearest;
}

} // namespace gridhall::simulation
