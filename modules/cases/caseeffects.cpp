// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caserows.h"

#include <cases/caserepository.h>

#include <algorithm>

// What a step decides about the case beside its state: the columns that go into the event's content
// and into the row. Whether the step is legal is not decided here but by the workflow table.
namespace gridhall::cases {

namespace {

const QString kDeadline = QStringLiteral("deadline_at");
const QString kDueSoon = QStringLiteral("due_soon_at");
const QString kRemaining = QStringLiteral("remaining_secs");
const QString kTaskPerson = QStringLiteral("task_person_id");
const QString kHandledAt = QStringLiteral("handled_at");
const QString kRework = QStringLiteral("rework_count");

/// Deadline and yellow mark for `secs` of the limit's clock from `from`.
void setClock(QJsonObject &content, const catalog::WorkingCalendar &calendar, const QDateTime &from,
              qint64 secs, const catalog::Limit &limit, double dueSoonShare)
{
    const QDateTime deadline = calendar.after(from, secs, limit.unit);
    // Yellow is a share of the whole limit, however much of it was used before the clock stopped.
    const qint64 whole = catalog::WorkingCalendar::secsOf(limit);
    const qint64 untilYellow =
        std::max<qint64>(0, secs - (whole - qint64(double(whole) * dueSoonShare)));
    content[kDeadline] = timeText(deadline);
    content[kDueSoon] = timeText(calendar.after(from, untilYellow, limit.unit));
}

} // namespace

Result<QJsonObject> CaseRepository::effectsOf(const CaseFile &file, const Step &step,
                                              const Transition &transition, const QDateTime &nowUtc)
{
    QJsonObject content;
    const QString &action = step.action;
    const auto clockLeft = [&] {
        return m_calendar->elapsedSecs(nowUtc, file.deadlineUtc, file.limit.unit);
    };
    const auto runAgain = [&]() -> Result<void> {
        const auto left = remainingSecs(file.id);
        if (!left)
            return left.error();
        // The unit is not charged for the centre's time; what was late stays late.
        if (*left > 0 || !file.deadlineUtc.isValid())
            setClock(content, *m_calendar, nowUtc, *left, file.limit, m_dueSoonShare);
        content[kHandledAt] = QJsonValue::Null;
        return {};
    };

    if (action == action::kFile) {
        auto filing = filingEffects(file, step, nowUtc);
        if (!filing)
            return filing;
        content = std::move(*filing);
    } else if (action == action::kDispatch) {
        auto dispatch = dispatchEffects(file, step, nowUtc);
        if (!dispatch)
            return dispatch;
        content = std::move(*dispatch);
    } else if (transition.needsPerson) {
        content[kTaskPerson] = step.person.toString();
    } else if (file.state == state::kConfirming || file.state == state::kVerifying) {
        if (transition.toState != file.state)
            content[kTaskPerson] = QJsonValue::Null;
    }

    if (action == action::kHandle) {
        content[kHandledAt] = timeText(nowUtc);
        const bool onTime = !file.deadlineUtc.isValid() || nowUtc <= file.deadlineUtc;
        content[QStringLiteral("handled_on_time")] = onTime && file.handledOnTime.value_or(true);
        content[kRemaining] = clockLeft();
        content[QStringLiteral("urged")] = false;
    } else if (action == action::kVerifyFail || action == action::kReturnToDispatch) {
        content[kRework] = file.reworkCount + 1;
        if (const auto again = runAgain(); !again)
            return again.error();
    } else if (action == action::kApproveExtension) {
        auto extension = extensionEffects(file, step);
        if (!extension)
            return extension;
        content = std::move(*extension);
    } else if (action == action::kApproveSuspension) {
        const auto until = dateAskedFor(file, step, action::kApplySuspension);
        if (!until)
            return until.error();
        content[kRemaining] = clockLeft();
        content[kDeadline] = QJsonValue::Null;
        content[kDueSoon] = QJsonValue::Null;
        if (until->isValid())
            content[QStringLiteral("suspended_until")] = timeText(*until);
    } else if (action == action::kResume) {
        if (const auto again = runAgain(); !again)
            return again.error();
        content[QStringLiteral("suspended_until")] = QJsonValue::Null;
    } else if (action == action::kApproveReturn) {
        content[QStringLiteral("handling_unit_id")] = QJsonValue::Null;
        content[QStringLiteral("handling_unit_name")] = QString();
    } else if (action == action::kUrge) {
        content[QStringLiteral("urged")] = true;
    } else if (action == action::kSupervise) {
        content[QStringLiteral("supervised")] = true;
    } else if (action == action::kUpholdAppeal) {
        content[QStringLiteral("overdue_exempt")] = true;
    }

    if (m_workflow->isOpen(file.state) && !m_workflow->isOpen(transition.toState)) {
        content[QStringLiteral("closed_at")] = timeText(nowUtc);
        content[kTaskPerson] = QJsonValue::Null;
    }
    return content;
}

Result<QJsonObject> CaseRepository::filingEffects(const CaseFile &file, const Step &step,
                                                  const QDateTime &nowUtc)
{
    QJsonObject content{{QStringLiteral("filed_at"), timeText(nowUtc)}};
    const auto rows =
        m_db.query(QStringLiteral("SELECT condition_text, limit_value, limit_unit FROM "
                                  "filing_condition WHERE id = ?"),
                   {store::idParameter(step.condition)});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return content; // the database asks for the condition
    const store::Row &row = rows->first();
    content[QStringLiteral("condition_id")] = step.condition.toString();
    content[QStringLiteral("condition_text")] = row[0].toString();
    content[QStringLiteral("limit_value")] = row[1].toInt();
    content[QStringLiteral("limit_unit")] = row[2].toString();
    if (file.deadlineUtc.isValid()) {
        content[kDeadline] = QJsonValue::Null;
        content[kDueSoon] = QJsonValue::Null;
    }
    return content;
}

Result<QJsonObject> CaseRepository::dispatchEffects(const CaseFile &file, const Step &step,
                                                    const QDateTime &nowUtc)
{
    QJsonObject content;
    const auto rows = m_db.query(QStringLiteral("SELECT name FROM unit WHERE id = ?"),
                                 {store::idParameter(step.unit)});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return content; // the database asks for the unit
    content[QStringLiteral("handling_unit_id")] = step.unit.toString();
    content[QStringLiteral("handling_unit_name")] = rows->first()[0].toString();
    // A return to the dispatcher does not give the case a new limit.
    if (!file.deadlineUtc.isValid()) {
        content[QStringLiteral("dispatched_at")] = timeText(nowUtc);
        setClock(content, *m_calendar, nowUtc, catalog::WorkingCalendar::secsOf(file.limit),
                 file.limit, m_dueSoonShare);
    }
    return content;
}

Result<QJsonObject> CaseRepository::extensionEffects(const CaseFile &file, const Step &step)
{
    const auto asked = dateAskedFor(file, step, action::kApplyExtension);
    if (!asked)
        return asked.error();
    const qint64 whole = catalog::WorkingCalendar::secsOf(file.limit);
    // Without a date an extension adds the original limit once more.
    const QDateTime deadline = asked->isValid() && *asked > file.deadlineUtc
                                   ? *asked
                                   : m_calendar->after(file.deadlineUtc, whole, file.limit.unit);
    const qint64 total = m_calendar->elapsedSecs(file.dispatchedUtc, deadline, file.limit.unit);
    const QDateTime yellow = m_calendar->after(
        file.dispatchedUtc, qint64(double(total) * m_dueSoonShare), file.limit.unit);
    return QJsonObject{{QStringLiteral("extension_count"), file.extensionCount + 1},
                       {kDeadline, timeText(deadline)},
                       {kDueSoon, timeText(std::max(yellow, file.dueSoonUtc))}};
}

Result<QDateTime> CaseRepository::dateAskedFor(const CaseFile &file, const Step &step,
                                               const QString &application)
{
    if (step.untilUtc.isValid())
        return step.untilUtc;
    const auto rows =
        m_db.query(QStringLiteral("SELECT until_at FROM case_event WHERE case_id = ? AND "
                                  "action = ? ORDER BY sequence DESC LIMIT 1"),
                   {file.id.toString(), application});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? QDateTime() : store::timeFromColumn(rows->first()[0]);
}

Result<qint64> CaseRepository::remainingSecs(const Id &caseId)
{
    const auto rows = m_db.query(QStringLiteral("SELECT remaining_secs FROM cases WHERE id = ?"),
                                 {caseId.toString()});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? qint64(0) : rows->first()[0].toLongLong();
}

} // namespace gridhall::cases
