// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/docket.h>
#include <simulation/streetwalk.h>
#include <tracking/mover.h>

#include <QSet>

#include <map>

namespace gridhall::simulation {

/// The patrollers on the streets: they walk, send fixes, report what they find and answer their
/// tasks on the spot. And the units, which sign for cases and handle them.
class FieldWork
{
public:
    FieldWork(Docket &docket, const std::vector<geo::StreetLine> &streets,
              const QList<tracking::Mover> &movers, double reportsPerMinute, Chance chance);

    /// Everybody walks on; answers the fixes that are due.
    QList<tracking::Fix> walk(const QDateTime &nowUtc);
    /// Reports, tasks and what the units do, from the docket as last looked at.
    void work(const QDateTime &nowUtc);

    /// The one who is best sent there: of the grid, near, with little to do. Null without any.
    Id patrollerFor(const cases::CaseFile &file) const;
    int patrollerCount() const { return static_cast<int>(m_patrollers.size()); }
    qint64 reported() const { return m_reported; }

private:
    struct Task
    {
        Id caseId;
        QString state;
        QDateTime answerAt;
    };
    struct Patroller
    {
        Id id;
        QString name;
        QString gridCode;
        Walker walker;
        QDateTime nextFix;
        QDateTime busyUntil;
        int tasks = 0;
        std::optional<Task> task;
    };

    void reportSomething(const QDateTime &nowUtc);
    std::optional<cases::Report> findComponent(const geo::MapPoint &at);
    std::optional<cases::Report> findInStreet(const geo::MapPoint &at);
    void handOutTasks();
    void answerTasks(const QDateTime &nowUtc);
    void answer(const cases::CaseFile &file, const Patroller &patroller);
    void unitsWork();
    tracking::Activity activityOf(const Patroller &patroller, const QDateTime &nowUtc) const;

    Docket &m_docket;
    Chance m_chance;
    double m_reportsPerMinute;
    std::map<QString, std::unique_ptr<StreetGraph>> m_streets; ///< by responsibility grid
    std::vector<Patroller> m_patrollers;
    QSet<QString> m_reportedComponents;
    QDateTime m_walkedAt;
    QDateTime m_nextReport;
    qint64 m_reported = 0;
};

} // namespace gridhall::simulation
