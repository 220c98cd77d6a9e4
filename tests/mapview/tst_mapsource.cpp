// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/mapsource.h>
#include <mapview/viewport.h>
#include <support/testproject.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace gridhall;
using namespace gridhall::mapview;
using gridhall::test::TestProject;

namespace {

// Starting a worker takes a quarter of a second alone, and longer beside a compiler.
constexpr int kPatienceMs = 20'000;

Viewport overCity(int denominator = 2000)
{
    Viewport view;
    view.centre = {TestProject::west + 500, TestProject::south + 500};
    view.denominator = denominator;
    view.size = {1024, 768};
    return view;
}

bool hasAll(MapSource &source, const QList<TileKey> &keys)
{
    return std::all_of(keys.begin(), keys.end(),
                       [&](const TileKey &key) { return source.tile(key) != nullptr; });
}

QColor colourAt(MapSource &source, const geo::MapPoint &point, const TileKey &like)
{
    const QRect cells =
        tilesOver({point.east, point.north, point.east + 0.001, point.north + 0.001}, like);
    TileKey key = like;
    key.column = cells.left();
    key.row = cells.top();
    const QImage *tile = source.tile(key);
    if (!tile)
        return {};
    const geo::MapBox box = boxOf(key);
    const double metres = metresPerDevicePixel(key);
    return tile->pixelColor(int((point.east - box.west) / metres),
                            int((box.north - point.north) / metres));
}

} // namespace

class TestMapSource : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { qunsetenv("GRIDHALL_BADWORKER"); }
    void theProjectIsDescribed();
    void tilesShowTheGroundInItsTheme();
    void groundOutsideTheCityIsClear();
    void aKilledWorkerIsReplacedAndItsTilesCome();
    void unwantedTilesAreNotRendered();
    void aMissingLayerIsReported();
    void aBrokenProjectFailsOnce_data();
    void aBrokenProjectFailsOnce();
    void aMisbehavingWorkerFailsOnce_data();
    void aMisbehavingWorkerFailsOnce();
    void aTileThatKillsItsWorkerIsGivenUp();
    void aTileThatCannotBePaintedIsReported();
    void aStuckWorkerIsReplaced();
    void noWorkerOutlivesItsSource();

private:
    QTemporaryDir m_dir;
    QString m_project;
};

void TestMapSource::initTestCase()
{
    m_project = TestProject::create(m_dir.path(), 40);
    QVERIFY(!m_project.isEmpty());
}

void TestMapSource::theProjectIsDescribed()
{
    MapSource source(m_project, {});
    QSignalSpy ready(&source, &MapSource::ready);
    QVERIFY(!source.isReady());
    QVERIFY(ready.wait(kPatienceMs));
    const MapInfo &info = source.info();
    QCOMPARE(info.title, QStringLiteral("万和"));
    QCOMPARE(info.crs, QStringLiteral("EPSG:4547"));
    QCOMPARE(info.themes, QStringList({QStringLiteral("night"), QStringLiteral("paper")}));
    QCOMPARE(info.layers.size(), 3);
    QVERIFY(info.missingLayers.isEmpty());
    QVERIFY(info.extent.contains({TestProject::west + 1, TestProject::south + 1}));
    QVERIFY(info.extent.contains({TestProject::west + 999, TestProject::south + 999}));
    QVERIFY(info.extent.width() < 1200);
}

void TestMapSource::tilesShowTheGroundInItsTheme()
{
    MapSource::Options options;
    options.workers = 2;
    MapSource source(m_project, options);
    QObject wall;
    QObject desk;
    for (const QString &theme : {QStringLiteral("paper"), QStringLiteral("night")})
        source.want(theme == QLatin1String("night") ? &wall : &desk, overCity().tiles(theme));
    for (const QString &theme : {QStringLiteral("paper"), QStringLiteral("night")}) {
        const QList<TileKey> keys = overCity().tiles(theme);
        QTRY_VERIFY_WITH_TIMEOUT(hasAll(source, keys), kPatienceMs);
        const TileKey like = overCity().tileLike(theme);
        QCOMPARE(colourAt(source, {500'450, 3'400'450}, like), TestProject::block(theme));
        QCOMPARE(colourAt(source, {500'700, 3'400'700}, like), TestProject::ground(theme));
        // The block's edge lies where it is on the ground, to a pixel.
        const double metres = metresPerDevicePixel(like);
        QCOMPARE(colourAt(source, {TestProject::blockWest + 1.5 * metres, 3'400'500}, like),
                 TestProject::block(theme));
        QCOMPARE(colourAt(source, {TestProject::blockWest - 1.5 * metres, 3'400'500}, like),
                 TestProject::ground(theme));
    }
}

void TestMapSource::groundOutsideTheCityIsClear()
{
    MapSource source(m_project, {});
    QObject view;
    TileKey key = overCity().tileLike(QStringLiteral("paper"));
    key.column = key.row = 0;
    source.want(&view, {key});
    QTRY_VERIFY_WITH_TIMEOUT(source.tile(key), kPatienceMs);
    QCOMPARE(source.tile(key)->pixelColor(100, 100).alpha(), 0);
}

void TestMapSource::aKilledWorkerIsReplacedAndItsTilesCome()
{
    MapSource source(m_project, {});
    QSignalSpy restarted(&source, &MapSource::workerRestarted);
    QSignalSpy arrived(&source, &MapSource::tileReady);
    QObject view;
    const QList<TileKey> keys = overCity(500).tiles(QStringLiteral("paper"));
    source.want(&view, keys);
    QVERIFY(arrived.wait(kPatienceMs));
    const QList<qint64> pids = source.workerPids();
    QVERIFY(!pids.isEmpty());
    for (const qint64 pid : pids)
        QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(restarted.count() >= 1, kPatienceMs);
    QVERIFY(source.tile(keys.first())); // what was there stays
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(source, keys), kPatienceMs);
    QVERIFY(source.workerPids() != pids);
}

void TestMapSource::unwantedTilesAreNotRendered()
{
    MapSource source(m_project, {});
    QSignalSpy ready(&source, &MapSource::ready);
    QVERIFY(ready.wait(kPatienceMs));
    QObject view;
    Viewport large = overCity(500);
    large.size = {5000, 4000};
    const QList<TileKey> first = large.tiles(QStringLiteral("paper"));
    const QList<TileKey> second = overCity(1000).tiles(QStringLiteral("paper"));
    QSignalSpy arrived(&source, &MapSource::tileReady);
    source.want(&view, first);
    source.want(&view, second);
    QTRY_VERIFY_WITH_TIMEOUT(hasAll(source, second), kPatienceMs);
    // At most the blocks that were already being painted.
    const auto painted = std::count_if(first.begin(), first.end(), [&](const TileKey &key) {
        return source.tile(key) != nullptr;
    });
    QVERIFY2(painted <= 8 && first.size() > 60, qPrintable(QString::number(painted)));
}

void TestMapSource::aMissingLayerIsReported()
{
    QTemporaryDir dir;
    const QString project = TestProject::createProjectOnly(dir.path());
    MapSource source(project, {});
    QSignalSpy ready(&source, &MapSource::ready);
    QVERIFY(ready.wait(kPatienceMs));
    QCOMPARE(
        source.info().missingLayers,
        QStringList({QStringLiteral("street"), QStringLiteral("block"), QStringLiteral("ground")}));
}

void TestMapSource::aBrokenProjectFailsOnce_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("missing") << QByteArray() << "none.qgs" << ErrorKind::NotFound;
    QTest::newRow("no XML") << QByteArray("hall") << "bad.qgs" << ErrorKind::Unreadable;
    QTest::newRow("empty") << QByteArray("\n") << "empty.qgs" << ErrorKind::Unreadable;
    QTest::newRow("no zip") << QByteArray("PK\3\4 nothing") << "bad.qgz" << ErrorKind::Unreadable;
    QTest::newRow("degrees") << QByteArray("EPSG:4490") << "hall.qgs" << ErrorKind::InvalidInput;
}

void TestMapSource::aBrokenProjectFailsOnce()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    QFETCH(ErrorKind, kind);
    QTemporaryDir dir;
    const QString path = dir.filePath(name);
    if (content.startsWith("EPSG")) {
        TestProject::createProjectOnly(dir.path(), content);
    } else if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    MapSource::Options options;
    options.workers = 2;
    MapSource source(path, options);
    QSignalSpy failed(&source, &MapSource::failed);
    QSignalSpy ready(&source, &MapSource::ready);
    QVERIFY(failed.wait(kPatienceMs));
    const Error error = failed.first().first().value<Error>();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.subject, path);
    QVERIFY(!error.what.isEmpty() && !error.next.isEmpty());
    QTest::qWait(0);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(ready.count(), 0);
    QVERIFY(source.workerPids().isEmpty());
}

void TestMapSource::aMisbehavingWorkerFailsOnce_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("manner");
    QTest::addColumn<ErrorKind>("kind");
    const QString bad = QCoreApplication::applicationDirPath() + QStringLiteral("/badworker");
    QTest::newRow("protocol") << bad << QByteArray("protocol") << ErrorKind::Protocol;
    QTest::newRow("noise") << bad << QByteArray("noise") << ErrorKind::Unavailable;
    QTest::newRow("exit") << bad << QByteArray("exit") << ErrorKind::Unavailable;
    QTest::newRow("no such program")
        << QStringLiteral("/nowhere/gridhall-mapd") << QByteArray() << ErrorKind::NotFound;
}

void TestMapSource::aMisbehavingWorkerFailsOnce()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, manner);
    QFETCH(ErrorKind, kind);
    qputenv("GRIDHALL_BADWORKER", manner);
    MapSource::Options options;
    options.workerProgram = program;
    MapSource source(m_project, options);
    QSignalSpy failed(&source, &MapSource::failed);
    QVERIFY(failed.wait(kPatienceMs));
    const Error error = failed.first().first().value<Error>();
    QCOMPARE(error.kind, kind);
    QVERIFY(!error.what.isEmpty() && !error.next.isEmpty());
    if (kind == ErrorKind::Protocol)
        QVERIFY(error.what.contains(QStringLiteral("42")));
    QTest::qWait(0);
    QCOMPARE(failed.count(), 1);
}

void TestMapSource::aTileThatKillsItsWorkerIsGivenUp()
{
    qputenv("GRIDHALL_BADWORKER", "crash-render");
    MapSource::Options options;
    options.workerProgram = QCoreApplication::applicationDirPath() + QStringLiteral("/badworker");
    MapSource source(m_project, options);
    QSignalSpy tileFailed(&source, &MapSource::tileFailed);
    QSignalSpy restarted(&source, &MapSource::workerRestarted);
    QObject view;
    const QList<TileKey> keys = overCity().tiles(QStringLiteral("paper")).mid(0, 1);
    source.want(&view, keys);
    QVERIFY(tileFailed.wait(kPatienceMs));
    QCOMPARE(tileFailed.first().first().value<TileKey>(), keys.first());
    QVERIFY(source.hasFailed(keys.first()));
    QCOMPARE(restarted.count(), 3);
}

void TestMapSource::aTileThatCannotBePaintedIsReported()
{
    qputenv("GRIDHALL_BADWORKER", "fail-render");
    MapSource::Options options;
    options.workerProgram = QCoreApplication::applicationDirPath() + QStringLiteral("/badworker");
    MapSource source(m_project, options);
    QSignalSpy tileFailed(&source, &MapSource::tileFailed);
    QObject view;
    const QList<TileKey> keys = overCity().tiles(QStringLiteral("paper"));
    source.want(&view, keys);
    QTRY_COMPARE_WITH_TIMEOUT(tileFailed.count(), keys.size(), kPatienceMs);
}

void TestMapSource::aStuckWorkerIsReplaced()
{
    qputenv("GRIDHALL_BADWORKER", "stuck");
    MapSource::Options options;
    options.workerProgram = QCoreApplication::applicationDirPath() + QStringLiteral("/badworker");
    options.renderTimeoutMs = 50;
    MapSource source(m_project, options);
    QSignalSpy restarted(&source, &MapSource::workerRestarted);
    QObject view;
    source.want(&view, overCity().tiles(QStringLiteral("paper")));
    QVERIFY(restarted.wait(kPatienceMs));
}

void TestMapSource::noWorkerOutlivesItsSource()
{
    QList<qint64> pids;
    {
        MapSource source(m_project, {});
        QSignalSpy ready(&source, &MapSource::ready);
        QVERIFY(ready.wait(kPatienceMs));
        pids = source.workerPids();
        QVERIFY(!pids.isEmpty());
    }
    for (const qint64 pid : std::as_const(pids))
        QTRY_VERIFY_WITH_TIMEOUT(::kill(pid_t(pid), 0) != 0, kPatienceMs);
}

QTEST_MAIN(TestMapSource)
#include "tst_mapsource.moc"
