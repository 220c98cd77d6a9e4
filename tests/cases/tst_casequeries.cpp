// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "casewalk.h"

#include <cases/suggestion.h>
#include <catalog/catalogrepository.h>
#include <city/cityindex.h>

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace gridhall;
using namespace gridhall::cases;
using store::Dialect;

class TstCaseQueries : public QObject
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
    void queuesAndCounters_data() { dialects(); }
    void queuesAndCounters()
    {
        MAKE_CITY();
        QVERIFY(walk.goToClosed());
        clock.advanceSecs(3600);
        QVERIFY(walk.goToHandling());
        const QString handling = walk.file.number;
        QVERIFY(walk.report());
        const QString newest = walk.file.number;
        auto all = walk.cases.queue({});
        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        QueueFilter filter;
        filter.states = {state::kHandling};
        QCOMPARE(walk.cases.queue(filter)->first().number, handling);
        filter = {};
        filter.text = newest.right(3);
        QCOMPARE(walk.cases.queue(filter)->size(), 1);
        filter.text = QStringLiteral("100%_'; DROP TABLE cases; --");
        QCOMPARE(walk.cases.queue(filter)->size(), 0);
        filter = {};
        filter.newestFirst = true;
        QCOMPARE(walk.cases.queue(filter)->first().number, newest);
        QCOMPARE(walk.cases.countsByState()->value(state::kClosed), 1);
        QCOMPARE(walk.cases.onMap()->size(), 2);
        QCOMPARE(walk.cases.onMap(utc("2026-11-23T00:00:00"))->size(), 3);
        clock.set(utc("2026-11-23T17:00:00"));
        const auto counters = walk.cases.dayCounters(utc("2026-11-23T00:00:00"));
        QVERIFY(counters);
        QCOMPARE(counters->reported, 3);
        QCOMPARE(counters->filed, 2);
        QCOMPARE(counters->closed, 1);
        QCOMPARE(counters->overdue, 1);
        QCOMPARE(counters->dueSoon, 0);
        QCOMPARE(counters->reportedByHour.at(8), 0);
        QCOMPARE(counters->reportedByHour.at(9), 1);
        QCOMPARE(counters->reportedByHour.at(17), 3);
        QCOMPARE(counters->reportedByHour.at(18), -1);
        clock.set(utc("2026-11-24T09:30:00"));
        QCOMPARE(walk.cases.dayCounters(utc("2026-11-24T00:00:00"))->reportedYesterday, 1);
        QCOMPARE(walk.cases.near(city->place, 50, {})->size(), 3);
        QCOMPARE(walk.cases.near({city->place.lon + 0.001, city->place.lat}, 50, {})->size(), 0);
        QCOMPARE(walk.cases.near({city->place.lon + 0.001, city->place.lat}, 100, {})->size(), 3);
        QCOMPARE(walk.cases.loadByNumber(newest)->number, newest);
        QCOMPARE(walk.cases.loadByNumber(QStringLiteral("1")).error().kind, ErrorKind::NotFound);
    }

    void hostileText_data() { dialects(); }
    void hostileText()
    {
        MAKE_CITY();
        Report report;
        report.classCode = city->classCode;
        report.at = city->place;
        report.photos = {test::fakePhoto()};
        report.description =
            QStringLiteral("'; DROP TABLE cases; -- \\ 😀 \u202eabc ") + QChar(0) + QChar(7);
        const auto done = walk.cases.report(report, walk.actor(QStringLiteral("patroller")));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(done->description, QStringLiteral("'; DROP TABLE cases; -- \\ 😀 \u202eabc"));
        report = {};
        report.classCode = city->classCode;
        report.at = city->place;
        report.description = QString(1024 * 1024, u'长');
        QCOMPARE(walk.cases.report(report, {}).error().kind, ErrorKind::InvalidInput);
        report.description.clear();
        report.at = {};
        QCOMPARE(walk.cases.report(report, {}).error().kind, ErrorKind::InvalidInput);
        QVERIFY(walk.cases.audit()->isEmpty());
    }

    void numbersAreGaplessUnderConcurrency_data() { dialects(); }
    void numbersAreGaplessUnderConcurrency()
    {
        MAKE_CITY();
        constexpr int kThreads = 4;
        constexpr int kEach = 10;
        std::vector<std::thread> threads;
        std::atomic<int> failed = 0;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&] {
                auto own = city->open();
                Walk other(*city, own, clock);
                for (int i = 0; i < kEach; ++i)
                    failed += other.report() ? 0 : 1;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failed.load(), 0);
        QueueFilter filter;
        const auto all = walk.cases.queue(filter);
        QSet<QString> numbers;
        for (const CaseFile &file : *all)
            numbers.insert(file.number);
        QCOMPARE(numbers.size(), kThreads * kEach);
        QVERIFY(numbers.contains(QStringLiteral("2026112300040")));
        QVERIFY(walk.cases.audit()->isEmpty());
    }

    void unitsAreSuggested_data() { dialects(); }
    void unitsAreSuggested()
    {
        MAKE_CITY();
        QVERIFY(walk.report());
        const auto index = city::CityIndex::load(connection);
        QVERIFY(index);
        const auto catalog = catalog::CatalogRepository(connection).load();
        QVERIFY(catalog);
        const auto units = suggestUnits(walk.file, **catalog, **index);
        QCOMPARE(units.size(), 1);
        QCOMPARE(units.first().unit, city->unit);
        QCOMPARE(units.first().reason, SuggestionReason::ComponentOwner);
    }

    void aStepIsQuick_data() { dialects(); }
    void aStepIsQuick()
    {
        MAKE_CITY();
        std::vector<qint64> micros;
        for (int i = 0; i < 200; ++i) {
            QVERIFY(walk.report());
            QElapsedTimer timer;
            timer.start();
            QVERIFY(walk.step(action::kAccept, QStringLiteral("acceptor")));
            micros.push_back(timer.nsecsElapsed() / 1000);
        }
        std::sort(micros.begin(), micros.end());
        qInfo("a step, committed: p50 %lld us, p99 %lld us", static_cast<long long>(micros[100]),
              static_cast<long long>(micros[198]));
        QVERIFY(micros[100] < 50000);
    }
};

QTEST_GUILESS_MAIN(TstCaseQueries)
#include "tst_casequeries.moc"
