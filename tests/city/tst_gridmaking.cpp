// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/gridmaking.h>
#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace gridhall;
using namespace gridhall::city;
using namespace gridhall::geo;

namespace {

constexpr double kEast = 528000.0;
constexpr double kNorth = 3852000.0;

MapPolygon box(double x, double y, double width, double height)
{
    const double e = kEast + x;
    const double n = kNorth + y;
    return {{{{e, n}, {e + width, n}, {e + width, n + height}, {e, n + height}, {e, n}}}};
}

StreetLine street(double x1, double y1, double x2, double y2)
{
    return {QString(),
            QStringLiteral("branch"),
            12.0,
            {{kEast + x1, kNorth + y1}, {kEast + x2, kNorth + y2}}};
}

/// Crossing without nodes, twice the same, dangling, parallel carriageways, zero length, far
/// outside.
std::vector<StreetLine> messyStreets()
{
    std::vector<StreetLine> streets;
    for (int i = 1; i < 6; ++i) {
        streets.push_back(street(-50, i * 190.0, 1050, i * 190.0 + 23.0));
        streets.push_back(street(i * 170.0, -50, i * 170.0 + 31.0, 1050));
    }
    streets.push_back(streets[2]);
    streets.push_back(street(300, 300, 355, 341));
    streets.push_back(street(-50, 499, 1050, 499));
    streets.push_back(street(-50, 511, 1050, 511));
    streets.push_back(street(700, 700, 700, 700));
    streets.push_back(street(5000, 5000, 6000, 6000));
    streets.push_back({});
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> place(0, 1000);
    for (int i = 0; i < 25; ++i)
        streets.push_back(street(place(random), place(random), place(random), place(random)));
    return streets;
}

MapMultiPolygon shapesOf(const std::vector<GridCell> &cells)
{
    MapMultiPolygon shapes;
    for (const GridCell &cell : cells)
        shapes.push_back(cell.shape);
    return shapes;
}

void verifySeamless(const std::vector<GridCell> &cells, const MapPolygon &boundary)
{
    const MapMultiPolygon shapes = shapesOf(cells);
    const double sum = areaM2(shapes);
    QVERIFY2(std::abs(sum - areaM2({boundary})) < 2.0, qPrintable(QString::number(sum)));
    const auto united = unite(shapes);
    QVERIFY(united.ok());
    // No overlap: the union is as large as the sum; no gap: it is one polygon without holes.
    QVERIFY(std::abs(areaM2(*united) - sum) < 0.01);
    QCOMPARE(int(united->size()), 1);
    QCOMPARE(united->front().rings.size(), boundary.rings.size());
    for (const GridCell &cell : cells)
        QVERIFY2(invalidity({cell.shape}).isEmpty(), qPrintable(invalidity({cell.shape})));
}

std::vector<double> sortedAreas(const std::vector<GridCell> &cells)
{
    std::vector<double> areas;
    for (const GridCell &cell : cells)
        areas.push_back(areaM2({cell.shape}));
    std::sort(areas.begin(), areas.end());
    return areas;
}

} // namespace

class TestGridMaking : public QObject
{
    Q_OBJECT
private slots:
    void withoutStreetsCellsHaveTheTargetSize();
    void messyStreetsGiveSeamlessCells();
    void cellsFollowStreets();
    void neverCrossesCommunities();
    void communitiesOffByMillimetresLeaveNoSlivers();
    void sameInputSameCells();
    void cancelStops();
    void contradictingRulesAreRefused();
    void holesStayOpen();
    void groupsAreContiguousAndEven();
    void groupsOfOneOrMany();
};

void TestGridMaking::withoutStreetsCellsHaveTheTargetSize()
{
    const MapPolygon boundary = box(0, 0, 1000, 730);
    const auto cells = makeUnitGrids(boundary, {}, {});
    QVERIFY(cells.ok());
    verifySeamless(*cells, boundary);
    const std::vector<double> areas = sortedAreas(*cells);
    QVERIFY(areas[areas.size() / 2] > 8000 && areas[areas.size() / 2] < 12000);
    QVERIFY(areas.back() <= 16000);
    QVERIFY(areas.front() >= 4000);
}

void TestGridMaking::messyStreetsGiveSeamlessCells()
{
    const MapPolygon boundary = box(0, 0, 1000, 1000);
    const auto cells = makeUnitGrids(boundary, messyStreets(), {});
    QVERIFY2(cells.ok(), cells.ok() ? "" : qPrintable(cells.error().detail));
    verifySeamless(*cells, boundary);
    const std::vector<double> areas = sortedAreas(*cells);
    QVERIFY2(areas[areas.size() / 2] > 7000 && areas[areas.size() / 2] < 12500,
             qPrintable(QString::number(areas[areas.size() / 2])));
    QVERIFY(areas.front() >= 3999);
    QVERIFY(areas.back() <= 24000);
}

void TestGridMaking::cellsFollowStreets()
{
    // Blocks of 100 x 100 m: every cell is exactly a block.
    std::vector<StreetLine> streets;
    for (int i = 1; i < 5; ++i) {
        streets.push_back(street(i * 100.0, -10, i * 100.0, 510));
        streets.push_back(street(-10, i * 100.0, 510, i * 100.0));
    }
    const auto cells = makeUnitGrids(box(0, 0, 500, 500), streets, {});
    QVERIFY(cells.ok());
    QCOMPARE(int(cells->size()), 25);
    for (const double area : sortedAreas(*cells))
        QVERIFY(std::abs(area - 10000.0) < 1.0);
}

void TestGridMaking::neverCrossesCommunities()
{
    const MapPolygon boundary = box(0, 0, 1000, 1000);
    const std::vector<MapPolygon> communities{box(0, 0, 437, 1000), box(437, 0, 563, 333),
                                              box(437, 333, 563, 667)};
    const auto cells = makeUnitGrids(boundary, messyStreets(), communities);
    QVERIFY(cells.ok());
    verifySeamless(*cells, boundary);
    std::set<int> seen;
    for (const GridCell &cell : *cells) {
        QVERIFY(cell.community >= 0 && cell.community < 3);
        seen.insert(cell.community);
        const auto outside = subtract({cell.shape}, {communities[size_t(cell.community)]});
        QVERIFY(outside.ok());
        QVERIFY(areaM2(*outside) < 0.5);
    }
    QCOMPARE(int(seen.size()), 3);
    QVERIFY(std::is_sorted(cells->begin(), cells->end(), [](const GridCell &a, const GridCell &b) {
        return a.community < b.community;
    }));
}

void TestGridMaking::communitiesOffByMillimetresLeaveNoSlivers()
{
    MapPolygon boundary = box(0, 0, 1000, 500);
    boundary.rings.front()[2].north += 0.0013;
    boundary.rings.front().insert(boundary.rings.front().begin() + 3,
                                  {kEast + 333.3333, kNorth + 500.0017});
    const std::vector<MapPolygon> communities{box(0, 0, 500, 500), box(500, 0, 500, 500.0008)};
    const auto cells = makeUnitGrids(boundary, {}, communities);
    QVERIFY(cells.ok());
    verifySeamless(*cells, boundary);
    QVERIFY(sortedAreas(*cells).front() > 4000);
}

void TestGridMaking::sameInputSameCells()
{
    const auto first = makeUnitGrids(box(0, 0, 1000, 1000), messyStreets(), {});
    const auto second = makeUnitGrids(box(0, 0, 1000, 1000), messyStreets(), {});
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(first->size(), second->size());
    for (size_t i = 0; i < first->size(); ++i)
        QVERIFY((*first)[i].shape.rings == (*second)[i].shape.rings);
}

void TestGridMaking::cancelStops()
{
    double last = 0.0;
    const auto cells =
        makeUnitGrids(box(0, 0, 1000, 1000), messyStreets(), {}, {}, [&](double share) {
            last = share;
            return false;
        });
    QVERIFY(!cells.ok());
    QCOMPARE(cells.error().kind, ErrorKind::Cancelled);
    QVERIFY(last < 1.0);
}

void TestGridMaking::contradictingRulesAreRefused()
{
    QVERIFY(!makeUnitGrids(box(0, 0, 100, 100), {}, {}, {10000, 4000, 5000}).ok());
    QVERIFY(!makeUnitGrids(box(0, 0, 100, 100), {}, {}, {0, 0, 0}).ok());
    QVERIFY(!makeUnitGrids({}, {}, {}).ok());
}

void TestGridMaking::holesStayOpen()
{
    MapPolygon boundary = box(0, 0, 600, 600);
    boundary.rings.push_back(box(200, 200, 150, 150).rings.front());
    const auto cells = makeUnitGrids(boundary, {}, {});
    QVERIFY(cells.ok());
    verifySeamless(*cells, boundary);
}

void TestGridMaking::groupsAreContiguousAndEven()
{
    const auto cells = makeUnitGrids(box(0, 0, 1000, 1000), messyStreets(), {});
    QVERIFY(cells.ok());
    const std::vector<int> groups = groupCells(*cells, 7);
    QCOMPARE(groups.size(), cells->size());
    const double mean = double(cells->size()) / 7.0;
    for (int group = 0; group < 7; ++group) {
        MapMultiPolygon members;
        for (size_t i = 0; i < cells->size(); ++i) {
            if (groups[i] == group)
                members.push_back((*cells)[i].shape);
        }
        QVERIFY(double(members.size()) > 0.6 * mean && double(members.size()) < 1.5 * mean);
        const auto united = unite(members);
        QVERIFY(united.ok());
        QCOMPARE(int(united->size()), 1);
    }
}

void TestGridMaking::groupsOfOneOrMany()
{
    const auto cells = makeUnitGrids(box(0, 0, 300, 300), {}, {});
    QVERIFY(cells.ok());
    for (const int group : groupCells(*cells, 1))
        QCOMPARE(group, 0);
    QCOMPARE(groupCells(*cells, 1000).size(), cells->size());
    QVERIFY(groupCells({}, 5).empty());
}

QTEST_APPLESS_MAIN(TestGridMaking)
#include "tst_gridmaking.moc"
