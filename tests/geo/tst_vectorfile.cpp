// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/vectorfile.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace gridhall;
using namespace gridhall::geo;

class TestVectorFile : public QObject
{
    Q_OBJECT
private slots:
    void readsInTheCrsAskedFor();
    void expandsOsmTags();
    void refusesCutAndForeignFiles();
    void wantsACrs();
    void stopsWhenTold();
    void readsDrawingsWithTextAndHeight();

private:
    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? file.fileName()
                   : QString();
    }
    QTemporaryDir m_dir;
};

namespace {

const QByteArray kOsm = R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6"><bounds minlat="34.79" minlon="114.30" maxlat="34.80" maxlon="114.31"/>
<node id="1" lat="34.797" lon="114.307"><tag k="natural" v="tree"/><tag k="name" v="老&quot;槐"/></node>
<node id="2" lat="34.797" lon="114.308"/><node id="3" lat="34.798" lon="114.308"/>
<way id="4"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="lanes" v="6"/></way>
</osm>)";

} // namespace

void TestVectorFile::readsInTheCrsAskedFor()
{
    auto file = VectorFile::open(write("a.osm", kOsm));
    QVERIFY(file);
    QCOMPARE(file->driver(), QStringLiteral("OSM"));
    QVERIFY(std::fabs(file->layers().first().extentDegrees.west - 114.30) < 1e-6);
    int points = 0;
    const auto read = file->read(
        QStringLiteral("EPSG:4547"), {}, [&](const QString &, const VectorFeature &feature) {
            if (const auto *at = std::get_if<std::vector<MapPoint>>(&feature.geometry)) {
                ++points;
                if (std::fabs(at->front().east - 528094.553) > 0.01 ||
                    std::fabs(at->front().north - 3852115.295) > 0.01)
                    points = 100;
            }
            return true;
        });
    QVERIFY(read);
    QCOMPARE(points, 1);
}

void TestVectorFile::expandsOsmTags()
{
    auto file = VectorFile::open(write("b.osm", kOsm));
    QVERIFY(file);
    QVariantMap road;
    QVariantMap tree;
    QVERIFY(file->read(QStringLiteral("EPSG:4547"), {},
                       [&](const QString &layer, const VectorFeature &feature) {
                           (layer == QLatin1String("lines") ? road : tree) = feature.attributes;
                           return true;
                       }));
    QCOMPARE(road.value(QStringLiteral("highway")).toString(), QStringLiteral("primary"));
    QCOMPARE(road.value(QStringLiteral("lanes")).toString(), QStringLiteral("6"));
    QCOMPARE(tree.value(QStringLiteral("natural")).toString(), QStringLiteral("tree"));
    QCOMPARE(tree.value(QStringLiteral("name")).toString(), QStringLiteral("老\"槐"));
    QVERIFY(!road.contains(QStringLiteral("other_tags")));
}

void TestVectorFile::refusesCutAndForeignFiles()
{
    const auto none = VectorFile::open(m_dir.filePath(QStringLiteral("none.gpkg")));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
    const std::pair<const char *, QByteArray> bad[] = {
        {"c.osm.pbf", QByteArray(1000, 'x')},
        {"d.osm.pbf", QByteArray()},
        {"e.gpkg", "no"},
        {"f.osm.pbf", QByteArray::fromHex("0000000d0a094f534d48656164657218ff01")}};
    for (const auto &[name, bytes] : bad) {
        const auto file = VectorFile::open(write(name, bytes));
        QVERIFY2(!file, name);
        QCOMPARE(file.error().kind, ErrorKind::Unreadable);
        QVERIFY(file.error().subject.endsWith(QLatin1String(name)));
    }
    // Expat meets the end too early only while reading.
    auto cut = VectorFile::open(write("g.osm", kOsm.left(kOsm.size() / 2)));
    const bool isRefused =
        !cut || !cut->read(QStringLiteral("EPSG:4547"), {},
                           [](const QString &, const VectorFeature &) { return true; });
    QVERIFY(isRefused);
}

void TestVectorFile::wantsACrs()
{
    auto file = VectorFile::open(write("h.csv", "WKT,name\n\"POINT (500000 3852000)\",a\n"));
    QVERIFY(file);
    const auto all = [](const QString &, const VectorFeature &) { return true; };
    const auto read = file->read(QStringLiteral("EPSG:4547"), {}, all);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    QVERIFY(file->read(QStringLiteral("EPSG:4547"), QStringLiteral("EPSG:4547"), all));
    QVERIFY(!file->read(QStringLiteral("nonsense"), QStringLiteral("EPSG:4547"), all));
}

void TestVectorFile::stopsWhenTold()
{
    auto file = VectorFile::open(write("i.osm", kOsm));
    QVERIFY(file);
    int seen = 0;
    const auto read =
        file->read(QStringLiteral("EPSG:4547"), {},
                   [&](const QString &, const VectorFeature &) { return ++seen > 1; });
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Cancelled);
    QCOMPARE(seen, 1);
}

void TestVectorFile::readsDrawingsWithTextAndHeight()
{
    const QByteArray dxf = "0\nSECTION\n2\nENTITIES\n"
                           "0\nPOINT\n8\nGCD\n10\n528000.0\n20\n3852000.0\n30\n71.25\n"
                           "0\nTEXT\n8\nJMD\n10\n528010.0\n20\n3852010.0\n30\n0.0\n40\n1.5\n1\nA6\n"
                           "0\nENDSEC\n0\nEOF\n";
    auto file = VectorFile::open(write("j.dxf", dxf));
    QVERIFY(file);
    double height = 0.0;
    QString words;
    const QString crs = QStringLiteral("EPSG:4547");
    QVERIFY(file->read(crs, crs, [&](const QString &, const VectorFeature &feature) {
        if (feature.attributes.value(QStringLiteral("Layer")).toString() == QLatin1String("GCD"))
            height = feature.z;
        else
            words = feature.attributes.value(QStringLiteral("Text")).toString();
        return true;
    }));
    QCOMPARE(height, 71.25);
    QCOMPARE(words, QStringLiteral("A6"));
}

QTEST_GUILESS_MAIN(TestVectorFile)
#include "tst_vectorfile.moc"
