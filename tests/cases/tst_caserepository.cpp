// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "casewalk.h"

using namespace gridhall;
using namespace gridhall::cases;
using store::Dialect;

class TstCaseRepository : public QObject
{
    Q_OBJECT

private:
    void dialects()
    {
        QTest::addColumn<store::Dialect>("dialect");
        QTest::newRow("sqlite") << Dialect::Sqlite;
        QTest::newRow("postgres") << Dialect::Postgres;
    }

private slots:
    void fromReportToClose_data() { dialects(); }
    void fromReportToClose()
    {
        MAKE_CITY();
        const auto reported = walk.report();
        QVERIFY2(reported, qPrintable(reported ? QString() : reported.error().text()));
        QCOMPARE(walk.file.number, QStringLiteral("2026112300001"));
        QCOMPARE(walk.file.state, state::kToAccept);
        QCOMPARE(walk.file.className, QStringLiteral("上水井盖"));
        QCOMPARE(walk.file.at, city->place);
        QCOMPARE(walk.file.version, 1);
        QCOMPARE(walk.file.reportedUtc, clock.nowUtc());
        QVERIFY(walk.go({{action::kAccept, "acceptor"}, {action::kFile, "shift_leader"}}));
        QCOMPARE(walk.file.limit, (catalog::Limit{4, catalog::LimitUnit::WorkingHour}));
        QVERIFY(!walk.file.deadlineUtc.isValid());
        QVERIFY(walk.go({{action::kDispatch, "dispatcher"}}));
        QCOMPARE(walk.file.deadlineUtc, utc("2026-11-23T15:00:00"));
        QCOMPARE(walk.file.dueSoonUtc, utc("2026-11-23T14:12:00")); // 80 % of 4 working hours
        QCOMPARE(walk.file.handlingUnit, city->unit);
        QCOMPARE(lightOf(walk.file, clock.nowUtc()), Light::OnTime);
        QCOMPARE(lightOf(walk.file, utc("2026-11-23T14:12:00")), Light::DueSoon);
        QCOMPARE(lightOf(walk.file, utc("2026-11-23T15:00:01")), Light::Overdue);
        clock.advanceSecs(3600);
        QVERIFY(walk.go({{action::kSign, "handling_unit"}, {action::kHandle, "handling_unit"}}));
        QCOMPARE(walk.file.handledOnTime, std::optional(true));
        QVERIFY(walk.go({{action::kSendVerify, "acceptor"}}));
        QCOMPARE(walk.file.taskPerson, city->patroller);
        clock.advanceSecs(24 * 3600); // verification takes its time; the unit's fact stays
        QVERIFY(walk.go({{action::kVerifyPass, "patroller"}, {action::kClose, "shift_leader"}}));
        QCOMPARE(walk.file.state, state::kClosed);
        QVERIFY(walk.file.taskPerson.isNull());
        QCOMPARE(walk.file.closedUtc, clock.nowUtc());
        QCOMPARE(walk.file.handledOnTime, std::optional(true));
        QVERIFY(!walk.file.isOpen());

        const auto history = walk.cases.history(walk.file.id);
        QVERIFY(history);
        QCOMPARE(history->size(), 9);
        QCOMPARE(history->last().action, action::kClose);
        QCOMPARE(history->last().atUtc, clock.nowUtc());
        const auto media = walk.cases.media(walk.file.id);
        QVERIFY(media);
        QCOMPARE(media->first().use, MediaUse::Report);
        const auto broken = walk.cases.audit();
        QVERIFY2(broken, qPrintable(broken ? QString() : broken.error().detail));
        QVERIFY2(broken->isEmpty(), broken->isEmpty() ? "" : qPrintable(broken->first().why));
    }

    void askingTwiceDoesNothingTwice_data() { dialects(); }
    void askingTwiceDoesNothingTwice()
    {
        MAKE_CITY();
        Report report;
        report.classCode = city->classCode;
        report.at = city->place;
        report.photos = {test::fakePhoto()};
        const Actor patroller = walk.actor(QStringLiteral("patroller"));
        const auto first = walk.cases.report(report, patroller);
        const auto again = walk.cases.report(report, patroller);
        QVERIFY(first && again);
        QCOMPARE(again->number, first->number);
        Step step;
        step.caseId = first->id;
        step.seenVersion = first->version;
        step.action = action::kAccept;
        const Actor acceptor = walk.actor(QStringLiteral("acceptor"));
        QVERIFY(walk.cases.step(step, acceptor));
        const auto repeated = walk.cases.step(step, acceptor);
        QVERIFY(repeated);
        QCOMPARE(repeated->version, 2);
        step.eventId = Id::create();
        const auto late = walk.cases.step(step, acceptor);
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Conflict);
    }

    void whatAStepLacksIsNamed_data() { dialects(); }
    void whatAStepLacksIsNamed()
    {
        MAKE_CITY();
        const auto bare = walk.report(QString());
        QVERIFY(!bare);
        QCOMPARE(bare.error().kind, ErrorKind::Refused);
        QVERIFY(bare.error().detail.contains(QStringLiteral("needs:photo")));
        QVERIFY(walk.report());
        QCOMPARE(walk.file.number,
                 QStringLiteral("2026112300001")); // the refused one took no number
        QVERIFY(walk.go({{action::kAccept, "acceptor"}}));
        walk.condition = Id::create();
        const auto unknown = walk.step(action::kFile, QStringLiteral("shift_leader"));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::Refused);
        const auto wrongRole = walk.step(action::kFile, QStringLiteral("acceptor"));
        QVERIFY(!wrongRole);
        QCOMPARE(wrongRole.error().kind, ErrorKind::Refused);
        QCOMPARE(wrongRole.error().subject, walk.file.number);
    }

    void rework_data() { dialects(); }
    void rework()
    {
        MAKE_CITY();
        QVERIFY(walk.goToHandling()); // at 09:00, until 15:00
        clock.set(utc("2026-11-23T11:00:00"));
        QVERIFY(walk.go({{action::kHandle, "handling_unit"}, {action::kSendVerify, "acceptor"}}));
        clock.set(utc("2026-11-24T09:00:00"));
        QVERIFY(walk.go({{action::kVerifyFail, "patroller"}}));
        QCOMPARE(walk.file.state, state::kToHandle);
        QCOMPARE(walk.file.reworkCount, 1);
        QVERIFY(!walk.file.handledUtc.isValid());
        QCOMPARE(walk.file.deadlineUtc, utc("2026-11-24T11:00:00")); // two of four hours were left
        clock.set(utc("2026-11-24T11:30:00"));
        QVERIFY(walk.go({{action::kSign, "handling_unit"}, {action::kHandle, "handling_unit"}}));
        QCOMPARE(walk.file.handledOnTime, std::optional(false));
        QCOMPARE(lightOf(walk.file, clock.nowUtc()), Light::Overdue);
        QVERIFY(walk.cases.audit()->isEmpty());
    }

    void suspensionStopsTheClock_data() { dialects(); }
    void suspensionStopsTheClock()
    {
        MAKE_CITY();
        QVERIFY(walk.goToHandling());
        clock.set(utc("2026-11-23T10:00:00"));
        walk.until = utc("2026-12-01T09:00:00");
        QVERIFY(walk.go({{action::kApplySuspension, "handling_unit"},
                         {action::kApproveSuspension, "dispatcher"}}));
        QCOMPARE(walk.file.state, state::kSuspended);
        QCOMPARE(lightOf(walk.file, utc("2027-01-01T09:00:00")), Light::Suspended);
        QCOMPARE(walk.file.suspendedUntilUtc, walk.until);
        clock.set(walk.until);
        QVERIFY(walk.go({{action::kResume, "system"}}));
        QCOMPARE(walk.file.deadlineUtc, utc("2026-12-01T12:00:00")); // three hours were left
        walk.until = utc("2026-12-09T09:00:00");
        QVERIFY(walk.go({{action::kApplySuspension, "handling_unit"}}));
        const auto second = walk.step(action::kApproveSuspension, QStringLiteral("dispatcher"));
        QVERIFY(!second);
        QVERIFY(second.error().detail.contains(QStringLiteral("at_most")));
        QVERIFY(walk.cases.audit()->isEmpty());
    }

    void extensionAddsTheLimitOnce_data() { dialects(); }
    void extensionAddsTheLimitOnce()
    {
        MAKE_CITY();
        QVERIFY(walk.goToHandling());
        QVERIFY(walk.go({{action::kApplyExtension, "handling_unit"},
                         {action::kApproveExtension, "dispatcher"}}));
        QCOMPARE(walk.file.deadlineUtc, utc("2026-11-24T09:00:00"));
        QCOMPARE(walk.file.extensionCount, 1);
        clock.set(utc("2026-11-25T09:00:00"));
        const auto late = walk.step(action::kApplyExtension, kHandlingUnit);
        QVERIFY(!late);
        QVERIFY(late.error().detail.contains(QStringLiteral("clock")));
    }

    void appealExemptsAndKeepsTheFact_data() { dialects(); }
    void appealExemptsAndKeepsTheFact()
    {
        MAKE_CITY();
        QVERIFY(walk.goToHandling());
        clock.set(utc("2026-11-30T09:00:00"));
        QVERIFY(walk.go({{action::kHandle, "handling_unit"},
                         {action::kSendVerify, "acceptor"},
                         {action::kVerifyPass, "patroller"},
                         {action::kClose, "shift_leader"}}));
        QVERIFY(!walk.step(action::kUpholdAppeal, QStringLiteral("acceptor")));
        QVERIFY(walk.go({{QStringLiteral("appeal"), "handling_unit"},
                         {QStringLiteral("endorse_appeal"), "dispatcher"},
                         {action::kUpholdAppeal, "acceptor"}}));
        QVERIFY(walk.file.overdueExempt);
        QCOMPARE(walk.file.handledOnTime, std::optional(false));
        QVERIFY(!walk.step(QStringLiteral("appeal"), kHandlingUnit)); // once only
        QVERIFY(walk.cases.audit()->isEmpty());
    }

    void auditFindsWhatWasChanged_data()
    {
        QTest::addColumn<store::Dialect>("dialect");
        QTest::addColumn<QStringList>("hands");
        const QList<std::pair<const char *, QStringList>> attacks{
            {"note", {QStringLiteral("UPDATE case_event SET note = 'x' WHERE sequence = 3")}},
            {"time",
             {QStringLiteral(
                 "UPDATE case_event SET at = '2026-01-01T00:00:00.000Z' WHERE sequence = 3")}},
            {"event removed",
             {QStringLiteral("DELETE FROM case_media WHERE event_id IN (SELECT id FROM case_event "
                             "WHERE sequence = 4)"),
              QStringLiteral("DELETE FROM case_event WHERE sequence = 4")}},
            {"last event removed",
             {QStringLiteral("DELETE FROM case_media WHERE event_id IN (SELECT id FROM case_event "
                             "WHERE sequence = 9)"),
              QStringLiteral("DELETE FROM case_event WHERE sequence = 9")}},
            {"deadline",
             {QStringLiteral("UPDATE cases SET deadline_at = '2027-01-01T00:00:00.000Z'")}},
            {"on time", {QStringLiteral("UPDATE cases SET handled_on_time = NULL")}},
            {"exempt", {QStringLiteral("UPDATE cases SET overdue_exempt = (1 = 1)")}},
            {"state", {QStringLiteral("UPDATE cases SET state = 'voided'")}},
            {"photo", {QStringLiteral("DELETE FROM case_media WHERE usage = 'handle'")}},
            {"case removed",
             {QStringLiteral("DELETE FROM case_media"), QStringLiteral("DELETE FROM case_event"),
              QStringLiteral("DELETE FROM cases")}},
        };
        for (const auto &[name, hands] : attacks) {
            QTest::addRow("sqlite %s", name) << Dialect::Sqlite << hands;
            QTest::addRow("postgres %s", name) << Dialect::Postgres << hands;
        }
    }
    void auditFindsWhatWasChanged()
    {
        QFETCH(QStringList, hands);
        MAKE_CITY();
        QVERIFY(walk.goToClosed());
        // Somebody who owns the database takes the triggers away first.
        if (dialect == Dialect::Sqlite) {
            for (const char *trigger :
                 {"case_event_no_update", "case_event_no_delete", "cases_follow_chain",
                  "cases_on_time_stays", "case_media_no_delete", "cases_no_delete"})
                QVERIFY(connection.execute(QStringLiteral("DROP TRIGGER ") +
                                           QString::fromLatin1(trigger)));
        } else {
            for (const char *table : {"case_event", "cases", "case_media"})
                QVERIFY(connection.execute(QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER USER")
                                               .arg(QString::fromLatin1(table))));
        }
        for (const QString &hand : hands) {
            const auto done = connection.execute(hand);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        const auto broken = walk.cases.audit();
        QVERIFY(broken);
        QVERIFY(!broken->isEmpty());
    }

    void historyCannotBeRewritten_data() { dialects(); }
    void historyCannotBeRewritten()
    {
        MAKE_CITY();
        QVERIFY(walk.goToClosed());
        for (const char *hand :
             {"UPDATE case_event SET note = 'x'", "DELETE FROM case_event", "DELETE FROM cases",
              "UPDATE cases SET state = 'voided'", "UPDATE cases SET version = 3",
              "UPDATE cases SET handled_on_time = NULL", "DELETE FROM case_media",
              "UPDATE case_media SET sha256 = sha256"}) {
            const auto done = connection.execute(QString::fromLatin1(hand));
            QVERIFY2(!done, hand);
            QCOMPARE(done.error().kind, ErrorKind::Refused);
        }
        QVERIFY(walk.cases.audit()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstCaseRepository)
#include "tst_caserepository.moc"
