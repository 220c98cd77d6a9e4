// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/streetnetwork.h>

#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::democity {

Lattice::Lattice(const Recipe &recipe, double areaKm2, Dice dice)
    : m_width(1000.0 * std::sqrt(areaKm2 * recipe.proportion)),
      m_height(areaKm2 * 1e6 / m_width),
      m_centre(recipe.centre),
      m_waveU(recipe.waveAcrossM),
      m_waveV(recipe.waveAlongM)
{
    const double tilt = recipe.tiltDeg * std::numbers::pi / 180.0;
    m_along = {std::cos(tilt), std::sin(tilt)};
    for (double &phase : m_phase)
        phase = dice.between(0.0, 2.0 * std::numbers::pi);
}

MapPoint Lattice::toMap(double u, double v) const
{
    // The waves vanish at the centre's cross, which stays where the recipe puts it.
    const auto wave = [](double along, double across, double p1, double p2) {
        const double strength = 0.55 + 0.45 * std::sin(across / 830.0 + p2);
        return strength *
               (std::sin(along / 690.0 + p1) - std::sin(p1) * std::exp(-std::abs(along) / 900.0));
    };
    const double du = m_waveU * wave(v, u, m_phase[0], m_phase[1]);
    const double dv = m_waveV * wave(u, v, m_phase[2], m_phase[3]);
    return m_centre + m_along * (u + du) + left(m_along) * (v + dv);
}

MapLine Lattice::line(double u1, double v1, double u2, double v2, double bendM, double phase) const
{
    const double size = std::hypot(u2 - u1, v2 - v1);
    const int steps = std::max(2, static_cast<int>(size / 25.0));
    const double nu = -(v2 - v1) / size;
    const double nv = (u2 - u1) / size;
    MapLine line;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double bend =
            bendM * std::sin(std::numbers::pi * t) * std::sin(t * size / 240.0 + phase);
        line.push_back(toMap(u1 + (u2 - u1) * t + nu * bend, v1 + (v2 - v1) * t + nv * bend));
    }
    return simplified(line, 0.2);
}

StreetNetwork::StreetNetwork(const Recipe &recipe, double areaKm2, const Dice &dice)
    : m_recipe(recipe),
      m_dice(dice.forPart(u"streets")),
      m_lattice(recipe, areaKm2, dice.forPart(u"lattice"))
{
    m_eastWestNames = recipe.names(QStringLiteral("eastWestMains"));
    m_northSouthNames = recipe.names(QStringLiteral("northSouthMains"));
    m_diagonalNames = recipe.names(QStringLiteral("diagonals"));
    m_ringInset = std::clamp(0.055 * m_lattice.width(), 70.0, 260.0);
    layBoundary();
    layRiver();
    layRing();
    layMains();
    laySecondaries();
    layDiagonal();
    layRiverRoads();
    layRailway();
}

void StreetNetwork::layBoundary()
{
    const Lattice &l = m_lattice;
    const MapPoint corners[] = {
        {l.west(), l.south()}, {l.east(), l.south()}, {l.east(), l.north()}, {l.west(), l.north()}};
    MapLine ring;
    for (int i = 0; i < 4; ++i) {
        const MapPoint &a = corners[i];
        const MapPoint &b = corners[(i + 1) % 4];
        const MapLine side = l.line(a.east, a.north, b.east, b.north);
        ring.insert(ring.end(), side.begin(), side.end() - 1);
    }
    ring.push_back(ring.front());
    m_boundary = {{std::move(ring)}};
}

void StreetNetwork::layRiver()
{
    const double w = m_lattice.width();
    const double h = m_lattice.height();
    static constexpr double kCourse[][2] = {{-0.37, 0.62},  {-0.345, 0.42}, {-0.31, 0.25},
                                            {-0.17, 0.165}, {0.02, 0.19},   {0.17, 0.155},
                                            {0.29, 0.03},   {0.40, -0.07},  {0.60, -0.15}};
    Dice dice = m_dice.forPart(u"river");
    MapLine points;
    for (const auto &p : kCourse)
        points.push_back(m_lattice.toMap(w * (p[0] + dice.between(-0.012, 0.012)),
                                         h * (p[1] + dice.between(-0.012, 0.012))));
    m_river = simplified(curveThrough(points, 12.0), 0.15);
}

double StreetNetwork::riverWidthAt(double alongM) const
{
    return m_recipe.riverWidthM *
           (1.0 + 0.16 * std::sin(alongM / 130.0) + 0.08 * std::sin(alongM / 47.0));
}

void StreetNetwork::layRing()
{
    const Lattice &l = m_lattice;
    const double w = l.west() + m_ringInset;
    const double e = l.east() - m_ringInset;
    const double s = l.south() + m_ringInset;
    const double n = l.north() - m_ringInset;
    const double r = std::min(130.0, 0.12 * l.width());
    // Four sides, each with the half arcs at its ends, so that each has its own name.
    const auto arc = [&](double cu, double cv, double from, double to) {
        MapLine line;
        for (int i = 0; i <= 6; ++i) {
            const double angle = (from + (to - from) * i / 6.0) * std::numbers::pi / 180.0;
            line.push_back(l.toMap(cu + r * std::cos(angle), cv + r * std::sin(angle)));
        }
        return line;
    };
    const auto side = [&](MapLine a, const MapLine &middle, const MapLine &b,
                          const char16_t *name) {
        a.insert(a.end(), middle.begin() + 1, middle.end());
        a.insert(a.end(), b.begin() + 1, b.end());
        layAcross(QStringLiteral("ring"), m_recipe.ringName(QString::fromUtf16(name)), a, true);
    };
    side(arc(w + r, s + r, 225, 270), l.line(w + r, s, e - r, s), arc(e - r, s + r, 270, 315),
         u"south");
    side(arc(e - r, s + r, 315, 360), l.line(e, s + r, e, n - r), arc(e - r, n - r, 0, 45),
         u"east");
    side(arc(e - r, n - r, 45, 90), l.line(e - r, n, w + r, n), arc(w + r, n - r, 90, 135),
         u"north");
    side(arc(w + r, n - r, 135, 180), l.line(w, n - r, w, s + r), arc(w + r, s + r, 180, 225),
         u"west");
}

QString StreetNetwork::takeName(QStringList &names)
{
    return names.isEmpty() ? newBranchName() : names.takeFirst();
}

void StreetNetwork::layMains()
{
    const Lattice &l = m_lattice;
    const auto positions = [&](double low, double high) {
        std::vector<double> at{0.0};
        for (double next = m_dice.between(m_recipe.mainSpacingLowM, m_recipe.mainSpacingHighM);
             next < high - 330.0;
             next += m_dice.between(m_recipe.mainSpacingLowM, m_recipe.mainSpacingHighM))
            at.push_back(next);
        for (double next = -m_dice.between(m_recipe.mainSpacingLowM, m_recipe.mainSpacingHighM);
             next > low + 330.0;
             next -= m_dice.between(m_recipe.mainSpacingLowM, m_recipe.mainSpacingHighM))
            at.push_back(next);
        return at;
    };
    m_mainU = positions(l.west() + m_ringInset, l.east() - m_ringInset);
    m_mainV = positions(l.south() + m_ringInset, l.north() - m_ringInset);
    for (const double u : m_mainU)
        layAcross(QStringLiteral("main"), takeName(m_northSouthNames),
                  l.line(u, l.south() - 1.0, u, l.north() + 1.0), true);
    for (const double v : m_mainV)
        layAcross(QStringLiteral("main"), takeName(m_eastWestNames),
                  l.line(l.west() - 1.0, v, l.east() + 1.0, v), true);
}

void StreetNetwork::laySecondaries()
{
    const Lattice &l = m_lattice;
    const auto sortedWithRing = [&](std::vector<double> at, double low, double high) {
        at.push_back(low + m_ringInset);
        at.push_back(high - m_ringInset);
        std::sort(at.begin(), at.end());
        return at;
    };
    const std::vector<double> us = sortedWithRing(m_mainU, l.west(), l.east());
    const std::vector<double> vs = sortedWithRing(m_mainV, l.south(), l.north());
    // Runs of consecutive main blocks that a secondary street crosses; a gap here and there.
    const auto lay = [&](const std::vector<double> &across, const std::vector<double> &along,
                         bool northward) {
        for (size_t i = 1; i < across.size(); ++i) {
            if (across[i] - across[i - 1] < 430.0)
                continue;
            const double at =
                across[i - 1] + (across[i] - across[i - 1]) * m_dice.between(0.42, 0.58);
            const QString name = takeName(northward ? m_northSouthNames : m_eastWestNames);
            const double bend = m_dice.between(0.0, 26.0);
            const double phase = m_dice.between(0.0, 6.0);
            size_t from = 0;
            for (size_t k = 1; k < along.size(); ++k) {
                const bool gap = k + 1 < along.size() && m_dice.chance(0.14);
                if (!gap && k + 1 < along.size())
                    continue;
                const size_t to = gap ? k - 1 : k;
                if (to > from) {
                    const double a = along[from] - 1.5;
                    const double b = along[to] + 1.5;
                    layAcross(QStringLiteral("secondary"), name,
                              northward ? l.line(at, a, at, b, bend, phase)
                                        : l.line(a, at, b, at, bend, phase),
                              m_dice.chance(0.45));
                }
                from = k;
            }
        }
    };
    lay(us, vs, true);
    lay(vs, us, false);
}

void StreetNetwork::layDiagonal()
{
    // From the centre's cross towards the south-east, as old post roads run through a grid.
    const Lattice &l = m_lattice;
    if (l.width() < 2200.0)
        return;
    const double east = l.east() - m_ringInset;
    const double south = l.south() + m_ringInset;
    layAcross(QStringLiteral("secondary"), takeName(m_diagonalNames),
              l.line(0.10 * l.width(), 0.0, 0.86 * east, south - 1.5, 30.0, 1.0), true);
}

void StreetNetwork::layRailway()
{
    // Along the southern rim, outside the ring road, where only level crossings meet it.
    const Lattice &l = m_lattice;
    if (m_recipe.railwayName.isEmpty() || m_ringInset < 150.0)
        return;
    const double v = l.south() + 0.44 * m_ringInset;
    addStreet(QStringLiteral("railway"), {}, l.line(l.west() - 1.0, v, l.east() + 1.0, v - 12.0));
}

void StreetNetwork::layRiverRoads()
{
    const double reach = m_recipe.riverRoadOffsetM;
    int side = 0;
    for (const double offset : {reach, -reach})
        addStreet(QStringLiteral("riverside"), m_recipe.riverRoadNames.value(side++),
                  simplified(offsetLine(m_river, offset), 0.2));
}

void StreetNetwork::layAcross(const QString &style, const QString &name, const MapLine &line,
                              bool mayBridge)
{
    const double reach = m_recipe.riverRoadOffsetM;
    const double total = geo::lengthM(line);
    // Stretches along which the line is in, or runs beside, the river's corridor.
    constexpr double kStepM = 5.0;
    struct Stretch
    {
        double from;
        double to;
        bool crosses;
    };
    std::vector<Stretch> wet;
    bool inside = false;
    bool wasLeft = false;
    for (double s = 0.0; s <= total; s += kStepM) {
        const Place place = placeAlong(line, s);
        const Foot foot = nearestOn(m_river, place.at);
        const bool near = foot.distanceM < reach + 45.0;
        if (near && !inside) {
            wet.push_back({s, s, false});
            wasLeft = foot.onLeft;
        }
        if (near) {
            wet.back().to = s;
            wet.back().crosses = foot.onLeft != wasLeft;
        }
        inside = near;
    }
    double from = 0.0;
    bool bridges = false;
    MapPoint start = line.front();
    const auto lay = [&](double to, const MapPoint *joinStart, const MapPoint *joinEnd) {
        if (to - from < 60.0)
            return;
        MapLine part = partOf(line, from, to);
        if (joinStart)
            part.insert(part.begin(), *joinStart);
        if (joinEnd)
            part.push_back(*joinEnd);
        addStreet(style, name, std::move(part), bridges);
    };
    bool joined = false;
    for (const Stretch &stretch : wet) {
        const double width = stretch.to - stretch.from;
        const double longest = (mayBridge ? 2.6 : 0.0) * 2.0 * (reach + 45.0);
        if (stretch.crosses && width < longest) {
            bridges = true;
            continue;
        }
        // No bridge: turn off to the riverside road on the near bank, and begin again beyond.
        const auto onRoad = [&](double s) {
            const Foot foot = nearestOn(m_river, placeAlong(line, s).at);
            return foot.at + unit(placeAlong(line, s).at - foot.at) * (reach - 1.0);
        };
        const MapPoint end = onRoad(stretch.from);
        lay(stretch.from, joined ? &start : nullptr, stretch.from > 0.0 ? &end : nullptr);
        from = stretch.to;
        start = onRoad(stretch.to);
        joined = stretch.to < total - kStepM;
        bridges = false;
    }
    lay(total + 1.0, joined ? &start : nullptr, nullptr);
}

void StreetNetwork::addStreet(const QString &style, const QString &name, MapLine line, bool bridges)
{
    auto inside = geo::clip({line}, {m_boundary});
    if (!inside)
        return;
    for (MapLine &part : *inside) {
        if (geo::lengthM(part) > 8.0)
            m_streets.push_back(
                {name, m_recipe.streetStyles.value(style), std::move(part), bridges});
    }
}

QString StreetNetwork::newBranchName()
{
    if (m_branchNames.isEmpty()) {
        const QStringList stems = m_recipe.names(QStringLiteral("branchStems"));
        const QStringList endings = m_recipe.names(QStringLiteral("branchEndings"));
        const QStringList prefixes = m_recipe.names(QStringLiteral("lanePrefixes"));
        Dice dice = m_dice.forPart(u"names");
        QStringList first = stems;
        dice.shuffle(first);
        for (const QString &stem : std::as_const(first))
            m_branchNames.append(stem + dice.oneOf(endings));
        for (const QString &prefix : prefixes) {
            for (const QString &stem : std::as_const(first))
                m_branchNames.append(stem + prefix + QStringLiteral("路"));
        }
        m_branchNames.removeDuplicates();
    }
    return m_branchNames.takeFirst();
}

QString StreetNetwork::newLaneName(const QString &parent)
{
    const QStringList prefixes = m_recipe.names(QStringLiteral("lanePrefixes"));
    QString stem = parent;
    while (stem.size() > 2 && QStringLiteral("路街大东西南北巷").contains(stem.back()))
        stem.chop(1);
    const int number = m_lanesOf[stem]++;
    const QString ordinal =
        number < prefixes.size() ? prefixes[number] : QString::number(number + 1);
    return stem + ordinal + QStringLiteral("巷");
}

std::vector<MapLine> StreetNetwork::edgeLines() const
{
    std::vector<MapLine> lines;
    lines.reserve(m_edges.size());
    for (const StreetEdge &edge : m_edges)
        lines.push_back(edge.line);
    return lines;
}

} // namespace gridhall::democity
