// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/site.h>

#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

namespace {

const QString kCommercial = QStringLiteral("commercial");

/// A broad block of several storeys with cut corners and, where it is large, a tower on it.
void placePodium(Site &site, const Frame &frame, const MapBox &box)
{
    Dice &dice = site.dice;
    const double w = box.width();
    const double h = box.height();
    const double cut = std::min({w, h, 60.0}) * dice.between(0.08, 0.16);
    MapLine shape{{box.west, box.south},
                  {box.east - cut, box.south},
                  {box.east - cut, box.south + cut * 0.6},
                  {box.east, box.south + cut * 0.6},
                  {box.east, box.north}};
    if (dice.chance(0.5)) {
        shape.push_back({box.west + w * 0.62, box.north});
        shape.push_back({box.west + w * 0.62, box.north - cut});
        shape.push_back({box.west + w * 0.3, box.north - cut});
        shape.push_back({box.west + w * 0.3, box.north});
    }
    shape.push_back({box.west, box.north});
    MapPolygon outline = frame.polygon(shape);
    const int storeys = dice.whole(3, 5);
    if (w > 46.0 && h > 40.0 && dice.chance(0.6)) {
        const double tw = std::min(32.0, w * 0.45);
        const double th = std::min(26.0, h * 0.45);
        const double tx = box.west + w * dice.between(0.12, 0.4);
        const double ty = box.south + h * 0.3;
        const MapPolygon tower = frame.polygon({{tx, ty + 2.5},
                                                {tx + 2.5, ty + 2.5},
                                                {tx + 2.5, ty},
                                                {tx + tw - 2.5, ty},
                                                {tx + tw - 2.5, ty + 2.5},
                                                {tx + tw, ty + 2.5},
                                                {tx + tw, ty + th},
                                                {tx, ty + th}});
        MapLine hole = tower.rings.front();
        std::reverse(hole.begin(), hole.end());
        outline.rings.push_back(hole);
        site.ground.building(outline, QStringLiteral("砼"), storeys, kCommercial);
        site.ground.building(tower, QStringLiteral("砼"), dice.whole(16, 30), kCommercial);
        return;
    }
    site.ground.building(outline, QStringLiteral("砼"), storeys, kCommercial);
    for (double x = box.west + 24.0; x < box.east - 12.0; x += 24.0)
        site.ground.inner(frame.toMap(x, box.south), frame.toMap(x, box.north - cut));
}

/// Steps before an entrance: four lines.
void placeSteps(Site &site, const Frame &frame, double x, double y, double width)
{
    for (int i = 0; i < 4; ++i)
        site.ground.line(geo::BasemapLayer::BuildingLine,
                         {frame.toMap(x, y - i * 0.45), frame.toMap(x + width, y - i * 0.45)},
                         {QStringLiteral("steps")});
}

/// Divides a yard into cells of about the given size and calls `place` for each that fits.
template <class PlaceCell>
void fillCells(const MapPolygon &local, double cellWidth, double cellHeight, double margin,
               const PlaceCell &place)
{
    const MapBox box = geo::boxOf({local});
    const int rows = std::max(1, static_cast<int>(box.height() / cellHeight));
    const double height = box.height() / rows;
    for (int r = 0; r < rows; ++r) {
        const double y = box.south + r * height;
        for (const Interval &room : stripInside(local, y + margin, height - 2 * margin)) {
            const int columns = std::max(1, static_cast<int>((room.to - room.from) / cellWidth));
            const double width = (room.to - room.from) / columns;
            for (int c = 0; c < columns; ++c) {
                const double x = room.from + c * width;
                if (width > 2 * margin + 12.0 && height > 2 * margin + 10.0)
                    place(MapBox{x + margin, y + margin, x + width - margin, y + height - margin});
            }
        }
    }
}

} // namespace

void buildCommerce(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon &plot = site.block.plot;
    const MapPolygon yard = site.yardBehind([](int) { return 3.5; });
    if (yard.isEmpty()) {
        buildPocket(std::move(site));
        return;
    }
    const QString name = site.names.next(QStringLiteral("malls"), site.streetName());
    site.ground.polygon(geo::BasemapLayer::Block, plot, {kCommercial, name});
    const Frame frame = frameOf(yard);
    const MapPolygon local = frame.toLocal(yard);
    bool named = false;
    fillCells(local, 78.0, 66.0, 5.5, [&](const MapBox &cell) {
        const double roll = dice.unit();
        if (named && roll < 0.2) {
            parkingLot(site, frame, cell.west, cell.south + 2.0, cell.width(),
                       std::max(1.0, cell.height() / 17.0 - 0.4));
            site.ground.placeName(frame.toMap(cell.centre()), QStringLiteral("poi"),
                                  QStringLiteral("停车场"), 4);
            return;
        }
        if (named && roll < 0.3) {
            const MapPolygon garden =
                frame.rectangle(cell.west, cell.south, cell.width(), cell.height());
            site.ground.green(garden, QStringLiteral("lawn"));
            site.ground.trees(garden, 8.5, dice);
            return;
        }
        placePodium(site, frame, cell);
        placeSteps(site, frame, cell.centre().east - 6.0, cell.south - 0.3, 12.0);
        named = true;
    });
    site.ground.spotHeights(plot, 40.0, dice);
    site.ground.placeName(site.ground.openSpot(yard), QStringLiteral("poi"), name, 3);
}

void buildOffice(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon &plot = site.block.plot;
    const MapPolygon yard = site.yardBehind([](int) { return 2.0; });
    if (yard.isEmpty()) {
        buildPocket(std::move(site));
        return;
    }
    const QString name = site.names.next(QStringLiteral("offices"), site.streetName());
    site.ground.polygon(geo::BasemapLayer::Block, plot, {QStringLiteral("civic"), name});
    fenceWithGate(site, yard, QStringLiteral("railing"), 9.0);
    const Frame frame = frameOf(yard);
    const MapPolygon local = frame.toLocal(yard);
    bool first = true;
    fillCells(local, 58.0, 52.0, 6.0, [&](const MapBox &cell) {
        const double roll = dice.unit();
        const double depth = std::min(cell.height(), dice.between(15.0, 19.0));
        const double width = std::min(cell.width(), dice.between(34.0, 50.0));
        const MapPolygon house = frame.polygon({{cell.west, cell.south + 6.0},
                                                {cell.west + width * 0.36, cell.south + 6.0},
                                                {cell.west + width * 0.36, cell.south + 3.0},
                                                {cell.west + width * 0.64, cell.south + 3.0},
                                                {cell.west + width * 0.64, cell.south + 6.0},
                                                {cell.west + width, cell.south + 6.0},
                                                {cell.west + width, cell.south + 6.0 + depth},
                                                {cell.west, cell.south + 6.0 + depth}});
        if (site.ground.isFree(house, 1.0) && liesInside(frame.toLocal(house), local)) {
            site.ground.building(house, QStringLiteral("砼"),
                                 first ? dice.whole(9, 24) : dice.whole(3, 12),
                                 QStringLiteral("office"));
            placeSteps(site, frame, cell.west + width * 0.4, cell.south + 2.8, width * 0.2);
            first = false;
        }
        const MapPolygon lawn = frame.rectangle(cell.west, cell.south + depth + 9.0, width,
                                                std::max(3.0, cell.height() - depth - 12.0));
        if (liesInside(frame.toLocal(lawn), local) && site.ground.isFree(lawn, 1.0)) {
            if (roll < 0.4) {
                parkingLot(site, frame, cell.west, cell.south + depth + 10.0, width, 1);
            } else {
                site.ground.green(lawn, QStringLiteral("lawn"));
                site.ground.trees(lawn, 8.0, dice);
            }
        }
    });
    site.ground.spotHeights(plot, 40.0, dice);
    site.ground.placeName(site.ground.openSpot(yard), QStringLiteral("poi"), name, 3);
}

void buildCivic(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon &plot = site.block.plot;
    const Frame frame = frameOf(plot);
    const MapPolygon local = frame.toLocal(plot);
    const MapBox box = geo::boxOf({local});
    const double w = box.width();
    const double h = box.height();
    site.ground.polygon(geo::BasemapLayer::Block, plot,
                        {QStringLiteral("civic"), QStringLiteral("市民广场")});
    const double cx = box.centre().east;
    const double hall = std::min(90.0, w * 0.55);
    const double y = box.north - 34.0;
    const MapPolygon house = frame.polygon({{cx - hall / 2, y},
                                            {cx - hall * 0.2, y},
                                            {cx - hall * 0.2, y - 5.0},
                                            {cx + hall * 0.2, y - 5.0},
                                            {cx + hall * 0.2, y},
                                            {cx + hall / 2, y},
                                            {cx + hall / 2, y + 20.0},
                                            {cx - hall / 2, y + 20.0}});
    if (liesInside(frame.toLocal(house), local))
        site.ground.building(house, QStringLiteral("砼"), 9, QStringLiteral("office"),
                             QStringLiteral("市政府"));
    placeSteps(site, frame, cx - hall * 0.16, y - 5.3, hall * 0.32);
    const MapPolygon square = frame.rectangle(cx - w * 0.24, box.south + 12.0, w * 0.48, h - 64.0);
    site.ground.polygon(geo::BasemapLayer::RoadSurface, square, {QStringLiteral("square")});
    site.ground.inner(square.rings.front());
    const MapPolygon fountain = circle(frame.toMap(cx, box.south + 12.0 + (h - 64.0) / 2), 9.0);
    site.ground.polygon(geo::BasemapLayer::Water, fountain, {QStringLiteral("pond"), QString()});
    site.ground.occupy(square);
    for (const double side : {-1.0, 1.0}) {
        for (int i = 0; i < 3; ++i) {
            const double height = (h - 70.0) / 3;
            const MapPolygon lawn =
                frame.rectangle(side < 0 ? box.west + 8.0 : cx + w * 0.27,
                                box.south + 12.0 + i * height, w * 0.23 - 10.0, height - 5.0);
            if (!liesInside(frame.toLocal(lawn), local))
                continue;
            site.ground.green(lawn, QStringLiteral("lawn"));
            site.ground.trees(lawn, 8.0, dice);
        }
    }
    for (int i = -2; i <= 2; ++i) {
        site.ground.component(QStringLiteral("inParks"), 0,
                              frame.toMap(cx + i * w * 0.09, box.south + 10.0));
        site.ground.component(QStringLiteral("inParks"), 1,
                              frame.toMap(cx + i * w * 0.1, y - 12.0));
    }
    site.ground.spotHeights(plot, 38.0, dice);
    site.ground.placeName(frame.toMap(cx, box.south + (h - 64.0) * 0.3), QStringLiteral("poi"),
                          QStringLiteral("市民广场"), 2);
}

void buildIndustry(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon yard = site.yardBehind([](int) { return 1.0; });
    if (yard.isEmpty()) {
        buildPocket(std::move(site));
        return;
    }
    const QString name = site.names.next(QStringLiteral("factories"), site.streetName());
    site.ground.polygon(geo::BasemapLayer::Block, site.block.plot,
                        {QStringLiteral("industrial"), name});
    fenceWithGate(site, yard, QStringLiteral("wall"), 10.0);
    const Frame frame = frameOf(yard);
    const MapPolygon local = frame.toLocal(yard);
    fillCells(local, 92.0, 46.0, 5.5, [&](const MapBox &cell) {
        const double roll = dice.unit();
        const double fillWidth = cell.width() * dice.between(0.8, 1.0);
        const double fillHeight = std::min(cell.height(), dice.between(24.0, 42.0));
        const MapPolygon shed = frame.rectangle(cell.west, cell.south, fillWidth, fillHeight);
        if (roll < 0.72) {
            if (!site.ground.isFree(shed, 1.0) || !liesInside(frame.toLocal(shed), local))
                return;
            site.ground.building(shed,
                                 dice.chance(0.65) ? QStringLiteral("钢") : QStringLiteral("砼"), 1,
                                 QStringLiteral("industrial"));
            const double bay = dice.between(18.0, 24.0);
            for (double x = cell.west + bay; x < cell.west + fillWidth - 6.0; x += bay)
                site.ground.inner(frame.toMap(x, cell.south),
                                  frame.toMap(x, cell.south + fillHeight));
        } else if (roll < 0.84) {
            const MapPolygon office =
                frame.rectangle(cell.west, cell.south, std::min(46.0, cell.width()), 13.0);
            if (!site.ground.isFree(office, 1.0) || !liesInside(frame.toLocal(office), local))
                return;
            site.ground.building(office, QStringLiteral("砼"), dice.whole(3, 5),
                                 QStringLiteral("office"));
            const MapPolygon lawn =
                frame.rectangle(cell.west, cell.south + 17.0, cell.width() * 0.8, 12.0);
            if (liesInside(frame.toLocal(lawn), local)) {
                site.ground.green(lawn, QStringLiteral("lawn"));
                site.ground.trees(lawn, 8.0, dice);
            }
        } else {
            // Tanks in a row, and a chimney.
            for (int i = 0; i < 3; ++i) {
                const MapPolygon tank =
                    circle(frame.toMap(cell.west + 10.0 + i * 19.0, cell.south + 14.0), 7.0, 28);
                if (liesInside(frame.toLocal(tank), local) && site.ground.isFree(tank, 1.0))
                    site.ground.building(tank, QStringLiteral("钢"), 0, QStringLiteral("tank"));
            }
        }
    });
    plantAlong(site, yard, 3.2, 8.0);
    site.ground.spotHeights(yard, 50.0, dice);
    site.ground.placeName(site.ground.openSpot(yard), QStringLiteral("poi"),
                          site.recipe.cityName.left(2) + name, 3);
}

} // namespace gridhall::democity
