// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/migration.h>
#include <tracking/livepicture.h>
#include <tracking/trackingrepository.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;
using namespace gridhall::tracking;

class TestTracking : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_address = *store::CityAddress::parse(m_folder->path(), false);
        auto opened = store::Connection::open(m_address, store::Connection::Mode::Create);
        QVERIFY2(opened.ok(), qPrintable(opened ? QString() : opened.error().text()));
        m_db = std::make_unique<store::Connection>(std::move(opened).value());
        QVERIFY(store::Migration::apply(*m_db).ok());
        m_mover.id = Id::create();
        m_mover.kind = MoverKind::Patroller;
        m_mover.name = QStringLiteral("陈美华");
        m_mover.responsibilityGridCode = QStringLiteral("01");
        QVERIFY(TrackingRepository(*m_db).addMovers({m_mover}).ok());
    }

    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void aMoverWithoutFixIsStale()
    {
        const auto movers = TrackingRepository(*m_db).movers();
        QVERIFY(movers.ok());
        QCOMPARE(movers->size(), 1);
        QCOMPARE(movers->first().name, m_mover.name);
        QVERIFY(movers->first().isStale(m_start));
    }

    void aFixComesBackAsItWas()
    {
        TrackingRepository repository(*m_db);
        Fix fix = fixAt(0);
        fix.speedMps = 1.25f;
        fix.headingDeg = 90.0f;
        fix.activity = Activity::Verifying;
        QVERIFY(repository.addFixes({fix}).ok());
        const Fix latest = (*repository.movers()).first().latest;
        QCOMPARE(latest.atUtc, fix.atUtc);
        QCOMPARE(latest.at, fix.at);
        QCOMPARE(latest.speedMps, 1.25f);
        QCOMPARE(latest.headingDeg, 90.0f);
        QCOMPARE(latest.accuracyM, -1.0f);
        QCOMPARE(latest.activity, Activity::Verifying);
    }

    void aLateFixLengthensTheTrackButMovesNobodyBack()
    {
        TrackingRepository repository(*m_db);
        QVERIFY(repository.addFixes({fixAt(60)}).ok());
        QVERIFY(repository.addFixes({fixAt(30)}).ok());
        QCOMPARE((*repository.movers()).first().latest.atUtc, m_start.addSecs(60));
        const auto track = repository.track(m_mover.id, m_start, m_start.addSecs(3600));
        QVERIFY(track.ok());
        QCOMPARE(track->size(), 2);
        QCOMPARE(track->first().atUtc, m_start.addSecs(30));
    }

    void onlyWhatChangedIsAskedForAgain()
    {
        TrackingRepository repository(*m_db);
        Mover other = m_mover;
        other.id = Id::create();
        QVERIFY(repository.addMovers({other}).ok());
        qint64 revision = -1;
        QCOMPARE((*repository.moversSince(revision)).size(), 2);
        QVERIFY((*repository.moversSince(revision)).isEmpty());
        QVERIFY(repository.addFixes({fixAt(5)}).ok());
        const auto changed = repository.moversSince(revision);
        QCOMPARE(changed->size(), 1);
        QCOMPARE(changed->first().id, m_mover.id);
    }

    void aFixOfNobodyIsRefusedWhole()
    {
        TrackingRepository repository(*m_db);
        Fix stranger = fixAt(1);
        stranger.mover = Id::create();
        QVERIFY(!repository.addFixes({fixAt(0), stranger}).ok());
        QVERIFY((*repository.track(m_mover.id, m_start, m_start.addSecs(10))).isEmpty());
    }

    void theLivePictureFollowsAnotherConnection()
    {
        store::DatabaseThread database(m_address);
        store::ChangeFeed feed(m_address);
        LivePicture picture(database, feed);
        QTRY_COMPARE(picture.movers().size(), 1);
        QSignalSpy changed(&picture, &LivePicture::moversChanged);
        QVERIFY(TrackingRepository(*m_db).addFixes({fixAt(7)}).ok());
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_COMPARE(picture.movers().value(m_mover.id).latest.atUtc, m_start.addSecs(7));
    }

private:
    Fix fixAt(int secs) const
    {
        Fix fix;
        fix.mover = m_mover.id;
        fix.atUtc = m_start.addSecs(secs);
        fix.at = {114.3 + secs * 1e-5, 34.79};
        return fix;
    }

    const QDateTime m_start{QDate(2026, 11, 23), QTime(1, 0), Qt::UTC};
    std::unique_ptr<QTemporaryDir> m_folder;
    store::CityAddress m_address;
    std::unique_ptr<store::Connection> m_db;
    Mover m_mover;
};

QTEST_GUILESS_MAIN(TestTracking)
#include "tst_tracking.moc"
