// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smallcity.h"

#include <wall/casepanels.h>
#include <wall/daypanels.h>
#include <wall/wallfeed.h>
#include <wall/wallmap.h>
#include <wall/wallpanel.h>
#include <wall/wallrows.h>
#include <wall/wallwindow.h>

#include <catalog/catalogrepository.h>
#include <look/palette.h>
#include <tracking/trackingrepository.h>

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gridhall;
using namespace gridhall::wall;
using test::SmallCity;

namespace {

const QDateTime kNow(QDate(2026, 11, 23), QTime(6, 5), Qt::UTC); // 14:05 in the hall

cases::CaseFile openCase(const QString &name, const QDateTime &reported,
                         const QDateTime &deadline = {})
{
    cases::CaseFile file;
    file.id = Id::create();
    file.state = cases::state::kHandling;
    file.className = name;
    file.address = QStringLiteral("日升路 136 号门前");
    file.source = QStringLiteral("patroller");
    file.reportedUtc = reported;
    file.stageSinceUtc = reported;
    file.version = 1;
    if (deadline.isValid()) {
        file.dispatchedUtc = reported;
        file.deadlineUtc = deadline;
    }
    return file;
}

/// A hotline's report of now, from another connection than the wall's.
Id report(test::SmallCity &small, const Clock &clock, const QString &address)
{
    const auto catalog = catalog::CatalogRepository(small.connection()).load();
    SmallCity::must(catalog);
    cases::Report report;
    report.source = QStringLiteral("hotline");
    report.action = cases::action::kRegister;
    report.edition = catalog.value()->edition();
    report.classCode = catalog.value()->classes().first().code;
    report.description = QStringLiteral("井盖碎了一块");
    report.address = address;
    report.at = {SmallCity::kSouthWest.lon + 0.002, SmallCity::kSouthWest.lat + 0.002};
    report.unitGridCode = QStringLiteral("990102003007001");
    const auto file =
        cases::CaseRepository(small.connection(), clock)
            .report(report, {Id::create(), QStringLiteral("周雅琴"), QStringLiteral("acceptor")});
    SmallCity::must(file);
    return file.value().id;
}

/// The wall on a small city, with a map project that does not exist.
struct Hall
{
    explicit Hall(SmallCity &small, const Clock &clock)
        : database(small.address()),
          feed(small.address()),
          cases(database, feed),
          movers(database, feed),
          source(small.file(QStringLiteral("absent.qgz")), {}),
          window(source, cases, movers)
    {
        auto catalog = catalog::CatalogRepository(small.connection()).load();
        SmallCity::must(catalog);
        video::Camera camera;
        camera.id = Id::create();
        camera.number = 1;
        camera.name = QStringLiteral("日升路口");
        camera.at = SmallCity::kSouthWest;
        window.setClock(clock);
        window.setCity(small.index(), catalog.value(), {camera});
    }

    template <class Panel>
    Panel *panel() const
    {
        return window.findChild<Panel *>();
    }

    store::DatabaseThread database;
    store::ChangeFeed feed;
    cases::CaseBook cases;
    tracking::LivePicture movers;
    mapview::MapSource source;
    WallWindow window;
};

QString textsOf(WallPanel &panel)
{
    QStringList texts;
    for (const DrawnText &text : panel.drawnTexts())
        texts.append(text.text);
    return texts.join(u'\n');
}

} // namespace

class TstWall : public QObject
{
    Q_OBJECT

private slots:
    void rollAnswersWhatPanelsShow()
    {
        CaseRoll roll;
        cases::CaseFile late =
            openCase(QStringLiteral("店外经营"), kNow.addSecs(-9000), kNow.addSecs(-780));
        late.handlingUnit = Id::create();
        late.handlingUnitName = QStringLiteral("城管大队");
        cases::CaseFile later =
            openCase(QStringLiteral("暴露垃圾"), kNow.addSecs(-20000), kNow.addSecs(-7800));
        later.handlingUnit = late.handlingUnit;
        cases::CaseFile urged =
            openCase(QStringLiteral("路灯不亮"), kNow.addSecs(-300), kNow.addSecs(90000));
        urged.urged = true;
        cases::CaseFile calm =
            openCase(QStringLiteral("上水井盖"), kNow.addSecs(-60), kNow.addSecs(90000));
        cases::CaseFile refused = openCase(QStringLiteral("噪声"), kNow.addSecs(-30));
        refused.state = cases::state::kNotAccepted;
        roll.replaceAll({late, later, urged, calm, refused});

        const auto newest = roll.newest(2, kNow);
        QCOMPARE(newest.size(), 2);
        QCOMPARE(newest.at(0).file->id, calm.id); // not the refused one
        QCOMPARE(newest.at(1).file->id, urged.id);
        const auto needing = roll.needing(kNow);
        QCOMPARE(needing.size(), 3);
        QCOMPARE(needing.at(0).file->id, later.id);
        QCOMPARE(needing.at(1).file->id, late.id);
        QCOMPARE(needing.at(2).file->id, urged.id);
        QCOMPARE(roll.countOf(cases::Light::Overdue, kNow), 2);
        QCOMPARE(roll.longestOverdueSecs(kNow), 7800);
        QCOMPARE(roll.reportedSince(kNow.addSecs(-3600)), 3);
        const auto loads = roll.unitLoads(kNow);
        QCOMPARE(loads.size(), 1);
        QCOMPARE(loads.first().open, 2);
        QCOMPARE(loads.first().overdue, 2);
    }

    void anOlderAnswerDoesNotWin()
    {
        CaseRoll roll;
        cases::CaseFile file = openCase(QStringLiteral("店外经营"), kNow);
        file.version = 3;
        roll.merge(file);
        cases::CaseFile older = file;
        older.version = 2;
        older.className = QStringLiteral("旧");
        roll.merge(older);
        QCOMPARE(roll.files().value(file.id).version, 3);
        file.version = 4;
        file.state = cases::state::kClosed;
        file.closedUtc = kNow.addSecs(-10);
        roll.merge(file);
        roll.forgetClosedBefore(kNow.addSecs(-60));
        QCOMPARE(roll.files().size(), 1);
        roll.forgetClosedBefore(kNow);
        QVERIFY(roll.files().isEmpty());
    }

    void overdueStopsWhenHandled()
    {
        cases::CaseFile file =
            openCase(QStringLiteral("店外经营"), kNow.addSecs(-9000), kNow.addSecs(-3600));
        QCOMPARE(CaseRoll::lit(file, kNow).secsLeft, -3600);
        file.handledUtc = kNow.addSecs(-3000);
        file.handledOnTime = false;
        QCOMPARE(CaseRoll::lit(file, kNow).secsLeft, -600);
        CaseRoll roll;
        roll.merge(file);
        QVERIFY(roll.needing(kNow).isEmpty()); // nobody has to handle it any more
    }

    void tickerSaysWhyAndWhat()
    {
        const RowMaker rows{nullptr, nullptr, kNow, QTimeZone("Asia/Shanghai")};
        cases::CaseFile late =
            openCase(QStringLiteral("店外经营"), kNow.addSecs(-9000), kNow.addSecs(-780));
        late.handlingUnitName = QStringLiteral("文昌街道办");
        cases::CaseFile urged =
            openCase(QStringLiteral("暴露垃圾"), kNow.addSecs(-9000), kNow.addSecs(600));
        urged.urged = true;
        const auto entries = rows.needing({CaseRoll::lit(late, kNow), CaseRoll::lit(urged, kNow)});
        QCOMPARE(entries.at(0).why, QStringLiteral("+13 min"));
        QCOMPARE(entries.at(0).mark, look::Mark::Overdue);
        QCOMPARE(entries.at(0).what, QStringLiteral("店外经营 文昌街道办"));
        QCOMPARE(entries.at(1).why, QStringLiteral("urged"));
        QCOMPARE(entries.at(1).what, QStringLiteral("暴露垃圾 日升路 136 号门前 10 min left"));
    }

    void tickerCountsWhatDoesNotFit()
    {
        TickerPanel ticker;
        ticker.resize(1920, 56);
        ticker.setUnit(0.5);
        QList<TickerPanel::Entry> entries;
        for (int i = 0; i < 12; ++i)
            entries.append({look::Mark::Overdue, QStringLiteral("+2 h 10 min"),
                            QStringLiteral("雨水箅子堵塞 市政管护中心")});
        ticker.setEntries(entries, true);
        const auto texts = ticker.drawnTexts();
        const int shown = int(texts.size() - 1) / 2;
        QVERIFY(shown >= 2 && shown < 12);
        QCOMPARE(texts.last().text, QStringLiteral("%1 more").arg(12 - shown));
        ticker.setEntries({}, true);
        QCOMPARE(ticker.drawnTexts().size(), 1);
        ticker.setEntries({}, false); // not known yet: silent
        QVERIFY(ticker.drawnTexts().isEmpty());
    }

    void busiestPartIsFound()
    {
        std::vector<geo::MapPoint> points;
        for (int i = 0; i < 200; ++i)
            points.push_back({double(i * 50), double(i * 50)});
        for (int i = 0; i < 500; ++i)
            points.push_back({7000.0 + i % 20, 2000.0 + i % 30});
        const geo::MapBox box = WallMap::busiestBox(points, {0, 0, 10'000, 10'000}, 2000, 1500);
        QCOMPARE(box.width(), 2000.0);
        QCOMPARE(box.height(), 1500.0);
        QVERIFY(box.contains({7010, 2015}));
        // No points, or a view larger than the city: the middle.
        const geo::MapBox all = WallMap::busiestBox({}, {0, 0, 1000, 1000}, 4000, 3000);
        QCOMPARE(all.centre(), (geo::MapPoint{500, 500}));
        const geo::MapBox wide = WallMap::busiestBox(points, {0, 0, 10'000, 10'000}, 30'000, 1500);
        QCOMPARE(wide.centre().east, 5000.0);
        QVERIFY(wide.contains({7010, 2015}));
    }

    void curveSurvivesAnEmptyDay()
    {
        CurvePanel curve;
        curve.resize(656, 520);
        curve.setDays({}, {}, QTime(0, 0));
        QVERIFY(!curve.drawnTexts().isEmpty());
        cases::DayCounters day;
        for (int hour = 0; hour < 24; ++hour)
            day.reportedByHour.append(hour < 15 ? hour * 100 : -1);
        curve.setDays(day, day, QTime(14, 5));
        QVERIFY(textsOf(curve).contains(QStringLiteral("2,000")));
    }

    void completesWithoutAMapAndCounts()
    {
        SmallCity small;
        ManualClock clock(kNow);
        report(small, clock, QStringLiteral("日升路 18 号"));
        Hall hall(small, clock);
        QSignalSpy completed(&hall.window, &WallWindow::completed);
        hall.window.resize(1920, 1080);
        hall.window.show();
        QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20'000);
        QVERIFY(hall.window.isComplete());
        auto *newest = hall.panel<NewestPanel>();
        QCOMPARE(newest->rows().size(), 1);
        QCOMPARE(newest->rows().first().where, QStringLiteral("日升路 18 号"));
        QCOMPARE(newest->rows().first().when, QStringLiteral("14:05"));
        QVERIFY(textsOf(*hall.panel<DayPanel>()).contains(QStringLiteral("Reported")));
    }

    void newestFollowsACaseFromElsewhere()
    {
        SmallCity small;
        ManualClock clock(kNow);
        Hall hall(small, clock);
        hall.window.resize(1920, 1080);
        hall.window.show();
        QTRY_VERIFY_WITH_TIMEOUT(hall.window.isComplete(), 20'000);
        auto *newest = hall.panel<NewestPanel>();
        QVERIFY(newest->rows().isEmpty());

        clock.advanceSecs(120);
        report(small, clock, QStringLiteral("文昌路 63 号")); // on another connection
        QTRY_COMPARE_WITH_TIMEOUT(newest->rows().size(), 1, 10'000);
        QCOMPARE(newest->rows().first().where, QStringLiteral("文昌路 63 号"));
        auto *day = hall.panel<DayPanel>();
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(*day).contains(QStringLiteral("\n1\n")), 10'000);
    }

    void patrollerComesOnDuty()
    {
        SmallCity small;
        ManualClock clock(kNow);
        Hall hall(small, clock);
        hall.window.resize(1920, 1080);
        hall.window.show();
        QTRY_VERIFY_WITH_TIMEOUT(hall.window.isComplete(), 20'000);
        auto *duty = hall.panel<DutyPanel>();
        QTRY_VERIFY(textsOf(*duty).contains(QStringLiteral("÷ all 1")));
        QVERIFY(textsOf(*duty).contains(QStringLiteral("Nobody is on duty")));

        tracking::Fix fix;
        fix.mover = small.patroller.id;
        fix.atUtc = kNow.addSecs(-5);
        fix.at = {SmallCity::kSouthWest.lon + 0.004, SmallCity::kSouthWest.lat + 0.004};
        fix.headingDeg = 90;
        fix.activity = tracking::Activity::Patrolling;
        SmallCity::must(tracking::TrackingRepository(small.connection()).addFixes({fix}));
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(*duty).contains(QStringLiteral("陈美华")), 10'000);
        QVERIFY(textsOf(*duty).contains(QStringLiteral("日升网格")));
        QVERIFY(textsOf(*duty).contains(QStringLiteral("on duty 1 ÷")));
    }

    void textIsNeitherClippedNorFaint_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("one 4K wall") << QSize(3840, 2160);
        QTest::newRow("a desk's screen") << QSize(1920, 1080);
        QTest::newRow("two 4K side by side") << QSize(7680, 2160);
        QTest::newRow("an old projector") << QSize(1024, 768);
    }

    void textIsNeitherClippedNorFaint()
    {
        QFETCH(QSize, size);
        SmallCity small;
        ManualClock clock(kNow);
        for (int i = 0; i < 14; ++i)
            report(small, clock,
                   QStringLiteral("日升路菜场口 136 号门前机动车道第 %1 个窨井").arg(i));
        Hall hall(small, clock);
        hall.window.resize(size);
        hall.window.show();
        QTRY_VERIFY_WITH_TIMEOUT(hall.window.isComplete(), 20'000);
        int measured = 0;
        const auto panels = hall.window.findChildren<WallPanel *>();
        for (WallPanel *panel : panels) {
            if (!panel->isVisible())
                continue;
            const QRectF inside = QRectF(panel->rect()).adjusted(-0.5, -0.5, 0.5, 0.5);
            for (const DrawnText &text : panel->drawnTexts()) {
                const QByteArray what = (text.text + QStringLiteral(" in ") +
                                         QString::fromLatin1(panel->metaObject()->className()))
                                            .toUtf8();
                QVERIFY2(inside.contains(text.box), what.constData());
                QVERIFY2(look::contrast(text.colour, panel->ground()) >= 7.0, what.constData());
                // Secondary text of a 2160 px wall is at least 36; smaller windows scale.
                QVERIFY2(text.px >= int(std::floor(36 * panel->unit())), what.constData());
                // Only what people typed may be shortened, never a word of ours.
                const bool ours = std::none_of(text.wanted.cbegin(), text.wanted.cend(),
                                               [](QChar c) { return c.unicode() >= 0x4E00; });
                QVERIFY2(!ours || text.text == text.wanted, what.constData());
                ++measured;
            }
        }
        QVERIFY(measured > 50);
    }

    void textsDoNotOverlap()
    {
        SmallCity small;
        ManualClock clock(kNow);
        for (int i = 0; i < 3; ++i)
            report(small, clock,
                   QStringLiteral("日升路菜场口 136 号门前机动车道第 %1 个窨井").arg(i));
        Hall hall(small, clock);
        hall.window.resize(3840, 2160);
        hall.window.show();
        QTRY_VERIFY_WITH_TIMEOUT(hall.window.isComplete(), 20'000);
        for (WallPanel *panel : hall.window.findChildren<WallPanel *>()) {
            const auto texts = panel->drawnTexts();
            for (qsizetype i = 0; i < texts.size(); ++i) {
                for (qsizetype j = i + 1; j < texts.size(); ++j) {
                    const QRectF a = texts.at(i).box.adjusted(1, 3, -1, -3);
                    QVERIFY2(
                        !a.intersects(texts.at(j).box.adjusted(1, 3, -1, -3)),
                        qPrintable(texts.at(i).text + QStringLiteral(" / ") + texts.at(j).text));
                }
            }
        }
    }
};

QTEST_MAIN(TstWall)
#include "tst_wall.moc"
