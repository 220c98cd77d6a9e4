// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/cityindex.h>
#include <city/cityrepository.h>
#include <democity/democity.h>
#include <tracking/trackingrepository.h>
#include <video/camera.h>

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;
using namespace gridhall::democity;

class TestDemoCityDatabase : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void holdsTheFilesOfACity();
    void countsAgreeWithTheReport();
    void indexFindsTheGridOfEveryComponent();
    void patrollersAreMovers();
    void camerasHangInTheirGrids();
    void refusesToReplaceUnlessTold();

private:
    store::Connection &db() { return *m_connection; }

    QTemporaryDir m_folder;
    QString m_path;
    DemoCityReport m_report;
    std::unique_ptr<store::Connection> m_connection;
};

void TestDemoCityDatabase::initTestCase()
{
    m_path = m_folder.filePath(QStringLiteral("demo"));
    DemoCityOptions options;
    options.folder = m_path;
    options.seed = 7;
    options.areaKm2 = 1.2;
    const auto report = makeDemoCity(options);
    QVERIFY2(report.ok(),
             report.ok() ? "" : qPrintable(report.error().text() + report.error().detail));
    m_report = *report;
    const auto address = store::CityAddress::parse(m_path);
    QVERIFY(address.ok());
    auto connection = store::Connection::open(*address);
    QVERIFY(connection.ok());
    m_connection = std::make_unique<store::Connection>(std::move(*connection));
}

void TestDemoCityDatabase::holdsTheFilesOfACity()
{
    for (const char *name : {"city.gpkg", "basemap.gpkg", "hall.qgz", "demo-city.txt"})
        QVERIFY2(QFileInfo(m_path + QLatin1Char('/') + QLatin1String(name)).size() > 0, name);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("demo")});
}

void TestDemoCityDatabase::countsAgreeWithTheReport()
{
    city::CityRepository repository(db());
    QCOMPARE(*repository.count(QStringLiteral("unit_grid")), m_report.unitGrids);
    QCOMPARE(*repository.count(QStringLiteral("responsibility_grid")),
             m_report.responsibilityGrids);
    QCOMPARE(*repository.count(QStringLiteral("component")), m_report.components);
    QCOMPARE(qint64(repository.units()->size()), m_report.units);
    QCOMPARE(qint64(repository.people()->size()), m_report.people);
    const auto info = repository.info();
    QVERIFY(info.ok());
    QCOMPARE(info->name, QStringLiteral("万和市"));
    QCOMPARE(info->divisionCode, QStringLiteral("990102"));
    QCOMPARE(info->crs, QStringLiteral("EPSG:4547"));
}

void TestDemoCityDatabase::indexFindsTheGridOfEveryComponent()
{
    const auto index = city::CityIndex::load(db());
    QVERIFY(index.ok());
    const city::CityIndex &city = **index;
    int elsewhere = 0;
    for (int i = 0; i < int(city.components().size()); ++i) {
        const int grid = city.unitGridAt(city.componentPoints()[size_t(i)]);
        QVERIFY(grid >= 0);
        elsewhere += city.unitGrids()[grid].code != city.components()[i].unitGridCode;
    }
    // On a border, rounding on the way through lon/lat may decide for the neighbour.
    QVERIFY2(elsewhere <= int(city.components().size()) / 1000,
             qPrintable(QString::number(elsewhere)));
}

void TestDemoCityDatabase::patrollersAreMovers()
{
    const auto movers = tracking::TrackingRepository(db()).movers();
    QVERIFY(movers.ok());
    QCOMPARE(int(movers->size()), 40);
    for (const tracking::Mover &mover : *movers)
        QVERIFY(!mover.name.isEmpty() && !mover.responsibilityGridCode.isEmpty());
}

void TestDemoCityDatabase::camerasHangInTheirGrids()
{
    const auto cameras = video::CameraRepository(db()).cameras();
    QVERIFY(cameras.ok());
    QCOMPARE(int(cameras->size()), 21);
    QSet<int> numbers;
    for (const video::Camera &camera : *cameras) {
        numbers.insert(camera.number);
        QVERIFY(!camera.name.isEmpty() && !camera.unitGridCode.isEmpty());
        QVERIFY(camera.directionDeg >= 0.0f && camera.directionDeg < 360.0f);
    }
    QCOMPARE(numbers.size(), cameras->size());
}

void TestDemoCityDatabase::refusesToReplaceUnlessTold()
{
    DemoCityOptions options;
    options.folder = m_path;
    options.areaKm2 = 0.6;
    options.history = false;
    QCOMPARE(makeDemoCity(options).error().kind, ErrorKind::Conflict);
    m_connection.reset();
    options.replace = true;
    const auto replaced = makeDemoCity(options);
    QVERIFY(replaced.ok());
    QVERIFY(replaced->unitGrids < m_report.unitGrids);
    QCOMPARE(replaced->cases, 0);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("demo")});
}

QTEST_GUILESS_MAIN(TestDemoCityDatabase)
#include "tst_democitydatabase.moc"
