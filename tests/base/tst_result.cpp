// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/clock.h>
#include <base/result.h>

#include <QTest>

#include <memory>

using namespace gridhall;

class TestResult : public QObject
{
    Q_OBJECT

private slots:
    void aValueIsOk()
    {
        Result<int> result = 7;
        QVERIFY(result.ok());
        QCOMPARE(*result, 7);
    }

    void anErrorSaysWhatToWhatAndWhatNext()
    {
        const Result<int> result = Error{ErrorKind::NotFound,
                                         QStringLiteral("There is no such city"),
                                         QStringLiteral("/x/y"),
                                         QStringLiteral("Make one first"),
                                         {}};
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QCOMPARE(result.error().text(),
                 QStringLiteral("There is no such city: /x/y. Make one first"));
    }

    void valuesThatOnlyMoveCanBeTakenOut()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
        const std::unique_ptr<int> taken = std::move(result).value();
        QCOMPARE(*taken, 3);
    }

    void successWithoutAValue()
    {
        QVERIFY(Result<void>().ok());
        const Result<void> failed = Error{ErrorKind::DiskFull, QStringLiteral("full"), {}, {}, {}};
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().kind, ErrorKind::DiskFull);
    }

    void aManualClockStandsStillUntilMoved()
    {
        ManualClock clock(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC));
        QCOMPARE(clock.nowUtc(), clock.nowUtc());
        clock.advanceSecs(60);
        QCOMPARE(clock.nowUtc().time(), QTime(9, 1));
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
