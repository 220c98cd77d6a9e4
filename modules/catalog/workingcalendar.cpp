// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/workingcalendar.h>

#include <algorithm>

namespace gridhall::catalog {

namespace {

constexpr qint64 kHourSecs = 3600;
constexpr qint64 kWorkingDaySecs = 8 * kHourSecs;
// Ten years without a working instant means that the calendar has none; the search must end.
constexpr int kMostDays = 3660;

} // namespace

WorkingCalendar::WorkingCalendar(QTimeZone zone)
    : m_zone(std::move(zone)), m_periods{{QTime(8, 0), QTime(12, 0)}, {QTime(14, 0), QTime(18, 0)}}
{
}

void WorkingCalendar::setPeriods(QList<Period> periods)
{
    std::sort(periods.begin(), periods.end(),
              [](const Period &a, const Period &b) { return a.from < b.from; });
    m_periods = std::move(periods);
}

void WorkingCalendar::setHoliday(const QDate &day)
{
    m_exceptions[day] = false;
}

void WorkingCalendar::setWorkday(const QDate &day)
{
    m_exceptions[day] = true;
}

bool WorkingCalendar::isWorkday(const QDate &day) const
{
    const auto exception = m_exceptions.constFind(day);
    if (exception != m_exceptions.constEnd())
        return exception.value();
    return day.dayOfWeek() < Qt::Saturday;
}

qint64 WorkingCalendar::secsOf(const Limit &limit)
{
    return limit.value * (limit.unit == LimitUnit::WorkingDay ? kWorkingDaySecs : kHourSecs);
}

QDateTime WorkingCalendar::deadline(const QDateTime &startUtc, const Limit &limit) const
{
    return after(startUtc, secsOf(limit), limit.unit);
}

QDateTime WorkingCalendar::after(const QDateTime &startUtc, qint64 secs, LimitUnit unit) const
{
    if (unit == LimitUnit::None || secs < 0 || !startUtc.isValid())
        return {};
    if (unit == LimitUnit::UrgentHour)
        return startUtc.toUTC().addSecs(secs);

    qint64 left = secs;
    const QDateTime start = startUtc.toTimeZone(m_zone);
    QDate day = start.date();
    for (int i = 0; i < kMostDays; ++i, day = day.addDays(1)) {
        if (!isWorkday(day))
            continue;
        for (const Period &period : m_periods) {
            const QDateTime end(day, period.to, m_zone);
            const QDateTime from = std::max(QDateTime(day, period.from, m_zone), start);
            if (from >= end)
                continue;
            const qint64 available = from.secsTo(end);
            if (left <= available)
                return from.addSecs(left).toUTC();
            left -= available;
        }
    }
    return {};
}

qint64 WorkingCalendar::elapsedSecs(const QDateTime &fromUtc, const QDateTime &toUtc,
                                    LimitUnit unit) const
{
    if (!fromUtc.isValid() || !toUtc.isValid() || toUtc <= fromUtc)
        return 0;
    if (unit == LimitUnit::None || unit == LimitUnit::UrgentHour)
        return fromUtc.secsTo(toUtc);

    const QDateTime from = fromUtc.toTimeZone(m_zone);
    const QDateTime to = toUtc.toTimeZone(m_zone);
    qint64 secs = 0;
    for (QDate day = from.date(); day <= to.date(); day = day.addDays(1)) {
        if (!isWorkday(day))
            continue;
        for (const Period &period : m_periods) {
            const QDateTime begin = std::max(QDateTime(day, period.from, m_zone), from);
            const QDateTime end = std::min(QDateTime(day, period.to, m_zone), to);
            secs += std::max<qint64>(0, begin.secsTo(end));
        }
    }
    return secs;
}

} // namespace gridhall::catalog
