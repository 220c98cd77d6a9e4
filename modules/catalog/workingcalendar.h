// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/catalog.h>

#include <QDate>
#include <QDateTime>
#include <QMap>
#include <QTime>
#include <QTimeZone>

namespace gridhall::catalog {

/// When work is done: periods of a working day (08:00–12:00, 14:00–18:00 by default), weekends,
/// holidays and swap days 调休, in the hall's time zone. A value; thread-compatible.
class WorkingCalendar
{
public:
    struct Period
    {
        QTime from;
        QTime to;
    };

    explicit WorkingCalendar(QTimeZone zone = QTimeZone("Asia/Shanghai"));

    void setPeriods(QList<Period> periods);
    void setHoliday(const QDate &day);
    void setWorkday(const QDate &day); ///< a swap day: a weekend day on which people work

    bool isWorkday(const QDate &day) const;

    /// The instant at which `limit` counted from `startUtc` is used up (domain: a working day is
    /// eight working hours; a start outside work moves to the next working instant; an end exactly
    /// on a period's end stays there). Invalid for a limit without unit, a negative one, or a
    /// calendar in which nobody works for ten years.
    QDateTime deadline(const QDateTime &startUtc, const Limit &limit) const;
    /// The same for seconds of the limit's own clock: what is left of a limit, or a share of it.
    QDateTime after(const QDateTime &startUtc, qint64 secs, LimitUnit unit) const;
    static qint64 secsOf(const Limit &limit);
    /// Seconds of the limit's own clock between two instants.
    qint64 elapsedSecs(const QDateTime &fromUtc, const QDateTime &toUtc, LimitUnit unit) const;

private:
    QTimeZone m_zone;
    QList<Period> m_periods;
    QMap<QDate, bool> m_exceptions; ///< true: work, false: holiday
};

} // namespace gridhall::catalog
