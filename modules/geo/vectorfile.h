// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <functional>
#include <memory>
#include <variant>

namespace gridhall::geo {

/// One feature of a vector file, with its geometry in the CRS that was asked for. Multi-geometries
/// of points and lines come as several parts.
struct VectorFeature
{
    qint64 fid = -1;
    /// OpenStreetMap's tags come one by one, whatever GDAL gathers in other_tags.
    QVariantMap attributes;
    /// Height of the first point, where the geometry has one; else not a number.
    double z = 0.0;
    std::variant<std::monostate, std::vector<MapPoint>, std::vector<MapLine>, MapMultiPolygon>
        geometry;
};

struct VectorLayerInfo
{
    QString name;
    QString geometryType; ///< GDAL's name, for reports
    qint64 featureCount = -1;
    QStringList fields;
    QString crs; ///< empty when the layer has none
    /// In lon/lat CGCS2000, where the file itself says it; empty otherwise.
    MapBox extentDegrees;
};

/// Any vector file that GDAL reads (.osm.pbf, GeoPackage, Shapefile, DXF, GeoJSON …), read-only.
/// One thread. Nothing of GDAL crosses this header.
class VectorFile
{
public:
    /// Unreadable for what is no such file or is cut off; the error names the path.
    static Result<VectorFile> open(const QString &path);
    ~VectorFile();
    VectorFile(VectorFile &&) noexcept;
    VectorFile &operator=(VectorFile &&) noexcept;

    QList<VectorLayerInfo> layers() const;
    QString driver() const; ///< "OSM", "GPKG", "DXF" …

    /// Calls `visit` for each feature of each layer (OSM is read interleaved, so layers alternate),
    /// with geometry in `targetCrs`; a layer without CRS is taken to be in `assumedCrs`, or is
    /// an error when that is empty. `visit` returns false to stop (the result is then Cancelled).
    /// A damaged file gives Unreadable even when part of it was read.
    Result<void>
    read(const QString &targetCrs, const QString &assumedCrs,
         const std::function<bool(const QString &layer, const VectorFeature &)> &visit);

private:
    struct Private;
    explicit VectorFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gridhall::geo
