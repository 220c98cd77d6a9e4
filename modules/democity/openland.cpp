// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/site.h>

#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::democity {

namespace {

using geo::BasemapLayer;

void placeWater(Site &site, const MapPolygon &water, const QString &kind, const QString &name)
{
    site.ground.polygon(BasemapLayer::Water, water, {kind, name});
    for (const MapLine &ring : water.rings)
        site.ground.line(BasemapLayer::WaterLine, ring, {QStringLiteral("bank"), name});
    site.ground.occupy(water);
}

/// Contours of a small hill: the same uneven form, smaller towards the top.
void placeHill(Site &site, const MapPoint &centre, double radiusEast, double radiusNorth,
               double heightM)
{
    const double phase1 = site.dice.between(0, 6);
    const double phase2 = site.dice.between(0, 6);
    const double foot = site.ground.terrain().heightM(centre);
    const double step = heightM > 2.0 ? 1.0 : 0.5;
    for (double level = std::ceil(foot / step) * step; level < foot + heightM; level += step) {
        const double share = std::sqrt(std::max(0.0, 1.0 - (level - foot) / heightM));
        if (share * radiusEast < 2.5)
            break;
        const MapPolygon ring = blob(centre, radiusEast * share, radiusNorth * share,
                                     0.16 * (1.2 - 0.6 * share), phase1, phase2, 1.5);
        const int whole = static_cast<int>(std::lround(level / step));
        site.ground.line(BasemapLayer::Contour, ring.rings.front(),
                         {level, whole % 5 == 0 ? 1 : 0});
    }
    site.ground.point(BasemapLayer::SpotHeight, centre,
                      {std::round((foot + heightM) * 100.0) / 100.0});
}

/// A path of its own surface with lamps, benches and bins beside it.
void placePath(Site &site, const MapLine &line, double widthM, const MapMultiPolygon &inside)
{
    auto parts = geo::clip({line}, inside);
    if (!parts)
        return;
    for (const MapLine &part : *parts) {
        const double size = geo::lengthM(part);
        if (size < 8.0)
            continue;
        site.ground.line(BasemapLayer::RoadLine, part, {QStringLiteral("path"), QString(), widthM});
        if (auto surface = geo::buffer(std::vector<MapLine>{part}, widthM / 2, false)) {
            for (const MapPolygon &polygon : *surface) {
                site.ground.polygon(BasemapLayer::RoadSurface, polygon, {QStringLiteral("path")});
                site.ground.occupy(polygon);
            }
        }
        const QList<ComponentRule> rules = site.recipe.rules(QStringLiteral("inParks"));
        for (int r = 0; r < static_cast<int>(rules.size()); ++r) {
            for (double s = rules[r].everyM * site.dice.between(0.2, 0.8); s < size;
                 s += rules[r].everyM) {
                const Place place = placeAlong(part, s);
                const MapPoint at = place.at + left(place.along) *
                                                   (site.dice.chance(0.5) ? 1.0 : -1.0) *
                                                   (widthM / 2 + 0.8);
                if (geo::contains(inside, at) && site.ground.isFree(at, 0.3))
                    site.ground.component(QStringLiteral("inParks"), r, at);
            }
        }
    }
}

/// Paths that swing through a park from side to side, and one round it.
void placePaths(Site &site, const MapPolygon &park, double inset, double shoreM)
{
    Dice &dice = site.dice;
    // Islands count as water here: a path leads there only over its own bridge.
    MapMultiPolygon open{park};
    MapMultiPolygon taken = site.ground.occupied();
    for (MapPolygon &polygon : taken)
        polygon.rings.resize(1);
    if (auto kept = geo::buffer(taken, shoreM)) {
        if (auto rest = geo::subtract({park}, *kept))
            open = *rest;
    }
    constexpr double kTurnM = 14.0;
    if (auto shrunk = geo::buffer(MapMultiPolygon{park}, -inset - kTurnM)) {
        if (auto round = geo::buffer(*shrunk, kTurnM); round && !round->empty())
            placePath(site, largestOf(*round).rings.front(), 2.6, open);
    }
    const Frame frame = frameOf(park);
    const MapBox box = boxIn(frame, park);
    const int swings = std::clamp(static_cast<int>(box.width() * box.height() / 22000.0), 1, 5);
    for (int i = 0; i < swings; ++i) {
        MapLine points;
        const bool eastward = i % 2 == 0;
        const double share = (i + 1.0) / (swings + 1.0);
        for (int k = 0; k <= 5; ++k) {
            const double t = k / 5.0;
            const double sway = dice.between(-0.12, 0.12);
            points.push_back(eastward ? frame.toMap(box.west + t * box.width(),
                                                    box.south + (share + sway) * box.height())
                                      : frame.toMap(box.west + (share + sway) * box.width(),
                                                    box.south + t * box.height()));
        }
        placePath(site, simplified(curveThrough(points, 6.0), 0.1), 2.2, open);
    }
}

void placeGroves(Site &site, const MapPolygon &park, double share)
{
    Dice &dice = site.dice;
    const MapBox box = geo::boxOf({park});
    const int groves = std::max(2, static_cast<int>(geo::areaM2({park}) * share / 1500.0));
    for (int i = 0; i < groves; ++i) {
        const MapPoint at{dice.between(box.west, box.east), dice.between(box.south, box.north)};
        const MapPolygon grove = blob(at, dice.between(10, 26), dice.between(9, 20), 0.25,
                                      dice.between(0, 6), dice.between(0, 6), 3.0);
        if (!liesInside(grove, park) || !site.ground.isFree(grove, 1.5))
            continue;
        site.ground.green(grove,
                          dice.chance(0.7) ? QStringLiteral("woods") : QStringLiteral("shrub"));
        site.ground.trees(grove, 7.5, dice,
                          dice.chance(0.3) ? QStringLiteral("conifer")
                                           : QStringLiteral("broadleaf"));
        site.ground.occupy(grove);
    }
}

void placePavilions(Site &site, const MapPolygon &park, int count)
{
    const MapBox box = geo::boxOf({park});
    for (int i = 0; i < count * 12 && count > 0; ++i) {
        const MapPoint at{site.dice.between(box.west, box.east),
                          site.dice.between(box.south, box.north)};
        const MapPolygon pavilion = circle(at, 3.2, 6);
        if (!liesInside(pavilion, park) || !site.ground.isFree(pavilion, 3.0))
            continue;
        site.ground.building(pavilion, QString(), 0, QStringLiteral("pavilion"),
                             QStringLiteral("亭"));
        --count;
    }
}

} // namespace

void buildPark(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon park = site.block.plot;
    const double area = geo::areaM2({park});
    const QString name = site.names.next(QStringLiteral("parks"), site.streetName());
    site.ground.polygon(BasemapLayer::Block, park, {QStringLiteral("open"), name});
    site.ground.green(park, QStringLiteral("park"), name);
    const MapPoint middle = geo::labelPoint({park});
    const MapBox box = geo::boxOf({park});
    const double reach = std::min(box.width(), box.height());
    const MapPoint aside =
        MapPoint{dice.between(-0.12, 0.12) * reach, dice.between(-0.12, 0.12) * reach};
    const MapPolygon pond =
        blob(middle + aside, reach * dice.between(0.14, 0.2), reach * dice.between(0.1, 0.15), 0.24,
             dice.between(0, 6), dice.between(0, 6), 2.0);
    if (area > 8000 && dice.chance(0.8) && liesInside(pond, park)) {
        placeWater(site, pond, QStringLiteral("pond"), QStringLiteral("荷塘"));
        site.ground.placeName(middle + aside, QStringLiteral("water"), QStringLiteral("荷塘"), 4);
    }
    if (area > 12000 && dice.chance(0.55)) {
        for (int i = 0; i < 30; ++i) {
            const MapPoint at{dice.between(box.west, box.east), dice.between(box.south, box.north)};
            const MapPolygon foot = circle(at, reach * 0.15);
            if (!liesInside(foot, park) || !site.ground.isFree(foot, 4.0))
                continue;
            placeHill(site, at, reach * 0.14, reach * 0.11, dice.between(2.6, 6.2));
            site.ground.trees(foot, 9.0, dice, QStringLiteral("conifer"));
            site.ground.occupy(foot);
            break;
        }
    }
    placePaths(site, park, 9.0, 2.0);
    placePavilions(site, park, area > 20000 ? 2 : 1);
    placeGroves(site, park, 0.3);
    site.ground.trees(park, 17.0, dice);
    site.ground.spotHeights(park, 45.0, dice);
    site.ground.placeName(middle - MapPoint{0.0, reach * 0.28}, QStringLiteral("park"), name,
                          area > 40000 ? 2 : 3);
}

void buildLakePark(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon park = site.block.plot;
    const QString name = site.names.next(QStringLiteral("lakeParks"), site.streetName());
    const QString lakeName = name.left(2);
    site.ground.polygon(BasemapLayer::Block, park, {QStringLiteral("open"), name});
    site.ground.green(park, QStringLiteral("park"), name);
    const Frame frame = frameOf(park);
    const MapBox box = boxIn(frame, park);
    const double phase1 = dice.between(0, 6);
    const double phase2 = dice.between(0, 6);
    MapPolygon lake =
        blob({0.0, 0.0}, box.width() * 0.34, box.height() * 0.32, 0.2, phase1, phase2, 4.0);
    lake = frame.polygon([&] {
        MapLine ring = lake.rings.front();
        for (MapPoint &p : ring)
            p = p + box.centre();
        return ring;
    }());
    // An island with a hall, reached by a bridge.
    const MapPoint isle =
        frame.toMap(box.centre() + MapPoint{box.width() * 0.1, box.height() * 0.06});
    MapPolygon island = blob(isle, 34.0, 24.0, 0.15, phase2, phase1, 3.0);
    if (auto clipped = geo::intersect({lake}, {park}))
        lake = largestOf(*clipped);
    if (liesInside(island, lake)) {
        MapLine hole = island.rings.front();
        std::reverse(hole.begin(), hole.end());
        lake.rings.push_back(hole);
    }
    placeWater(site, lake, QStringLiteral("lake"), lakeName);
    const MapPolygon hall =
        frame.rectangle(frame.toLocal(isle).east - 9, frame.toLocal(isle).north - 6, 18, 12);
    site.ground.building(hall, QStringLiteral("砖"), 2, QStringLiteral("pavilion"),
                         QStringLiteral("望湖楼"));
    site.ground.trees(island, 8.0, dice);
    // Paths end on the walk round the lake.
    placePaths(site, park, 10.0, 5.4);
    const MapPoint shore = frame.toMap(box.centre().east + box.width() * 0.1, box.north);
    if (auto crossing = geo::clip({{isle, shore}}, {lake})) {
        for (const MapLine &line : *crossing) {
            if (auto deck = geo::buffer(std::vector<MapLine>{line}, 2.0, false)) {
                for (const MapPolygon &polygon : *deck)
                    site.ground.polygon(BasemapLayer::Bridge, polygon, {QStringLiteral("曲桥")});
            }
        }
        placePath(site, {isle, shore}, 3.0, {park});
    }
    if (auto walk = geo::buffer(MapMultiPolygon{{{lake.rings.front()}}}, 5.5)) {
        const MapPolygon round = largestOf(*walk);
        if (!round.isEmpty())
            placePath(site, round.rings.front(), 3.2, {park});
    }
    placePavilions(site, park, 5);
    placeGroves(site, park, 0.35);
    site.ground.trees(park, 15.0, dice);
    site.ground.spotHeights(park, 55.0, dice);
    site.ground.placeName(geo::labelPoint({lake}), QStringLiteral("water"), lakeName, 2);
    site.ground.placeName(
        frame.toMap(box.west + box.width() * 0.5, box.south + box.height() * 0.06),
        QStringLiteral("park"), name, 2);
}

void buildRiverside(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon &plot = site.block.plot;
    if (plot.isEmpty())
        return;
    const MapLine &river = site.network.river();
    const double total = geo::lengthM(river);
    MapLine leftBank;
    MapLine rightBank;
    const Foot here = nearestOn(river, geo::labelPoint({plot}));
    const double reach = std::hypot(geo::boxOf({plot}).width(), geo::boxOf({plot}).height());
    for (double s = std::max(0.0, here.alongM - reach); s < std::min(total, here.alongM + reach);
         s += 8.0) {
        const Place place = placeAlong(river, s);
        const double half = site.network.riverWidthAt(s) / 2;
        leftBank.push_back(place.at + left(place.along) * half);
        rightBank.push_back(place.at - left(place.along) * half);
    }
    MapLine outline = simplified(leftBank, 0.1);
    const MapLine back = simplified(rightBank, 0.1);
    outline.insert(outline.end(), back.rbegin(), back.rend());
    outline.push_back(outline.front());
    site.ground.green(plot, QStringLiteral("park"),
                      site.recipe.riverName + QStringLiteral("滨河绿地"));
    auto bank = geo::clip({simplified(leftBank, 0.1), back}, {plot});
    const QList<ComponentRule> rules = site.recipe.rules(QStringLiteral("alongWater"));
    if (bank) {
        for (const MapLine &line : *bank) {
            site.ground.line(BasemapLayer::WaterLine, line,
                             {QStringLiteral("bank"), site.recipe.riverName});
            const MapLine behind = offsetLine(line, 1.6);
            const bool landward = nearestOn(river, behind[behind.size() / 2]).distanceM >
                                  nearestOn(river, line[line.size() / 2]).distanceM;
            site.ground.wall(landward ? behind : offsetLine(line, -1.6), QStringLiteral("railing"));
            for (int r = 0; r < static_cast<int>(rules.size()); ++r) {
                for (double s = rules[r].everyM * 0.5; s < geo::lengthM(line);
                     s += rules[r].everyM) {
                    const Place place = placeAlong(line, s);
                    const MapPoint away = unit(place.at - nearestOn(river, place.at).at);
                    site.ground.component(QStringLiteral("alongWater"), r,
                                          place.at + away * (1.7 + 0.8 * r));
                }
            }
        }
    }
    site.ground.occupy({{outline}});
    for (const double side : {1.0, -1.0}) {
        MapLine walk;
        for (double s = std::max(0.0, here.alongM - reach);
             s < std::min(total, here.alongM + reach); s += 10.0) {
            const Place place = placeAlong(river, s);
            const double half = site.network.riverWidthAt(s) / 2;
            walk.push_back(place.at +
                           left(place.along) * side * (half + 8.0 + 2.0 * std::sin(s / 31.0)));
        }
        placePath(site, simplified(walk, 0.1), 2.4, {plot});
    }
    site.ground.trees(plot, 11.0, dice);
    site.ground.spotHeights(plot, 60.0, dice);
    if (geo::areaM2({plot}) > 15000)
        site.ground.placeName(here.at, QStringLiteral("water"), site.recipe.riverName, 2);
}

void buildFarm(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon &plot = site.block.plot;
    site.ground.polygon(BasemapLayer::Block, plot, {QStringLiteral("open"), QString()});
    const Frame frame = frameOf(plot);
    const MapPolygon local = frame.toLocal(plot);
    const MapBox box = geo::boxOf({local});
    const double strip = dice.between(26.0, 44.0);
    for (double x = box.west; x < box.east; x += strip + 1.2) {
        auto field = geo::intersect({frame.rectangle(x, box.south, strip, box.height())}, {plot});
        if (!field)
            continue;
        for (const MapPolygon &piece : *field) {
            if (geo::areaM2({piece}) > 150.0)
                site.ground.green(piece, dice.chance(0.12) ? QStringLiteral("woods")
                                                           : QStringLiteral("farmland"));
        }
        if (static_cast<int>((x - box.west) / strip) % 3 != 2)
            continue;
        auto ditch = geo::clip(
            {{frame.toMap(x + strip + 0.6, box.south), frame.toMap(x + strip + 0.6, box.north)}},
            {plot});
        if (ditch) {
            for (const MapLine &line : *ditch)
                site.ground.line(BasemapLayer::WaterLine, line,
                                 {QStringLiteral("ditch"), QString()});
        }
    }
    site.ground.spotHeights(plot, 55.0, dice);
}

void buildWoods(Site site)
{
    const MapPolygon &plot = site.block.plot;
    site.ground.polygon(BasemapLayer::Block, plot, {QStringLiteral("open"), QString()});
    site.ground.green(plot, QStringLiteral("woods"));
    site.ground.trees(plot, 13.0, site.dice,
                      site.dice.chance(0.4) ? QStringLiteral("conifer")
                                            : QStringLiteral("broadleaf"));
    site.ground.spotHeights(plot, 60.0, site.dice);
}

void buildPocket(Site site)
{
    const MapPolygon &plot = site.block.plot;
    if (plot.isEmpty())
        return;
    site.ground.green(plot, QStringLiteral("lawn"));
    site.ground.trees(plot, 8.5, site.dice);
    if (geo::areaM2({plot}) > 600.0)
        site.ground.spotHeights(plot, 30.0, site.dice);
}

} // namespace gridhall::democity
