// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/citymaker.h>
#include <democity/democity.h>
#include <democity/roadside.h>
#include <geo/planargraph.h>
#include <geo/wkb.h>

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace gridhall;
using namespace gridhall::democity;

namespace {

constexpr double kAreaKm2 = 1.2;

std::unique_ptr<CityMaker> makeCity(const Recipe &recipe, std::uint64_t seed, const QString &path)
{
    auto projection = geo::Projection::create(recipe.crs);
    if (!projection)
        return {};
    auto maker = std::make_unique<CityMaker>(recipe, std::move(*projection), seed, kAreaKm2);
    const auto made = maker->make(path, {});
    return made.ok() ? std::move(maker) : nullptr;
}

/// Every row of a table, as SQLite stores it.
bool eachRow(const QString &path, const QString &sql,
             const std::function<void(const QSqlQuery &)> &visit)
{
    bool ok = false;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
        database.setDatabaseName(path);
        ok = database.open();
        QSqlQuery query(database);
        ok = ok && query.exec(sql);
        while (ok && query.next())
            visit(query);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("look"));
    return ok;
}

/// A digest of every feature of every layer: geometry to the bit, and attributes.
QByteArray digest(const QString &path)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const geo::BasemapLayerSchema &layer : geo::basemapSchema()) {
        const bool ok =
            eachRow(path, QStringLiteral("SELECT * FROM %1 ORDER BY fid").arg(layer.tableName),
                    [&](const QSqlQuery &query) {
                        for (int i = 0; i < query.record().count(); ++i)
                            hash.addData(query.value(i).toByteArray() + '|');
                    });
        if (!ok)
            return {};
    }
    return hash.result();
}

std::vector<geo::MapPolygon> polygonsOf(const QString &path, const QString &table)
{
    std::vector<geo::MapPolygon> found;
    eachRow(path, QStringLiteral("SELECT geom FROM ") + table, [&](const QSqlQuery &query) {
        const QByteArray blob = query.value(0).toByteArray();
        // GeoPackage binary: a header of eight bytes, an envelope whose size flags tell, then WKB.
        static constexpr int kEnvelopeBytes[] = {0, 32, 48, 48, 64};
        const auto polygons =
            geo::multiPolygonFromWkb(blob.mid(8 + kEnvelopeBytes[(blob[3] >> 1) & 7]));
        if (!polygons)
            return;
        for (const geo::LonLatPolygon &polygon : *polygons) {
            geo::MapPolygon shape;
            for (const geo::LonLatLine &ring : polygon.rings) {
                shape.rings.emplace_back();
                for (const geo::LonLat &p : ring)
                    shape.rings.back().push_back({p.lon, p.lat});
            }
            found.push_back(std::move(shape));
        }
    });
    return found;
}

} // namespace

class TestDemoCity : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void unitGridsHaveNoGapAndNoOverlap();
    void unitGridCodesAreWellFormed();
    void unitGridsKeepTheirSize();
    void responsibilityGridsCoverTheCity();
    void componentsHaveCodesUnitsAndTheirGrid();
    void componentsAreOfAllMajorClasses();
    void unitsAndPeople();
    void buildingsDoNotStandOnRoads_data();
    void buildingsDoNotStandOnRoads();
    void streetsAreNamed();
    void sameSeedSameGeometry();
    void otherSeedOtherCity();
    void refusesAFolderThatIsNotEmpty();
    void refusesAFileOfThatName();
    void refusesAnImpossibleArea();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Recipe> m_recipe;
    std::unique_ptr<CityMaker> m_city;
    QString m_path;
};

void TestDemoCity::initTestCase()
{
    auto recipe = Recipe::load();
    QVERIFY(recipe.ok());
    m_recipe = std::make_unique<Recipe>(std::move(*recipe));
    m_path = m_folder.filePath(QStringLiteral("basemap.gpkg"));
    m_city = makeCity(*m_recipe, 7, m_path);
    QVERIFY(m_city);
}

void TestDemoCity::unitGridsHaveNoGapAndNoOverlap()
{
    const auto &shapes = m_city->administration().unitGridShapes();
    QVERIFY(shapes.size() >= 100);
    double sum = 0.0;
    for (const geo::MapPolygon &shape : shapes)
        sum += geo::areaM2({shape});
    const double city = geo::areaM2({m_city->network().boundary()});
    QVERIFY(std::abs(sum - city) < 3.0);
    const auto united = geo::unite(shapes);
    QVERIFY(united.ok());
    QVERIFY(std::abs(geo::areaM2(*united) - sum) < 0.1);
    QCOMPARE(int(united->size()), 1);
    QCOMPARE(int(united->front().rings.size()), 1);
}

void TestDemoCity::unitGridCodesAreWellFormed()
{
    static const QRegularExpression form(QStringLiteral("^990102[0-9]{9}$"));
    QSet<QString> codes;
    for (const city::UnitGrid &grid : m_city->administration().unitGrids()) {
        QVERIFY2(form.match(grid.code).hasMatch(), qPrintable(grid.code));
        QVERIFY(!grid.streetName.isEmpty() && !grid.communityName.isEmpty());
        codes.insert(grid.code);
    }
    QCOMPARE(codes.size(), m_city->administration().unitGrids().size());
}

void TestDemoCity::unitGridsKeepTheirSize()
{
    std::vector<double> areas;
    for (const city::UnitGrid &grid : m_city->administration().unitGrids())
        areas.push_back(grid.areaM2);
    std::sort(areas.begin(), areas.end());
    const double median = areas[areas.size() / 2];
    QVERIFY2(median > 8000.0 && median < 12000.0, qPrintable(QString::number(median)));
    QVERIFY(areas.front() > 1500.0);
    QVERIFY(areas.back() < 26000.0);
}

void TestDemoCity::responsibilityGridsCoverTheCity()
{
    QSet<QString> codes;
    double sum = 0.0;
    for (const city::ResponsibilityGrid &grid : m_city->administration().responsibilityGrids()) {
        QVERIFY(grid.name.endsWith(QStringLiteral("网格")));
        codes.insert(grid.code);
        sum += grid.areaM2;
    }
    QVERIFY(codes.size() >= 2);
    QVERIFY(std::abs(sum - geo::areaM2({m_city->network().boundary()})) < 3.0);
    for (const city::UnitGrid &grid : m_city->administration().unitGrids())
        QVERIFY(codes.contains(grid.responsibilityGridCode));
}

void TestDemoCity::componentsHaveCodesUnitsAndTheirGrid()
{
    static const QRegularExpression form(QStringLiteral("^990102[0-9]{10}$"));
    const auto &components = m_city->survey().components();
    QVERIFY(components.size() >= 20000 * kAreaKm2 / 10.0);
    QHash<QString, int> gridByCode;
    const auto &grids = m_city->administration().unitGrids();
    for (int i = 0; i < int(grids.size()); ++i)
        gridByCode[grids[i].code] = i;
    QSet<QString> codes;
    for (int i = 0; i < int(components.size()); ++i) {
        const city::Component &c = components[i];
        QVERIFY2(form.match(c.code).hasMatch(), qPrintable(c.code));
        QCOMPARE(c.code.mid(6, 4), c.classCode);
        codes.insert(c.code);
        QVERIFY(!c.ownerUnit.isNull() && !c.maintainerUnit.isNull() && !c.competentUnit.isNull());
        QVERIFY(!c.address.isEmpty());
        QVERIFY(gridByCode.contains(c.unitGridCode));
        QVERIFY(geo::contains(
            m_city->administration().unitGridShapes()[size_t(gridByCode[c.unitGridCode])],
            m_city->survey().places()[size_t(i)]));
    }
    QCOMPARE(codes.size(), components.size());
}

void TestDemoCity::componentsAreOfAllMajorClasses()
{
    QSet<QString> majors;
    for (const city::Component &c : m_city->survey().components())
        majors.insert(c.classCode.left(2));
    QCOMPARE(majors,
             (QSet<QString>{QStringLiteral("01"), QStringLiteral("02"), QStringLiteral("03"),
                            QStringLiteral("04"), QStringLiteral("05")}));
}

void TestDemoCity::unitsAndPeople()
{
    int handling = 0;
    for (const city::Unit &unit : m_city->people().units()) {
        QCOMPARE(unit.code.size(), 18);
        handling +=
            unit.kind == city::UnitKind::HandlingUnit || unit.kind == city::UnitKind::Street;
    }
    QVERIFY(handling >= 19);
    int seats = 0;
    int patrollers = 0;
    QSet<QString> grids;
    for (const city::Person &person : m_city->people().people()) {
        QVERIFY(!person.name.isEmpty());
        seats += person.roles.contains(QStringLiteral("dispatcher"));
        if (person.roles == QStringList{QStringLiteral("patroller")}) {
            ++patrollers;
            grids.insert(person.responsibilityGridCode);
        }
    }
    QCOMPARE(seats, 4);
    QCOMPARE(patrollers, 40);
    QCOMPARE(grids.size(), m_city->administration().responsibilityGrids().size());
}

void TestDemoCity::buildingsDoNotStandOnRoads_data()
{
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 3, 4})
        QTest::addRow("seed %d", seed) << seed;
}

void TestDemoCity::buildingsDoNotStandOnRoads()
{
    QFETCH(int, seed);
    const QString path = m_folder.filePath(QStringLiteral("roads%1.gpkg").arg(seed));
    const auto city = makeCity(*m_recipe, std::uint64_t(seed), path);
    QVERIFY(city);
    const std::vector<geo::MapPolygon> buildings = polygonsOf(path, QStringLiteral("building"));
    QVERIFY(buildings.size() > 150);
    std::vector<geo::MapBox> boxes;
    for (const geo::MapPolygon &building : buildings)
        boxes.push_back(geo::boxOf({building}));
    const geo::BoxIndex index(boxes);
    for (const StreetEdge &edge : city->network().edges()) {
        const Street &street = city->network().streets()[size_t(edge.street)];
        const auto carriageway =
            geo::buffer(std::vector<geo::MapLine>{edge.line}, street.halfM() - 0.05, false);
        QVERIFY(carriageway.ok());
        for (const int b : index.intersecting(geo::boxOf(*carriageway))) {
            const auto common = geo::intersect(*carriageway, {buildings[size_t(b)]});
            QVERIFY(common.ok());
            QVERIFY2(geo::areaM2(*common) < 0.01, qPrintable(street.name));
        }
    }
}

void TestDemoCity::streetsAreNamed()
{
    const auto streets = geo::readStreetLines(m_path);
    QVERIFY(streets.ok());
    QSet<QString> kinds;
    for (const geo::StreetLine &street : *streets) {
        kinds.insert(street.kind);
        QVERIFY(street.kind == QLatin1String("path") || !street.name.isEmpty());
        QVERIFY(street.widthM > 1.0);
    }
    QVERIFY(kinds.contains(QStringLiteral("main")) && kinds.contains(QStringLiteral("branch")));
    QCOMPARE(*geo::basemapCrs(m_path), QStringLiteral("EPSG:4547"));
}

void TestDemoCity::sameSeedSameGeometry()
{
    const QString again = m_folder.filePath(QStringLiteral("again.gpkg"));
    const auto city = makeCity(*m_recipe, 7, again);
    QVERIFY(city);
    const QByteArray first = digest(m_path);
    QVERIFY(!first.isEmpty());
    QCOMPARE(digest(again).toHex(), first.toHex());
    const auto &a = m_city->administration().unitGrids();
    const auto &b = city->administration().unitGrids();
    QCOMPARE(a.size(), b.size());
    for (int i = 0; i < int(a.size()); ++i)
        QVERIFY(a[i].code == b[i].code && a[i].shape.front().rings == b[i].shape.front().rings);
}

void TestDemoCity::otherSeedOtherCity()
{
    const QString other = m_folder.filePath(QStringLiteral("other.gpkg"));
    QVERIFY(makeCity(*m_recipe, 8, other));
    QVERIFY(digest(other) != digest(m_path));
}

void TestDemoCity::refusesAFolderThatIsNotEmpty()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("mine.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("keep");
    file.close();
    for (const bool replace : {false, true}) {
        DemoCityOptions options;
        options.folder = folder.path();
        options.replace = replace;
        const auto made = makeDemoCity(options);
        QVERIFY(!made.ok());
        QCOMPARE(made.error().kind, ErrorKind::Conflict);
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("mine.txt")});
    QVERIFY(QDir(QFileInfo(folder.path()).path())
                .entryList({QFileInfo(folder.path()).fileName() + QStringLiteral(".making*")})
                .isEmpty());
}

void TestDemoCity::refusesAFileOfThatName()
{
    const QString path = m_folder.filePath(QStringLiteral("precious.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("keep");
    file.close();
    DemoCityOptions options;
    options.folder = path;
    options.replace = true;
    QCOMPARE(makeDemoCity(options).error().kind, ErrorKind::Conflict);
    QVERIFY(QFileInfo(path).isFile());
    QCOMPARE(QFileInfo(path).size(), 4);
}

void TestDemoCity::refusesAnImpossibleArea()
{
    for (const double area : {0.0, -1.0, 1e9, std::nan("")}) {
        DemoCityOptions options;
        options.folder = m_folder.filePath(QStringLiteral("none"));
        options.areaKm2 = area;
        QCOMPARE(makeDemoCity(options).error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("none"))));
}

QTEST_GUILESS_MAIN(TestDemoCity)
#include "tst_democity.moc"
