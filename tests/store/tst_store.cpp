// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/changefeed.h>
#include <store/connection.h>
#include <store/databasethread.h>
#include <store/mediastore.h>
#include <store/migration.h>
#include <support/postgresserver.h>

#include <QDir>
#include <QFile>
#include <QMutex>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace gridhall;
using namespace gridhall::store;

Q_DECLARE_METATYPE(gridhall::store::Dialect)

namespace {

test::PostgresServer &server()
{
    static test::PostgresServer postgres;
    return postgres;
}

// POINT(116.3 39.95), little-endian
const QByteArray kPoint = QByteArray::fromHex("01010000003333333333135d409a99999999f94340");

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TstStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_count = 0;

    CityAddress newAddress(Dialect dialect = Dialect::Sqlite)
    {
        const QString text = dialect == Dialect::Postgres
                                 ? server().newDatabase()
                                 : m_dir.filePath(QStringLiteral("c%1").arg(++m_count));
        return *CityAddress::parse(text, false);
    }

    CityAddress newCity(Dialect dialect = Dialect::Sqlite)
    {
        const CityAddress address = newAddress(dialect);
        auto connection = Connection::open(address, Connection::Mode::Create);
        if (!connection)
            qFatal("%s %s", qPrintable(connection.error().text()),
                   qPrintable(connection.error().detail));
        const auto applied = Migration::apply(*connection);
        if (!applied)
            qFatal("%s %s", qPrintable(applied.error().text()), qPrintable(applied.error().detail));
        return address;
    }

    void dialects()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("sqlite") << Dialect::Sqlite;
        QTest::newRow("postgres") << Dialect::Postgres;
    }

#define FETCH_DIALECT()                                                                            \
    QFETCH(Dialect, dialect);                                                                      \
    if (dialect == Dialect::Postgres && !server().isRunning())                                     \
    QSKIP(qPrintable(server().message()))

private slots:
    void migratesOnce_data() { dialects(); }
    void migratesOnce()
    {
        FETCH_DIALECT();
        const CityAddress address = newAddress(dialect);
        auto connection = Connection::open(address, Connection::Mode::Create);
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().detail));
        QCOMPARE(*Migration::databaseVersion(*connection), 0);
        const auto first = Migration::apply(*connection);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(*first, SchemaState::Upgraded);
        QCOMPARE(*Migration::apply(*connection), SchemaState::Same);
        QCOMPARE(*Migration::databaseVersion(*connection), Migration::programVersion());
    }

    void twoMigrateAtOnce_data() { dialects(); }
    void twoMigrateAtOnce()
    {
        FETCH_DIALECT();
        const CityAddress address = newAddress(dialect);
        QVERIFY(Connection::open(address, Connection::Mode::Create));
        QStringList faults;
        QMutex mutex;
        const auto work = [&] {
            auto connection = Connection::open(address);
            const auto done = connection ? Migration::apply(*connection) : connection.error();
            if (!done) {
                const QMutexLocker lock(&mutex);
                faults.append(done.error().text() + done.error().detail);
            }
        };
        std::unique_ptr<QThread> one(QThread::create(work));
        std::unique_ptr<QThread> two(QThread::create(work));
        one->start();
        two->start();
        one->wait();
        two->wait();
        QCOMPARE(faults, QStringList());
        auto connection = Connection::open(address);
        QCOMPARE(*Migration::check(*connection), SchemaState::Same);
    }

    void newerDatabases_data() { dialects(); }
    void newerDatabases()
    {
        FETCH_DIALECT();
        const CityAddress address = newCity(dialect);
        auto connection = Connection::open(address);
        const auto pretend = [&](int number, int compatible) {
            return connection->execute(
                QStringLiteral("INSERT INTO schema_migration VALUES (?, ?, 'x', ?)"),
                {number, compatible, timeParameter(QDateTime::currentDateTimeUtc())});
        };
        QVERIFY(pretend(900, Migration::programVersion()));
        QVERIFY(Connection::open(address)); // says that this program may use it
        QCOMPARE(*Migration::check(*connection), SchemaState::NewerReadable);
        QVERIFY(pretend(901, 901));
        const auto refused = Connection::open(address);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NewerVersion);
        QVERIFY(refused.error().text().contains(QStringLiteral("901")));
    }

    void valuesComeBack_data() { dialects(); }
    void valuesComeBack()
    {
        FETCH_DIALECT();
        const CityAddress address = newCity(dialect);
        auto connection = Connection::open(address);
        const QDateTime when(QDate(2026, 11, 23), QTime(1, 2, 3, 456), Qt::UTC);
        const Id id = Id::create();
        const auto added = connection->execute(
            QStringLiteral("INSERT INTO mover (id, kind, name, fix_at, speed_mps, geom) VALUES (?, "
                           "'patroller', ?, ?, ?, ?)"),
            {idParameter(id), QString(), timeParameter(when), 1.5,
             geometryParameter(dialect, kPoint)});
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
        const auto rows =
            connection->query(QStringLiteral("SELECT id, name, fix_at, speed_mps, geom, "
                                             "heading_deg, revision FROM mover WHERE id = ?"),
                              {idParameter(id)});
        QVERIFY(rows);
        const Row row = rows->first();
        QCOMPARE(idFromColumn(row[0]), id);
        QCOMPARE(row[1].toString(), QString());
        QVERIFY(!row[1].isNull()); // a null QString is empty text
        QCOMPARE(timeFromColumn(row[2]), when);
        QCOMPARE(row[3].toDouble(), 1.5);
        QCOMPARE(wkbFromColumn(dialect, row[4]), kPoint);
        QVERIFY(row[5].isNull());
        QVERIFY(row[6].toLongLong() > 0); // the trigger's
        QVERIFY(connection->execute(QStringLiteral("UPDATE mover SET fix_at = ? WHERE id = ?"),
                                    {timeParameter(when.addSecs(1)), idParameter(id)}));
        QVERIFY(connection
                    ->query(QStringLiteral("SELECT revision FROM mover WHERE id = ?"),
                            {idParameter(id)})
                    ->first()[0]
                    .toLongLong() > row[6].toLongLong());
    }

    void transactionsAreAllOrNothing_data() { dialects(); }
    void transactionsAreAllOrNothing()
    {
        FETCH_DIALECT();
        const CityAddress address = newCity(dialect);
        auto connection = Connection::open(address);
        const QString insert = QStringLiteral("INSERT INTO setting (name, value) VALUES (?, ?)");
        const auto failed = connection->transaction([&]() -> Result<void> {
            if (const auto one =
                    connection->execute(insert, {QStringLiteral("a"), QStringLiteral("1")});
                !one)
                return one.error();
            // joins the outer one
            return connection->executeMany(insert, {{QStringLiteral("b"), QStringLiteral("1")},
                                                    {QStringLiteral("a"), QStringLiteral("2")}});
        });
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Conflict);
        QCOMPARE(
            connection->query(QStringLiteral("SELECT count(*) FROM setting"))->first()[0].toInt(),
            0);
        QVERIFY(connection->execute(insert, {QStringLiteral("a"), QStringLiteral("1")})); // goes on
    }

    void feedTellsOfOthers_data() { dialects(); }
    void feedTellsOfOthers()
    {
        FETCH_DIALECT();
        const CityAddress address = newCity(dialect);
        ChangeFeed feed(address);
        QSignalSpy changed(&feed, &ChangeFeed::changed);
        auto connection = Connection::open(address);
        const QString insert =
            QStringLiteral("INSERT INTO change_log (topic, row_key) VALUES ('case', ?)");
        // The feed says nothing of what was before it; it has listened once one change arrives.
        int n = 0;
        const auto heard = [&] {
            // It may also arrive between two tries, while the loop itself waits.
            return !changed.isEmpty() ||
                   (connection->execute(insert, {QString::number(++n)}).ok() && changed.wait(50));
        };
        QTRY_VERIFY_WITH_TIMEOUT(heard(), 5000);
        while (changed.wait(100)) { // whatever is still on its way
        }
        changed.clear();
        QVERIFY(connection->transaction([&]() -> Result<void> {
            for (const char *key : {"x", "x", "y"})
                if (const auto done = connection->execute(insert, {QString::fromLatin1(key)});
                    !done)
                    return done.error();
            return {};
        }));
        QVERIFY(changed.wait(5000));
        const auto changes = changed.first().first().value<QList<Change>>();
        QCOMPARE(changes.size(), 2); // each row once
        QCOMPARE(changes.first().topic, QStringLiteral("case"));
        QCOMPARE(changes.first().key, QStringLiteral("x"));
    }

    void feedOutlivesTheServer()
    {
        const Dialect dialect = Dialect::Postgres;
        if (!server().isRunning())
            QSKIP(qPrintable(server().message()));
        const CityAddress address = newCity(dialect);
        ChangeFeed feed(address);
        DatabaseThread thread(address);
        QSignalSpy gone(&feed, &ChangeFeed::connectionChanged);
        const auto ask = [&] {
            auto future = thread.run(
                [](Connection &c) { return c.query(QStringLiteral("SELECT 1 WHERE 1 = ?"), {1}); });
            future.waitForFinished();
            return future.result().ok();
        };
        QTRY_VERIFY(ask());
        QVERIFY(server().restart());
        QTRY_VERIFY_WITH_TIMEOUT(gone.size() >= 2, 20000);
        QCOMPARE(gone.first().first().toBool(), false);
        QCOMPARE(gone.last().first().toBool(), true);
        QTRY_VERIFY_WITH_TIMEOUT(ask(), 10000);
    }

    void jobsRunInOrderAndAreFinished()
    {
        const CityAddress address = newCity();
        QList<QFuture<Result<int>>> futures;
        std::vector<int> order;
        {
            DatabaseThread thread(address);
            for (int i = 0; i < 50; ++i)
                futures.append(thread.run([i, &order](Connection &) -> Result<int> {
                    order.push_back(i);
                    return i;
                }));
        }
        QCOMPARE(order.size(), size_t(50));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(*futures.last().result(), 49);
    }

    void aThreadWithoutDatabaseSaysWhy()
    {
        DatabaseThread thread(newAddress());
        auto future = thread.run([](Connection &) -> Result<int> { return 1; });
        future.waitForFinished();
        QVERIFY(!future.result());
        QCOMPARE(future.result().error().kind, ErrorKind::NotFound);
    }

    void badFiles()
    {
        const CityAddress good = newCity();
        const auto kindOf = [&](const CityAddress &address) {
            const auto opened = Connection::open(address);
            return opened ? ErrorKind::None : opened.error().kind;
        };
        QCOMPARE(kindOf(good), ErrorKind::None);
        QCOMPARE(kindOf(newAddress()), ErrorKind::NotFound);

        CityAddress bad = newAddress();
        QDir().mkpath(bad.folder);
        writeFile(bad.databaseFile(), QByteArray(5000, 'x'));
        QCOMPARE(kindOf(bad), ErrorKind::Unreadable);
        writeFile(bad.databaseFile(), "SQLite format 3");
        QCOMPARE(kindOf(bad), ErrorKind::Unreadable);

        QFile whole(good.databaseFile());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        writeFile(bad.databaseFile(), bytes.left(bytes.size() / 2));
        QCOMPARE(kindOf(bad), ErrorKind::Unreadable);
        QByteArray torn = bytes;
        for (qsizetype i = 100; i < 8192; ++i)
            torn[i] = char(i * 7);
        writeFile(bad.databaseFile(), torn);
        QCOMPARE(kindOf(bad), ErrorKind::Unreadable);

        // A database, but none of ours.
        QFile::remove(bad.databaseFile());
        {
            auto other = Connection::open(bad, Connection::Mode::Create);
            QVERIFY(other);
            QVERIFY(other->execute(QStringLiteral("CREATE TABLE t (a)")));
        }
        QCOMPARE(kindOf(bad), ErrorKind::Unreadable);
    }

    void readOnlyPlaces()
    {
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
        const CityAddress address = newCity();
        QFile::setPermissions(address.databaseFile(), QFileDevice::ReadOwner);
        const auto opened = Connection::open(address);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unwritable);
        QFile::setPermissions(address.folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        QVERIFY(Connection::open(address, Connection::Mode::ReadOnly));
        QFile::setPermissions(address.folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                                  QFileDevice::ExeOwner);
    }

    void readOnlyConnectionsRefuseToWrite()
    {
        const CityAddress address = newCity();
        auto connection = Connection::open(address, Connection::Mode::ReadOnly);
        QVERIFY(connection);
        const auto done =
            connection->execute(QStringLiteral("INSERT INTO setting VALUES ('a', 'b')"));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Unwritable);
    }

    void aFullDiskUndoesTheStep()
    {
        const CityAddress address = newCity();
        auto connection = Connection::open(address);
        // SQLite reports the limit on its own size exactly as it reports a full disk.
        const qint64 pages =
            connection->query(QStringLiteral("PRAGMA page_count"))->first()[0].toLongLong();
        QVERIFY(connection->query(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 4)));
        const QString insert = QStringLiteral("INSERT INTO setting (name, value) VALUES (?, ?)");
        const auto failed = connection->transaction([&]() -> Result<void> {
            for (int i = 0; i < 100; ++i) {
                const auto done =
                    connection->execute(insert, {QString::number(i), QString(4000, u'x')});
                if (!done)
                    return done.error();
            }
            return {};
        });
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::DiskFull);
        QCOMPARE(
            connection->query(QStringLiteral("SELECT count(*) FROM setting"))->first()[0].toInt(),
            0);
    }

    void strangeBlobsDoNotBreakTheIndex()
    {
        const CityAddress address = newCity();
        auto connection = Connection::open(address);
        int number = 0;
        for (const QByteArray &blob :
             {QByteArray(), QByteArray("GP"), QByteArray("GP\0\x03", 4), QByteArray(2000, '\xff'),
              QByteArray("GP\0\x01\x8a\x11\0\0\x01\x03\0\0\0\xff\xff\xff\xff", 17),
              geometryParameter(Dialect::Sqlite, kPoint).toByteArray()}) {
            const auto done = connection->execute(
                QStringLiteral("INSERT INTO camera (id, number, name, geom) VALUES (?, ?, 'c', ?)"),
                {Id::create().toString(), ++number, blob});
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        const auto indexed =
            connection->query(QStringLiteral("SELECT minx, maxy FROM rtree_camera_geom"));
        QCOMPARE(indexed->size(), 1);
        QVERIFY(qAbs(indexed->first()[0].toDouble() - 116.3) < 1e-4);
    }

    void aCityIsAGeoPackage()
    {
        const CityAddress address = newCity();
        auto connection = Connection::open(address);
        QCOMPARE(connection->query(QStringLiteral("PRAGMA application_id"))->first()[0].toInt(),
                 0x47504B47);
        QCOMPARE(connection->query(QStringLiteral("PRAGMA user_version"))->first()[0].toInt(),
                 10300);
        QProcess ogrinfo;
        ogrinfo.start(QStringLiteral("ogrinfo"), {QStringLiteral("-q"), address.databaseFile()});
        if (!ogrinfo.waitForStarted())
            QSKIP("ogrinfo is not installed (gdal-bin)");
        QVERIFY(ogrinfo.waitForFinished());
        const QString listed = QString::fromUtf8(ogrinfo.readAll());
        for (const char *layer :
             {"unit_grid (Multi Polygon)", "component (Point)", "cases (Point)", "mover (Point)"})
            QVERIFY2(listed.contains(QString::fromLatin1(layer)), qPrintable(listed));
        QCOMPARE(ogrinfo.readAllStandardError(), QByteArray());
    }

    void photosAreKeptByTheirHash()
    {
        const MediaStore media(newCity());
        const QByteArray bytes("\xff\xd8\xff photo");
        const auto key = media.put(bytes);
        QVERIFY(key);
        QCOMPARE(*media.put(bytes), *key);
        QCOMPARE(*media.get(*key), bytes);
        QCOMPARE(media.put({}).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(media.get(QStringLiteral("../../etc/passwd")).error().kind,
                 ErrorKind::InvalidInput);
        QCOMPARE(media.get(QString(64, u'0')).error().kind, ErrorKind::NotFound);
        writeFile(media.pathOf(*key), "other");
        QCOMPARE(media.get(*key).error().kind, ErrorKind::Unreadable);
    }

    void addresses()
    {
        QCOMPARE(CityAddress::parse(QString()).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(CityAddress::parse(QStringLiteral("/nowhere/at/all")).error().kind,
                 ErrorKind::NotFound);
        const CityAddress city = newCity();
        QCOMPARE(CityAddress::parse(city.folder + u'/')->folder, city.folder);
        QCOMPARE(CityAddress::parse(city.databaseFile())->folder, city.folder);
        const auto url = CityAddress::parse(
            QStringLiteral("postgresql://u:p@h1:5433,h2/db?sslmode=require#/var/city"));
        QVERIFY(url);
        QCOMPARE(url->dialect, Dialect::Postgres);
        QCOMPARE(url->folder, QStringLiteral("/var/city"));
        const auto nobody =
            Connection::open(*CityAddress::parse(QStringLiteral("postgresql://u@127.0.0.1:1/db")));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, ErrorKind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TstStore)
#include "tst_store.moc"
