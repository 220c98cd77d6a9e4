// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>

#include <memory>

namespace gridhall::geo {

/// From lon/lat CGCS2000 to a city's projected CRS and back (PROJ inside). An object belongs to one
/// thread at a time; clone() gives another thread its own. Cost: about a microsecond a point.
class Projection
{
public:
    /// `crs` is an authority code ("EPSG:4547"), WKT or PROJ text of a projected CRS in metres.
    /// Fails with InvalidInput for anything else.
    static Result<Projection> create(const QString &crs);
    ~Projection();
    Projection(Projection &&) noexcept;
    Projection &operator=(Projection &&) noexcept;

    Projection clone() const;
    const QString &crs() const;

    /// Non-finite coordinates come out for places where the projection is not defined.
    MapPoint toMap(const LonLat &place) const;
    LonLat toLonLat(const MapPoint &point) const;

    MapLine toMap(const LonLatLine &line) const;
    MapPolygon toMap(const LonLatPolygon &polygon) const;
    MapMultiPolygon toMap(const LonLatMultiPolygon &polygons) const;
    LonLatLine toLonLat(const MapLine &line) const;
    LonLatPolygon toLonLat(const MapPolygon &polygon) const;
    LonLatMultiPolygon toLonLat(const MapMultiPolygon &polygons) const;

private:
    struct Private;
    explicit Projection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// EPSG code of the 3-degree Gauss-Kruger zone without zone prefix that `place` lies in
/// (CGCS2000: 4534 + (CM - 75) / 3, CM 75 … 135), or 0 outside China's zones.
int gaussKrugerEpsg(const LonLat &place);

/// Great-circle distance on the sphere of the mean radius; good to 0.5 %.
double distanceM(const LonLat &a, const LonLat &b);

} // namespace gridhall::geo
