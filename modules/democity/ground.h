// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/shapes.h>
#include <democity/terrain.h>

#include <base/result.h>
#include <geo/basemap.h>

#include <QVariant>

#include <variant>
#include <vector>

namespace gridhall::democity {

/// Something that a builder placed and that is a component: 街头座椅 in a park, 充电桩 in an
/// estate. `rule` is an index into the recipe's rules of `where`.
struct LooseComponent
{
    QString where;
    int rule = 0;
    MapPoint at;
};

/// What the builders drew, kept until it is written, and what stands there, so that nothing is
/// built on a building. Coordinates are rounded to a millimetre when they come in.
class Ground
{
public:
    struct Feature
    {
        geo::BasemapLayer layer;
        std::variant<MapPoint, MapLine, MapPolygon> shape;
        QVariantList attributes;
    };

    explicit Ground(const Terrain &terrain) : m_terrain(terrain) {}

    void point(geo::BasemapLayer layer, const MapPoint &at, QVariantList attributes);
    void line(geo::BasemapLayer layer, const MapLine &line, QVariantList attributes);
    void polygon(geo::BasemapLayer layer, const MapPolygon &polygon, QVariantList attributes);

    void building(const MapPolygon &outline, const QString &structure, int storeys,
                  const QString &kind = QStringLiteral("dwelling"), const QString &name = {});
    void inner(const MapPoint &from, const MapPoint &to);
    void inner(const MapLine &line);
    void wall(const MapLine &line, const QString &kind);
    void green(const MapPolygon &polygon, const QString &kind, const QString &name = {});
    void tree(const MapPoint &at, const QString &kind = QStringLiteral("broadleaf"));
    void spotHeight(const MapPoint &at);
    void placeName(const MapPoint &at, const QString &kind, const QString &name, int rank);
    void doorPlate(const MapPoint &at, int number, const QString &street);
    void component(const QString &where, int rule, const MapPoint &at);

    /// True when no building of this block meets the outline, grown by `clearanceM`.
    bool isFree(const MapPolygon &outline, double clearanceM = 0.0) const;
    bool isFree(const MapPoint &at, double clearanceM = 0.0) const;
    /// Keeps buildings and signs away from a place that is no building (a pond, a track).
    void occupy(const MapPolygon &outline) { m_occupied.push_back(outline); }
    const std::vector<MapPolygon> &occupied() const { return m_occupied; }
    /// Ends a block: what stands there no longer hinders.
    void endBlock()
    {
        m_occupied.clear();
        m_houses.clear();
    }

    /// A place near the middle of `inside` where a name of that size meets no building; the middle
    /// itself when there is none.
    MapPoint openSpot(const MapPolygon &inside, double widthM = 30.0, double heightM = 7.0) const;
    /// Spot heights about every `everyM` inside a polygon, on open ground.
    void spotHeights(const MapPolygon &inside, double everyM, Dice &dice);
    /// Trees scattered on open ground, one about every `everyM`.
    void trees(const MapPolygon &inside, double everyM, Dice &dice,
               const QString &kind = QStringLiteral("broadleaf"));

    std::vector<Feature> &features() { return m_features; }
    std::vector<LooseComponent> &components() { return m_components; }
    const Terrain &terrain() const { return m_terrain; }

    Result<void> writeTo(geo::BasemapWriter &writer);

private:
    const Terrain &m_terrain;
    std::vector<Feature> m_features;
    std::vector<MapPolygon> m_occupied;
    std::vector<MapPolygon> m_houses;
    std::vector<LooseComponent> m_components;
};

MapPoint toMillimetre(const MapPoint &p);

} // namespace gridhall::democity
