// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <tracking/livepicture.h>

#include <tracking/trackingrepository.h>

#include <QFutureWatcher>

#include <algorithm>

namespace gridhall::tracking {

namespace {

struct Update
{
    QList<Mover> movers;
    qint64 revision = -1;
};

} // namespace

LivePicture::LivePicture(store::DatabaseThread &database, store::ChangeFeed &feed, QObject *parent)
    : QObject(parent), m_database(database)
{
    connect(&feed, &store::ChangeFeed::changed, this, [this](const QList<store::Change> &changes) {
        const bool isOurs = std::any_of(changes.begin(), changes.end(), [](const auto &change) {
            return change.topic == QLatin1String("mover");
        });
        if (isOurs)
            refresh();
    });
    refresh();
}

void LivePicture::refresh()
{
    // One question at a time: what changes meanwhile is asked for once, when the answer is in.
    if (m_refreshing) {
        m_again = true;
        return;
    }
    m_refreshing = true;
    auto *watcher = new QFutureWatcher<Result<Update>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_refreshing = false;
        const Result<Update> update = watcher->result();
        if (update && !update->movers.isEmpty()) {
            QList<Id> ids;
            for (const Mover &mover : update->movers) {
                m_movers.insert(mover.id, mover);
                ids.append(mover.id);
            }
            m_revision = update->revision;
            emit moversChanged(ids);
        }
        if (std::exchange(m_again, false))
            refresh();
    });
    watcher->setFuture(
        m_database.run([since = m_revision](store::Connection &connection) -> Result<Update> {
            Update update{{}, since};
            auto movers = TrackingRepository(connection).moversSince(update.revision);
            if (!movers)
                return movers.error();
            update.movers = *movers;
            return update;
        }));
}

} // namespace gridhall::tracking
