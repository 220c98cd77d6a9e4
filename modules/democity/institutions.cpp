// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/site.h>

#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::democity {

namespace {

/// A wing of classrooms or wards: a rectangle with a line between rooms.
bool placeWing(Site &site, const Frame &frame, const MapPolygon &local, MapBox box, int storeys,
               double everyM, const QString &kind, const QString &name = {})
{
    const MapPolygon outline = frame.rectangle(box.west, box.south, box.width(), box.height());
    if (!liesInside(frame.toLocal(outline), local) || !site.ground.isFree(outline, 2.0))
        return false;
    site.ground.building(outline, QStringLiteral("砼"), storeys, kind, name);
    const bool wide = box.width() >= box.height();
    const double size = wide ? box.width() : box.height();
    for (double at = everyM; at < size - 2.0; at += everyM) {
        if (wide)
            site.ground.inner(frame.toMap(box.west + at, box.south),
                              frame.toMap(box.west + at, box.north));
        else
            site.ground.inner(frame.toMap(box.west, box.south + at),
                              frame.toMap(box.east, box.south + at));
    }
    return true;
}

/// An L of two wings as one outline, the corner at the north-west or north-east.
bool placeAngle(Site &site, const Frame &frame, const MapPolygon &local, const MapBox &box,
                double wingM, int storeys, const QString &kind)
{
    const MapLine shape{{box.west, box.south},
                        {box.west + wingM, box.south},
                        {box.west + wingM, box.north - wingM},
                        {box.east, box.north - wingM},
                        {box.east, box.north},
                        {box.west, box.north}};
    const MapPolygon outline = frame.polygon(shape);
    if (!liesInside(frame.toLocal(outline), local) || !site.ground.isFree(outline, 2.0))
        return false;
    site.ground.building(outline, QStringLiteral("砼"), storeys, kind);
    site.ground.inner(frame.toMap(box.west, box.north - wingM),
                      frame.toMap(box.west + wingM, box.north - wingM));
    site.ground.inner(frame.toMap(box.west + wingM, box.north - wingM),
                      frame.toMap(box.west + wingM, box.north));
    for (double y = box.south + 9.0; y < box.north - wingM - 3.0; y += 9.0)
        site.ground.inner(frame.toMap(box.west, y), frame.toMap(box.west + wingM, y));
    for (double x = box.west + wingM + 9.0; x < box.east - 3.0; x += 9.0)
        site.ground.inner(frame.toMap(x, box.north - wingM), frame.toMap(x, box.north));
    return true;
}

MapLine stadium(const Frame &frame, const MapPoint &centre, double straightM, double radiusM,
                bool northward)
{
    MapLine line;
    const auto put = [&](double x, double y) {
        line.push_back(northward ? frame.toMap(centre.east - y, centre.north + x)
                                 : frame.toMap(centre.east + x, centre.north + y));
    };
    for (int i = 0; i <= 24; ++i) {
        const double angle = -std::numbers::pi / 2 + std::numbers::pi * i / 24;
        put(straightM / 2 + radiusM * std::cos(angle), radiusM * std::sin(angle));
    }
    for (int i = 0; i <= 24; ++i) {
        const double angle = std::numbers::pi / 2 + std::numbers::pi * i / 24;
        put(-straightM / 2 + radiusM * std::cos(angle), radiusM * std::sin(angle));
    }
    line.push_back(line.front());
    return line;
}

/// A running track with its pitch; false where it doesn't fit.
bool placeTrack(Site &site, const Frame &frame, const MapPolygon &local)
{
    const MapBox box = geo::boxOf({local});
    const bool northward = box.height() > box.width();
    const double longSide = std::max(box.width(), box.height());
    const double shortSide = std::min(box.width(), box.height());
    for (const double factor : {0.95, 0.8, 0.66, 0.52}) {
        const double radius = std::min(36.0, shortSide * 0.24) * factor;
        const double straight = std::min(85.0, longSide * 0.34) * factor;
        for (const double share : {0.7, 0.3, 0.75, 0.25}) {
            MapPoint centre = box.centre();
            (northward ? centre.north : centre.east) =
                (northward ? box.south : box.west) + longSide * share;
            const MapPolygon outer{{stadium(frame, centre, straight, radius, northward)}};
            if (radius < 12.0 || !liesInside(frame.toLocal(outer), local) ||
                !site.ground.isFree(outer, 3.0))
                continue;
            const double lanes = radius > 24.0 ? 7.3 : 5.0;
            site.ground.inner(outer.rings.front());
            const MapLine inner = stadium(frame, centre, straight, radius - lanes, northward);
            site.ground.inner(inner);
            site.ground.green({{stadium(frame, centre, straight, radius - lanes - 0.4, northward)}},
                              QStringLiteral("lawn"));
            site.ground.occupy(outer);
            return true;
        }
    }
    return false;
}

void placeCourts(Site &site, const Frame &frame, const MapPolygon &local, int most)
{
    const MapBox box = geo::boxOf({local});
    int placed = 0;
    for (int i = 0; i < 60 && placed < most; ++i) {
        const double x = site.dice.between(box.west, box.east);
        const double y = site.dice.between(box.south, box.north);
        const MapPolygon court = frame.rectangle(x, y, 15.0, 28.0);
        if (!liesInside(frame.toLocal(court), local) || !site.ground.isFree(court, 4.0))
            continue;
        site.ground.inner(court.rings.front());
        site.ground.inner(frame.toMap(x, y + 14.0), frame.toMap(x + 15.0, y + 14.0));
        site.ground.occupy(court);
        ++placed;
    }
}

void placeLawns(Site &site, const Frame &frame, const MapPolygon &local, int most)
{
    const MapBox box = geo::boxOf({local});
    int placed = 0;
    for (int i = 0; i < 80 && placed < most; ++i) {
        const double w = site.dice.between(12.0, 40.0);
        const double h = site.dice.between(6.0, 14.0);
        const double x = site.dice.between(box.west, box.east - w);
        const double y = site.dice.between(box.south, box.north - h);
        const MapPolygon lawn = frame.rectangle(x, y, w, h);
        if (!liesInside(frame.toLocal(lawn), local) || !site.ground.isFree(lawn, 2.0))
            continue;
        site.ground.green(lawn, site.dice.chance(0.25) ? QStringLiteral("shrub")
                                                       : QStringLiteral("lawn"));
        site.ground.trees(lawn, 8.0, site.dice);
        site.ground.occupy(lawn);
        ++placed;
    }
}

} // namespace

void buildSchool(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon yard = site.yardBehind([](int) { return 1.0; });
    if (yard.isEmpty()) {
        buildPocket(std::move(site));
        return;
    }
    const int gate = site.gateEdge();
    const QString name = site.names.school(gate >= 0 ? site.streetOf(gate).name : QString(), dice);
    site.ground.polygon(geo::BasemapLayer::Block, site.block.plot,
                        {QStringLiteral("school"), name});
    fenceWithGate(site, yard, QStringLiteral("railing"), 8.0);
    const Frame frame = frameOf(yard);
    const MapPolygon local = frame.toLocal(yard);
    const MapBox box = geo::boxOf({local});
    placeTrack(site, frame, local);
    const double wing = dice.between(9.5, 11.5);
    const int storeys = dice.whole(4, 5);
    int wings = 0;
    for (double y = box.south + 10.0; y + wing < box.north - 8.0 && wings < 6; y += wing + 22.0) {
        for (const Interval &room : stripInside(local, y - 2.0, wing + 4.0)) {
            double x = room.from + 8.0;
            while (room.to - x > 34.0 && wings < 6) {
                const double size = std::min(room.to - x - 8.0, dice.between(42.0, 70.0));
                const MapBox wingBox{x, y, x + size, y + wing};
                const bool built =
                    (wings == 0 && placeAngle(site, frame, local, {x, y, x + size, y + 34.0}, wing,
                                              storeys, QStringLiteral("school"))) ||
                    placeWing(site, frame, local, wingBox, storeys, 9.0, QStringLiteral("school"));
                wings += built ? 1 : 0;
                x += built ? size + 14.0 : 6.0;
            }
        }
    }
    placeCourts(site, frame, local, 4);
    placeLawns(site, frame, local, 5);
    plantAlong(site, yard, 2.4, 7.0);
    site.ground.spotHeights(yard, 42.0, dice);
    site.ground.placeName(site.ground.openSpot(yard), QStringLiteral("school"), name, 3);
}

void buildHospital(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon yard = site.yardBehind([](int) { return 1.5; });
    if (yard.isEmpty()) {
        buildPocket(std::move(site));
        return;
    }
    const QString name = site.names.next(QStringLiteral("hospitals"), site.streetName());
    site.ground.polygon(geo::BasemapLayer::Block, site.block.plot,
                        {QStringLiteral("hospital"), name});
    fenceWithGate(site, yard, QStringLiteral("railing"), 12.0);
    const Frame frame = frameOf(yard);
    const MapPolygon local = frame.toLocal(yard);
    const MapBox box = geo::boxOf({local});
    const double cx = box.centre().east;
    // The comb: an outpatient block, wards behind it, and corridors between.
    const int rows = std::clamp(static_cast<int>((box.height() - 60.0) / 36.0), 1, 4);
    const double size = std::min(92.0, box.width() * 0.55);
    double y = box.south + 26.0;
    double lastTop = -1.0;
    for (int i = 0; i < rows; ++i, y += 36.0) {
        const QString title = i == 0 ? QStringLiteral("门诊楼") : QStringLiteral("住院楼");
        if (!placeWing(site, frame, local, {cx - size / 2, y, cx + size / 2, y + 16.0},
                       i == 0 ? 5 : dice.whole(8, 16), 15.0, QStringLiteral("hospital"), title))
            continue;
        if (lastTop > 0.0) {
            const MapPolygon corridor = frame.rectangle(cx - 3.0, lastTop, 6.0, y - lastTop);
            site.ground.building(corridor, QStringLiteral("砼"), 2, QStringLiteral("hospital"));
        }
        lastTop = y + 16.0;
        const double annex = cx + size / 2 + 12.0;
        placeWing(site, frame, local, {annex, y, annex + 14.0, y + 30.0}, dice.whole(2, 4), 10.0,
                  QStringLiteral("hospital"));
        const double west = cx - size / 2 - 26.0;
        placeWing(site, frame, local, {west, y + 2.0, west + 13.0, y + 26.0}, dice.whole(2, 5), 8.0,
                  QStringLiteral("hospital"));
    }
    parkingLot(site, frame, cx - size / 2, box.south + 8.0, size * 0.8, 1);
    site.ground.occupy(frame.rectangle(cx - size / 2, box.south + 8.0, size * 0.8, 6.0));
    placeLawns(site, frame, local, 8);
    plantAlong(site, yard, 2.4, 8.0);
    site.ground.spotHeights(yard, 40.0, dice);
    site.ground.placeName(site.ground.openSpot(yard), QStringLiteral("hospital"), name, 2);
}

void buildMarket(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon &plot = site.block.plot;
    const QString name = site.names.next(QStringLiteral("markets"), site.streetName());
    site.ground.polygon(geo::BasemapLayer::Block, plot, {QStringLiteral("commercial"), name});
    for (const Front &front : frontsOf(site)) {
        if (front.lengthM > 40.0)
            shopRow(site, front, 13.0, front.lengthM - 13.0, 10.0);
    }
    const Frame frame = frameOf(plot);
    const MapPolygon local = frame.toLocal(plot);
    const MapBox box = geo::boxOf({local});
    for (double y = box.south + 18.0; y + 16.0 < box.north - 12.0; y += 21.0) {
        for (const Interval &room : stripInside(local, y, 14.0)) {
            const MapPolygon hall =
                frame.rectangle(room.from + 19.0, y, room.to - room.from - 38.0, 14.0);
            if (room.to - room.from < 60.0 || !site.ground.isFree(hall, 3.0))
                continue;
            const bool open = dice.chance(0.6);
            site.ground.building(hall, open ? QStringLiteral("棚") : QStringLiteral("钢"),
                                 open ? 0 : 1, QStringLiteral("market"));
            site.ground.inner(frame.toMap(room.from + 19.0, y + 7.0),
                              frame.toMap(room.to - 19.0, y + 7.0));
        }
    }
    site.ground.spotHeights(plot, 45.0, dice);
    site.ground.placeName(site.ground.openSpot(plot), QStringLiteral("market"), name, 3);
}

} // namespace gridhall::democity
