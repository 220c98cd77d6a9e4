// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/basemap.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace gridhall;
using namespace gridhall::geo;

class TestBasemap : public QObject
{
    Q_OBJECT
private slots:
    void schemaCoversEveryLayer();
    void writesAndReadsStreetsAndNames();
    void nothingIsLeftWithoutCommit();
    void replacesAnOlderFileOnlyOnCommit();
    void refusesAGeographicCrs();
    void refusesAMissingFolder();
    void refusesAReadOnlyFolder();
    void aFullDiskLeavesNothing();
    void refusesAFeatureOfTheWrongKind();
    void tellsWhatIsNoBasemap();
};

void TestBasemap::schemaCoversEveryLayer()
{
    QCOMPARE(int(basemapSchema().size()), int(BasemapLayer::Component));
    QSet<QString> names;
    for (const BasemapLayerSchema &row : basemapSchema()) {
        QVERIFY(row.geometry != GeometryKind::None);
        QVERIFY(!row.fields.isEmpty());
        names.insert(row.tableName);
        QCOMPARE(basemapSchema(row.layer).tableName, row.tableName);
    }
    QCOMPARE(names.size(), basemapSchema().size());
    QVERIFY(basemapSchema(BasemapLayer::None).tableName.isEmpty());
}

void TestBasemap::writesAndReadsStreetsAndNames()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("basemap.gpkg"));
    auto writer = BasemapWriter::create(path, QStringLiteral("EPSG:4547"));
    QVERIFY2(writer.ok(), qPrintable(writer.ok() ? QString() : writer.error().detail));
    const MapLine line{{528000.25, 3852000.5}, {528100, 3852010}, {528200, 3852000}};
    const QString name = QStringLiteral("文昌东路");
    QVERIFY(
        writer->addLine(BasemapLayer::RoadLine, line, {QStringLiteral("main"), name, 24.5}).ok());
    QVERIFY(writer
                ->addPoint(BasemapLayer::PlaceName, {528050, 3852050},
                           {QStringLiteral("estate"), QStringLiteral("荷风苑"), 2})
                .ok());
    QVERIFY(
        writer
            ->addPolygon(
                BasemapLayer::Building,
                {{{{528000, 3852000}, {528010, 3852000}, {528010, 3852010}, {528000, 3852000}}}},
                {QStringLiteral("砼"), 6, QVariant(), QVariant()})
            .ok());
    QCOMPARE(writer->count(BasemapLayer::RoadLine), 1);
    QCOMPARE(writer->count(BasemapLayer::Tree), 0);
    const auto committed = writer->commit();
    QVERIFY2(committed.ok(), qPrintable(committed.ok() ? QString() : committed.error().detail));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("basemap.gpkg")});

    const auto streets = readStreetLines(path);
    QVERIFY(streets.ok());
    QCOMPARE(int(streets->size()), 1);
    QCOMPARE(streets->front().name, name);
    QCOMPARE(streets->front().kind, QStringLiteral("main"));
    QCOMPARE(streets->front().widthM, 24.5);
    QCOMPARE(streets->front().line, line);
    const auto names = readPlaceNames(path);
    QVERIFY(names.ok());
    QCOMPARE(names->front().rank, 2);
    QCOMPARE(names->front().at, (MapPoint{528050, 3852050}));
    QCOMPARE(*basemapCrs(path), QStringLiteral("EPSG:4547"));
}

void TestBasemap::nothingIsLeftWithoutCommit()
{
    QTemporaryDir folder;
    {
        auto writer = BasemapWriter::create(folder.filePath(QStringLiteral("basemap.gpkg")),
                                            QStringLiteral("EPSG:4547"));
        QVERIFY(writer.ok());
        QVERIFY(writer->addPoint(BasemapLayer::Tree, {1, 2}, {QStringLiteral("bush")}).ok());
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestBasemap::replacesAnOlderFileOnlyOnCommit()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("basemap.gpkg"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    auto writer = BasemapWriter::create(path, QStringLiteral("EPSG:4548"));
    QVERIFY(writer.ok());
    QCOMPARE(QFileInfo(path).size(), 3);
    QVERIFY(writer->commit().ok());
    QCOMPARE(*basemapCrs(path), QStringLiteral("EPSG:4548"));
    QVERIFY(readStreetLines(path)->empty());
}

void TestBasemap::refusesAGeographicCrs()
{
    QTemporaryDir folder;
    for (const char *crs : {"EPSG:4490", "EPSG:999999", "nonsense", ""}) {
        const auto writer = BasemapWriter::create(folder.filePath(QStringLiteral("b.gpkg")),
                                                  QString::fromLatin1(crs));
        QVERIFY(!writer.ok());
        QCOMPARE(writer.error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestBasemap::refusesAMissingFolder()
{
    const auto writer = BasemapWriter::create(QStringLiteral("/nowhere/at/all/b.gpkg"),
                                              QStringLiteral("EPSG:4547"));
    QVERIFY(!writer.ok());
    QCOMPARE(writer.error().kind, ErrorKind::Unwritable);
}

void TestBasemap::refusesAReadOnlyFolder()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    QTemporaryDir folder;
    QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 0500) == 0);
    const auto writer = BasemapWriter::create(folder.filePath(QStringLiteral("b.gpkg")),
                                              QStringLiteral("EPSG:4547"));
    ::chmod(QFile::encodeName(folder.path()).constData(), 0700);
    QVERIFY(!writer.ok());
    QCOMPARE(writer.error().kind, ErrorKind::Unwritable);
}

void TestBasemap::aFullDiskLeavesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("b.gpkg"));
    // A limit on file size makes writes fail as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QVERIFY(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    bool failed = false;
    {
        auto writer = BasemapWriter::create(path, QStringLiteral("EPSG:4547"));
        QVERIFY(writer.ok());
        rlimit small = before;
        small.rlim_cur = 512 * 1024;
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        for (int i = 0; i < 60000 && !failed; ++i)
            failed =
                !writer->addPoint(BasemapLayer::Tree, {double(i), 1.0}, {QStringLiteral("bush")})
                     .ok();
        if (!failed) {
            const auto committed = writer->commit();
            failed = !committed.ok();
            if (failed)
                QVERIFY(!committed.error().text().isEmpty());
        }
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(failed);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestBasemap::refusesAFeatureOfTheWrongKind()
{
    QTemporaryDir folder;
    auto writer = BasemapWriter::create(folder.filePath(QStringLiteral("b.gpkg")),
                                        QStringLiteral("EPSG:4547"));
    QVERIFY(writer.ok());
    QVERIFY(
        !writer->addPoint(BasemapLayer::Building, {0, 0}, {QVariant(), 1, QVariant(), QVariant()})
             .ok());
    QVERIFY(!writer->addPoint(BasemapLayer::Tree, {0, 0}, {}).ok());
    QVERIFY(!writer->addLine(BasemapLayer::Wall, {{0, 0}}, {QStringLiteral("wall")}).ok());
    QVERIFY(!writer->addPolygon(BasemapLayer::Water, {}, {QVariant(), QVariant()}).ok());
    QVERIFY(writer->addPoint(BasemapLayer::Tree, {0, 0}, {QStringLiteral("bush")}).ok());
}

void TestBasemap::tellsWhatIsNoBasemap()
{
    QTemporaryDir folder;
    const QString missing = folder.filePath(QStringLiteral("missing.gpkg"));
    QCOMPARE(readStreetLines(missing).error().kind, ErrorKind::NotFound);
    const QString broken = folder.filePath(QStringLiteral("broken.gpkg"));
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("SQLite format 3\0 and then nothing", 33);
    file.close();
    QCOMPARE(readStreetLines(broken).error().kind, ErrorKind::Unreadable);
    QCOMPARE(basemapCrs(broken).error().kind, ErrorKind::Unreadable);
    QCOMPARE(readPlaceNames(broken).error().subject, broken);
}

QTEST_GUILESS_MAIN(TestBasemap)
#include "tst_basemap.moc"
