// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/connection.h>

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

struct sqlite3;

namespace gridhall::store {

/// The QtSql side of a Connection; only this room sees it.
struct Connection::Private
{
    explicit Private(CityAddress cityAddress);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    Result<void> openSqlite(Mode mode);
    Result<void> prepareSqlite(sqlite3 *handle, Mode mode);
    Result<void> openPostgres();
    sqlite3 *sqliteHandle() const;

    Result<QSqlQuery> run(const QString &sql, const QVariantList &values);
    /// Gives a prepared statement back for the next time; a statement in use is not in the hash.
    void keep(const QString &sql, QSqlQuery query);

    Error failure(const QSqlError &error);
    QString subject() const;

    CityAddress address;
    QString name;
    QSqlDatabase db;
    QHash<QString, QSqlQuery> statements;
    int depth = 0;
    bool lost = false;
    bool readOnly = false;
};

} // namespace gridhall::store
