// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/workflow.h>

#include <QTest>

using namespace gridhall;
using namespace gridhall::cases;

class TestTransition : public QObject
{
    Q_OBJECT

private slots:
    void aPlainStepIsAlwaysOpen()
    {
        QVERIFY(Transition{}.isOpenTo(m_file, {}, m_now));
        QVERIFY(Transition{}.isOpenTo(m_file, seen({"accept", "accept"}), m_now));
    }

    void someStepsOnlyOrNeverFollowOthers()
    {
        Transition after;
        after.onlyAfter = QStringLiteral("confirm");
        QVERIFY(!after.isOpenTo(m_file, seen({"report"}), m_now));
        QVERIFY(after.isOpenTo(m_file, seen({"report", "confirm"}), m_now));
        Transition never;
        never.neverAfter = QStringLiteral("approve_return");
        QVERIFY(never.isOpenTo(m_file, seen({"report"}), m_now));
        QVERIFY(!never.isOpenTo(m_file, seen({"approve_return"}), m_now));
    }

    void aBoundCountsTheSameActionOnly()
    {
        Transition twice;
        twice.action = QStringLiteral("approve_extension");
        twice.atMost = 2;
        QVERIFY(twice.isOpenTo(m_file, seen({"approve_extension", "handle"}), m_now));
        QVERIFY(!twice.isOpenTo(m_file, seen({"approve_extension", "approve_extension"}), m_now));
    }

    void theClockOpensAndCloses()
    {
        Transition before;
        before.clock = QStringLiteral("before_deadline");
        QVERIFY2(!before.isOpenTo(m_file, {}, m_now), "without a deadline nothing is before it");
        CaseFile due = m_file;
        due.deadlineUtc = m_now;
        QVERIFY(before.isOpenTo(due, {}, m_now));
        QVERIFY(!before.isOpenTo(due, {}, m_now.addSecs(1)));

        Transition overdue;
        overdue.clock = QStringLiteral("overdue");
        QVERIFY(!overdue.isOpenTo(m_file, {}, m_now));
        CaseFile handled = m_file;
        handled.handledOnTime = true;
        QVERIFY(!overdue.isOpenTo(handled, {}, m_now));
        handled.handledOnTime = false;
        QVERIFY(overdue.isOpenTo(handled, {}, m_now));
    }

private:
    static QList<CaseEvent> seen(std::initializer_list<const char *> actions)
    {
        QList<CaseEvent> history;
        for (const char *action : actions) {
            CaseEvent event;
            event.action = QString::fromLatin1(action);
            history.append(event);
        }
        return history;
    }

    const QDateTime m_now{QDate(2026, 11, 23), QTime(4, 0), Qt::UTC};
    CaseFile m_file;
};

QTEST_GUILESS_MAIN(TestTransition)
#include "tst_transition.moc"
