// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/ground.h>

#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::democity {

using geo::BasemapLayer;

namespace {

double roundedToMillimetre(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

MapLine lineToMillimetre(MapLine line)
{
    for (MapPoint &p : line)
        p = toMillimetre(p);
    line.erase(std::unique(line.begin(), line.end()), line.end());
    return line;
}

double distanceToPolygon(const MapPolygon &polygon, const MapPoint &at)
{
    double nearest = 1e300;
    for (const MapLine &ring : polygon.rings)
        nearest = std::min(nearest, nearestOn(ring, at).distanceM);
    return nearest;
}

} // namespace

MapPoint toMillimetre(const MapPoint &p)
{
    return {roundedToMillimetre(p.east), roundedToMillimetre(p.north)};
}

void Ground::point(BasemapLayer layer, const MapPoint &at, QVariantList attributes)
{
    m_features.push_back({layer, toMillimetre(at), std::move(attributes)});
}

void Ground::line(BasemapLayer layer, const MapLine &line, QVariantList attributes)
{
    MapLine rounded = lineToMillimetre(line);
    if (rounded.size() >= 2)
        m_features.push_back({layer, std::move(rounded), std::move(attributes)});
}

void Ground::polygon(BasemapLayer layer, const MapPolygon &polygon, QVariantList attributes)
{
    MapPolygon rounded;
    for (const MapLine &ring : polygon.rings) {
        MapLine line = lineToMillimetre(ring);
        if (line.size() >= 4)
            rounded.rings.push_back(std::move(line));
        else if (rounded.rings.empty())
            return;
    }
    if (!rounded.isEmpty())
        m_features.push_back({layer, std::move(rounded), std::move(attributes)});
}

void Ground::building(const MapPolygon &outline, const QString &structure, int storeys,
                      const QString &kind, const QString &name)
{
    polygon(BasemapLayer::Building, outline, {structure, storeys, kind, name});
    m_occupied.push_back(outline);
    m_houses.push_back(outline);
}

void Ground::inner(const MapPoint &from, const MapPoint &to)
{
    inner(MapLine{from, to});
}

void Ground::inner(const MapLine &innerLine)
{
    line(BasemapLayer::BuildingLine, innerLine, {QStringLiteral("inner")});
}

void Ground::wall(const MapLine &wallLine, const QString &kind)
{
    line(BasemapLayer::Wall, wallLine, {kind});
}

void Ground::green(const MapPolygon &area, const QString &kind, const QString &name)
{
    polygon(BasemapLayer::Green, area, {kind, name});
}

void Ground::tree(const MapPoint &at, const QString &kind)
{
    point(BasemapLayer::Tree, at, {kind});
}

void Ground::spotHeight(const MapPoint &at)
{
    point(BasemapLayer::SpotHeight, at, {std::round(m_terrain.heightM(at) * 100.0) / 100.0});
}

void Ground::placeName(const MapPoint &at, const QString &kind, const QString &name, int rank)
{
    point(BasemapLayer::PlaceName, at, {kind, name, rank});
}

void Ground::doorPlate(const MapPoint &at, int number, const QString &street)
{
    point(BasemapLayer::DoorPlate, at, {QString::number(number), street});
}

void Ground::component(const QString &where, int rule, const MapPoint &at)
{
    m_components.push_back({where, rule, toMillimetre(at)});
}

bool Ground::isFree(const MapPolygon &outline, double clearanceM) const
{
    const MapBox box = geo::boxOf({outline}).grownBy(clearanceM);
    for (const MapPolygon &other : m_occupied) {
        if (!geo::boxOf({other}).intersects(box))
            continue;
        if (overlaps(outline, other))
            return false;
        if (clearanceM <= 0.0)
            continue;
        for (const MapPoint &p : outline.rings.front()) {
            if (distanceToPolygon(other, p) < clearanceM)
                return false;
        }
        for (const MapPoint &p : other.rings.front()) {
            if (distanceToPolygon(outline, p) < clearanceM)
                return false;
        }
    }
    return true;
}

bool Ground::isFree(const MapPoint &at, double clearanceM) const
{
    return std::none_of(m_occupied.begin(), m_occupied.end(), [&](const MapPolygon &other) {
        return geo::boxOf({other}).grownBy(clearanceM).contains(at) &&
               (geo::contains(other, at) ||
                (clearanceM > 0.0 && distanceToPolygon(other, at) < clearanceM));
    });
}

MapPoint Ground::openSpot(const MapPolygon &inside, double widthM, double heightM) const
{
    const MapPoint middle = geo::labelPoint({inside});
    for (int ring = 0; ring <= 14; ++ring) {
        const int places = std::max(1, ring * 6);
        for (int i = 0; i < places; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / places;
            const MapPoint at = middle + MapPoint{std::cos(angle), std::sin(angle)} * (ring * 5.0);
            const Frame frame{at, {1.0, 0.0}};
            const MapPolygon box = frame.rectangle(-widthM / 2, -heightM / 2, widthM, heightM);
            const bool free =
                std::none_of(m_houses.begin(), m_houses.end(),
                             [&](const MapPolygon &house) { return overlaps(house, box); });
            if (free && liesInside(box, inside))
                return at;
        }
    }
    return middle;
}

void Ground::spotHeights(const MapPolygon &inside, double everyM, Dice &dice)
{
    const MapBox box = geo::boxOf({inside});
    for (double y = box.south + everyM / 2; y < box.north; y += everyM) {
        for (double x = box.west + everyM / 2; x < box.east; x += everyM) {
            const MapPoint at{x + dice.between(-0.3, 0.3) * everyM,
                              y + dice.between(-0.3, 0.3) * everyM};
            if (geo::contains(inside, at) && isFree(at, 2.0))
                spotHeight(at);
        }
    }
}

void Ground::trees(const MapPolygon &inside, double everyM, Dice &dice, const QString &kind)
{
    const MapBox box = geo::boxOf({inside});
    for (double y = box.south + everyM / 2; y < box.north; y += everyM) {
        for (double x = box.west + everyM / 2; x < box.east; x += everyM) {
            const MapPoint at{x + dice.between(-0.42, 0.42) * everyM,
                              y + dice.between(-0.42, 0.42) * everyM};
            if (geo::contains(inside, at) && isFree(at, 1.5))
                tree(at, kind);
        }
    }
}

Result<void> Ground::writeTo(geo::BasemapWriter &writer)
{
    for (const Feature &feature : m_features) {
        Result<void> done;
        if (const auto *at = std::get_if<MapPoint>(&feature.shape))
            done = writer.addPoint(feature.layer, *at, feature.attributes);
        else if (const auto *lineShape = std::get_if<MapLine>(&feature.shape))
            done = writer.addLine(feature.layer, *lineShape, feature.attributes);
        else
            done = writer.addPolygon(feature.layer, std::get<MapPolygon>(feature.shape),
                                     feature.attributes);
        if (!done)
            return done;
    }
    m_features.clear();
    return {};
}

} // namespace gridhall::democity
