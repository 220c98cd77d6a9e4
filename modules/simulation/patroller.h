// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/city.h>
#include <democity/dice.h>
#include <simulation/streetgraph.h>
#include <tracking/mover.h>

#include <deque>
#include <optional>

namespace gridhall::simulation {

/// What a patroller was called away for: go there, look at it for a while, then it can be answered.
struct Errand
{
    Id caseId; ///< null for an own report
    tracking::Activity activity = tracking::Activity::None;
    geo::MapPoint place;
    double workSecs = 60.0;
};

/// One patroller on foot. Walks the pavements of the own responsibility grid, the least recently
/// walked first, stops now and then, and goes where an errand calls. Knows no database and no clock:
/// all times are simulated seconds. A value with a reference to the city's graph.
class Patroller
{
public:
    Patroller(const city::Person &person, int responsibilityGrid, const StreetGraph &graph,
              democity::Dice dice);

    /// Where to begin: the place last known, or anywhere on the beat.
    void start(const std::optional<geo::MapPoint> &lastKnown);
    /// Lets time pass. `walkedAt` says for each pavement when somebody walked it last.
    void live(double secs, double nowSecs, std::vector<double> &walkedAt);

    void send(const Errand &errand);
    void stopToReport(const geo::MapPoint &place, double workSecs);
    /// Back to the patrol.
    void endErrand();
    const std::optional<Errand> &errand() const { return m_errand; }
    /// At the errand's place, and done looking.
    bool isErrandDone() const { return m_errand && m_hasLooked; }

    bool canReport() const { return !m_errand && m_untilReportSecs <= 0.0; }
    void putOffReport(double secs) { m_untilReportSecs = secs; }
    void planNextReport();

    const city::Person &person() const { return m_person; }
    int responsibilityGrid() const { return m_grid; }
    const geo::MapPoint &at() const { return m_at; }
    int pavement() const { return m_spot.pavement; }
    double headingDeg() const { return m_headingDeg; }
    bool isStanding() const { return m_standSecs > 0.0 || m_way.empty(); }
    double speedMps() const { return isStanding() ? 0.0 : m_speedMps; }
    tracking::Activity activity() const;
    democity::Dice &dice() { return m_dice; }

private:
    double walk(double secs);
    void arrive();
    void chooseWay();
    void goOnFrom(const StreetGraph::Corner &corner);
    void goToBeat();
    bool isOnBeat() const;
    void follow(const geo::MapLine &way) { m_way.assign(way.begin(), way.end()); }
    void lookTowards(const geo::MapPoint &point);

    city::Person m_person;
    int m_grid;
    const StreetGraph &m_graph;
    democity::Dice m_dice;
    double m_speedMps;
    geo::MapPoint m_at;
    double m_headingDeg = 0.0;
    StreetGraph::Spot m_spot; ///< where the way ends
    std::deque<geo::MapPoint> m_way;
    double m_standSecs = 0.0;
    double m_untilReportSecs = 0.0;
    std::optional<Errand> m_errand;
    bool m_isAtPlace = false;
    bool m_hasLooked = false;
    double m_nowSecs = 0.0;
    std::vector<double> *m_walkedAt = nullptr;
};

} // namespace gridhall::simulation
