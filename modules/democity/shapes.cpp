// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/shapes.h>

#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::democity {

double length(const MapPoint &vector)
{
    return std::hypot(vector.east, vector.north);
}

MapPoint unit(const MapPoint &vector)
{
    const double size = length(vector);
    return size > 0.0 ? vector * (1.0 / size) : MapPoint{1.0, 0.0};
}

MapLine Frame::toMap(const MapLine &local) const
{
    MapLine line;
    line.reserve(local.size());
    for (const MapPoint &p : local)
        line.push_back(toMap(p));
    return line;
}

MapLine Frame::toLocal(const MapLine &line) const
{
    MapLine local;
    local.reserve(line.size());
    for (const MapPoint &p : line)
        local.push_back(toLocal(p));
    return local;
}

MapPolygon Frame::toLocal(const MapPolygon &polygon) const
{
    MapPolygon local;
    for (const MapLine &ring : polygon.rings)
        local.rings.push_back(toLocal(ring));
    return local;
}

MapPolygon Frame::rectangle(double x, double y, double width, double height) const
{
    return polygon({{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}});
}

MapPolygon Frame::polygon(const MapLine &local) const
{
    MapLine ring = toMap(local);
    if (!ring.empty() && !(ring.front() == ring.back()))
        ring.push_back(ring.front());
    return {{std::move(ring)}};
}

Frame frameOf(const MapPolygon &polygon)
{
    Frame best;
    double smallest = 1e300;
    const MapLine &ring = polygon.rings.front();
    for (size_t i = 1; i < ring.size(); ++i) {
        if (distance(ring[i - 1], ring[i]) < 2.0)
            continue;
        const Frame frame{ring.front(), unit(ring[i] - ring[i - 1])};
        const MapBox box = boxIn(frame, polygon);
        const double area = box.width() * box.height();
        if (area < smallest * (1.0 - 1e-9)) {
            smallest = area;
            best = frame;
        }
    }
    for (int turn = 0; turn < 4 && !(best.along.east > std::abs(best.along.north) - 1e-12); ++turn)
        best.along = left(best.along);
    const MapBox box = boxIn(best, polygon);
    best.origin = best.toMap(box.west, box.south);
    return best;
}

MapBox boxIn(const Frame &frame, const MapPolygon &polygon)
{
    MapBox box;
    for (const MapPoint &p : polygon.rings.front())
        box.include(frame.toLocal(p));
    return box;
}

Place placeAlong(const MapLine &line, double distanceM)
{
    double rest = std::max(0.0, distanceM);
    for (size_t i = 1; i < line.size(); ++i) {
        const double size = distance(line[i - 1], line[i]);
        const MapPoint along = unit(line[i] - line[i - 1]);
        if (rest <= size || i + 1 == line.size())
            return {line[i - 1] + along * std::min(rest, size), along};
        rest -= size;
    }
    return {line.empty() ? MapPoint{} : line.front(), {1.0, 0.0}};
}

Foot nearestOn(const MapLine &line, const MapPoint &point)
{
    Foot foot;
    double before = 0.0;
    for (size_t i = 1; i < line.size(); ++i) {
        const MapPoint d = line[i] - line[i - 1];
        const double size = length(d);
        if (size <= 0.0)
            continue;
        const double t = std::clamp(dot(point - line[i - 1], d) / (size * size), 0.0, 1.0);
        const MapPoint at = line[i - 1] + d * t;
        const double away = distance(point, at);
        if (away < foot.distanceM)
            foot = {away, before + t * size, at, cross(d, point - line[i - 1]) > 0.0};
        before += size;
    }
    return foot;
}

MapLine partOf(const MapLine &line, double fromM, double toM)
{
    MapLine part;
    double before = 0.0;
    for (size_t i = 1; i < line.size(); ++i) {
        const double size = distance(line[i - 1], line[i]);
        const double after = before + size;
        if (after > fromM && before < toM && size > 0.0) {
            const MapPoint along = unit(line[i] - line[i - 1]);
            if (part.empty())
                part.push_back(fromM <= before ? line[i - 1]
                                               : line[i - 1] + along * (fromM - before));
            part.push_back(toM >= after ? line[i] : line[i - 1] + along * (toM - before));
        }
        before = after;
    }
    return part;
}

MapLine offsetLine(const MapLine &line, double toLeftM)
{
    MapLine result;
    for (size_t i = 0; i < line.size(); ++i) {
        const MapPoint in = i > 0 ? unit(line[i] - line[i - 1]) : unit(line[1] - line[0]);
        const MapPoint out = i + 1 < line.size() ? unit(line[i + 1] - line[i]) : in;
        const MapPoint middle = unit(in + out);
        const double stretch = std::max(0.5, dot(middle, in));
        result.push_back(line[i] + left(middle) * (toLeftM / stretch));
    }
    return result;
}

MapLine curveThrough(const MapLine &points, double stepM, bool closed)
{
    const auto count = static_cast<int>(points.size());
    if (count < 3)
        return points;
    const auto at = [&](int i) {
        if (closed)
            return points[static_cast<size_t>((i % count + count) % count)];
        if (i < 0)
            return points[0] * 2.0 - points[1];
        if (i >= count)
            return points[static_cast<size_t>(count - 1)] * 2.0 -
                   points[static_cast<size_t>(count - 2)];
        return points[static_cast<size_t>(i)];
    };
    MapLine curve;
    const int spans = closed ? count : count - 1;
    for (int i = 0; i < spans; ++i) {
        const MapPoint a = at(i - 1);
        const MapPoint b = at(i);
        const MapPoint c = at(i + 1);
        const MapPoint d = at(i + 2);
        const int steps = std::max(1, static_cast<int>(std::lround(distance(b, c) / stepM)));
        for (int k = 0; k < steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            const MapPoint p = b * 2.0 + (c - a) * t + (a * 2.0 - b * 5.0 + c * 4.0 - d) * (t * t) +
                               (b * 3.0 - a - c * 3.0 + d) * (t * t * t);
            curve.push_back(p * 0.5);
        }
    }
    curve.push_back(closed ? curve.front() : points.back());
    return curve;
}

namespace {

void keepFar(const MapLine &line, size_t from, size_t to, double toleranceM,
             std::vector<bool> &keep)
{
    double farthest = toleranceM;
    size_t index = 0;
    for (size_t i = from + 1; i < to; ++i) {
        const double away = nearestOn({line[from], line[to]}, line[i]).distanceM;
        if (away > farthest) {
            farthest = away;
            index = i;
        }
    }
    if (index == 0)
        return;
    keep[index] = true;
    keepFar(line, from, index, toleranceM, keep);
    keepFar(line, index, to, toleranceM, keep);
}

} // namespace

MapLine simplified(const MapLine &line, double toleranceM)
{
    if (line.size() < 3)
        return line;
    std::vector<bool> keep(line.size(), false);
    keep.front() = keep.back() = true;
    keepFar(line, 0, line.size() - 1, toleranceM, keep);
    MapLine result;
    for (size_t i = 0; i < line.size(); ++i) {
        if (keep[i])
            result.push_back(line[i]);
    }
    return result;
}

MapPolygon blob(const MapPoint &centre, double radiusEast, double radiusNorth, double unevenness,
                double phase1, double phase2, double stepM)
{
    const double around = std::numbers::pi * (radiusEast + radiusNorth);
    const int corners = std::max(16, static_cast<int>(around / stepM));
    MapLine ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        const double factor = 1.0 + unevenness * (0.6 * std::sin(2 * angle + phase1) +
                                                  0.4 * std::sin(3 * angle + phase2));
        ring.push_back(centre + MapPoint{radiusEast * factor * std::cos(angle),
                                         radiusNorth * factor * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return {{std::move(ring)}};
}

MapPolygon circle(const MapPoint &centre, double radius, int corners)
{
    return blob(centre, radius, radius, 0.0, 0.0, 0.0, 2.0 * std::numbers::pi * radius / corners);
}

namespace {

/// Where the line y = `y` is inside the polygon.
std::vector<Interval> scanLine(const MapPolygon &local, double y)
{
    std::vector<double> crossings;
    for (const MapLine &ring : local.rings) {
        for (size_t i = 1; i < ring.size(); ++i) {
            const MapPoint &a = ring[i - 1];
            const MapPoint &b = ring[i];
            if ((a.north > y) != (b.north > y))
                crossings.push_back(a.east +
                                    (y - a.north) / (b.north - a.north) * (b.east - a.east));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    std::vector<Interval> intervals;
    for (size_t i = 1; i < crossings.size(); i += 2)
        intervals.push_back({crossings[i - 1], crossings[i]});
    return intervals;
}

std::vector<Interval> common(const std::vector<Interval> &a, const std::vector<Interval> &b)
{
    std::vector<Interval> result;
    for (const Interval &i : a) {
        for (const Interval &k : b) {
            const Interval both{std::max(i.from, k.from), std::min(i.to, k.to)};
            if (both.to > both.from)
                result.push_back(both);
        }
    }
    return result;
}

} // namespace

std::vector<Interval> stripInside(const MapPolygon &local, double y, double height)
{
    const int scans = std::max(2, static_cast<int>(height / 4.0) + 1);
    std::vector<Interval> inside = scanLine(local, y);
    for (int i = 1; i < scans && !inside.empty(); ++i)
        inside = common(inside, scanLine(local, y + height * i / (scans - 1)));
    return inside;
}

namespace {

bool segmentsCross(const MapPoint &a, const MapPoint &b, const MapPoint &c, const MapPoint &d)
{
    const double s1 = cross(b - a, c - a);
    const double s2 = cross(b - a, d - a);
    const double s3 = cross(d - c, a - c);
    const double s4 = cross(d - c, b - c);
    return ((s1 > 0) != (s2 > 0)) && ((s3 > 0) != (s4 > 0));
}

bool ringsCross(const MapPolygon &a, const MapPolygon &b)
{
    for (const MapLine &ra : a.rings) {
        for (size_t i = 1; i < ra.size(); ++i) {
            for (const MapLine &rb : b.rings) {
                for (size_t k = 1; k < rb.size(); ++k) {
                    if (segmentsCross(ra[i - 1], ra[i], rb[k - 1], rb[k]))
                        return true;
                }
            }
        }
    }
    return false;
}

} // namespace

bool overlaps(const MapPolygon &a, const MapPolygon &b)
{
    if (!geo::boxOf({a}).intersects(geo::boxOf({b})))
        return false;
    return ringsCross(a, b) || geo::contains(a, b.rings.front().front()) ||
           geo::contains(b, a.rings.front().front());
}

bool liesInside(const MapPolygon &inner, const MapPolygon &outer)
{
    for (const MapPoint &p : inner.rings.front()) {
        if (!geo::contains(outer, p))
            return false;
    }
    return !ringsCross(inner, outer);
}

double ringArea(const MapLine &ring)
{
    double twice = 0.0;
    for (size_t i = 1; i < ring.size(); ++i)
        twice += cross(ring[i - 1] - ring[0], ring[i] - ring[0]);
    return twice / 2.0;
}

MapPolygon largestOf(const MapMultiPolygon &polygons)
{
    MapPolygon largest;
    double most = 0.0;
    for (const MapPolygon &polygon : polygons) {
        const double area = geo::areaM2({polygon});
        if (area > most) {
            most = area;
            largest = polygon;
        }
    }
    return largest;
}

} // namespace gridhall::democity
