// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/workingcalendar.h>

#include <QTest>

#include <random>

using namespace gridhall::catalog;

namespace {

const QTimeZone kZone("Asia/Shanghai");

QDateTime hall(int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), kZone);
}

bool worksAt(const WorkingCalendar &calendar, const QDateTime &minute)
{
    const QDateTime local = minute.toTimeZone(kZone);
    const int hour = local.time().hour();
    return calendar.isWorkday(local.date()) &&
           ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18));
}

/// The obvious way: walk minute by minute and count those in which people work.
QDateTime slowDeadline(const WorkingCalendar &calendar, const QDateTime &start, qint64 minutes)
{
    QDateTime at = start.toUTC();
    if (minutes == 0) {
        while (!worksAt(calendar, at) && !worksAt(calendar, at.addSecs(-60)))
            at = at.addSecs(60);
        return at;
    }
    for (;; at = at.addSecs(60)) {
        if (worksAt(calendar, at) && --minutes == 0)
            return at.addSecs(60);
    }
}

} // namespace

class TestWorkingCalendar : public QObject
{
    Q_OBJECT

private slots:
    void deadlines_data()
    {
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<int>("value");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QDateTime>("deadline");
        const auto row = [](const char *name, const QDateTime &start, int value, LimitUnit unit,
                            const QDateTime &deadline) {
            QTest::newRow(name) << start << value << int(unit) << deadline;
        };
        // 2026-11-23 is a Monday.
        row("within a day", hall(11, 23, 9), 4, LimitUnit::WorkingHour, hall(11, 23, 15));
        row("over night", hall(11, 23, 17), 4, LimitUnit::WorkingHour, hall(11, 24, 11));
        row("from the lunch gap", hall(11, 23, 12, 30), 4, LimitUnit::WorkingHour,
            hall(11, 23, 18));
        row("over the weekend", hall(11, 27, 16), 1, LimitUnit::WorkingDay, hall(11, 30, 16));
        row("from a Saturday", hall(11, 28, 10), 1, LimitUnit::WorkingDay, hall(11, 30, 18));
        row("urgent, at night", hall(11, 27, 23), 2, LimitUnit::UrgentHour, hall(11, 28, 1));
        row("ends exactly at a day's end", hall(11, 23, 8), 1, LimitUnit::WorkingDay,
            hall(11, 23, 18));
        row("no time at all, inside work", hall(11, 23, 9), 0, LimitUnit::WorkingHour,
            hall(11, 23, 9));
        row("no time at all, at night", hall(11, 23, 20), 0, LimitUnit::WorkingHour,
            hall(11, 24, 8));
        row("from a holiday", hall(10, 1, 9), 4, LimitUnit::WorkingHour, hall(10, 8, 12));
        row("on a swap Saturday", hall(10, 10, 9), 2, LimitUnit::WorkingHour, hall(10, 10, 11));
    }

    void deadlines()
    {
        QFETCH(QDateTime, start);
        QFETCH(int, value);
        QFETCH(int, unit);
        QFETCH(QDateTime, deadline);
        QCOMPARE(withHolidays().deadline(start.toUTC(), Limit{value, LimitUnit(unit)}),
                 deadline.toUTC());
    }

    void agreesWithWalkingMinuteByMinute()
    {
        const WorkingCalendar calendar = withHolidays();
        std::mt19937 random(20261123);
        for (int i = 0; i < 400; ++i) {
            const QDateTime start = hall(9, 20, 0).addSecs(60 * qint64(random() % (40 * 24 * 60)));
            const int hours = int(random() % 30);
            QCOMPARE(calendar.deadline(start.toUTC(), Limit{hours, LimitUnit::WorkingHour}),
                     slowDeadline(calendar, start, 60 * hours));
        }
    }

    void whatIsElapsedAtTheDeadlineIsTheLimit()
    {
        const WorkingCalendar calendar = withHolidays();
        std::mt19937 random(7);
        for (int i = 0; i < 400; ++i) {
            const QDateTime start = hall(9, 20, 0).addSecs(qint64(random() % (40 * 24 * 3600)));
            const Limit limit{1 + int(random() % 40), LimitUnit::WorkingHour};
            QCOMPARE(calendar.elapsedSecs(start.toUTC(), calendar.deadline(start.toUTC(), limit),
                                          LimitUnit::WorkingHour),
                     qint64(limit.value) * 3600);
        }
    }

    void nonsenseHasNoDeadline()
    {
        WorkingCalendar calendar;
        const QDateTime start = hall(11, 23, 9).toUTC();
        QVERIFY(!calendar.deadline(start, Limit{4, LimitUnit::None}).isValid());
        QVERIFY(!calendar.deadline(start, Limit{-1, LimitUnit::WorkingHour}).isValid());
        QVERIFY(!calendar.deadline(QDateTime(), Limit{4, LimitUnit::WorkingHour}).isValid());
        calendar.setPeriods({});
        QVERIFY(!calendar.deadline(start, Limit{4, LimitUnit::WorkingHour}).isValid());
    }

private:
    static WorkingCalendar withHolidays()
    {
        WorkingCalendar calendar(kZone);
        for (int day = 1; day <= 7; ++day)
            calendar.setHoliday(QDate(2026, 10, day));
        calendar.setWorkday(QDate(2026, 10, 10));
        return calendar;
    }
};

QTEST_GUILESS_MAIN(TestWorkingCalendar)
#include "tst_workingcalendar.moc"
