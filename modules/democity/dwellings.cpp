// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/site.h>

#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

namespace {

/// How the slabs of one estate look: they were all built from one drawing.
struct SlabDrawing
{
    double unitM = 14.0; ///< one stair with its flats
    double depthM = 12.0;
    int storeys = 6;
    QString structure;
    double stairBayM = 1.4; ///< how far the stairs come out to the north
    double balconyM = 1.1;  ///< and balconies to the south
    double endNotchM = 1.6;
};

SlabDrawing drawSlab(Dice &dice)
{
    SlabDrawing slab;
    slab.unitM = dice.between(12.5, 16.5);
    slab.depthM = dice.between(10.6, 13.0);
    const int kind = dice.weighted({5, 2, 2});
    slab.storeys = kind == 0 ? 6 : kind == 1 ? 5 : dice.whole(7, 11);
    slab.structure = kind == 1 && dice.chance(0.6) ? QStringLiteral("砖") : QStringLiteral("砼");
    slab.stairBayM = dice.chance(0.85) ? dice.between(1.0, 1.6) : 0.0;
    slab.balconyM = dice.chance(0.7) ? dice.between(0.9, 1.4) : 0.0;
    slab.endNotchM = dice.chance(0.7) ? dice.between(1.2, 2.2) : 0.0;
    return slab;
}

/// The outline in a frame whose origin is the slab's south-west corner.
MapLine slabOutline(const SlabDrawing &slab, int units)
{
    const double size = units * slab.unitM;
    const double depth = slab.depthM;
    const double notch = slab.endNotchM;
    MapLine line;
    const auto put = [&](double x, double y) { line.push_back({x, y}); };
    put(0.0, notch > 0 ? 1.0 : 0.0);
    if (notch > 0) {
        put(notch, 1.0);
        put(notch, 0.0);
    }
    if (slab.balconyM > 0) {
        for (int i = 0; i < units; ++i) {
            const double x = (i + 0.5) * slab.unitM;
            put(x - 1.9, 0.0);
            put(x - 1.9, -slab.balconyM);
            put(x + 1.9, -slab.balconyM);
            put(x + 1.9, 0.0);
        }
    }
    if (notch > 0) {
        put(size - notch, 0.0);
        put(size - notch, 1.0);
    }
    put(size, notch > 0 ? 1.0 : 0.0);
    put(size, depth);
    if (slab.stairBayM > 0) {
        for (int i = units - 1; i >= 0; --i) {
            const double x = (i + 0.42) * slab.unitM;
            put(x + 1.4, depth);
            put(x + 1.4, depth + slab.stairBayM);
            put(x - 1.4, depth + slab.stairBayM);
            put(x - 1.4, depth);
        }
    }
    put(0.0, depth);
    return line;
}

void placeSlab(Site &site, const Frame &at, const SlabDrawing &slab, int units, int number)
{
    site.ground.building(at.polygon(slabOutline(slab, units)), slab.structure, slab.storeys,
                         QStringLiteral("dwelling"), QStringLiteral("%1 幢").arg(number));
    for (int i = 1; i < units; ++i)
        site.ground.inner(at.toMap(i * slab.unitM, 0.0), at.toMap(i * slab.unitM, slab.depthM));
}

/// A lawn with its grass and a row of trees along one side.
void placeLawn(Site &site, const Frame &frame, double x, double y, double width, double height)
{
    if (width < 6.0 || height < 3.0)
        return;
    const MapPolygon lawn = frame.rectangle(x, y, width, height);
    site.ground.green(lawn, QStringLiteral("lawn"));
    if (!site.dice.chance(0.6))
        return;
    const double step = site.dice.between(6.0, 10.0);
    for (double at = x + 3.0; at < x + width - 2.0; at += step)
        site.ground.tree(frame.toMap(at, y + height - 1.4), site.dice.chance(0.15)
                                                                ? QStringLiteral("bush")
                                                                : QStringLiteral("broadleaf"));
}

/// A small garden in place of a slab: lawn, pond or pavilion, benches.
void placeGarden(Site &site, const Frame &frame, double x, double y, double width, double height)
{
    const MapPolygon garden = frame.rectangle(x, y, width, height);
    site.ground.green(garden, QStringLiteral("lawn"));
    const MapPoint middle = frame.toMap(x + width / 2, y + height / 2);
    if (site.dice.chance(0.4)) {
        const MapPolygon pond = blob(middle, std::min(width, 40.0) * 0.24, height * 0.26, 0.22,
                                     site.dice.between(0, 6), site.dice.between(0, 6), 1.2);
        site.ground.polygon(geo::BasemapLayer::Water, pond, {QStringLiteral("pond"), QString()});
        site.ground.occupy(pond);
    } else {
        const MapPolygon pavilion = circle(middle, 2.6, 6);
        site.ground.building(pavilion, QString(), 0, QStringLiteral("pavilion"),
                             QStringLiteral("亭"));
    }
    site.ground.trees(garden, 8.5, site.dice);
    site.ground.component(QStringLiteral("inEstates"), 1, frame.toMap(x + 4.0, y + 3.0));
}

struct RowPlan
{
    double y = 0.0;
    double pitchM = 30.0;
};

/// One row of slabs inside the yard. Answers how many stand.
int buildRow(Site &site, const Frame &frame, const MapPolygon &local, const SlabDrawing &slab,
             const RowPlan &row, int firstNumber)
{
    Dice &dice = site.dice;
    int built = 0;
    for (const Interval &room : stripInside(local, row.y - 2.5, slab.depthM + 5.0)) {
        double x = room.from + dice.between(3.5, 5.0);
        const double end = room.to - 3.5;
        while (end - x > 1.9 * slab.unitM) {
            const int fit = static_cast<int>((end - x) / slab.unitM);
            const int units = std::min(fit, dice.whole(3, 5));
            const double size = units * slab.unitM;
            // What would be left is too short for another slab: centre the gap.
            const double gap = dice.between(8.0, 12.0);
            const MapPolygon place = frame.rectangle(x, row.y - 1.5, size, slab.depthM + 3.2);
            if (!site.ground.isFree(place, 2.0)) {
                x += 6.0;
                continue;
            }
            const double lawnHeight = row.pitchM - slab.depthM - 9.0;
            if (built > 0 && dice.chance(0.07) && size > 30.0) {
                placeGarden(site, frame, x, row.y, size, slab.depthM);
            } else {
                placeSlab(site, {frame.toMap(x, row.y), frame.along}, slab, units,
                          firstNumber + built);
                ++built;
                const MapPolygon lawn =
                    frame.rectangle(x, row.y + slab.depthM + 2.6, size, lawnHeight);
                if (liesInside(frame.toLocal(lawn), local) && site.ground.isFree(lawn, 0.8)) {
                    placeLawn(site, frame, x, row.y + slab.depthM + 2.6, size, lawnHeight);
                    for (int i = 0; i < units; i += 2)
                        site.ground.component(
                            QStringLiteral("inEstates"), 0,
                            frame.toMap(x + (i + 0.8) * slab.unitM, row.y + slab.depthM + 1.8));
                    site.ground.occupy(lawn);
                }
            }
            x += size + gap;
        }
    }
    return built;
}

/// Sheds, substations and bins along the yard's western and eastern side.
void buildYardThings(Site &site, const Frame &frame, const MapPolygon &local)
{
    const MapBox box = geo::boxOf({local});
    Dice &dice = site.dice;
    const auto tryAt = [&](double x, double y, double width, double height) {
        const MapPolygon outline = frame.rectangle(x, y, width, height);
        return liesInside(frame.toLocal(outline), local) && site.ground.isFree(outline, 1.5);
    };
    int sheds = 0;
    for (double y = box.south + 12.0; y < box.north - 26.0 && sheds < 4;
         y += dice.between(35.0, 60.0)) {
        const std::vector<Interval> room = stripInside(local, y, 16.0);
        if (room.empty())
            continue;
        const double x = dice.chance(0.5) ? room.front().from + 1.0 : room.back().to - 4.6;
        if (tryAt(x, y, 3.6, 15.0)) {
            site.ground.building(frame.rectangle(x, y, 3.6, 15.0), QStringLiteral("棚"), 0,
                                 QStringLiteral("shed"));
            ++sheds;
        }
    }
    for (int i = 0; i < 30; ++i) {
        const double x = dice.between(box.west, box.east);
        const double y = dice.between(box.south, box.north);
        if (!tryAt(x, y, 4.2, 5.0))
            continue;
        site.ground.building(frame.rectangle(x, y, 4.2, 5.0), QStringLiteral("砖"), 1,
                             QStringLiteral("substation"));
        site.ground.component(QStringLiteral("inEstates"), 3, frame.toMap(x + 5.2, y + 2.0));
        site.ground.component(QStringLiteral("inEstates"), 4, frame.toMap(x - 1.2, y + 2.0));
        break;
    }
    for (int i = 0; i < 2; ++i) {
        const double x = dice.between(box.west, box.east);
        const double y = dice.between(box.south, box.north);
        if (tryAt(x, y, 22.0, 5.5)) {
            parkingLot(site, frame, x, y, 20.0, 1);
            site.ground.component(QStringLiteral("inEstates"), 2, frame.toMap(x - 1.0, y + 1.0));
            site.ground.occupy(frame.rectangle(x, y, 20.0, 5.5));
        }
    }
}

/// The strip of shops a front gets: the depth taken from the yard, 0 for none.
QHash<int, double> chooseShopFronts(Site &site, double share)
{
    QHash<int, double> depths;
    const int gate = site.gateEdge();
    for (const int e : site.block.edges) {
        const Street &street = site.streetOf(e);
        const bool shops = street.style.kind != QLatin1String("lane") && e != gate &&
                           geo::lengthM(site.edge(e).line) > 60.0 && site.dice.chance(share);
        depths[e] = shops ? site.dice.between(11.5, 14.0) : 0.0;
    }
    return depths;
}

void buildShopFronts(Site &site, const QHash<int, double> &depths)
{
    for (const Front &front : frontsOf(site)) {
        const double depth = depths.value(front.edge);
        if (depth <= 0.0 || front.lengthM < 45.0)
            continue;
        // Corners stay open: the neighbouring street needs its own room there.
        const double corner = 15.0;
        shopRow(site, front, corner, front.lengthM - corner, depth - 3.2);
    }
}

} // namespace

void buildEstate(Site site)
{
    Dice &dice = site.dice;
    const QHash<int, double> shops = chooseShopFronts(site, 0.55);
    const MapPolygon yard =
        site.yardBehind([&](int e) { return shops.value(e) > 0.0 ? shops.value(e) + 2.4 : 1.2; });
    if (yard.isEmpty()) {
        buildPocket(std::move(site));
        return;
    }
    site.ground.polygon(geo::BasemapLayer::Block, site.block.plot,
                        {QStringLiteral("residential"), QString()});
    fenceWithGate(site, yard, dice.chance(0.55) ? QStringLiteral("wall") : QStringLiteral("fence"),
                  7.5);
    buildShopFronts(site, shops);
    const Frame frame = frameOf(yard);
    const MapPolygon local = frame.toLocal(yard);
    const MapBox box = geo::boxOf({local});
    const SlabDrawing slab = drawSlab(dice);
    const double pitch = slab.depthM + 2.85 * slab.storeys * (slab.storeys > 7 ? 0.95 : 1.2);
    int number = 1;
    const double slack = std::fmod(box.height() - slab.depthM - 12.0, pitch);
    for (double y = box.south + 6.5 + std::min(slack * 0.4, 6.0); y + slab.depthM + 4.0 < box.north;
         y += pitch)
        number += buildRow(site, frame, local, slab, {y, pitch}, number);
    buildYardThings(site, frame, local);
    if (dice.chance(0.6))
        plantAlong(site, yard, 2.4, dice.between(6.5, 9.0));
    site.ground.spotHeights(yard, 42.0, dice);
    if (number > 2)
        site.ground.placeName(site.ground.openSpot(yard), QStringLiteral("estate"),
                              site.names.estate(), 3);
}

namespace {

/// Plans of point blocks, as corners of half a plan mirrored about x = 0 (south to north).
const std::vector<MapLine> &towerPlans()
{
    static const std::vector<MapLine> plans = {
        // Cross with a deep core.
        {{0, -9},
         {4.5, -9},
         {4.5, -6},
         {12, -6},
         {12, 1.5},
         {14, 1.5},
         {14, 7},
         {5, 7},
         {5, 11},
         {0, 11}},
        // Butterfly.
        {{0, -5},
         {3, -5},
         {3, -8.5},
         {15.5, -8.5},
         {15.5, 2.5},
         {9, 2.5},
         {9, 6.5},
         {3.2, 6.5},
         {3.2, 8.5},
         {0, 8.5}},
        // T with a broad south side.
        {{0, -7}, {16, -7}, {16, 3}, {5.2, 3}, {5.2, 12}, {0, 12}},
        // Board of two units.
        {{0, -6},
         {2, -6},
         {2, -7},
         {10, -7},
         {10, -6},
         {17.5, -6},
         {17.5, 6},
         {13, 6},
         {13, 7.6},
         {9, 7.6},
         {9, 6},
         {0, 6}}};
    return plans;
}

MapLine mirrored(const MapLine &half)
{
    MapLine line = half;
    for (auto it = half.rbegin(); it != half.rend(); ++it) {
        if (it->east > 0.0)
            line.push_back({-it->east, it->north});
    }
    return line;
}

struct TowerPlace
{
    const Frame &yard;
    MapPoint at;
};

/// One point block with the lawn behind it.
void placeTower(Site &site, const TowerPlace &place, const MapPolygon &local, const MapLine &plan,
                const MapBox &size, int storeys, double pitchM, int &number)
{
    const Frame at{place.at, place.yard.along};
    const MapPolygon outline = at.polygon(plan);
    if (!site.ground.isFree(outline, 3.0))
        return;
    if (number > 2 && site.dice.chance(0.08)) {
        placeGarden(site, at, size.west, size.south, size.width(), size.height());
        return;
    }
    site.ground.building(outline, QStringLiteral("砼"), storeys, QStringLiteral("dwelling"),
                         QStringLiteral("%1 幢").arg(number++));
    site.ground.component(QStringLiteral("inEstates"), 0, at.toMap(size.east + 2.0, 0.0));
    const MapPolygon lawn = at.rectangle(size.west - 3.0, size.north + 3.5, size.width() + 6.0,
                                         std::max(4.0, pitchM - size.height() - 12.0));
    if (!liesInside(place.yard.toLocal(lawn), local) || !site.ground.isFree(lawn, 0.5))
        return;
    site.ground.green(lawn,
                      site.dice.chance(0.2) ? QStringLiteral("shrub") : QStringLiteral("lawn"));
    site.ground.trees(lawn, 8.0, site.dice);
    site.ground.occupy(lawn);
}

} // namespace

void buildTowers(Site site)
{
    Dice &dice = site.dice;
    const QHash<int, double> shops = chooseShopFronts(site, 0.35);
    const MapPolygon yard =
        site.yardBehind([&](int e) { return shops.value(e) > 0.0 ? shops.value(e) + 2.4 : 2.0; });
    if (yard.isEmpty()) {
        buildPocket(std::move(site));
        return;
    }
    site.ground.polygon(geo::BasemapLayer::Block, site.block.plot,
                        {QStringLiteral("residential"), QString()});
    fenceWithGate(site, yard, QStringLiteral("railing"), 9.0);
    buildShopFronts(site, shops);
    const Frame frame = frameOf(yard);
    const MapPolygon local = frame.toLocal(yard);
    const MapBox box = geo::boxOf({local});
    const MapLine plan = mirrored(dice.oneOf(towerPlans()));
    MapBox size;
    for (const MapPoint &p : plan)
        size.include(p);
    const int storeys = std::vector<int>{18, 18, 26, 32, 11}[static_cast<size_t>(dice.whole(0, 4))];
    const double pitch = dice.between(46.0, 56.0) + (storeys > 20 ? 6.0 : 0.0);
    const double across = size.width() + dice.between(13.0, 20.0);
    int number = 1;
    for (double y = box.south + 9.0 - size.south; y + size.north + 5.0 < box.north; y += pitch) {
        for (const Interval &room : stripInside(local, y + size.south - 4.0, size.height() + 8.0)) {
            const double free = room.to - room.from - 10.0;
            const int count = static_cast<int>((free - size.width()) / across) + 1;
            if (free < size.width())
                continue;
            const double step = count > 1 ? (free - size.width()) / (count - 1) : 0.0;
            for (int i = 0; i < count; ++i)
                placeTower(site, {frame, frame.toMap(room.from + 5.0 - size.west + i * step, y)},
                           local, plan, size, storeys, pitch, number);
        }
    }
    buildYardThings(site, frame, local);
    plantAlong(site, yard, 2.4, dice.between(6.0, 8.0));
    site.ground.spotHeights(yard, 45.0, dice);
    site.ground.placeName(site.ground.openSpot(yard), QStringLiteral("estate"), site.names.estate(),
                          3);
}

} // namespace gridhall::democity
