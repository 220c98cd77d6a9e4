// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/site.h>

#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

MapPolygon Site::yardBehind(const std::function<double(int)> &depthM) const
{
    // Round ends keep corners of the street free; the deeper strip ends square, as plots do.
    MapMultiPolygon strips;
    const auto add = [&](const MapLine &line, double reachM, bool roundCaps) {
        if (auto strip = geo::buffer(std::vector<MapLine>{line}, reachM, roundCaps))
            strips.insert(strips.end(), strip->begin(), strip->end());
    };
    for (const int e : block.edges) {
        const double depth = depthM(e);
        add(edge(e).line, streetOf(e).reachM() + std::min(depth, 1.0), true);
        if (depth > 1.0)
            add(edge(e).line, streetOf(e).reachM() + depth, false);
    }
    auto yard = geo::subtract({block.face}, strips);
    if (!yard)
        return {};
    MapPolygon largest = largestOf(*yard);
    if (largest.isEmpty() || geo::areaM2({largest}) < 400.0)
        return {};
    for (MapLine &ring : largest.rings) {
        ring = simplified(ring, 0.25);
        if (ring.size() < 4)
            return {};
    }
    largest.rings.resize(1);
    return largest;
}

bool Site::liesLeftOf(int edgeIndex) const
{
    const MapLine &line = edge(edgeIndex).line;
    const Place middle = placeAlong(line, geo::lengthM(line) / 2);
    return geo::contains(block.face, middle.at + left(middle.along) * 0.5);
}

QString Site::streetName() const
{
    const int gate = gateEdge();
    return gate >= 0 ? streetOf(gate).name : QString();
}

int Site::gateEdge() const
{
    int best = -1;
    double least = 1e300;
    for (const int e : block.edges) {
        const double size = geo::lengthM(edge(e).line);
        if (size < 45.0 || streetOf(e).isRailway())
            continue;
        const double score =
            streetOf(e).style.widthM - 0.02 * size + (streetOf(e).style.widthM < 7.0 ? 6.0 : 0.0);
        if (score < least) {
            least = score;
            best = e;
        }
    }
    return best;
}

std::vector<Front> frontsOf(const Site &site)
{
    std::vector<Front> fronts;
    for (const int e : site.block.edges) {
        const StreetEdge &edge = site.edge(e);
        const Street &street = site.streetOf(e);
        if (street.isRailway() || (street.bridges && site.block.use == BlockUse::River))
            continue;
        const bool onLeft = site.liesLeftOf(e);
        double along = edge.fromM;
        // Pieces that bend by less than a degree count as straight.
        const MapLine line = simplified(edge.line, 0.35);
        for (size_t i = 1; i < line.size(); ++i) {
            const double size = distance(line[i - 1], line[i]);
            Front front;
            front.edge = e;
            front.street = edge.street;
            front.lengthM = size;
            const MapPoint direction = unit(line[i] - line[i - 1]);
            if (onLeft) {
                front.frame = {line[i - 1] + left(direction) * street.reachM(), direction};
                front.streetFromM = along;
            } else {
                front.frame = {line[i] - left(direction) * street.reachM(), direction * -1.0};
                front.streetFromM = along + size;
                front.direction = -1.0;
            }
            if (size > 12.0)
                fronts.push_back(front);
            along += size;
        }
    }
    return fronts;
}

int doorNumber(double alongM, bool onLeft)
{
    const int index = static_cast<int>(std::max(0.0, alongM) / 8.5);
    return 2 * index + (onLeft ? 1 : 2);
}

void fence(Ground &ground, const MapLine &ring, const QString &kind,
           const std::vector<Interval> &gaps)
{
    const double total = geo::lengthM(ring);
    double from = 0.0;
    for (const Interval &gap : gaps) {
        if (gap.from - from > 0.5)
            ground.wall(partOf(ring, from, gap.from), kind);
        from = gap.to;
    }
    if (total - from > 0.5)
        ground.wall(partOf(ring, from, total + 1.0), kind);
}

MapPoint fenceWithGate(Site &site, const MapPolygon &yard, const QString &kind, double gateM)
{
    const MapLine &ring = yard.rings.front();
    const int gate = site.gateEdge();
    if (gate < 0) {
        fence(site.ground, ring, kind, {});
        return ring.front();
    }
    const MapLine &street = site.edge(gate).line;
    const Place middle = placeAlong(street, geo::lengthM(street) * site.dice.between(0.38, 0.62));
    const double total = geo::lengthM(ring);
    const double at = std::clamp(nearestOn(ring, middle.at).alongM, gateM, total - gateM);
    const Place place = placeAlong(ring, at);
    fence(site.ground, ring, kind, {{at - gateM / 2, at + gateM / 2}});
    const MapPoint inward = ringArea(ring) > 0 ? left(place.along) : left(place.along) * -1.0;
    const Frame frame{place.at, cross(place.along, inward) > 0 ? place.along : place.along * -1.0};
    for (const double x : {-gateM / 2, gateM / 2})
        site.ground.building(frame.rectangle(x - 0.35, -0.35, 0.7, 0.7), QString(), 0,
                             QStringLiteral("gatepost"));
    const MapPolygon house = frame.rectangle(-gateM / 2 - 6.4, 0.5, 5.6, 3.9);
    if (site.ground.isFree(house, 0.5))
        site.ground.building(house, QStringLiteral("砖"), 1, QStringLiteral("gatehouse"),
                             QStringLiteral("门卫"));
    site.ground.occupy(frame.rectangle(-gateM / 2, 0.0, gateM, 14.0));
    const Foot foot = nearestOn(street, place.at);
    site.ground.doorPlate(frame.toMap(gateM / 2 + 2.2, -1.6),
                          doorNumber(site.edge(gate).fromM + foot.alongM, site.liesLeftOf(gate)),
                          site.streetOf(gate).name);
    return place.at;
}

void shopRow(Site &site, const Front &front, double fromM, double toM, double depthM)
{
    Dice &dice = site.dice;
    const double unitM = dice.between(4.2, 5.4);
    const int most = static_cast<int>((toM - fromM) / unitM);
    double x = fromM + ((toM - fromM) - most * unitM) / 2;
    const Street &street = site.network.streets()[static_cast<size_t>(front.street)];
    int left = most;
    while (left >= 3) {
        const int units = std::min(left, dice.whole(5, 11));
        const double setback = dice.between(0.8, 2.2);
        const double depth = depthM - dice.between(0.0, 2.0);
        const MapPolygon outline = front.frame.rectangle(x, setback, units * unitM, depth);
        const int storeys = dice.weighted({1.5, 5, 3}) + 1;
        if (liesInside(outline, site.block.plot) && site.ground.isFree(outline, 0.6)) {
            site.ground.building(outline,
                                 storeys == 3 ? QStringLiteral("砼") : QStringLiteral("砖"),
                                 storeys, QStringLiteral("shop"));
            for (int i = 1; i < units; ++i)
                site.ground.inner(front.frame.toMap(x + i * unitM, setback),
                                  front.frame.toMap(x + i * unitM, setback + depth));
            if (storeys == 2 && depth > 8.5)
                site.ground.inner(front.frame.toMap(x, setback + depth * 0.55),
                                  front.frame.toMap(x + units * unitM, setback + depth * 0.55));
            for (int i = 0; i < units; i += 2) {
                const double middle = x + (i + 0.5) * unitM;
                site.ground.doorPlate(
                    front.frame.toMap(middle, setback + depth + 1.3),
                    doorNumber(front.streetFromM + front.direction * middle, front.direction > 0),
                    street.name);
            }
        }
        x += units * unitM + (dice.chance(0.5) ? 0.0 : unitM * 0.8);
        left = static_cast<int>((toM - x) / unitM);
    }
}

void plantAlong(Site &site, const MapPolygon &yard, double insetM, double everyM)
{
    auto inner = geo::buffer(MapMultiPolygon{yard}, -insetM);
    if (!inner || inner->empty())
        return;
    const MapPolygon line = largestOf(*inner);
    const double total = geo::lengthM(line.rings.front());
    for (double s = everyM * 0.5; s < total; s += everyM) {
        const MapPoint at = placeAlong(line.rings.front(), s + site.dice.between(-0.6, 0.6)).at;
        if (site.ground.isFree(at, 1.6) && site.dice.chance(0.8))
            site.ground.tree(at);
    }
}

void parkingLot(Site &site, const Frame &frame, double x, double y, double width, double rows)
{
    constexpr double kBayM = 2.5;
    constexpr double kDeepM = 5.3;
    const int bays = static_cast<int>(width / kBayM);
    for (int row = 0; row < static_cast<int>(rows); ++row) {
        const double base = y + row * 17.0;
        site.ground.line(geo::BasemapLayer::RoadMark,
                         {frame.toMap(x, base), frame.toMap(x + bays * kBayM, base)},
                         {QStringLiteral("bay")});
        for (int i = 0; i <= bays; ++i)
            site.ground.line(
                geo::BasemapLayer::RoadMark,
                {frame.toMap(x + i * kBayM, base), frame.toMap(x + i * kBayM, base + kDeepM)},
                {QStringLiteral("bay")});
    }
}

} // namespace gridhall::democity
