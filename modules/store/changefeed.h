// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <store/cityaddress.h>

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace gridhall::store {

/// One row that changed, by this or any other process. `topic` is "case", "mover", "task" or
/// "city"; `key` the row's key as text.
struct Change
{
    QString topic;
    QString key;
};

/// Tells about rows that changed in a city's database, within 300 ms, whoever changed them. Local:
/// watches SQLite's data_version on a thread of its own and reads change_log, which triggers fill.
/// Networked: LISTEN. Lives on the thread that made it; signals arrive there, gathered.
class ChangeFeed : public QObject
{
    Q_OBJECT
public:
    explicit ChangeFeed(const CityAddress &address, QObject *parent = nullptr);
    ~ChangeFeed() override;

signals:
    /// Each row once per batch.
    void changed(const QList<gridhall::store::Change> &changes);
    /// The database went away or came back; what happened in between is told as changes.
    void connectionChanged(bool available, const QString &message);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gridhall::store
