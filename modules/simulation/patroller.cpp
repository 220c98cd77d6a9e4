// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/patroller.h>

#include <simulation/lines.h>

#include <algorithm>
#include <cmath>

namespace gridhall::simulation {

using geo::MapLine;
using geo::MapPoint;

namespace {

// A street's worth of leaving the pavement to reach what an errand is about.
constexpr double kFarthestOffPavementM = 30.0;

} // namespace

Patroller::Patroller(const city::Person &person, int responsibilityGrid, const StreetGraph &graph,
                     democity::Dice dice)
    : m_person(person),
      m_grid(responsibilityGrid),
      m_graph(graph),
      m_dice(std::move(dice)),
      m_speedMps(m_dice.between(1.2, 1.5))
{
    planNextReport();
    // The first ones come soon, so that the hall need not wait a quarter of an hour.
    m_untilReportSecs *= m_dice.unit();
}

void Patroller::start(const std::optional<MapPoint> &lastKnown)
{
    const std::vector<int> &beat = m_graph.beat(m_grid);
    if (beat.empty()) {
        m_at = lastKnown.value_or(MapPoint{});
        return;
    }
    if (lastKnown)
        m_spot = m_graph.nearest(*lastKnown, 2.0 * kFarthestOffPavementM);
    if (m_spot.pavement < 0) {
        const int number = m_dice.oneOf(beat);
        const double along = m_dice.unit() * m_graph.pavement(number).lengthM;
        m_spot = {number, along, 0.0, pointAlong(m_graph.pavement(number).line, along)};
    }
    m_at = lastKnown && distanceM(*lastKnown, m_spot.at) < kFarthestOffPavementM ? *lastKnown
                                                                                 : m_spot.at;
    follow({m_spot.at});
}

void Patroller::planNextReport()
{
    m_untilReportSecs = m_dice.between(6.0, 30.0) * 60.0;
}

void Patroller::live(double secs, double nowSecs, std::vector<double> &walkedAt)
{
    m_nowSecs = nowSecs;
    m_walkedAt = &walkedAt;
    if (!m_errand)
        m_untilReportSecs -= secs;
    while (secs > 1e-6 && !isErrandDone()) {
        if (m_standSecs > 0.0) {
            const double stood = std::min(m_standSecs, secs);
            m_standSecs -= stood;
            secs -= stood;
            if (m_standSecs <= 0.0 && m_isAtPlace)
                m_hasLooked = true;
        } else if (m_way.empty()) {
            arrive();
        } else {
            secs -= walk(secs);
        }
    }
    m_walkedAt = nullptr;
}

double Patroller::walk(double secs)
{
    double left = secs;
    while (left > 0.0 && !m_way.empty()) {
        const MapPoint next = m_way.front();
        const double distance = distanceM(m_at, next);
        const double reach = left * m_speedMps;
        if (distance > 0.05)
            lookTowards(next);
        if (distance <= reach) {
            m_at = next;
            m_way.pop_front();
            left -= distance / m_speedMps;
            continue;
        }
        const double share = reach / distance;
        m_at = {m_at.east + (next.east - m_at.east) * share,
                m_at.north + (next.north - m_at.north) * share};
        left = 0.0;
    }
    return secs - std::max(0.0, left);
}

void Patroller::arrive()
{
    if (m_errand && !m_isAtPlace) {
        m_isAtPlace = true;
        m_standSecs = std::max(1.0, m_errand->workSecs);
        lookTowards(m_errand->place);
        return;
    }
    chooseWay();
}

void Patroller::chooseWay()
{
    if (m_graph.beat(m_grid).empty()) {
        m_standSecs = 60.0;
        return;
    }
    if (!isOnBeat()) {
        goToBeat();
        return;
    }
    const Pavement &pavement = m_graph.pavement(m_spot.pavement);
    const bool isInside = m_spot.alongM > 0.01 && m_spot.alongM < pavement.lengthM - 0.01;
    if (isInside) {
        const double end = m_dice.chance(0.5) ? pavement.lengthM : 0.0;
        follow(partOf(pavement.line, m_spot.alongM, end));
        m_spot.alongM = end;
        return;
    }
    goOnFrom({m_spot.pavement, m_spot.alongM > pavement.lengthM / 2.0});
}

void Patroller::goOnFrom(const StreetGraph::Corner &corner)
{
    // Never walked is best, then what was walked longest ago; a crossing costs a little.
    constexpr double kSecsPerMetreAcross = 4.0;
    std::optional<StreetGraph::Corner> best;
    double bestScore = 1e300;
    for (const StreetGraph::Corner &next : m_graph.cornersAround(corner)) {
        const bool isMine = m_graph.pavement(next.pavement).responsibilityGrid == m_grid;
        if (!isMine || next.pavement == corner.pavement)
            continue;
        const double across = distanceM(m_graph.at(corner), m_graph.at(next));
        const double score = (*m_walkedAt)[static_cast<size_t>(next.pavement)] +
                             across * kSecsPerMetreAcross + m_dice.unit();
        if (score < bestScore) {
            bestScore = score;
            best = next;
        }
    }
    // A dead end: back the same way.
    const StreetGraph::Corner next = best.value_or(corner);
    const Pavement &pavement = m_graph.pavement(next.pavement);
    const double begin = next.atEnd ? pavement.lengthM : 0.0;
    const double end = next.atEnd ? 0.0 : pavement.lengthM;
    follow(partOf(pavement.line, begin, end));
    m_spot = {next.pavement, end, 0.0, m_way.back()};
    (*m_walkedAt)[static_cast<size_t>(next.pavement)] = m_nowSecs;
    if (m_dice.chance(0.12))
        m_standSecs = m_dice.between(8.0, 45.0);
}

bool Patroller::isOnBeat() const
{
    const std::vector<int> &beat = m_graph.beat(m_grid);
    return std::binary_search(beat.begin(), beat.end(), m_spot.pavement);
}

void Patroller::goToBeat()
{
    const StreetGraph::Spot home = m_graph.nearestOf(m_graph.beat(m_grid), m_at);
    const MapLine way = m_graph.route(m_spot, home);
    follow(way.empty() ? MapLine{home.at} : way);
    m_spot = home;
}

void Patroller::send(const Errand &errand)
{
    m_errand = errand;
    m_isAtPlace = false;
    m_hasLooked = false;
    m_standSecs = 0.0;
    const StreetGraph::Spot here = m_graph.nearest(m_at, 4.0 * kFarthestOffPavementM);
    const StreetGraph::Spot there = m_graph.nearest(errand.place, 500.0);
    MapLine way = m_graph.route(here, there);
    if (way.empty() && there.pavement >= 0)
        way.push_back(there.at);
    // Not through the buildings behind the street: what is farther away is looked at from here.
    if (there.pavement < 0 || there.distanceM <= kFarthestOffPavementM)
        way.push_back(errand.place);
    follow(way);
    if (there.pavement >= 0)
        m_spot = there;
}

void Patroller::stopToReport(const MapPoint &place, double workSecs)
{
    m_errand = Errand{{}, tracking::Activity::Reporting, place, workSecs};
    m_isAtPlace = true;
    m_hasLooked = false;
    m_standSecs = std::max(1.0, workSecs);
    lookTowards(place);
}

void Patroller::endErrand()
{
    const bool wasReport = m_errand && m_errand->caseId.isNull();
    m_errand.reset();
    m_isAtPlace = false;
    m_hasLooked = false;
    m_standSecs = 0.0;
    // A report only interrupted the way; from another errand one first gets back to the pavement.
    if (!wasReport)
        follow(m_spot.pavement >= 0 ? MapLine{m_spot.at} : MapLine{});
}

void Patroller::lookTowards(const MapPoint &point)
{
    const double east = point.east - m_at.east;
    const double north = point.north - m_at.north;
    if (std::hypot(east, north) < 0.05)
        return;
    const double degrees = std::atan2(east, north) * 180.0 / 3.14159265358979323846;
    m_headingDeg = degrees < 0.0 ? degrees + 360.0 : degrees;
}

tracking::Activity Patroller::activity() const
{
    return m_errand ? m_errand->activity : tracking::Activity::Patrolling;
}

} // namespace gridhall::simulation
