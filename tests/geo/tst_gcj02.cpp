// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/gcj02.h>
#include <geo/projection.h>

#include <QTest>

#include <cmath>

using namespace gridhall::geo;

class TestGcj02 : public QObject
{
    Q_OBJECT
private slots:
    void knownShifts_data();
    void knownShifts();
    void inverseIsExact();
    void isIdentityOutsideChina();
};

void TestGcj02::knownShifts_data()
{
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<double>("shiftedLon");
    QTest::addColumn<double>("shiftedLat");
    QTest::newRow("Kaifeng") << 114.307 << 34.797 << 114.3128432 << 34.7961059;
    QTest::newRow("Yuncheng") << 111.0071 << 35.0266 << 111.0129128 << 35.0258624;
    QTest::newRow("Harbin") << 126.6 << 45.70 << 126.6059023 << 45.7019263;
}

void TestGcj02::knownShifts()
{
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(double, shiftedLon);
    QFETCH(double, shiftedLat);
    const LonLat shifted = gcj02FromWgs84({lon, lat});
    QVERIFY(std::fabs(shifted.lon - shiftedLon) < 1e-7);
    QVERIFY(std::fabs(shifted.lat - shiftedLat) < 1e-7);
}

void TestGcj02::inverseIsExact()
{
    for (double lon = 75; lon < 135; lon += 1.37) {
        for (double lat = 18; lat < 53; lat += 1.13) {
            const LonLat back = wgs84FromGcj02(gcj02FromWgs84({lon, lat}));
            QVERIFY2(distanceM(back, {lon, lat}) < 0.001, qPrintable(QString::number(lon)));
        }
    }
}

void TestGcj02::isIdentityOutsideChina()
{
    for (const LonLat &place : {LonLat{2.35, 48.86}, LonLat{-71.06, 42.36}, LonLat{0, 0}}) {
        QCOMPARE(gcj02FromWgs84(place), place);
        QCOMPARE(wgs84FromGcj02(place), place);
    }
}

QTEST_GUILESS_MAIN(TestGcj02)
#include "tst_gcj02.moc"
