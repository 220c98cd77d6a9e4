// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/dice.h>
#include <democity/photo.h>
#include <democity/shapes.h>

#include <QImage>
#include <QTest>

#include <cmath>

using namespace gridhall::democity;

class TestDice : public QObject
{
    Q_OBJECT
private slots:
    void sameSeedSameNumbers();
    void partsAreIndependent();
    void numbersStayInTheirRange();
    void weightsCount();
    void photosAreWholePictures_data();
    void photosAreWholePictures();
    void partOfALine();
    void stripsInsideAPolygon();
    void overlapAndInside();
};

void TestDice::sameSeedSameNumbers()
{
    Dice a(42);
    Dice b(42);
    Dice c(43);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        const double x = a.unit();
        QCOMPARE(x, b.unit());
        differs = differs || x != c.unit();
    }
    QVERIFY(differs);
}

void TestDice::partsAreIndependent()
{
    Dice whole(7);
    const double before = whole.forPart(u"trees", 3).unit();
    for (int i = 0; i < 10; ++i)
        (void)whole.unit();
    QCOMPARE(whole.forPart(u"trees", 3).unit(), before);
    QVERIFY(whole.forPart(u"trees", 4).unit() != before);
    QVERIFY(whole.forPart(u"walls", 3).unit() != before);
}

void TestDice::numbersStayInTheirRange()
{
    Dice dice(1);
    int lowest = 100;
    int highest = -100;
    double sum = 0.0;
    for (int i = 0; i < 20000; ++i) {
        const int whole = dice.whole(-2, 3);
        lowest = std::min(lowest, whole);
        highest = std::max(highest, whole);
        const double real = dice.between(5.0, 6.0);
        QVERIFY(real >= 5.0 && real < 6.0);
        sum += dice.around(10.0, 2.0);
    }
    QCOMPARE(lowest, -2);
    QCOMPARE(highest, 3);
    QVERIFY(std::abs(sum / 20000 - 10.0) < 0.1);
}

void TestDice::weightsCount()
{
    Dice dice(5);
    int counts[3] = {};
    for (int i = 0; i < 10000; ++i)
        ++counts[dice.weighted({1.0, 0.0, 3.0})];
    QCOMPARE(counts[1], 0);
    QVERIFY(std::abs(counts[2] / 10000.0 - 0.75) < 0.03);
}

void TestDice::photosAreWholePictures_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"manhole", "bin", "lamp", "rubbish", "stall", "bicycle", "crack"})
        QTest::addRow("%s", kind) << QString::fromLatin1(kind);
}

void TestDice::photosAreWholePictures()
{
    QFETCH(QString, kind);
    const QByteArray before = drawPhoto(kind, false, Dice(3));
    const QByteArray after = drawPhoto(kind, true, Dice(3));
    QCOMPARE(drawPhoto(kind, false, Dice(3)), before);
    QVERIFY(before != after);
    for (const QByteArray &bytes : {before, after}) {
        QImage image;
        QVERIFY(image.loadFromData(bytes, "PNG"));
        QCOMPARE(image.size(), QSize(480, 360));
        QVERIFY(bytes.size() < 200000);
    }
}

void TestDice::partOfALine()
{
    const MapLine line{{0, 0}, {10, 0}, {10, 10}};
    QCOMPARE(partOf(line, 5, 15), (MapLine{{5, 0}, {10, 0}, {10, 5}}));
    QCOMPARE(placeAlong(line, 12).at, (MapPoint{10, 2}));
    QCOMPARE(placeAlong(line, 99).at, (MapPoint{10, 10}));
    const Foot foot = nearestOn(line, {8, 3});
    QCOMPARE(foot.distanceM, 2.0);
    QCOMPARE(foot.alongM, 13.0);
    QVERIFY(foot.onLeft);
}

void TestDice::stripsInsideAPolygon()
{
    // A U: two intervals above, one below.
    const MapPolygon u{
        {{{0, 0}, {30, 0}, {30, 20}, {20, 20}, {20, 10}, {10, 10}, {10, 20}, {0, 20}, {0, 0}}}};
    const auto high = stripInside(u, 12, 5);
    QCOMPARE(int(high.size()), 2);
    QCOMPARE(high[0].from, 0.0);
    QCOMPARE(high[0].to, 10.0);
    QCOMPARE(int(stripInside(u, 2, 5).size()), 1);
    QVERIFY(stripInside(u, 25, 2).empty());
}

void TestDice::overlapAndInside()
{
    const Frame frame;
    const MapPolygon large = frame.rectangle(0, 0, 10, 10);
    const MapPolygon small = frame.rectangle(4, 4, 2, 2);
    const MapPolygon aside = frame.rectangle(9, 9, 5, 5);
    const MapPolygon away = frame.rectangle(20, 0, 5, 5);
    QVERIFY(overlaps(large, small) && overlaps(small, large) && overlaps(large, aside));
    QVERIFY(!overlaps(large, away));
    QVERIFY(liesInside(small, large) && !liesInside(large, small) && !liesInside(aside, large));
}

QTEST_GUILESS_MAIN(TestDice)
#include "tst_dice.moc"
