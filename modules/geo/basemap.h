// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>

#include <QList>
#include <QString>
#include <QVariant>

#include <memory>

namespace gridhall::geo {

/// The layers of basemap.gpkg: what the ground looks like, in the project's CRS. The demo city and
/// every import write these, and maps/styles draws them, so they are fixed here once.
enum class BasemapLayer {
    None = 0,
    Boundary, ///< polygon: kind (city, street, community), name
    Block, ///< polygon: kind (residential, school, hospital, commercial, industrial, civic, open),
           ///< name
    Green, ///< polygon: kind (park, lawn, shrub, woods, farmland), name
    Water, ///< polygon: kind (river, lake, pond), name
    WaterLine,    ///< line: kind (bank, stream, ditch), name
    Contour,      ///< line: elevation_m, is_index (0/1)
    RoadSurface,  ///< polygon: kind (main, secondary, branch, lane, square, parking, path)
    RoadLine,     ///< centre line: kind (main, secondary, branch, lane, path), name, width_m
    Kerb,         ///< line: kind (kerb, walkway): carriageway edges and pavement back edges
    RoadMark,     ///< line: kind (crossing, bay, centre)
    Bridge,       ///< polygon: name
    Railway,      ///< line: name
    Building,     ///< polygon: structure (砼 砖 混 钢 木 简 棚 …), storeys, kind, name
    BuildingLine, ///< line: kind (inner, steps)
    Wall,         ///< line: kind (wall, fence, railing)
    SpotHeight,   ///< point: elevation_m
    ControlPoint, ///< point: kind (triangulation, traverse, levelling), name, elevation_m
    Tree,         ///< point: kind (broadleaf, conifer, bush)
    DoorPlate,    ///< point: number, street
    PlaceName,    ///< point: kind (district, estate, school, hospital, market, park, water, poi),
                  ///< name, rank (1 largest … 4)
    Component,    ///< point: class_code (4 digits), code: a read-only copy for drawing signs
};

enum class GeometryKind { None = 0, Point, Line, Polygon };

struct BasemapField
{
    QString name;
    QMetaType::Type type = QMetaType::QString; ///< QString, Double or Int
};

struct BasemapLayerSchema
{
    BasemapLayer layer = BasemapLayer::None;
    QString tableName; ///< in basemap.gpkg, e.g. "road_line"
    GeometryKind geometry = GeometryKind::None;
    QList<BasemapField> fields; ///< without fid and geom
};

/// All layers in drawing order, from the ground up.
const QList<BasemapLayerSchema> &basemapSchema();
const BasemapLayerSchema &basemapSchema(BasemapLayer layer);

/// Writes a new basemap.gpkg: to a temporary file beside `path`, renamed by commit(); without
/// commit() nothing is left behind. One thread. Attributes come in the schema's field order.
class BasemapWriter
{
public:
    static Result<BasemapWriter> create(const QString &path, const QString &crs);
    ~BasemapWriter();
    BasemapWriter(BasemapWriter &&) noexcept;
    BasemapWriter &operator=(BasemapWriter &&) noexcept;

    Result<void> addPoint(BasemapLayer layer, const MapPoint &point,
                          const QVariantList &attributes);
    Result<void> addLine(BasemapLayer layer, const MapLine &line, const QVariantList &attributes);
    Result<void> addPolygon(BasemapLayer layer, const MapPolygon &polygon,
                            const QVariantList &attributes);
    qint64 count(BasemapLayer layer) const;
    /// Builds the spatial indexes and puts the file in its place (replacing an older one).
    Result<void> commit();

private:
    struct Private;
    explicit BasemapWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// One centre line of the base map, read back for routing, grid making and address search.
struct StreetLine
{
    QString name;
    QString kind;
    double widthM = 0.0;
    MapLine line;
};

/// Reads every street of a basemap.gpkg. Blocking; call it off the GUI thread.
Result<std::vector<StreetLine>> readStreetLines(const QString &basemapPath);

struct PlaceName
{
    QString name;
    QString kind;
    int rank = 4;
    MapPoint at;
};
Result<std::vector<PlaceName>> readPlaceNames(const QString &basemapPath);

/// The CRS of a basemap.gpkg as "EPSG:n" (or WKT when it has no code).
Result<QString> basemapCrs(const QString &basemapPath);

} // namespace gridhall::geo
