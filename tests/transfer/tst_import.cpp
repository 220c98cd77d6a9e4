// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/catalogrepository.h>
#include <city/cityindex.h>
#include <city/cityrepository.h>
#include <geo/basemap.h>
#include <geo/boxindex.h>

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <memory>

using namespace gridhall;

namespace {

struct Answer
{
    int code = -1;
    QString out;
    QString error;
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

QString shared(const char *name)
{
    return qEnvironmentVariable("GRIDHALL_SHARED_DATA") + QLatin1Char('/') +
           QString::fromLatin1(name);
}

} // namespace

#define NEEDS(file)                                                                                \
    if (!QFile::exists(file))                                                                      \
    QSKIP("the city data for this are not on this machine")

class TestImport : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void startsACity();
    void refusesBadCities();
    void beijing_data();
    void beijing();
    void hangzhou();
    void standards();
    void badFiles_data();
    void badFiles();
    void layerWithoutCrs();
    void shapefileInChineseEncoding();
    void patrollersForEveryGrid();
    void missingColumns();
    void readOnlyCity();
    void fullDisk();
    void speaksChinese();
    void helpAndUsage();

private:
    Answer run(const QStringList &words, rlim_t mostBytes = RLIM_INFINITY) const;
    QString newCity(const QStringList &more = {}) const;
    QByteArray write(const char *name, const QByteArray &bytes) const;
    QByteArray stateOf(const QString &city) const;
    void verifyRefused(const QStringList &words, const QString &city, const QString &says);
    std::unique_ptr<QTemporaryDir> m_dir;
    bool m_stepDown = false;
};

void TestImport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

Answer TestImport::run(const QStringList &words, rlim_t mostBytes) const
{
    QProcess process;
    process.setChildProcessModifier([mostBytes, stepDown = m_stepDown] {
        // Without this capability root is bound by permissions like everybody else, and still
        // reaches its own folders.
        if (stepDown && prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) != 0)
            _exit(99);
        if (mostBytes == RLIM_INFINITY)
            return;
        const rlimit limit{mostBytes, mostBytes};
        setrlimit(RLIMIT_FSIZE, &limit);
    });
    process.start(QStringLiteral(GRIDHALL_BIN_DIR "/gridhallctl"), words);
    if (!process.waitForFinished(100'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString TestImport::newCity(const QStringList &more) const
{
    const QString folder = m_dir->filePath(QStringLiteral("city"));
    const Answer answer = run(QStringList{QStringLiteral("city"), QStringLiteral("new"), folder,
                                          QStringLiteral("--name"), QStringLiteral("试验市")} +
                              more);
    return answer.code == 0 ? folder : QString();
}

QByteArray TestImport::write(const char *name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName().toUtf8();
}

/// Names and contents of everything in the city, but for SQLite's own shared memory.
QByteArray TestImport::stateOf(const QString &city) const
{
    QStringList lines;
    QDirIterator it(city, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        if (path.endsWith(QLatin1String("-shm")) || path.endsWith(QLatin1String("-wal")))
            continue;
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
        lines.append(path + QLatin1Char(' ') + QString::fromLatin1(hash.result().toHex()));
    }
    lines.sort();
    return lines.join(QLatin1Char('\n')).toUtf8();
}

void TestImport::verifyRefused(const QStringList &words, const QString &city, const QString &says)
{
    const QByteArray before = stateOf(city);
    const Answer answer = run(words);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(says), qPrintable(answer.error));
    QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
    QCOMPARE(answer.out, QString());
    QCOMPARE(stateOf(city), before);
}

void TestImport::startsACity()
{
    const QString city = newCity({QStringLiteral("--crs"), QStringLiteral("EPSG:4547"),
                                  QStringLiteral("--division"), QStringLiteral("990102")});
    QVERIFY(!city.isEmpty());
    const Answer info =
        run({QStringLiteral("city"), QStringLiteral("info"), city, QStringLiteral("--json")});
    QCOMPARE(info.code, 0);
    QCOMPARE(info.json()[QLatin1String("crs")].toString(), QStringLiteral("EPSG:4547"));
    QCOMPARE(info.json()[QLatin1String("name")].toString(), QStringLiteral("试验市"));
    QCOMPARE(info.json()[QLatin1String("counts")][QLatin1String("person")].toInt(), 4);
}

void TestImport::refusesBadCities()
{
    const QString folder = m_dir->filePath(QStringLiteral("new"));
    const QStringList start{QStringLiteral("city"), QStringLiteral("new"), folder,
                            QStringLiteral("--name"), QStringLiteral("市")};
    QCOMPARE(run(start + QStringList{QStringLiteral("--crs"), QStringLiteral("EPSG:4490")}).code,
             1);
    QCOMPARE(run(start + QStringList{QStringLiteral("--division"), QStringLiteral("12")}).code, 1);
    QVERIFY(!QFile::exists(folder));
    QVERIFY(QDir(m_dir->path()).isEmpty());
    QCOMPARE(run(start).code, 0);
    verifyRefused(start, folder, QStringLiteral("isn't empty"));
}

void TestImport::beijing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("buildings");
    QTest::newRow("Tsinghua") << shared("osm/beijing_tsinghua_2017.osm.pbf") << 500;
    QTest::newRow("CAU") << shared("osm/beijing_cau_2026.osm.pbf") << 240;
}

void TestImport::beijing()
{
    QFETCH(QString, file);
    QFETCH(int, buildings);
    NEEDS(file);
    const QString city = newCity({QStringLiteral("--division"), QStringLiteral("110108")});
    const Answer map = run({QStringLiteral("import"), QStringLiteral("basemap"), file,
                            QStringLiteral("--city"), city, QStringLiteral("--json")});
    QVERIFY2(map.code == 0, qPrintable(map.error));
    const QJsonObject written = map.json()[QLatin1String("written")].toObject();
    QVERIFY(written[QLatin1String("building")].toInt() >= buildings);
    QVERIFY(written[QLatin1String("road_line")].toInt() > 100);
    QVERIFY(written[QLatin1String("kerb")].toInt() > 10);
    QVERIFY(QFile::exists(city + QStringLiteral("/hall.qgz")));
    const Answer grids = run({QStringLiteral("city"), QStringLiteral("make-grids"), city,
                              QStringLiteral("--responsibility"), QStringLiteral("6")});
    QVERIFY2(grids.code == 0, qPrintable(grids.error));
    auto connection = store::Connection::open(store::CityAddress::parse(city).value());
    QVERIFY(connection);
    const auto index = city::CityIndex::load(*connection);
    QVERIFY(index);
    QCOMPARE((*index)->info().crs, QStringLiteral("EPSG:4548"));
    QVERIFY((*index)->unitGrids().size() > 50);
    QCOMPARE((*index)->responsibilityGrids().size(), 6);
    for (const city::UnitGrid &grid : (*index)->unitGrids()) {
        QCOMPARE(grid.code.size(), 15);
        QVERIFY(!grid.responsibilityGridCode.isEmpty());
    }
    verifyRefused({QStringLiteral("city"), QStringLiteral("make-grids"), city}, city,
                  QStringLiteral("already"));
}

void TestImport::hangzhou()
{
    const QString map = shared("osm/hangzhou_landuse_water_osm.gpkg");
    const QString grids = shared("admin/hangzhou_xiacheng_grid.gpkg");
    NEEDS(map);
    NEEDS(grids);
    const QString city = newCity({QStringLiteral("--division"), QStringLiteral("330103")});
    const auto import = [&](const char *what, const QString &file) {
        return run({QStringLiteral("import"), QString::fromLatin1(what), file,
                    QStringLiteral("--city"), city, QStringLiteral("--json")});
    };
    QCOMPARE(import("grids", grids).code, 0);
    QCOMPARE(import("basemap", map).code, 0);
    const Answer things = import("components", grids);
    QVERIFY2(things.code == 0, qPrintable(things.error));
    QCOMPARE(things.json()[QLatin1String("written")][QLatin1String("component")].toInt(), 550);
    auto connection = store::Connection::open(store::CityAddress::parse(city).value());
    QVERIFY(connection);
    const auto index = city::CityIndex::load(*connection);
    QVERIFY(index);
    QCOMPARE((*index)->unitGrids().size(), 201);
    const city::UnitGrid *grid = (*index)->unitGrid(QStringLiteral("330103003003002"));
    QVERIFY(grid);
    QVERIFY(grid->name.contains(QStringLiteral("SQ-3-2")));
    QCOMPARE(grid->communityName, QStringLiteral("华丰社区"));
    int inGrid = 0;
    for (const city::Component &component : (*index)->components()) {
        QCOMPARE(component.code.size(), 16);
        inGrid += component.unitGridCode.isEmpty() ? 0 : 1;
    }
    QVERIFY(inGrid > 500);
    // The same again adds nothing to the grids.
    const Answer again = import("grids", grids);
    QCOMPARE(again.code, 0);
    QCOMPARE(again.json()[QLatin1String("written")][QLatin1String("unit_grid")].toInt(), 0);
}

void TestImport::standards()
{
    const QString file = shared("codes/yuncheng_case_standards.xlsx");
    NEEDS(file);
    const QString city = newCity();
    const Answer answer = run({QStringLiteral("import"), QStringLiteral("standards"), file,
                               QStringLiteral("--city"), city, QStringLiteral("--json")});
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QCOMPARE(answer.json()[QLatin1String("written")][QLatin1String("filing_condition")].toInt(),
             519);
    QCOMPARE(answer.json()[QLatin1String("skipped")].toArray().size(), 0);
    QVERIFY(answer.json()[QLatin1String("written")][QLatin1String("unit")].toInt() > 20);
    auto connection = store::Connection::open(store::CityAddress::parse(city).value());
    QVERIFY(connection);
    const auto catalog = catalog::CatalogRepository(*connection).load();
    QVERIFY(catalog);
    const auto conditions = (*catalog)->conditionsOf(QStringLiteral("C0101"));
    QCOMPARE(conditions.size(), 4);
    QCOMPARE(conditions.first().limit, (catalog::Limit{2, catalog::LimitUnit::UrgentHour}));
}

void TestImport::badFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QString damaged = QStringLiteral("damaged or no map file");
    QTest::newRow("non-OSM pbf") << "a.osm.pbf" << QByteArray(4096, 'x') << damaged;
    QTest::newRow("empty pbf") << "a.osm.pbf" << QByteArray() << damaged;
    QTest::newRow("broken osm")
        << "a.osm" << QByteArray("<?xml version='1.0'?><osm version='0.6'><node id='1' lat='3")
        << damaged;
    QTest::newRow("text as gpkg") << "a.gpkg" << QByteArray("hello") << damaged;
    QTest::newRow("broken GeoJSON")
        << "a.geojson" << QByteArray("{\"type\":\"FeatureColl") << damaged;
    QFile whole(shared("osm/beijing_cau_2026.osm.pbf"));
    if (whole.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = whole.readAll();
        QTest::newRow("cut in the middle")
            << "a.osm.pbf" << bytes.left(bytes.size() / 2) << damaged;
        QTest::newRow("cut at the end") << "a.osm.pbf" << bytes.chopped(1) << damaged;
        QTest::newRow("bytes behind it") << "a.osm.pbf" << bytes + QByteArray("xy") << damaged;
    }
}

void TestImport::badFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString city = newCity({QStringLiteral("--crs"), QStringLiteral("EPSG:4548")});
    const QString path = QString::fromUtf8(write(qPrintable(name), bytes));
    verifyRefused(
        {QStringLiteral("import"), QStringLiteral("basemap"), path, QStringLiteral("--city"), city},
        city, says);
    verifyRefused({QStringLiteral("import"), QStringLiteral("basemap"),
                   path + QStringLiteral(".none"), QStringLiteral("--city"), city},
                  city, QStringLiteral("no such file"));
}

void TestImport::layerWithoutCrs()
{
    const QString city = newCity({QStringLiteral("--crs"), QStringLiteral("EPSG:4548")});
    const QString path = QString::fromUtf8(write(
        "roads.csv", "WKT,highway\n\"LINESTRING (500000 4400000,500100 4400000)\",primary\n"));
    const QStringList words{QStringLiteral("import"), QStringLiteral("basemap"), path,
                            QStringLiteral("--city"), city};
    verifyRefused(words, city, QStringLiteral("--source-crs"));
    const Answer named =
        run(words + QStringList{QStringLiteral("--source-crs"), QStringLiteral("EPSG:4548")});
    QVERIFY2(named.code == 0, qPrintable(named.error));
}

void TestImport::shapefileInChineseEncoding()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ogr2ogr"));
    if (program.isEmpty())
        QSKIP("ogr2ogr is not installed: it comes with gdal-bin");
    const QString source = QString::fromUtf8(write("roads.geojson", R"({"type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {"highway": "primary", "name": "文昌东路"},
        "geometry": {"type": "LineString", "coordinates": [[114.30, 34.79], [114.31, 34.79]]}}]})"));
    const QString shape = m_dir->filePath(QStringLiteral("roads.shp"));
    QCOMPARE(QProcess::execute(program, {QStringLiteral("-lco"), QStringLiteral("ENCODING=CP936"),
                                         shape, source}),
             0);
    const QString city = newCity();
    const Answer answer = run({QStringLiteral("import"), QStringLiteral("basemap"), shape,
                               QStringLiteral("--city"), city});
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    const auto streets = geo::readStreetLines(city + QStringLiteral("/basemap.gpkg"));
    QVERIFY(streets.ok());
    QCOMPARE(streets->size(), size_t(1));
    QCOMPARE(streets->front().name, QStringLiteral("文昌东路"));
    QCOMPARE(streets->front().kind, QStringLiteral("main"));
    QVERIFY(std::abs(geo::lengthM(streets->front().line) - 915) < 5);
}

void TestImport::patrollersForEveryGrid()
{
    const QString city = newCity({QStringLiteral("--crs"), QStringLiteral("EPSG:4547"),
                                  QStringLiteral("--division"), QStringLiteral("990102")});
    const QStringList staff{QStringLiteral("city"), QStringLiteral("add-patrollers"), city};
    QCOMPARE(run(staff).code, 1); // no responsibility grid yet
    const QString grids = QString::fromUtf8(write("grids.geojson", R"({"type": "FeatureCollection",
        "features": [
        {"type": "Feature", "properties": {"code": "990102001001001"}, "geometry": {"type": "Polygon",
         "coordinates": [[[114.300, 34.79], [114.301, 34.79], [114.301, 34.791], [114.300, 34.79]]]}},
        {"type": "Feature", "properties": {"code": "990102001002001"}, "geometry": {"type": "Polygon",
         "coordinates": [[[114.310, 34.79], [114.311, 34.79], [114.311, 34.791], [114.310, 34.79]]]}}
        ]})"));
    const Answer imported = run(
        {QStringLiteral("import"), QStringLiteral("grids"), grids, QStringLiteral("--city"), city});
    QVERIFY2(imported.code == 0, qPrintable(imported.error));
    const auto people = [&] {
        return run({QStringLiteral("city"), QStringLiteral("info"), city, QStringLiteral("--json")})
            .json()[QLatin1String("counts")][QLatin1String("person")]
            .toInt();
    };
    QCOMPARE(people(), 4);
    QCOMPARE(run(staff + QStringList{QStringLiteral("--per-grid"), QStringLiteral("3")}).code, 0);
    QCOMPARE(people(), 4 + 2 * 3);
    QCOMPARE(run(staff + QStringList{QStringLiteral("--per-grid"), QStringLiteral("3")}).code, 0);
    QCOMPARE(people(), 4 + 2 * 3);
    QCOMPARE(run(staff + QStringList{QStringLiteral("--per-grid"), QStringLiteral("0")}).code, 2);
}

void TestImport::missingColumns()
{
    const QString city = newCity();
    const QString path = QString::fromUtf8(
        write("部件.csv", "大类代码,小类代码,小类名称,处置时限\n01,01,上水井盖,2紧急工作时\n"));
    verifyRefused({QStringLiteral("import"), QStringLiteral("standards"), path,
                   QStringLiteral("--city"), city},
                  city, QStringLiteral("立案条件"));
}

void TestImport::readOnlyCity()
{
    const QString file = shared("osm/beijing_cau_2026.osm.pbf");
    NEEDS(file);
    const QString city = newCity({QStringLiteral("--crs"), QStringLiteral("EPSG:4548")});
    const QByteArray before = stateOf(city);
    // Root may write everywhere, so it steps down.
    const bool isRoot = geteuid() == 0;
    const auto everyoneReads =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_dir->path(), everyoneReads | QFile::WriteOwner));
    QVERIFY(QFile::setPermissions(city, everyoneReads));
    m_stepDown = isRoot;
    const Answer answer = run({QStringLiteral("import"), QStringLiteral("basemap"), file,
                               QStringLiteral("--city"), city});
    m_stepDown = false;
    QFile::setPermissions(city, everyoneReads | QFile::WriteOwner);
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.error.contains(city), qPrintable(answer.error));
    QCOMPARE(stateOf(city), before);
}

void TestImport::fullDisk()
{
    const QString file = shared("osm/beijing_cau_2026.osm.pbf");
    NEEDS(file);
    const QString city = newCity({QStringLiteral("--crs"), QStringLiteral("EPSG:4548")});
    const QByteArray before = stateOf(city);
    constexpr rlim_t kMostBytes = 200'000;
    const Answer answer = run(
        {QStringLiteral("import"), QStringLiteral("basemap"), file, QStringLiteral("--city"), city},
        kMostBytes);
    QCOMPARE(answer.code, 1);
    QVERIFY(!answer.error.isEmpty());
    QCOMPARE(stateOf(city), before);
}

void TestImport::speaksChinese()
{
    const Answer answer =
        run({QStringLiteral("--language"), QStringLiteral("zh_CN"), QStringLiteral("city"),
             QStringLiteral("info"), m_dir->filePath(QStringLiteral("none"))});
    QCOMPARE(answer.code, 1);
    const Answer help =
        run({QStringLiteral("--language"), QStringLiteral("zh_CN"), QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains(QStringLiteral("用法")), qPrintable(help.out));
}

void TestImport::helpAndUsage()
{
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({QStringLiteral("no-such")}).code, 2);
    QCOMPARE(run({QStringLiteral("import")}).code, 2);
    QCOMPARE(run({QStringLiteral("import"), QStringLiteral("grids"), QStringLiteral("f")}).code, 2);
    QCOMPARE(run({QStringLiteral("city"), QStringLiteral("new"), QStringLiteral("d")}).code, 2);
    for (const char *command : {"demo-city", "city", "import", "migrate", "audit", "simulate"}) {
        const Answer page = run({QStringLiteral("help"), QString::fromLatin1(command)});
        QVERIFY2(page.code == 0, command);
        QVERIFY2(page.out.contains(QStringLiteral("gridhallctl ") + QLatin1String(command)) ||
                     page.out.contains(QLatin1String(command) + QLatin1Char(' ')),
                 command);
    }
    const Answer help =
        run({QStringLiteral("help"), QStringLiteral("import"), QStringLiteral("grids")});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains(QStringLiteral("--map")));
    QVERIFY(help.out.startsWith(QStringLiteral("usage: gridhallctl import grids")));
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
