// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <base/result.h>
#include <store/cityaddress.h>

#include <QByteArray>
#include <QDateTime>
#include <QVariant>

#include <functional>
#include <memory>

namespace gridhall::store {

/// One row of an answer: values by position, in the order that the SELECT names them.
using Row = QVariantList;

/// One connection to a city's database, of one thread, closed by its destructor. The only way to
/// SQL; nothing of QtSql crosses this header. Both dialects understand `?` placeholders; every
/// value is bound; a null QString is bound as empty text, an invalid QVariant as NULL. SQLite
/// connections have WAL, foreign keys, a busy time-out and the ST_ functions that a GeoPackage's
/// triggers call; they are fully synchronous, so that what was committed survives a power cut.
/// What a trigger of ours refuses comes as Refused with the trigger's word in `detail`.
class Connection
{
public:
    enum class Mode { ReadWrite = 0, ReadOnly, Create };

    /// Unreadable for what is no database, NotFound, ReadOnly/Unwritable, NewerVersion (a schema
    /// newer than this program's), Unavailable (no server).
    static Result<Connection> open(const CityAddress &address, Mode mode = Mode::ReadWrite);
    ~Connection();
    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;

    Dialect dialect() const;
    /// True once the server has gone away: open another connection.
    bool isLost() const;
    const CityAddress &address() const;

    Result<QList<Row>> query(const QString &sql, const QVariantList &values = {});
    /// Streams rows; `visit` returns false to stop early.
    Result<void> query(const QString &sql, const QVariantList &values,
                       const std::function<bool(const Row &)> &visit);
    /// Rows changed.
    Result<qint64> execute(const QString &sql, const QVariantList &values = {});
    /// One prepared statement, many rows of values; stops at the first failure.
    Result<void> executeMany(const QString &sql, const QList<QVariantList> &rows);

    /// Runs `body` in one transaction (BEGIN IMMEDIATE on SQLite); rolled back when it returns an
    /// error. Nested calls join the outer transaction.
    Result<void> transaction(const std::function<Result<void>()> &body);

    /// Picks the dialect's text where the two differ.
    const QString &pick(const QString &sqlite, const QString &postgres) const;

private:
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
    friend class Migration;
    friend class FeedWatcher;
};

// What the two dialects hold for a value of ours, and back.
QVariant idParameter(const Id &id); ///< null for a null id
Id idFromColumn(const QVariant &value);
QVariant
timeParameter(const QDateTime &utc); ///< "yyyy-MM-ddTHH:mm:ss.zzzZ"; null for an invalid time
QDateTime timeFromColumn(const QVariant &value); ///< UTC
/// WKB (EPSG:4490) as a GeoPackage blob or as EWKB hex; and back to WKB. A null column gives empty.
QVariant geometryParameter(Dialect dialect, const QByteArray &wkb);
QByteArray wkbFromColumn(Dialect dialect, const QVariant &value);

} // namespace gridhall::store
