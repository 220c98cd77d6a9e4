// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/boxindex.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace gridhall::geo;

namespace {

std::vector<MapBox> scattered(int count)
{
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> place(0.0, 1000.0);
    std::uniform_real_distribution<double> size(0.0, 8.0);
    std::vector<MapBox> boxes;
    for (int i = 0; i < count; ++i) {
        const double x = place(random);
        const double y = place(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    return boxes;
}

MapPolygon ring(const MapLine &points)
{
    return {{points}};
}

double distance(const MapBox &box, const MapPoint &p)
{
    return std::hypot(std::max({box.west - p.east, 0.0, p.east - box.east}),
                      std::max({box.south - p.north, 0.0, p.north - box.north}));
}

} // namespace

class TestBoxIndex : public QObject
{
    Q_OBJECT
private slots:
    void emptyIndexFindsNothing();
    void intersectingEqualsTheSlowWay_data();
    void intersectingEqualsTheSlowWay();
    void nearestEqualsTheSlowWay();
    void emptyBoxesAreNeverFound();
    void containsKnowsEdgesAndHoles();
    void areaOfAPolygonWithAHoleFarFromTheOrigin();
    void labelPointLiesInside();
    void labelPointTakesTheLargestPart();
};

void TestBoxIndex::emptyIndexFindsNothing()
{
    const BoxIndex none;
    QVERIFY(none.intersecting({0, 0, 1, 1}).empty());
    QVERIFY(none.nearest({0, 0}, 3, 1e9).empty());
    QCOMPARE(none.size(), 0);
    const BoxIndex alsoNone(std::vector<MapBox>{});
    QVERIFY(alsoNone.intersecting({0, 0, 1, 1}).empty());
}

void TestBoxIndex::intersectingEqualsTheSlowWay_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 15, 16, 17, 257, 5000})
        QTest::addRow("%d", count) << count;
}

void TestBoxIndex::intersectingEqualsTheSlowWay()
{
    QFETCH(int, count);
    const std::vector<MapBox> boxes = scattered(count);
    const BoxIndex index(boxes);
    QCOMPARE(index.size(), count);
    for (const MapBox &asked : {MapBox{100, 100, 300, 250}, MapBox{0, 0, 1010, 1010},
                                MapBox{500, 500, 500, 500}, MapBox{-10, -10, -1, -1}}) {
        std::vector<int> expected;
        for (int i = 0; i < count; ++i) {
            if (boxes[size_t(i)].intersects(asked))
                expected.push_back(i);
        }
        QCOMPARE(index.intersecting(asked), expected);
    }
}

void TestBoxIndex::nearestEqualsTheSlowWay()
{
    const std::vector<MapBox> boxes = scattered(2000);
    const BoxIndex index(boxes);
    const MapPoint at{444.0, 512.0};
    std::vector<double> all;
    for (const MapBox &box : boxes)
        all.push_back(distance(box, at));
    std::sort(all.begin(), all.end());
    const std::vector<int> found = index.nearest(at, 25, 1e9);
    QCOMPARE(int(found.size()), 25);
    for (size_t i = 0; i < found.size(); ++i)
        QCOMPARE(distance(boxes[size_t(found[i])], at), all[i]);
    for (const int i : index.nearest(at, 2000, 30.0))
        QVERIFY(distance(boxes[size_t(i)], at) <= 30.0);
}

void TestBoxIndex::emptyBoxesAreNeverFound()
{
    const BoxIndex index({MapBox{}, MapBox{1, 1, 2, 2}});
    QCOMPARE(index.intersecting({-1e6, -1e6, 1e6, 1e6}), std::vector<int>{1});
    QCOMPARE(index.nearest({0, 0}, 5, 1e9), std::vector<int>{1});
}

void TestBoxIndex::containsKnowsEdgesAndHoles()
{
    MapPolygon polygon = ring({{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
    polygon.rings.push_back({{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}});
    QVERIFY(contains(polygon, MapPoint{2, 2}));
    QVERIFY(contains(polygon, MapPoint{0, 5}));
    QVERIFY(contains(polygon, MapPoint{10, 10}));
    QVERIFY(!contains(polygon, MapPoint{5, 5}));
    QVERIFY(!contains(polygon, MapPoint{11, 5}));
    QVERIFY(!contains(polygon, MapPoint{-1, 0}));
    QVERIFY(contains(MapMultiPolygon{polygon, ring({{20, 0}, {30, 0}, {30, 9}, {20, 0}})},
                     MapPoint{29, 4}));
}

void TestBoxIndex::areaOfAPolygonWithAHoleFarFromTheOrigin()
{
    const double e = 39528000.0;
    const double n = 3852000.0;
    MapPolygon polygon = ring({{e, n}, {e + 0.1, n}, {e + 0.1, n + 0.1}, {e, n + 0.1}, {e, n}});
    QVERIFY(std::abs(areaM2({polygon}) - 0.01) < 1e-7);
    polygon = ring({{e, n}, {e + 10, n}, {e + 10, n + 10}, {e, n + 10}, {e, n}});
    polygon.rings.push_back(
        {{e + 4, n + 4}, {e + 6, n + 4}, {e + 6, n + 6}, {e + 4, n + 6}, {e + 4, n + 4}});
    QCOMPARE(areaM2({polygon}), 96.0);
}

void TestBoxIndex::labelPointLiesInside()
{
    // A thin U, whose centre of gravity lies outside.
    const MapPolygon u =
        ring({{0, 0}, {30, 0}, {30, 50}, {26, 50}, {26, 4}, {4, 4}, {4, 50}, {0, 50}, {0, 0}});
    QVERIFY(contains(u, labelPoint({u})));
}

void TestBoxIndex::labelPointTakesTheLargestPart()
{
    const MapPolygon small = ring({{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}});
    const MapPolygon large = ring({{100, 0}, {120, 0}, {120, 20}, {100, 20}, {100, 0}});
    const MapPoint at = labelPoint({small, large});
    QVERIFY(std::hypot(at.east - 110, at.north - 10) < 1.0);
}

QTEST_APPLESS_MAIN(TestBoxIndex)
#include "tst_boxindex.moc"
