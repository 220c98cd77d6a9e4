// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/changefeed.h>
#include <store/databasethread.h>
#include <tracking/mover.h>

#include <QHash>
#include <QObject>

namespace gridhall::tracking {

/// Everybody's latest place, kept up to date from the database's change feed, whoever wrote it.
/// Lives on the GUI thread; does not own `database` and `feed`, which must outlive it.
class LivePicture : public QObject
{
    Q_OBJECT
public:
    LivePicture(store::DatabaseThread &database, store::ChangeFeed &feed,
                QObject *parent = nullptr);

    const QHash<Id, Mover> &movers() const { return m_movers; }

signals:
    void moversChanged(const QList<gridhall::Id> &ids);

private:
    void refresh();

    store::DatabaseThread &m_database;
    QHash<Id, Mover> m_movers;
    qint64 m_revision = -1;
    bool m_refreshing = false;
    bool m_again = false;
};

} // namespace gridhall::tracking
