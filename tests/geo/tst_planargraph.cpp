// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <QTest>

#include <cmath>
#include <numbers>

using namespace gridhall;
using namespace gridhall::geo;

namespace {

// Far from the origin, as a real city is.
constexpr double kEast = 528000.0;
constexpr double kNorth = 3852000.0;

MapPolygon square(double x, double y, double size)
{
    const double e = kEast + x;
    const double n = kNorth + y;
    return {{{{e, n}, {e + size, n}, {e + size, n + size}, {e, n + size}, {e, n}}}};
}

MapLine line(double x1, double y1, double x2, double y2)
{
    return {{kEast + x1, kNorth + y1}, {kEast + x2, kNorth + y2}};
}

double area(const std::vector<MapPolygon> &polygons)
{
    return areaM2(MapMultiPolygon(polygons.begin(), polygons.end()));
}

} // namespace

class TestPlanarGraph : public QObject
{
    Q_OBJECT
private slots:
    void crossingLinesWithoutNodesCutFaces();
    void danglingLinesCutNothing();
    void facesCoverTheBoundaryWithoutGapOrOverlap();
    void holesOfTheBoundaryStayHoles();
    void bufferOfALineHasTheRightArea();
    void roundedAndFlatCapsDiffer();
    void subtractAndIntersectAddUp();
    void clipKeepsWhatIsInside();
    void sharedBorderOfNeighbours();
    void uniteMakesOne();
    void invalidityIsTold();
    void brokenInputIsAnError();
};

void TestPlanarGraph::crossingLinesWithoutNodesCutFaces()
{
    const auto faces =
        polygonize(square(0, 0, 100),
                   {line(50, -10, 50, 110), line(-10, 50, 110, 50), line(50, -10, 50, 110)});
    QVERIFY(faces.ok());
    QCOMPARE(int(faces->size()), 4);
    for (const MapPolygon &face : *faces)
        QVERIFY(std::abs(areaM2({face}) - 2500.0) < 0.1);
}

void TestPlanarGraph::danglingLinesCutNothing()
{
    const auto faces = polygonize(square(0, 0, 100), {line(20, 20, 60, 60)});
    QVERIFY(faces.ok());
    QCOMPARE(int(faces->size()), 1);
}

void TestPlanarGraph::facesCoverTheBoundaryWithoutGapOrOverlap()
{
    std::vector<MapLine> lines;
    for (int i = 0; i < 40; ++i)
        lines.push_back(line(-5, i * 2.7, 105, std::fmod(i * 37.3, 100.0)));
    const auto faces = polygonize(square(0, 0, 100), lines);
    QVERIFY(faces.ok());
    QVERIFY(faces->size() > 100);
    QVERIFY(std::abs(area(*faces) - 10000.0) < 0.5);
    const auto all = unite(*faces);
    QVERIFY(all.ok());
    QVERIFY(std::abs(areaM2(*all) - area(*faces)) < 0.01);
    QCOMPARE(int(all->size()), 1);
    QCOMPARE(int(all->front().rings.size()), 1);
}

void TestPlanarGraph::holesOfTheBoundaryStayHoles()
{
    MapPolygon boundary = square(0, 0, 100);
    boundary.rings.push_back(square(40, 40, 20).rings.front());
    const auto faces = polygonize(boundary, {line(50, -10, 50, 110)});
    QVERIFY(faces.ok());
    QVERIFY(std::abs(area(*faces) - 9600.0) < 0.1);
}

void TestPlanarGraph::bufferOfALineHasTheRightArea()
{
    const auto grown = buffer(std::vector<MapLine>{line(0, 0, 100, 0)}, 5.0);
    QVERIFY(grown.ok());
    const double expected = 1000.0 + std::numbers::pi * 25.0;
    QVERIFY(std::abs(areaM2(*grown) - expected) < 1.0);
}

void TestPlanarGraph::roundedAndFlatCapsDiffer()
{
    const auto flat = buffer(std::vector<MapLine>{line(0, 0, 100, 0)}, 5.0, false);
    QVERIFY(flat.ok());
    QVERIFY(std::abs(areaM2(*flat) - 1000.0) < 0.1);
}

void TestPlanarGraph::subtractAndIntersectAddUp()
{
    const MapMultiPolygon a{square(0, 0, 100)};
    const MapMultiPolygon b{square(50, 50, 100)};
    const auto rest = subtract(a, b);
    const auto common = intersect(a, b);
    QVERIFY(rest.ok() && common.ok());
    QVERIFY(std::abs(areaM2(*common) - 2500.0) < 0.01);
    QVERIFY(std::abs(areaM2(*rest) - 7500.0) < 0.01);
    QVERIFY(subtract(a, a)->empty());
}

void TestPlanarGraph::clipKeepsWhatIsInside()
{
    const auto inside = clip({line(-50, 50, 150, 50), line(200, 0, 300, 0)}, {square(0, 0, 100)});
    QVERIFY(inside.ok());
    QCOMPARE(int(inside->size()), 1);
    QVERIFY(std::abs(lengthM(inside->front()) - 100.0) < 0.01);
}

void TestPlanarGraph::sharedBorderOfNeighbours()
{
    QVERIFY(std::abs(sharedBorderM(square(0, 0, 100), square(100, 30, 100)) - 70.0) < 0.01);
    QCOMPARE(sharedBorderM(square(0, 0, 100), square(100, 100, 100)), 0.0);
    QCOMPARE(sharedBorderM(square(0, 0, 100), square(300, 0, 100)), 0.0);
}

void TestPlanarGraph::uniteMakesOne()
{
    const auto all = unite({square(0, 0, 100), square(100, 0, 100), square(500, 0, 10)});
    QVERIFY(all.ok());
    QCOMPARE(int(all->size()), 2);
    QVERIFY(std::abs(areaM2(*all) - 20100.0) < 0.01);
}

void TestPlanarGraph::invalidityIsTold()
{
    QVERIFY(invalidity({square(0, 0, 10)}).isEmpty());
    const MapPolygon bowtie{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}}};
    QVERIFY(!invalidity({bowtie}).isEmpty());
}

void TestPlanarGraph::brokenInputIsAnError()
{
    QVERIFY(!polygonize({}, {}).ok());
    QVERIFY(!polygonize(MapPolygon{{{{0, 0}, {1, 1}}}}, {}).ok());
    const double nan = std::nan("");
    const auto faces = polygonize(square(0, 0, 10), {{{nan, nan}, {nan, 1.0}}});
    if (!faces.ok())
        QVERIFY(!faces.error().text().isEmpty());
    QVERIFY(unite({}).ok());
    QVERIFY(unite({})->empty());
}

QTEST_APPLESS_MAIN(TestPlanarGraph)
#include "tst_planargraph.moc"
