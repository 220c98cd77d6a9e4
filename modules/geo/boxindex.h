// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

#include <memory>
#include <vector>

namespace gridhall::geo {

/// A packed R-tree over boxes, built once, then read from any number of threads. Answers the
/// indexes (positions in the vector it was built from) of boxes that meet a box, or the nearest to
/// a point.
class BoxIndex
{
public:
    BoxIndex();
    explicit BoxIndex(const std::vector<MapBox> &boxes);
    ~BoxIndex();
    BoxIndex(BoxIndex &&) noexcept;
    BoxIndex &operator=(BoxIndex &&) noexcept;

    std::vector<int> intersecting(const MapBox &box) const;
    /// At most `count` within `withinM`, nearest box first.
    std::vector<int> nearest(const MapPoint &point, int count, double withinM) const;
    int size() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// True inside or on the edge of the polygon (holes are outside).
bool contains(const MapPolygon &polygon, const MapPoint &point);
bool contains(const MapMultiPolygon &polygons, const MapPoint &point);
double areaM2(const MapMultiPolygon &polygons);
double lengthM(const MapLine &line);
MapBox boxOf(const MapMultiPolygon &polygons);
/// A point surely inside, near the middle: where a label goes.
MapPoint labelPoint(const MapMultiPolygon &polygons);

} // namespace gridhall::geo
