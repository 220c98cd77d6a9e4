// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/cassmeaning.h>
#include <transfer/osmmeaning.h>
#include <transfer/streetsurface.h>
#include <transfer/tagging.h>

#include <QTest>

using namespace gridhall;
using namespace gridhall::transfer;
using geo::BasemapLayer;

namespace {

geo::MapPolygon square(double side)
{
    geo::MapPolygon area;
    area.rings = {{{0, 0}, {side, 0}, {side, side}, {0, side}, {0, 0}}};
    return area;
}

MapContent contentOf(const QString &layer, const QVariantMap &attributes,
                     decltype(geo::VectorFeature::geometry) geometry)
{
    geo::VectorFeature feature;
    feature.attributes = attributes;
    feature.geometry = std::move(geometry);
    MapContent content;
    ImportReport report;
    addByTags(tagsOf(layer, feature), feature, content, report);
    return content;
}

const MapEntry *first(const MapContent &content, BasemapLayer layer)
{
    for (const MapEntry &entry : content.entries) {
        if (entry.layer == layer)
            return &entry;
    }
    return nullptr;
}

} // namespace

class TestMapMeaning : public QObject
{
    Q_OBJECT
private slots:
    void buildings();
    void grounds_data();
    void grounds();
    void streets();
    void otherLayouts();
    void whatHasNoPlaceIsCounted();
    void junctionsHaveNoSeam();
    void drawingsByTheirLayers();
};

void TestMapMeaning::buildings()
{
    const MapContent content =
        contentOf(QStringLiteral("multipolygons"),
                  {{QStringLiteral("building"), QStringLiteral("apartments")},
                   {QStringLiteral("building:levels"), QStringLiteral("6")},
                   {QStringLiteral("building:material"), QStringLiteral("brick")},
                   {QStringLiteral("name"), QStringLiteral("一号楼")},
                   {QStringLiteral("addr:housenumber"), QStringLiteral("12")}},
                  geo::MapMultiPolygon{square(20)});
    const MapEntry *building = first(content, BasemapLayer::Building);
    QVERIFY(building);
    QCOMPARE(building->attributes,
             (QVariantList{QStringLiteral("砖"), 6, QStringLiteral("dwelling"),
                           QStringLiteral("一号楼")}));
    QVERIFY(first(content, BasemapLayer::DoorPlate));
    QVERIFY(first(content, BasemapLayer::PlaceName));
}

void TestMapMeaning::grounds_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("layer");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *key, const char *value, BasemapLayer layer, const char *kind) {
        QTest::addRow("%s=%s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value)
                                           << static_cast<int>(layer) << QString::fromLatin1(kind);
    };
    row("landuse", "residential", BasemapLayer::Block, "residential");
    row("amenity", "university", BasemapLayer::Block, "school");
    row("amenity", "hospital", BasemapLayer::Block, "hospital");
    row("landuse", "industrial", BasemapLayer::Block, "industrial");
    row("leisure", "park", BasemapLayer::Green, "park");
    row("landuse", "forest", BasemapLayer::Green, "woods");
    row("landuse", "farmland", BasemapLayer::Green, "farmland");
    row("natural", "water", BasemapLayer::Water, "pond");
    row("waterway", "riverbank", BasemapLayer::Water, "river");
    row("amenity", "parking", BasemapLayer::RoadSurface, "parking");
}

void TestMapMeaning::grounds()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(int, layer);
    QFETCH(QString, kind);
    const MapContent content = contentOf(QStringLiteral("multipolygons"), {{key, value}},
                                         geo::MapMultiPolygon{square(30)});
    QCOMPARE(content.entries.size(), size_t(1));
    QCOMPARE(static_cast<int>(content.entries.front().layer), layer);
    QCOMPARE(content.entries.front().attributes.front().toString(), kind);
}

void TestMapMeaning::streets()
{
    const std::vector<geo::MapLine> line{{{0, 0}, {100, 0}}};
    const MapContent primary = contentOf(QStringLiteral("lines"),
                                         {{QStringLiteral("highway"), QStringLiteral("primary")},
                                          {QStringLiteral("lanes"), QStringLiteral("6")},
                                          {QStringLiteral("name"), QStringLiteral("中关村东路")}},
                                         line);
    QCOMPARE(primary.streets.size(), size_t(1));
    QCOMPARE(primary.streets.front().kind, QStringLiteral("main"));
    QCOMPARE(primary.streets.front().widthM, 21.0);
    QCOMPARE(primary.streets.front().name, QStringLiteral("中关村东路"));
    const MapContent tunnel = contentOf(QStringLiteral("lines"),
                                        {{QStringLiteral("highway"), QStringLiteral("footway")},
                                         {QStringLiteral("tunnel"), QStringLiteral("yes")}},
                                        line);
    QVERIFY(tunnel.streets.front().isTunnel);
    QCOMPARE(tunnel.streets.front().kind, QStringLiteral("path"));
}

void TestMapMeaning::otherLayouts()
{
    // Geofabrik's classes and Tilezen's kinds.
    QVERIFY(first(contentOf(QStringLiteral("landuse"),
                            {{QStringLiteral("fclass"), QStringLiteral("residential")}},
                            geo::MapMultiPolygon{square(50)}),
                  BasemapLayer::Block));
    QVERIFY(first(contentOf(QStringLiteral("water"),
                            {{QStringLiteral("fclass"), QStringLiteral("reservoir")}},
                            geo::MapMultiPolygon{square(50)}),
                  BasemapLayer::Water));
    const MapContent road =
        contentOf(QStringLiteral("roads"),
                  {{QStringLiteral("kind"), QStringLiteral("major_road")},
                   {QStringLiteral("kind_detail"), QStringLiteral("secondary")}},
                  std::vector<geo::MapLine>{{{0, 0}, {9, 0}}});
    QCOMPARE(road.streets.front().kind, QStringLiteral("secondary"));
    const MapContent tower =
        contentOf(QStringLiteral("buildings"), {{QStringLiteral("height"), 60.0}},
                  geo::MapMultiPolygon{square(20)});
    QCOMPARE(first(tower, BasemapLayer::Building)->attributes.at(1).toInt(), 20);
}

void TestMapMeaning::whatHasNoPlaceIsCounted()
{
    geo::VectorFeature feature;
    feature.attributes = {{QStringLiteral("highway"), QStringLiteral("traffic_signals")}};
    feature.geometry = std::vector<geo::MapPoint>{{1, 2}};
    MapContent content;
    ImportReport report;
    addByTags(tagsOf(QStringLiteral("points"), feature), feature, content, report);
    QVERIFY(content.entries.empty());
    QCOMPARE(report.skipped(), 1);
    QVERIFY(report.toText().contains(QStringLiteral("highway=traffic_signals")));
}

void TestMapMeaning::junctionsHaveNoSeam()
{
    MapContent content;
    content.streets = {{{{-50, 0}, {50, 0}}, QStringLiteral("main"), {}, 12, false, false},
                       {{{0, -50}, {0, 50}}, QStringLiteral("branch"), {}, 6, false, false},
                       {{{0, 50}, {0, 90}}, QStringLiteral("branch"), {}, 6, false, true}};
    QVERIFY(addStreets(content, {}));
    int kerbs = 0;
    int lines = 0;
    for (const MapEntry &entry : content.entries) {
        kerbs += entry.layer == BasemapLayer::Kerb;
        lines += entry.layer == BasemapLayer::RoadLine;
    }
    // One ring about the whole crossing; the tunnel has a centre line but no surface.
    QCOMPARE(kerbs, 1);
    QCOMPARE(lines, 3);
}

void TestMapMeaning::drawingsByTheirLayers()
{
    MapContent content;
    ImportReport report;
    CassMeaning drawing;
    const auto add = [&](const char *layer, decltype(geo::VectorFeature::geometry) geometry,
                         const QString &text = {}, double z = qQNaN()) {
        geo::VectorFeature feature;
        feature.attributes = {{QStringLiteral("Layer"), QString::fromLatin1(layer)},
                              {QStringLiteral("Text"), text}};
        feature.geometry = std::move(geometry);
        feature.z = z;
        drawing.add(feature, content, report);
    };
    using Points = std::vector<geo::MapPoint>;
    using Lines = std::vector<geo::MapLine>;
    add("JMD", Lines{square(20).rings.front()});
    add("JMD", Points{{10, 10}}, QStringLiteral("砼6"));
    add("GCD", Points{{40, 40}}, {}, 71.25);
    add("GCD", Points{{41, 40}}, QStringLiteral("71.25"));
    add("GCD", Points{{90, 90}}, QStringLiteral("70.10"));
    add("DGX", Lines{{{0, 0}, {5, 5}}}, {}, 72.5);
    add("DLSS", Lines{{{0, 0}, {5, 5}}});
    add("ZJ", Points{{3, 3}}, QStringLiteral("东湖小区"));
    add("TK", Lines{{{0, 0}, {5, 5}}});
    drawing.finish(content, report);
    QCOMPARE(first(content, BasemapLayer::Building)->attributes.at(0).toString(),
             QStringLiteral("砼"));
    QCOMPARE(first(content, BasemapLayer::Building)->attributes.at(1).toInt(), 6);
    QCOMPARE(std::count_if(
                 content.entries.begin(), content.entries.end(),
                 [](const MapEntry &entry) { return entry.layer == BasemapLayer::SpotHeight; }),
             2);
    QCOMPARE(first(content, BasemapLayer::Contour)->attributes.at(1).toInt(), 1);
    QVERIFY(first(content, BasemapLayer::Kerb));
    QCOMPARE(first(content, BasemapLayer::PlaceName)->attributes.at(1).toString(),
             QStringLiteral("东湖小区"));
    QCOMPARE(report.skipped(), 1);
}

QTEST_GUILESS_MAIN(TestMapMeaning)
#include "tst_mapmeaning.moc"
