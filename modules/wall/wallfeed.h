// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <cases/casebook.h>
#include <wall/caseroll.h>

#include <QObject>
#include <QSet>
#include <QTimeZone>
#include <QTimer>

#include <optional>

namespace gridhall::wall {

/// Keeps what the wall knows of cases up to date: everything once, then only what the case book
/// says has changed. Asks with futures, never waits. GUI thread; does not own the case book.
class WallFeed : public QObject
{
    Q_OBJECT
public:
    WallFeed(cases::CaseBook &cases, const Clock &clock, QObject *parent = nullptr);

    /// Begins to ask; the day begins at midnight in `zone`.
    void start(const QTimeZone &zone);
    const QTimeZone &zone() const { return m_zone; }
    QDateTime nowUtc() const { return m_clock.nowUtc(); }
    QDateTime dayStartUtc() const;

    const CaseRoll &roll() const { return m_roll; }
    const cases::DayCounters &today() const { return m_today; }
    /// Yesterday's whole day, once it is known.
    const std::optional<cases::DayCounters> &yesterday() const { return m_yesterday; }
    bool hasCases() const { return m_hasCases; }
    bool hasData() const { return m_hasCases && m_hasCounters; }
    /// True when everything asked for at the start has been answered.
    bool isSettled() const { return hasData() && m_yesterday; }
    /// Seconds since the database last answered; -1 before it ever did.
    qint64 answerAgeSecs() const;

signals:
    void casesUpdated();
    void countersUpdated();
    void settled(); ///< once: isSettled() has become true

private:
    void askAll();
    void askChanged();
    void askCounters();
    void askYesterday();
    void answered();
    void tellSettled();
    void beat();

    cases::CaseBook &m_cases;
    const Clock &m_clock;
    QTimeZone m_zone;
    CaseRoll m_roll;
    cases::DayCounters m_today;
    std::optional<cases::DayCounters> m_yesterday;
    QDate m_day;
    QSet<Id> m_changed;
    QTimer m_gather;
    QTimer m_tellCases;
    QTimer m_countersSoon;
    QTimer m_beat;
    QDateTime m_answeredUtc;
    bool m_hasCases = false;
    bool m_hasCounters = false;
    bool m_toldSettled = false;
};

} // namespace gridhall::wall
