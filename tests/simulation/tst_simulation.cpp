// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/smallcity.h>

#include <city/cityrepository.h>
#include <geo/basemap.h>
#include <simulation/photo.h>
#include <simulation/simulation.h>
#include <simulation/streetwalk.h>
#include <tracking/trackingrepository.h>

#include <cases/caserepository.h>

#include <QImage>
#include <QTest>

#include <cmath>

using namespace gridhall;
using namespace gridhall::simulation;
using test::SmallCity;

namespace {

const QDateTime kStart(QDate(2026, 3, 4), QTime(2, 0), Qt::UTC);
constexpr double kBlockM = 130.0;

/// A city with streets every 130 m, lamps and lids along them, patrollers, a unit and seats.
class LivelyCity : public SmallCity
{
public:
    LivelyCity()
    {
        const auto city = index();
        m_unit = city->units().first().id;
        writeStreets(*city);
        must(connection().transaction([&]() -> Result<void> {
            addPeople(*city);
            return addComponents(*city);
        }));
    }

    QList<city::Person> patrollers;

private:
    void writeStreets(const city::CityIndex &city)
    {
        const geo::MapBox box = city.extent();
        auto writer = geo::BasemapWriter::create(address().basemapFile(), city.info().crs);
        must(writer);
        const auto street = [&](const geo::MapLine &line) {
            must(writer->addLine(geo::BasemapLayer::RoadLine, line,
                                 {QStringLiteral("branch"), QStringLiteral("日升路"), 9.0}));
        };
        const int columns = static_cast<int>(box.width() / kBlockM);
        const int rows = static_cast<int>(box.height() / kBlockM);
        const auto at = [&](int column, int row) {
            return geo::MapPoint{box.west + 20 + column * kBlockM, box.south + 20 + row * kBlockM};
        };
        for (int row = 0; row < rows; ++row) {
            geo::MapLine line;
            for (int column = 0; column < columns; ++column)
                line.push_back(at(column, row));
            street(line);
        }
        for (int column = 0; column < columns; ++column) {
            geo::MapLine line;
            for (int row = 0; row < rows; ++row)
                line.push_back(at(column, row));
            street(line);
        }
        must(writer->commit());
    }

    void addPeople(const city::CityIndex &city)
    {
        QList<city::Person> people;
        const auto person = [&](const QString &name, const QString &role) -> city::Person & {
            city::Person p;
            p.id = Id::create();
            p.name = name;
            p.number = QString::number(1000 + people.size());
            p.unit = m_unit;
            p.roles = {role};
            people.append(p);
            return people.last();
        };
        person(QStringLiteral("王受理"), QStringLiteral("acceptor"));
        person(QStringLiteral("李值班"), QStringLiteral("shift_leader"));
        person(QStringLiteral("张派遣"), QStringLiteral("dispatcher"));
        person(QStringLiteral("赵处置"), QStringLiteral("handling_unit"));
        for (int i = 0; i < 4; ++i) {
            city::Person &p =
                person(QStringLiteral("巡查员%1").arg(i + 1), QStringLiteral("patroller"));
            p.responsibilityGridCode = city.responsibilityGrids().at(i % 2).code;
            if (i == 0)
                p.id = patroller.id;
            patrollers.append(p);
        }
        must(city::CityRepository(connection()).addPeople(people));
    }

    Result<void> addComponents(const city::CityIndex &city)
    {
        const geo::MapBox box = city.extent();
        const geo::Projection projection = city.projection();
        QList<city::Component> components;
        for (double east = box.west + 24; east < box.east; east += 26.0) {
            for (double north = box.south + 25; north < box.north; north += kBlockM) {
                const bool isLamp = components.size() % 2 == 0;
                city::Component component;
                component.classCode = isLamp ? QStringLiteral("0137") : QStringLiteral("0101");
                component.code =
                    QStringLiteral("990102") + component.classCode +
                    QStringLiteral("%1").arg(components.size() + 1, 6, 10, QChar(u'0'));
                component.name = isLamp ? QStringLiteral("路灯") : QStringLiteral("上水井盖");
                component.maintainerUnit = m_unit;
                component.address = QStringLiteral("日升路%1号").arg(components.size() + 1);
                component.at = projection.toLonLat(geo::MapPoint{east, north});
                const int grid = city.unitGridAt({east, north});
                if (grid < 0)
                    continue;
                component.unitGridCode = city.unitGrids().at(grid).code;
                components.append(component);
            }
        }
        return city::CityRepository(connection()).addComponents(components);
    }

    Id m_unit;
};

/// How far outside the grid, by trying places all around.
bool isWithin(const city::CityIndex &city, const geo::MapPoint &at, const QString &grid,
              double metres)
{
    for (int i = -1; i < 16; ++i) {
        const double angle = i * 0.3927;
        const double away = i < 0 ? 0.0 : metres;
        const int index = city.responsibilityGridAt(
            {at.east + away * std::cos(angle), at.north + away * std::sin(angle)});
        if (index >= 0 && city.responsibilityGrids().at(index).code == grid)
            return true;
    }
    return false;
}

} // namespace

class TestSimulation : public QObject
{
    Q_OBJECT
private slots:
    void twentyMinutes();
    void leavesTheSeatsToPeople();
    void everybodyHasAFixAtOnce();
    void sameSeedSameWalk();
    void cityWithoutBasemap();
    void cityWithoutPatrollers();
    void shortestWay();
    void walkerGoesThereAndBack();
    void streetsThatDoNotMeet();
    void photosCanBeRead();
};

void TestSimulation::twentyMinutes()
{
    LivelyCity city;
    SimulationOptions options;
    options.seed = 7;
    options.speed = 4.0;
    auto simulation = Simulation::create(city.connection(), options);
    QVERIFY2(simulation, qPrintable(simulation ? QString() : simulation.error().text()));
    constexpr int kSecs = 20 * 60;
    for (int second = 0; second <= kSecs; ++second) {
        const auto stepped = (*simulation)->step(kStart.addSecs(second));
        QVERIFY2(stepped, qPrintable(stepped ? QString() : stepped.error().text()));
        const QList<Error> troubles = (*simulation)->takeTroubles();
        QVERIFY2(troubles.isEmpty(), qPrintable(troubles.value(0).text()));
    }

    const auto index = city.index();
    const geo::Projection projection = index->projection();
    tracking::TrackingRepository tracking(city.connection());
    for (const city::Person &person : city.patrollers) {
        const auto track = tracking.track(person.id, kStart, kStart.addSecs(kSecs));
        QVERIFY(track);
        QCOMPARE(track->size(), kSecs / 2 + 1);
        double metres = 0.0;
        for (qsizetype i = 0; i < track->size(); ++i) {
            const geo::MapPoint at = projection.toMap(track->at(i).at);
            QVERIFY(isWithin(*index, at, person.responsibilityGridCode, 60.0));
            if (i == 0)
                continue;
            QVERIFY(track->at(i - 1).atUtc < track->at(i).atUtc);
            const geo::MapPoint before = projection.toMap(track->at(i - 1).at);
            const double step = std::hypot(at.east - before.east, at.north - before.north);
            // 1.5 m/s four times as fast for two seconds, and as much again to change sides.
            QVERIFY2(step <= 2.0 * 12.5, qPrintable(QString::number(step)));
            metres += step;
        }
        QVERIFY2(metres > 1000.0, qPrintable(QString::number(metres)));
    }

    cases::CaseRepository repository(city.connection());
    const auto counts = repository.countsByState();
    QVERIFY(counts);
    const qint64 reported = (*simulation)->counts().reported;
    QVERIFY2(reported >= 30 && reported <= 120, qPrintable(QString::number(reported)));
    QVERIFY(counts->value(cases::state::kClosed) >= 3);
    // The share that waits for people.
    QVERIFY(counts->value(cases::state::kToAccept) >= 3);
    const auto broken = repository.audit();
    QVERIFY(broken);
    QVERIFY(broken->isEmpty());
}

void TestSimulation::leavesTheSeatsToPeople()
{
    LivelyCity city;
    SimulationOptions options;
    options.speed = 10.0;
    options.seats = false;
    auto simulation = Simulation::create(city.connection(), options);
    QVERIFY(simulation);
    for (int second = 0; second < 120; ++second)
        QVERIFY((*simulation)->step(kStart.addSecs(second)));
    const auto counts = cases::CaseRepository(city.connection()).countsByState();
    QVERIFY(counts);
    QVERIFY((*simulation)->counts().reported > 0);
    QCOMPARE(counts->value(cases::state::kToAccept), (*simulation)->counts().reported);
}

void TestSimulation::everybodyHasAFixAtOnce()
{
    LivelyCity city;
    auto simulation = Simulation::create(city.connection(), {});
    QVERIFY(simulation);
    QVERIFY((*simulation)->step(kStart));
    const auto movers = tracking::TrackingRepository(city.connection()).movers();
    QVERIFY(movers);
    QCOMPARE(movers->size(), 4);
    for (const tracking::Mover &mover : *movers) {
        QCOMPARE(mover.latest.atUtc, kStart);
        QCOMPARE(mover.latest.activity, tracking::Activity::Patrolling);
    }
    // Then a share of them at each tick.
    QVERIFY((*simulation)->step(kStart.addMSecs(500)));
    QCOMPARE((*simulation)->counts().fixes, 5);
}

void TestSimulation::sameSeedSameWalk()
{
    QList<geo::LonLat> places[2];
    for (auto &walked : places) {
        LivelyCity city;
        SimulationOptions options;
        options.seed = 11;
        auto simulation = Simulation::create(city.connection(), options);
        QVERIFY(simulation);
        for (int second = 0; second < 60; ++second)
            QVERIFY((*simulation)->step(kStart.addSecs(second)));
        tracking::TrackingRepository tracking(city.connection());
        for (const city::Person &person : city.patrollers) {
            const auto track = tracking.track(person.id, kStart, kStart.addSecs(60));
            QVERIFY(track);
            for (const tracking::Fix &fix : *track)
                walked.append(fix.at);
        }
    }
    QVERIFY(!places[0].isEmpty());
    QVERIFY(places[0] == places[1]);
}

void TestSimulation::cityWithoutBasemap()
{
    SmallCity city;
    const auto simulation = Simulation::create(city.connection(), {});
    QVERIFY(!simulation);
    QCOMPARE(simulation.error().kind, ErrorKind::NotFound);
    QCOMPARE(simulation.error().subject, city.address().basemapFile());
}

void TestSimulation::cityWithoutPatrollers()
{
    SmallCity city;
    auto writer =
        geo::BasemapWriter::create(city.address().basemapFile(), city.index()->info().crs);
    QVERIFY(writer);
    QVERIFY(writer->commit());
    const auto simulation = Simulation::create(city.connection(), {});
    QVERIFY(!simulation);
    QCOMPARE(simulation.error().kind, ErrorKind::NotFound);
}

void TestSimulation::shortestWay()
{
    StreetGraph streets;
    streets.add({0, 0}, {10, 0}, 3);
    streets.add({10, 0}, {10, 10}, 3);
    streets.add({0, 0}, {0, 30}, 3);
    streets.add({0, 30}, {10, 10.04}, 3); // snapped to the corner
    streets.finish({});
    QCOMPARE(streets.nodes().size(), size_t(4));
    const auto way = streets.route(streets.nearestNode({0, 0}), streets.nearestNode({10, 10}));
    QCOMPARE(way, (std::vector<int>{1, 0}));
    QVERIFY(streets.route(0, 0).empty());
}

void TestSimulation::walkerGoesThereAndBack()
{
    StreetGraph streets;
    streets.add({0, 0}, {100, 0}, 4);
    streets.finish({});
    Walker walker(streets, {0, 0}, Chance(1));
    walker.goTo({100, 20});
    for (int i = 0; i < 300 && !walker.hasArrived(); ++i)
        walker.advance(1);
    QVERIFY(walker.hasArrived());
    QVERIFY(std::hypot(walker.position().east - 100, walker.position().north - 20) < 0.5);
    walker.advance(60);
    QVERIFY(walker.hasArrived());
    QVERIFY(!walker.isMoving());
    walker.release();
    walker.advance(300);
    // On the pavement again.
    QVERIFY(std::abs(walker.position().north) <= 4.01);
}

void TestSimulation::streetsThatDoNotMeet()
{
    StreetGraph streets;
    streets.add({0, 0}, {10, 0}, 3);
    streets.add({50, 0}, {90, 0}, 3);
    streets.finish({});
    QCOMPARE(streets.nodes().size(), size_t(2));
    QCOMPARE(streets.nodes().front().east, 50.0);

    StreetGraph none;
    none.finish({5, 6});
    Walker walker(none, {0, 0}, Chance(1));
    walker.advance(100);
    QCOMPARE(walker.position(), (geo::MapPoint{5, 6}));
    walker.goTo({5, 16});
    walker.advance(60);
    QVERIFY(walker.hasArrived());
    walker.release();
    walker.advance(60);
    QCOMPARE(walker.position(), (geo::MapPoint{5, 6}));
}

void TestSimulation::photosCanBeRead()
{
    for (const Subject subject : {Subject::Cover, Subject::Post, Subject::Bin, Subject::Litter,
                                  Subject::Stall, Subject::Bicycles}) {
        const QImage before = QImage::fromData(drawPhoto(subject, false, Chance(1)), "PNG");
        const QImage after = QImage::fromData(drawPhoto(subject, true, Chance(1)), "PNG");
        QCOMPARE(before.size(), QSize(480, 360));
        QVERIFY(before != after);
    }
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
