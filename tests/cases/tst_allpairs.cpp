// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/workflow.h>
#include <support/testcity.h>

#include <QHash>
#include <QSet>
#include <QTest>

using namespace gridhall;
using store::Dialect;
using test::TestCity;

Q_DECLARE_METATYPE(gridhall::store::Dialect)

namespace {

// Plain SQL, as somebody would write it past the program.
class Hand
{
public:
    Hand(TestCity &city, store::Connection &connection) : m_city(city), m_db(connection) {}

    /// A case put into `state` by hand, with the check switched off for that one event.
    QString caseIn(const QString &state)
    {
        const QString id = Id::create().toString();
        const auto made = m_db.execute(
            QStringLiteral(
                "INSERT INTO cases (id, number, source, edition, class_code, reported_at, "
                "stage_since, deadline_at, geom) VALUES (?, ?, 'x', '2013', ?, ?, ?, ?, ?)"),
            {id, QStringLiteral("n%1").arg(++m_count), m_city.classCode, kAt, kAt,
             QStringLiteral("2027-01-01T00:00:00.000Z"),
             store::geometryParameter(m_db.dialect(),
                                      QByteArray::fromHex("0101000000333333333313"
                                                          "5d409a99999999f94340"))});
        Q_ASSERT(made);
        if (!state.isEmpty())
            place(id, state);
        return id;
    }

    Result<qint64> event(const QString &caseId, const QString &from, const QString &action,
                         const QString &role, const QString &to, qint64 sequence, bool full = true)
    {
        const QString previous = sequence == 1 ? QString() : hash(caseId);
        return m_db.execute(
            QStringLiteral(
                "INSERT INTO case_event (id, case_id, sequence, action, from_state, to_state, "
                "role, note, condition_id, unit_id, person_id, until_at, photos, at, "
                "previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {Id::create().toString(), caseId, sequence, action, from, to, role,
             full ? QStringLiteral("r") : QString(),
             full ? QVariant(m_city.fourWorkingHours.toString()) : QVariant(),
             full ? QVariant(m_city.unit.toString()) : QVariant(),
             full ? QVariant(m_city.patroller.toString()) : QVariant(),
             full ? QVariant(QStringLiteral("2026-12-01T00:00:00.000Z")) : QVariant(),
             full ? test::fakePhoto() : QString(), kAt, previous, test::fakePhoto(int(++m_count))});
    }

private:
    QString hash(const QString &caseId)
    {
        return m_db.query(QStringLiteral("SELECT last_hash FROM cases WHERE id = ?"), {caseId})
            ->first()[0]
            .toString();
    }

    /// Legal transitions cannot reach a state at once; a row added to the table for a moment can.
    void place(const QString &id, const QString &state)
    {
        const auto allowed = m_db.execute(
            QStringLiteral(
                "INSERT INTO workflow_transition (position, from_state, action, role, "
                "to_state, needs_reason, needs_photo, needs_condition, needs_unit, "
                "needs_person, needs_date) SELECT 9999, '', 'evaluate', 'test', ?, b, b, b, b, b, "
                "b FROM (SELECT (1 = 0) AS b) AS no"),
            {state});
        Q_ASSERT(allowed);
        const auto placed =
            event(id, {}, QStringLiteral("evaluate"), QStringLiteral("test"), state, 1);
        Q_ASSERT(placed);
        const auto undone =
            m_db.execute(QStringLiteral("DELETE FROM workflow_transition WHERE role = 'test'"));
        Q_ASSERT(undone);
    }

    static inline const QString kAt = QStringLiteral("2026-11-23T01:00:00.000Z");
    TestCity &m_city;
    store::Connection &m_db;
    qint64 m_count = 100;
};

QStringList column(store::Connection &db, const QString &sql)
{
    QStringList list;
    const auto rows = db.query(sql);
    for (const store::Row &row : *rows)
        list.append(row[0].toString());
    return list;
}

} // namespace

class TstAllPairs : public QObject
{
    Q_OBJECT

private slots:
    void everyPairOfStateActionAndRole_data()
    {
        QTest::addColumn<store::Dialect>("dialect");
        QTest::newRow("sqlite") << Dialect::Sqlite;
        QTest::newRow("postgres") << Dialect::Postgres;
    }

    void everyPairOfStateActionAndRole()
    {
        QFETCH(store::Dialect, dialect);
        QString message;
        const auto city = TestCity::make(dialect, &message);
        if (!city && dialect == Dialect::Postgres && !test::sharedPostgres().isRunning())
            QSKIP(qPrintable(message));
        QVERIFY2(city, qPrintable(message));
        auto db = city->open();
        const auto workflow = cases::Workflow::load(db);
        QVERIFY(workflow);
        const QStringList states =
            column(db, QStringLiteral("SELECT id FROM workflow_state ORDER BY position"));
        const QStringList actions = column(db, QStringLiteral("SELECT id FROM workflow_action"));
        const QStringList roles{QStringLiteral("patroller"),     QStringLiteral("acceptor"),
                                QStringLiteral("shift_leader"),  QStringLiteral("dispatcher"),
                                QStringLiteral("handling_unit"), QStringLiteral("supervisor"),
                                QStringLiteral("leader"),        QStringLiteral("system"),
                                QStringLiteral("nobody"),        QString()};
        QVERIFY(states.size() > 15 && actions.size() > 40);
        Hand hand(*city, db);
        int legal = 0;
        int refused = 0;
        // One transaction for all; each try is undone, so that a case stays where it was put.
        QVERIFY(db.transaction([&]() -> Result<void> {
            for (const QString &state : states) {
                const QString id = hand.caseIn(state);
                const qint64 sequence = state.isEmpty() ? 1 : 2;
                for (const QString &action : actions) {
                    for (const QString &role : roles) {
                        const cases::Transition *known = (*workflow)->find(state, action, role);
                        const QString to = known ? known->toState : QStringLiteral("closed");
                        const auto full = tried(
                            db, [&] { return hand.event(id, state, action, role, to, sequence); });
                        const bool historic = known && (!known->onlyAfter.isEmpty() ||
                                                        known->clock == QLatin1String("overdue"));
                        const bool expected = known && !historic;
                        if (full.ok() != expected)
                            return Error{ErrorKind::Internal,
                                         state + u'/' + action + u'/' + role,
                                         {},
                                         {},
                                         full ? QStringLiteral("accepted") : full.error().detail};
                        if (!expected) {
                            ++refused;
                            continue;
                        }
                        ++legal;
                        // To another state than the table's, and without what it requires.
                        for (const QString &other : states) {
                            if (other == to)
                                continue;
                            if (tried(db, [&] {
                                    return hand.event(id, state, action, role, other, sequence);
                                }))
                                return Error{ErrorKind::Internal,
                                             state + u'/' + action + u'>' + other,
                                             {},
                                             {},
                                             {}};
                        }
                        const bool needs = known->needsReason || known->needsPhoto ||
                                           known->needsCondition || known->needsUnit ||
                                           known->needsPerson || known->needsDate;
                        const auto bare = tried(db, [&] {
                            return hand.event(id, state, action, role, to, sequence, false);
                        });
                        if (bare.ok() == needs)
                            return Error{ErrorKind::Internal,
                                         QStringLiteral("bare ") + state + u'/' + action,
                                         {},
                                         {},
                                         {}};
                        // From a state in which the case is not.
                        const QString elsewhere =
                            state == states.last() ? states.at(1) : states.last();
                        if (tried(db, [&] {
                                return hand.event(id, elsewhere, action, role, to, sequence);
                            }))
                            return Error{ErrorKind::Internal,
                                         QStringLiteral("elsewhere ") + action,
                                         {},
                                         {},
                                         {}};
                    }
                }
            }
            return {};
        }));
        QVERIFY(legal >= 100);
        QCOMPARE(legal + refused, states.size() * actions.size() * roles.size());
    }

private:
    static Result<qint64> tried(store::Connection &db,
                                const std::function<Result<qint64>()> &insert)
    {
        if (!db.execute(QStringLiteral("SAVEPOINT t")))
            return Error{ErrorKind::Internal, QStringLiteral("savepoint"), {}, {}, {}};
        auto done = insert();
        if (!db.execute(QStringLiteral("ROLLBACK TO t")) ||
            !db.execute(QStringLiteral("RELEASE t")))
            return Error{ErrorKind::Internal, QStringLiteral("rollback"), {}, {}, {}};
        return done;
    }
};

QTEST_GUILESS_MAIN(TstAllPairs)
#include "tst_allpairs.moc"
