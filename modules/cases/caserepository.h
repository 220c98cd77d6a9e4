// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <cases/casefile.h>
#include <cases/workflow.h>
#include <catalog/workingcalendar.h>
#include <store/connection.h>

#include <QHash>
#include <QJsonObject>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace gridhall::cases {

/// Who does a step, as the event records it.
struct Actor
{
    Id person;
    QString name;
    QString role;
};

/// A report or registration: the first event of a case.
struct Report
{
    Id caseId = Id::create(); ///< made by the client, so a retry never doubles it
    Id eventId = Id::create();
    QString source = QStringLiteral("patroller");
    QString action = action::kReport;
    QString edition;
    QString classCode;
    QString description;
    QString address;
    geo::LonLat at;
    QString unitGridCode;
    QString responsibilityGridCode;
    QString componentCode;
    QString callerName;
    QString callerPhone;
    QStringList photos; ///< SHA-256 of media put before
};

/// One step of a case.
struct Step
{
    Id eventId = Id::create();
    Id caseId;
    qint64 seenVersion = 0; ///< the version the person saw; another one gives Conflict
    QString action;
    QString reason;
    Id condition;
    Id unit;
    Id person;
    QDateTime untilUtc;
    QStringList photos;
};

/// What a queue shows, and its counts.
struct QueueFilter
{
    QStringList states; ///< empty: all open
    QString text;       ///< number, address, description
    int limit = 500;
    bool newestFirst = false;
};

struct DayCounters
{
    qint64 reported = 0;
    qint64 filed = 0;
    qint64 closed = 0;
    qint64 dueSoon = 0;
    qint64 overdue = 0;
    qint64 reportedYesterday = 0; ///< up to the same time of day
    qint64 filedYesterday = 0;
    qint64 closedYesterday = 0;
    QList<int> reportedByHour; ///< 24 values, cumulated up to now; the rest -1
    QList<int> closedByHour;
};

/// A broken link found by audit.
struct BrokenLink
{
    Id caseId;
    QString caseNumber;
    qint64 sequence = 0;
    QString why;
};

/// Cases and their event chains in the database. Blocking; call it on a database thread. Each of
/// report() and step() is one transaction: event, hash, case row and media, all or nothing; asking
/// again with the same eventId answers with the case as it is.
class CaseRepository
{
public:
    CaseRepository(store::Connection &connection, const Clock &clock = Clock::system());

    Result<CaseFile> report(const Report &report, const Actor &actor);
    Result<CaseFile> step(const Step &step, const Actor &actor);

    Result<CaseFile> load(const Id &caseId);
    Result<CaseFile> loadByNumber(const QString &number);
    Result<QList<CaseEvent>> history(const Id &caseId);
    Result<QList<Media>> media(const Id &caseId);
    Result<QList<CaseFile>> queue(const QueueFilter &filter);
    Result<QHash<QString, qint64>> countsByState();
    /// Open cases (and those closed after `closedSinceUtc`, when valid) for the map.
    Result<QList<CaseFile>> onMap(const QDateTime &closedSinceUtc = {});
    Result<DayCounters> dayCounters(const QDateTime &dayStartUtc);
    Result<QList<CaseFile>> near(const geo::LonLat &at, double withinM, const QDateTime &sinceUtc);

    /// Proves every chain; empty when nothing was changed or removed.
    Result<QList<BrokenLink>> audit();

    struct Extent
    {
        qint64 cases = 0;
        qint64 events = 0;
    };
    /// How much there is to prove.
    Result<Extent> extent();

private:
    struct NewEvent;
    Result<void> prepare();
    Result<std::optional<CaseFile>> alreadyDone(const Id &eventId);
    Result<QString> nextNumber(const QDateTime &nowUtc);
    Result<QJsonObject> contentOf(const Report &report, const Actor &actor,
                                  const QDateTime &nowUtc);
    Result<CaseFile> insertReport(const Report &report, const Actor &actor);
    Result<CaseFile> insertStep(const Step &step, const Actor &actor);
    Result<QJsonObject> effectsOf(const CaseFile &file, const Step &step,
                                  const Transition &transition, const QDateTime &nowUtc);
    Result<QJsonObject> filingEffects(const CaseFile &file, const Step &step,
                                      const QDateTime &nowUtc);
    Result<QJsonObject> dispatchEffects(const CaseFile &file, const Step &step,
                                        const QDateTime &nowUtc);
    Result<QJsonObject> extensionEffects(const CaseFile &file, const Step &step);
    Result<QDateTime> dateAskedFor(const CaseFile &file, const Step &step,
                                   const QString &application);
    Result<qint64> remainingSecs(const Id &caseId);
    Result<void> append(const NewEvent &event);
    Result<void> update(const Id &caseId, const QJsonObject &content);
    Result<void> addMedia(const NewEvent &event);
    Error refusal(const Error &error, const CaseFile *file, const QString &action) const;
    Result<QList<CaseFile>> files(const QString &where, const QVariantList &values);
    QString inOpenStates() const;

    store::Connection &m_db;
    const Clock &m_clock;
    // Read once; what the city's administrator changes later is seen by the next repository.
    std::shared_ptr<const Workflow> m_workflow;
    std::optional<catalog::WorkingCalendar> m_calendar;
    QTimeZone m_zone;
    double m_dueSoonShare = 0.8;
};

} // namespace gridhall::cases
