// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/wkb.h>

#include <QTest>
#include <QtEndian>

#include <random>

using namespace gridhall;
using namespace gridhall::geo;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

LonLatMultiPolygon twoPolygons()
{
    LonLatPolygon a;
    a.rings = {{{0, 0}, {10, 0}, {10, 10}, {0, 0}}, {{4, 1}, {5, 1}, {5, 2}, {4, 1}}};
    LonLatPolygon b;
    b.rings = {{{20, 0}, {30, 0}, {30, 10}, {20, 0}}};
    return {a, b};
}

bool same(const LonLatMultiPolygon &a, const LonLatMultiPolygon &b)
{
    if (a.size() != b.size())
        return false;
    for (size_t i = 0; i < a.size(); ++i) {
        if (a[i].rings != b[i].rings)
            return false;
    }
    return true;
}

} // namespace

class TestWkb : public QObject
{
    Q_OBJECT
private slots:
    void writesStandardBytes();
    void readsWhatItWrites();
    void readsBothByteOrdersAndDimensions();
    void refusesEveryTruncation();
    void refusesHugeCounts_data();
    void refusesHugeCounts();
    void refusesOtherFaults_data();
    void refusesOtherFaults();
    void survivesRandomBytes();
};

void TestWkb::writesStandardBytes()
{
    QCOMPARE(toWkb(LonLat{1.0, 2.0}).toHex(),
             QByteArray("0101000000000000000000f03f0000000000000040"));
    QCOMPARE(toWkb(LonLatLine{{1.0, 2.0}}).left(9).toHex(), QByteArray("010200000001000000"));
}

void TestWkb::readsWhatItWrites()
{
    const LonLat point{114.307, 34.797};
    QCOMPARE(pointFromWkb(toWkb(point)).value(), point);
    const LonLatLine line{{1, 2}, {3, 4}, {5, 6}};
    QCOMPARE(lineFromWkb(toWkb(line)).value(), line);
    QVERIFY(same(multiPolygonFromWkb(toWkb(twoPolygons())).value(), twoPolygons()));
    QVERIFY(multiPolygonFromWkb(toWkb(LonLatMultiPolygon{})).value().empty());
}

void TestWkb::readsBothByteOrdersAndDimensions()
{
    const LonLat expected{1.0, 2.0};
    // Big-endian; ISO Z; ISO ZM; EWKB with SRID and Z.
    QCOMPARE(pointFromWkb(hex("00000000013ff00000000000004000000000000000")).value(), expected);
    QCOMPARE(
        pointFromWkb(hex("01e9030000000000000000f03f00000000000000400000000000000840")).value(),
        expected);
    QCOMPARE(pointFromWkb(hex("01b90b0000000000000000f03f000000000000004000000000000008400000000000"
                              "001040"))
                 .value(),
             expected);
    QCOMPARE(pointFromWkb(hex("01010000a08a110000000000000000f03f00000000000000400000000000000840"))
                 .value(),
             expected);
    // A plain polygon becomes a multipolygon of one.
    const QByteArray multi = toWkb(twoPolygons());
    const LonLatMultiPolygon one = {twoPolygons().front()};
    const QByteArray polygon = toWkb(one).mid(9);
    QVERIFY(same(multiPolygonFromWkb(polygon).value(), one));
    QVERIFY(!multiPolygonFromWkb(polygon + multi));
}

void TestWkb::refusesEveryTruncation()
{
    const QByteArray point = toWkb(LonLat{1, 2});
    const QByteArray line = toWkb(LonLatLine{{1, 2}, {3, 4}});
    const QByteArray polygons = toWkb(twoPolygons());
    for (qsizetype n = 0; n < point.size(); ++n)
        QVERIFY(!pointFromWkb(point.left(n)));
    for (qsizetype n = 0; n < line.size(); ++n)
        QVERIFY(!lineFromWkb(line.left(n)));
    for (qsizetype n = 0; n < polygons.size(); ++n) {
        const auto read = multiPolygonFromWkb(polygons.left(n));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(!pointFromWkb(point + QByteArray(1, '\0')));
    QVERIFY(!multiPolygonFromWkb(polygons + QByteArray(1, '\0')));
}

void TestWkb::refusesHugeCounts_data()
{
    QTest::addColumn<QByteArray>("wkb");
    QTest::newRow("line") << hex("0102000000ffffffff0000000000000000");
    QTest::newRow("polygon") << hex("0103000000ffffffff00000000");
    QTest::newRow("ring") << hex("010300000001000000ffffff7f00000000");
    QTest::newRow("multipolygon") << hex("0106000000ffffffff0103000000");
    QTest::newRow("line of four, bytes for two")
        << hex("010200000004000000") + QByteArray(32, '\0');
}

void TestWkb::refusesHugeCounts()
{
    QFETCH(QByteArray, wkb);
    QVERIFY(!lineFromWkb(wkb));
    QVERIFY(!multiPolygonFromWkb(wkb));
}

void TestWkb::refusesOtherFaults_data()
{
    QTest::addColumn<QByteArray>("wkb");
    QTest::newRow("byte order 2") << hex("0201000000000000000000f03f0000000000000040");
    QTest::newRow("collection") << hex("010700000000000000");
    QTest::newRow("NaN point") << hex("0101000000000000000000f87f000000000000f87f");
    QTest::newRow("infinite point") << hex("0101000000000000000000f07f0000000000000040");
    QTest::newRow("line of one") << toWkb(LonLatLine{{1, 2}});
    LonLatPolygon open;
    open.rings = {{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    QTest::newRow("open ring") << toWkb(LonLatMultiPolygon{open});
    LonLatPolygon thin;
    thin.rings = {{{0, 0}, {1, 0}, {0, 0}}};
    QTest::newRow("ring of three") << toWkb(LonLatMultiPolygon{thin});
    QTest::newRow("point in a multipolygon") << hex("010600000001000000") + toWkb(LonLat{1.0, 2.0});
}

void TestWkb::refusesOtherFaults()
{
    QFETCH(QByteArray, wkb);
    QVERIFY(!pointFromWkb(wkb));
    QVERIFY(!lineFromWkb(wkb));
    QVERIFY(!multiPolygonFromWkb(wkb));
}

void TestWkb::survivesRandomBytes()
{
    std::mt19937 random(7);
    const QByteArray good = toWkb(twoPolygons());
    int refused = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = good;
        for (int flips = 1 + static_cast<int>(random() % 6); flips > 0; --flips)
            bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                static_cast<char>(random());
        refused += multiPolygonFromWkb(bytes) ? 0 : 1;
        refused += lineFromWkb(bytes) ? 0 : 1;
    }
    QVERIFY(refused > 20000);
}

QTEST_GUILESS_MAIN(TestWkb)
#include "tst_wkb.moc"
