// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/site.h>

#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

namespace {

/// One courtyard: a main house on the north side, wings, a wall with a gate house on the south.
void buildCourtyard(Site &site, const Frame &frame, double x, double y, double width, double depth,
                    bool gateSouth)
{
    Dice &dice = site.dice;
    const QString brick = QStringLiteral("砖");
    const QString kind = QStringLiteral("dwelling");
    const double gap = 0.25;
    const auto at = [&](double px, double py, double w, double h) {
        const double yy = gateSouth ? y + py : y + depth - py - h;
        return frame.rectangle(x + px, yy, w, h);
    };
    if (dice.chance(0.22)) {
        // Rebuilt: one block over most of the lot.
        const double back = dice.between(0.5, 3.0);
        const int storeys = dice.whole(2, 4);
        site.ground.building(at(gap, back, width - 2 * gap, depth - back - 0.4),
                             storeys > 2 ? QStringLiteral("砼") : brick, storeys, kind);
        return;
    }
    const double mainDepth = dice.between(5.2, 6.8);
    site.ground.building(at(gap, depth - mainDepth - 0.3, width - 2 * gap, mainDepth), brick,
                         dice.chance(0.25) ? 2 : 1, kind);
    const double front = dice.between(2.6, 3.6);
    const double wingDepth = depth - mainDepth - 0.3 - front - 0.6;
    const double wingWidth = std::min(3.6, width * 0.3);
    const bool west = dice.chance(0.75);
    const bool east = dice.chance(west ? 0.45 : 0.9);
    if (west && wingDepth > 2.5)
        site.ground.building(at(gap, front + 0.3, wingWidth, wingDepth), brick, 1, kind);
    if (east && wingDepth > 2.5)
        site.ground.building(at(width - gap - wingWidth, front + 0.3, wingWidth, wingDepth), brick,
                             1, kind);
    // Walls close the yard where no wing does.
    const auto sideWall = [&](double px) {
        const double low = gateSouth ? y + 0.3 : y + mainDepth + 0.3;
        const double high = gateSouth ? y + depth - mainDepth - 0.3 : y + depth - 0.3;
        site.ground.wall({frame.toMap(x + px, low), frame.toMap(x + px, high)},
                         QStringLiteral("wall"));
    };
    if (!west)
        sideWall(gap);
    if (!east)
        sideWall(width - gap);
    const double gateWidth = dice.between(2.2, 3.4);
    const double houseWidth = width - 2 * gap - gateWidth;
    if (dice.chance(0.6)) {
        site.ground.building(at(gap, 0.3, houseWidth, front - 0.3),
                             dice.chance(0.2) ? QStringLiteral("混") : brick, 1, kind);
    } else {
        const double yy = gateSouth ? y + 0.3 : y + depth - 0.3;
        site.ground.wall({frame.toMap(x + gap, yy), frame.toMap(x + gap + houseWidth, yy)},
                         QStringLiteral("wall"));
    }
    if (dice.chance(0.3))
        site.ground.tree(frame.toMap(x + width / 2, y + depth / 2));
}

} // namespace

void buildOldTown(Site site)
{
    Dice &dice = site.dice;
    const MapPolygon &plot = site.block.plot;
    site.ground.polygon(geo::BasemapLayer::Block, plot, {QStringLiteral("residential"), QString()});
    const Frame frame = frameOf(plot);
    const MapPolygon local = frame.toLocal(plot);
    const MapBox box = geo::boxOf({local});
    // Towards larger streets the fronts are shops; courtyards fill what is behind.
    for (const Front &front : frontsOf(site)) {
        const Street &street = site.network.streets()[static_cast<size_t>(front.street)];
        if (street.style.kind != QLatin1String("lane") && front.lengthM > 30.0)
            shopRow(site, front, 9.0, front.lengthM - 9.0, dice.between(8.0, 10.5));
    }
    const double bandDepth = dice.between(13.5, 17.0);
    int band = 0;
    double y = box.south + 0.8;
    while (y + bandDepth < box.north) {
        for (const Interval &room : stripInside(local, y, bandDepth)) {
            double x = room.from + 0.8;
            while (room.to - x > 7.5) {
                double width = dice.between(8.2, 13.5);
                if (room.to - x - width < 7.5)
                    width = room.to - x - 0.8;
                if (width > 18.0)
                    width /= 2;
                if (site.ground.isFree(
                        frame.rectangle(x + 0.1, y + 0.1, width - 0.2, bandDepth - 0.2)))
                    buildCourtyard(site, frame, x, y, width, bandDepth, band % 2 == 0);
                x += width + (dice.chance(0.12) ? dice.between(1.6, 2.6) : 0.0);
            }
        }
        // Two bands stand back to back; then an alley.
        y += bandDepth + (band % 2 ? dice.between(2.6, 3.4) : 0.3);
        ++band;
    }
    site.ground.spotHeights(plot, 36.0, dice);
    if (site.block.number % 4 == 0) {
        site.ground.placeName(site.ground.openSpot(plot), QStringLiteral("estate"),
                              PlaceNames::stemOf(site.streetName()) +
                                  dice.oneOf(site.recipe.names(QStringLiteral("oldtownEndings"))),
                              3);
    }
}

} // namespace gridhall::democity
