// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/projection.h>

#include <QTest>

#include <cmath>
#include <thread>

using namespace gridhall;
using namespace gridhall::geo;

class TestProjection : public QObject
{
    Q_OBJECT
private slots:
    void knownPlaces_data();
    void knownPlaces();
    void goesThereAndBack();
    void batchesEqualSinglePoints();
    void refusesWhatIsNoProjectedCrs_data();
    void refusesWhatIsNoProjectedCrs();
    void takesWktAndProjText();
    void cloneWorksOnAnotherThread();
    void undefinedPlacesAreNotFinite();
    void zoneCodes_data();
    void zoneCodes();
    void distances();
};

void TestProjection::knownPlaces_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    QTest::newRow("Kaifeng") << "EPSG:4547" << 114.307 << 34.797 << 528094.553 << 3852115.295;
    QTest::newRow("Yuncheng") << "EPSG:4546" << 111.0071 << 35.0266 << 500647.936 << 3877543.950;
    QTest::newRow("Shucheng") << "EPSG:4548" << 117.0 << 31.46 << 500000.000 << 3481976.101;
    QTest::newRow("Harbin") << "EPSG:4551" << 126.6 << 45.70 << 546728.505 << 5062916.522;
}

void TestProjection::knownPlaces()
{
    QFETCH(QString, crs);
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(double, east);
    QFETCH(double, north);
    const auto projection = Projection::create(crs);
    QVERIFY2(projection, qPrintable(projection ? QString() : projection.error().text()));
    QCOMPARE(projection->crs(), crs);
    const MapPoint point = projection->toMap(LonLat{lon, lat});
    QVERIFY(std::fabs(point.east - east) < 0.001);
    QVERIFY(std::fabs(point.north - north) < 0.001);
}

void TestProjection::goesThereAndBack()
{
    const auto projection = Projection::create(QStringLiteral("EPSG:4547"));
    QVERIFY(projection);
    for (double lon = 112.5; lon <= 115.5; lon += 0.25) {
        for (double lat = 20; lat <= 50; lat += 2.5) {
            const LonLat back = projection->toLonLat(projection->toMap(LonLat{lon, lat}));
            QVERIFY(std::fabs(back.lon - lon) < 1e-9);
            QVERIFY(std::fabs(back.lat - lat) < 1e-9);
        }
    }
}

void TestProjection::batchesEqualSinglePoints()
{
    const auto projection = Projection::create(QStringLiteral("EPSG:4547"));
    QVERIFY(projection);
    LonLatPolygon polygon;
    polygon.rings = {{{114.30, 34.79}, {114.31, 34.79}, {114.31, 34.80}, {114.30, 34.79}},
                     {{114.303, 34.793}, {114.304, 34.793}, {114.304, 34.794}, {114.303, 34.793}}};
    const MapPolygon mapped = projection->toMap(polygon);
    QCOMPARE(mapped.rings.size(), polygon.rings.size());
    for (size_t r = 0; r < polygon.rings.size(); ++r) {
        for (size_t i = 0; i < polygon.rings[r].size(); ++i)
            QCOMPARE(mapped.rings[r][i], projection->toMap(polygon.rings[r][i]));
    }
    const LonLatMultiPolygon back = projection->toLonLat(MapMultiPolygon{mapped});
    QCOMPARE(back.size(), size_t(1));
    QVERIFY(std::fabs(back[0].rings[1][1].lon - 114.304) < 1e-9);
    QVERIFY(projection->toMap(LonLatLine{}).empty());
}

void TestProjection::refusesWhatIsNoProjectedCrs_data()
{
    QTest::addColumn<QString>("crs");
    QTest::newRow("nothing") << "";
    QTest::newRow("words") << "no such thing";
    QTest::newRow("geographic") << "EPSG:4490";
    QTest::newRow("unknown code") << "EPSG:1";
    QTest::newRow("feet") << "EPSG:2263";
    QTest::newRow("pipeline") << "+proj=pipeline +step +proj=unitconvert";
}

void TestProjection::refusesWhatIsNoProjectedCrs()
{
    QFETCH(QString, crs);
    const auto projection = Projection::create(crs);
    QVERIFY(!projection);
    QCOMPARE(projection.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(projection.error().subject, crs);
    QVERIFY(!projection.error().next.isEmpty());
}

void TestProjection::takesWktAndProjText()
{
    const auto projection = Projection::create(QStringLiteral(
        "+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m"));
    QVERIFY(projection);
    const MapPoint point = projection->toMap(LonLat{114.307, 34.797});
    QVERIFY(std::fabs(point.east - 528094.553) < 0.01);
    QVERIFY(std::fabs(point.north - 3852115.295) < 0.01);
}

void TestProjection::cloneWorksOnAnotherThread()
{
    const auto projection = Projection::create(QStringLiteral("EPSG:4547"));
    QVERIFY(projection);
    std::vector<double> errors(4, 1e9);
    std::vector<std::thread> threads;
    for (size_t t = 0; t < errors.size(); ++t) {
        threads.emplace_back([&, t] {
            const Projection own = projection->clone();
            double worst = 0;
            for (int i = 0; i < 2000; ++i) {
                const MapPoint point = own.toMap(LonLat{114.307, 34.797});
                worst = std::max(worst, std::fabs(point.east - 528094.553));
            }
            errors[t] = worst;
        });
    }
    for (int i = 0; i < 2000; ++i)
        QVERIFY(std::fabs(projection->toMap(LonLat{114.307, 34.797}).north - 3852115.295) < 0.001);
    for (std::thread &thread : threads)
        thread.join();
    for (const double error : errors)
        QVERIFY(error < 0.001);
}

void TestProjection::undefinedPlacesAreNotFinite()
{
    const auto projection = Projection::create(QStringLiteral("EPSG:4547"));
    QVERIFY(projection);
    const MapPoint point = projection->toMap(LonLat{114.0, 200.0});
    QVERIFY(!std::isfinite(point.east) || !std::isfinite(point.north));
    // One bad point does not spoil the next.
    QVERIFY(std::isfinite(projection->toMap(LonLat{114.0, 34.0}).north));
}

void TestProjection::zoneCodes_data()
{
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<int>("epsg");
    QTest::newRow("Kaifeng") << 114.307 << 34.797 << 4547;
    QTest::newRow("Yuncheng") << 111.0 << 35.0 << 4546;
    QTest::newRow("Shucheng") << 117.0 << 31.46 << 4548;
    QTest::newRow("Harbin") << 126.6 << 45.7 << 4551;
    QTest::newRow("Beijing") << 116.33 << 40.0 << 4548;
    QTest::newRow("west of a seam") << 115.499 << 34.0 << 4547;
    QTest::newRow("east of a seam") << 115.501 << 34.0 << 4548;
    QTest::newRow("westernmost") << 73.6 << 39.0 << 4534;
    QTest::newRow("easternmost") << 135.0 << 48.0 << 4554;
    QTest::newRow("Paris") << 2.35 << 48.86 << 0;
    QTest::newRow("south") << 114.0 << -10.0 << 0;
    QTest::newRow("nowhere") << qQNaN() << qQNaN() << 0;
}

void TestProjection::zoneCodes()
{
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(int, epsg);
    QCOMPARE(gaussKrugerEpsg(LonLat{lon, lat}), epsg);
}

void TestProjection::distances()
{
    QCOMPARE(distanceM({114, 34}, {114, 34}), 0.0);
    QVERIFY(std::fabs(distanceM({114, 34}, {114, 35}) - 111195.0) < 1.0);
    QVERIFY(std::fabs(distanceM({0, 0}, {180, 0}) - 20015114.0) < 10.0);
}

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
