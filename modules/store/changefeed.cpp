// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/changefeed.h>

#include "connectionprivate.h"

#include <QSet>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace gridhall::store {

namespace {

constexpr int kPollMs = 50;   ///< PRAGMA data_version costs some ten microseconds
constexpr int kGatherMs = 20; ///< notifications of one transaction arrive one by one
constexpr int kHeartbeatMs = 2000;
constexpr int kLongestBackOffMs = 8000;

const QString kNewestRevision = QStringLiteral("SELECT coalesce(max(revision), 0) FROM change_log");

} // namespace

/// Runs on the feed's thread, in its event loop.
class FeedWatcher : public QObject
{
    Q_OBJECT
public:
    explicit FeedWatcher(CityAddress address) : m_address(std::move(address)) {}

public slots:
    void start()
    {
        m_timer = new QTimer(this);
        connect(m_timer, &QTimer::timeout, this, &FeedWatcher::tick);
        m_gather = new QTimer(this);
        m_gather->setSingleShot(true);
        m_gather->setInterval(kGatherMs);
        connect(m_gather, &QTimer::timeout, this, &FeedWatcher::tellGathered);
        tick();
    }

signals:
    void changed(const QList<gridhall::store::Change> &changes);
    void connectionChanged(bool available, const QString &message);

private:
    void tick()
    {
        if (!m_connection) {
            open();
            return;
        }
        const auto alive = m_address.dialect == Dialect::Sqlite ? poll() : heartbeat();
        if (!alive)
            lose(alive.error());
    }

    void open()
    {
        auto opened = Connection::open(m_address, m_address.dialect == Dialect::Sqlite
                                                      ? Connection::Mode::ReadOnly
                                                      : Connection::Mode::ReadWrite);
        if (!opened) {
            lose(opened.error());
            return;
        }
        m_connection.emplace(std::move(*opened));
        const auto ready = m_address.dialect == Dialect::Sqlite ? Result<void>() : listen();
        const auto caughtUp = ready ? catchUp() : ready;
        if (!caughtUp) {
            lose(caughtUp.error());
            return;
        }
        m_backOffMs = 500;
        m_timer->start(m_address.dialect == Dialect::Sqlite ? kPollMs : kHeartbeatMs);
        if (m_toldGone) {
            m_toldGone = false;
            emit connectionChanged(true, {});
        }
    }

    void lose(const Error &error)
    {
        m_connection.reset();
        m_timer->start(m_backOffMs);
        m_backOffMs = std::min(m_backOffMs * 2, kLongestBackOffMs);
        if (!m_toldGone) {
            m_toldGone = true;
            emit connectionChanged(false, error.text());
        }
    }

    Result<void> poll()
    {
        const auto rows = m_connection->query(QStringLiteral("PRAGMA data_version"));
        if (!rows)
            return rows.error();
        const qint64 version = rows->value(0).value(0).toLongLong();
        if (version == m_dataVersion)
            return {};
        m_dataVersion = version;
        return catchUp();
    }

    Result<void> heartbeat()
    {
        const auto rows = m_connection->query(kNewestRevision);
        if (!rows)
            return rows.error();
        m_revision = std::max(m_revision, rows->first()[0].toLongLong());
        return {};
    }

    Result<void> listen()
    {
        QSqlDriver *driver = m_connection->d->db.driver();
        connect(driver, &QSqlDriver::notification, this,
                [this](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) {
                    const QString text = payload.toString();
                    gather(
                        {text.section(QLatin1Char(':'), 0, 0), text.section(QLatin1Char(':'), 1)});
                });
        if (!driver->subscribeToNotification(QStringLiteral("gridhall")))
            return m_connection->d->failure(driver->lastError());
        return {};
    }

    /// What was logged since the last look; the first look only notes where the log stands.
    Result<void> catchUp()
    {
        if (m_revision < 0) {
            const auto rows = m_connection->query(kNewestRevision);
            if (!rows)
                return rows.error();
            m_revision = rows->first()[0].toLongLong();
            return {};
        }
        // Revisions of a server are given before the commit, so some below the newest may come
        // late.
        const qint64 since = m_address.dialect == Dialect::Sqlite ? m_revision : m_revision - 1000;
        const auto done = m_connection->query(
            QStringLiteral("SELECT revision, topic, row_key FROM change_log WHERE revision > ? "
                           "ORDER BY revision"),
            {since}, [this](const Row &row) {
                m_revision = std::max(m_revision, row[0].toLongLong());
                gather({row[1].toString(), row[2].toString()});
                return true;
            });
        if (done && m_address.dialect == Dialect::Sqlite)
            tellGathered();
        return done;
    }

    void gather(const Change &change)
    {
        const QPair<QString, QString> row(change.topic, change.key);
        if (m_seen.contains(row))
            return;
        m_seen.insert(row);
        m_changes.append(change);
        if (m_address.dialect == Dialect::Postgres && !m_gather->isActive())
            m_gather->start();
    }

    void tellGathered()
    {
        m_seen.clear();
        if (!m_changes.isEmpty())
            emit changed(std::exchange(m_changes, {}));
    }

    CityAddress m_address;
    std::optional<Connection> m_connection;
    QTimer *m_timer = nullptr;
    QTimer *m_gather = nullptr;
    QList<Change> m_changes;
    QSet<QPair<QString, QString>> m_seen;
    qint64 m_dataVersion = -1;
    qint64 m_revision = -1;
    int m_backOffMs = 500;
    bool m_toldGone = false;
};

struct ChangeFeed::Private
{
    QThread thread;
};

ChangeFeed::ChangeFeed(const CityAddress &address, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    qRegisterMetaType<QList<Change>>();
    d->thread.setObjectName(QStringLiteral("gridhall-feed"));
    auto *watcher = new FeedWatcher(address);
    watcher->moveToThread(&d->thread);
    connect(&d->thread, &QThread::started, watcher, &FeedWatcher::start);
    connect(&d->thread, &QThread::finished, watcher, &QObject::deleteLater);
    connect(watcher, &FeedWatcher::changed, this, &ChangeFeed::changed);
    connect(watcher, &FeedWatcher::connectionChanged, this, &ChangeFeed::connectionChanged);
    d->thread.start();
}

ChangeFeed::~ChangeFeed()
{
    d->thread.quit();
    d->thread.wait();
}

} // namespace gridhall::store

#include "changefeed.moc"
