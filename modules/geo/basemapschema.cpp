// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/basemap.h>

namespace gridhall::geo {

namespace {

BasemapField text(const char *name)
{
    return {QString::fromLatin1(name), QMetaType::QString};
}
BasemapField real(const char *name)
{
    return {QString::fromLatin1(name), QMetaType::Double};
}
BasemapField whole(const char *name)
{
    return {QString::fromLatin1(name), QMetaType::Int};
}

QList<BasemapLayerSchema> makeSchema()
{
    using L = BasemapLayer;
    using G = GeometryKind;
    const auto row = [](L layer, const char *table, G geometry, QList<BasemapField> fields) {
        return BasemapLayerSchema{layer, QString::fromLatin1(table), geometry, std::move(fields)};
    };
    return {
        row(L::Boundary, "boundary", G::Polygon, {text("kind"), text("name")}),
        row(L::Block, "block", G::Polygon, {text("kind"), text("name")}),
        row(L::Green, "green", G::Polygon, {text("kind"), text("name")}),
        row(L::Water, "water", G::Polygon, {text("kind"), text("name")}),
        row(L::WaterLine, "water_line", G::Line, {text("kind"), text("name")}),
        row(L::Contour, "contour", G::Line, {real("elevation_m"), whole("is_index")}),
        row(L::RoadSurface, "road_surface", G::Polygon, {text("kind")}),
        row(L::RoadLine, "road_line", G::Line, {text("kind"), text("name"), real("width_m")}),
        row(L::Kerb, "kerb", G::Line, {text("kind")}),
        row(L::RoadMark, "road_mark", G::Line, {text("kind")}),
        row(L::Bridge, "bridge", G::Polygon, {text("name")}),
        row(L::Railway, "railway", G::Line, {text("name")}),
        row(L::Building, "building", G::Polygon,
            {text("structure"), whole("storeys"), text("kind"), text("name")}),
        row(L::BuildingLine, "building_line", G::Line, {text("kind")}),
        row(L::Wall, "wall", G::Line, {text("kind")}),
        row(L::SpotHeight, "spot_height", G::Point, {real("elevation_m")}),
        row(L::ControlPoint, "control_point", G::Point,
            {text("kind"), text("name"), real("elevation_m")}),
        row(L::Tree, "tree", G::Point, {text("kind")}),
        row(L::DoorPlate, "door_plate", G::Point, {text("number"), text("street")}),
        row(L::PlaceName, "place_name", G::Point, {text("kind"), text("name"), whole("rank")}),
        row(L::Component, "component", G::Point, {text("class_code"), text("code")}),
    };
}

} // namespace

const QList<BasemapLayerSchema> &basemapSchema()
{
    static const QList<BasemapLayerSchema> schema = makeSchema();
    return schema;
}

const BasemapLayerSchema &basemapSchema(BasemapLayer layer)
{
    static const BasemapLayerSchema none;
    for (const BasemapLayerSchema &row : basemapSchema()) {
        if (row.layer == layer)
            return row;
    }
    return none;
}

} // namespace gridhall::geo
