// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace gridhall::geo {

/// A place in degrees, CGCS2000 (EPSG:4490) unless a name says otherwise; to GridHall's needs the
/// same as WGS 84 (EPSG:4326). Stored this way in every database.
struct LonLat
{
    double lon = 0.0;
    double lat = 0.0;
    friend bool operator==(const LonLat &, const LonLat &) = default;
};

/// A place in the city's projected CRS, in metres: east is x, north is y (Chinese surveyors call
/// north X; we never do).
struct MapPoint
{
    double east = 0.0;
    double north = 0.0;
    friend bool operator==(const MapPoint &, const MapPoint &) = default;
};

/// An axis-parallel box in the project's CRS, metres. Default: empty (contains nothing).
struct MapBox
{
    double west = 1e300;
    double south = 1e300;
    double east = -1e300;
    double north = -1e300;

    bool isEmpty() const { return west > east || south > north; }
    double width() const { return isEmpty() ? 0.0 : east - west; }
    double height() const { return isEmpty() ? 0.0 : north - south; }
    MapPoint centre() const { return {(west + east) / 2, (south + north) / 2}; }
    void include(const MapPoint &p)
    {
        west = p.east < west ? p.east : west;
        east = p.east > east ? p.east : east;
        south = p.north < south ? p.north : south;
        north = p.north > north ? p.north : north;
    }
    void include(const MapBox &o)
    {
        if (o.isEmpty())
            return;
        include(MapPoint{o.west, o.south});
        include(MapPoint{o.east, o.north});
    }
    bool contains(const MapPoint &p) const
    {
        return p.east >= west && p.east <= east && p.north >= south && p.north <= north;
    }
    bool intersects(const MapBox &o) const
    {
        return !isEmpty() && !o.isEmpty() && west <= o.east && o.west <= east && south <= o.north &&
               o.south <= north;
    }
    MapBox grownBy(double metres) const
    {
        return isEmpty() ? *this
                         : MapBox{west - metres, south - metres, east + metres, north + metres};
    }
};

template <class Point>
using LineOf = std::vector<Point>;

/// First ring is the shell, the rest are holes; every ring repeats its first point at its end.
template <class Point>
struct PolygonOf
{
    std::vector<LineOf<Point>> rings;
    bool isEmpty() const { return rings.empty(); }
};

template <class Point>
using MultiPolygonOf = std::vector<PolygonOf<Point>>;

using LonLatLine = LineOf<LonLat>;
using LonLatPolygon = PolygonOf<LonLat>;
using LonLatMultiPolygon = MultiPolygonOf<LonLat>;
using MapLine = LineOf<MapPoint>;
using MapPolygon = PolygonOf<MapPoint>;
using MapMultiPolygon = MultiPolygonOf<MapPoint>;

} // namespace gridhall::geo
