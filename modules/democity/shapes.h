// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

#include <vector>

namespace gridhall::democity {

using geo::MapBox;
using geo::MapLine;
using geo::MapMultiPolygon;
using geo::MapPoint;
using geo::MapPolygon;

inline MapPoint operator+(const MapPoint &a, const MapPoint &b)
{
    return {a.east + b.east, a.north + b.north};
}
inline MapPoint operator-(const MapPoint &a, const MapPoint &b)
{
    return {a.east - b.east, a.north - b.north};
}
inline MapPoint operator*(const MapPoint &a, double factor)
{
    return {a.east * factor, a.north * factor};
}
inline double dot(const MapPoint &a, const MapPoint &b)
{
    return a.east * b.east + a.north * b.north;
}
inline double cross(const MapPoint &a, const MapPoint &b)
{
    return a.east * b.north - a.north * b.east;
}
double length(const MapPoint &vector);
MapPoint unit(const MapPoint &vector);
/// Turned a quarter to the left.
inline MapPoint left(const MapPoint &vector)
{
    return {-vector.north, vector.east};
}
inline double distance(const MapPoint &a, const MapPoint &b)
{
    return length(b - a);
}

/// A right-angled frame on the ground: x along `along`, y to its left.
struct Frame
{
    MapPoint origin;
    MapPoint along{1.0, 0.0};

    MapPoint toMap(double x, double y) const { return origin + along * x + left(along) * y; }
    MapPoint toMap(const MapPoint &local) const { return toMap(local.east, local.north); }
    MapPoint toLocal(const MapPoint &p) const
    {
        const MapPoint d = p - origin;
        return {dot(d, along), dot(d, left(along))};
    }
    MapLine toMap(const MapLine &local) const;
    MapLine toLocal(const MapLine &line) const;
    MapPolygon toLocal(const MapPolygon &polygon) const;
    MapPolygon rectangle(double x, double y, double width, double height) const;
    MapPolygon polygon(const MapLine &local) const;
};

/// The frame of a polygon's smallest rectangle; `along` is the axis nearer to east.
Frame frameOf(const MapPolygon &polygon);
/// The polygon's box in a frame.
MapBox boxIn(const Frame &frame, const MapPolygon &polygon);

struct Place
{
    MapPoint at;
    MapPoint along; ///< unit direction of the line there
};
/// The place `distanceM` from the start of a line; beyond its ends, the end.
Place placeAlong(const MapLine &line, double distanceM);
struct Foot
{
    double distanceM = 1e300; ///< from the point to the line
    double alongM = 0.0;
    MapPoint at;
    bool onLeft = false; ///< the point lies left of the line
};
Foot nearestOn(const MapLine &line, const MapPoint &point);
/// The part between two distances along.
MapLine partOf(const MapLine &line, double fromM, double toM);
MapLine offsetLine(const MapLine &line, double toLeftM);
/// A smooth curve through points (Catmull-Rom), a vertex about every `stepM`.
MapLine curveThrough(const MapLine &points, double stepM, bool closed = false);
/// Leaves out vertices that lie within `toleranceM` of the line without them.
MapLine simplified(const MapLine &line, double toleranceM);
/// A blob about a centre: closed, smooth, radius varying by `unevenness` (the phases are given).
MapPolygon blob(const MapPoint &centre, double radiusEast, double radiusNorth, double unevenness,
                double phase1, double phase2, double stepM);
MapPolygon circle(const MapPoint &centre, double radius, int corners = 24);

/// Where a horizontal strip [y, y + height] of a frame lies wholly inside a polygon given in that
/// frame: intervals of x.
struct Interval
{
    double from = 0.0;
    double to = 0.0;
};
std::vector<Interval> stripInside(const MapPolygon &local, double y, double height);

bool overlaps(const MapPolygon &a, const MapPolygon &b);
/// All corners inside and no edge crossing out.
bool liesInside(const MapPolygon &inner, const MapPolygon &outer);
/// Signed: positive for counter-clockwise rings.
double ringArea(const MapLine &ring);

/// The largest of several polygons, or an empty one.
MapPolygon largestOf(const MapMultiPolygon &polygons);

} // namespace gridhall::democity
