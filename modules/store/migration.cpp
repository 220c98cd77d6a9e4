// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/migration.h>

#include "connectionprivate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlError>

#include <sqlite3.h>

#include <algorithm>

// A static library's resources are linked only when they are named, and outside a namespace.
static void linkResources()
{
    Q_INIT_RESOURCE(sql);
}

namespace gridhall::store {

namespace {

/// A schema of this number or newer can be read and written by a program that knows the number
/// here.
constexpr int kMinCompatible = 5;
constexpr qint64 kAdvisoryLock = 0x67726964; // "grid"

struct MigrationFile
{
    int number = 0;
    QString path;
};

QList<MigrationFile> filesOf(Dialect dialect)
{
    linkResources();
    const QDir folder(dialect == Dialect::Sqlite ? QStringLiteral(":/sql/sqlite")
                                                 : QStringLiteral(":/sql/postgres"));
    QList<MigrationFile> files;
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name))
        files.append({name.section(QLatin1Char('_'), 0, 0).toInt(), folder.filePath(name)});
    return files;
}

} // namespace

int Migration::programVersion()
{
    int newest = 0;
    for (const MigrationFile &file : filesOf(Dialect::Sqlite))
        newest = std::max(newest, file.number);
    return newest;
}

Result<Migration::Standing> Migration::standing(Connection &connection)
{
    const auto tables = connection.query(connection.pick(
        QStringLiteral(
            "SELECT (SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'), "
            "(SELECT count(*) FROM sqlite_schema)"),
        QStringLiteral("SELECT count(*) FILTER (WHERE table_name = 'schema_migration'), 0 "
                       "FROM information_schema.tables WHERE table_schema = current_schema()")));
    if (!tables)
        return tables.error();
    if (tables->first()[0].toInt() == 0) {
        if (tables->first()[1].toInt() > 0)
            return Error{
                ErrorKind::Unreadable,
                QCoreApplication::translate("store", "This database is not a GridHall city"),
                connection.d->subject(),
                QCoreApplication::translate("store", "Import it into a city instead of opening it"),
                {}};
        return Standing{};
    }
    const auto rows = connection.query(QStringLiteral(
        "SELECT number, min_compatible FROM schema_migration ORDER BY number DESC LIMIT 1"));
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Standing{};
    return Standing{rows->first()[0].toInt(), rows->first()[1].toInt()};
}

Result<int> Migration::databaseVersion(Connection &connection)
{
    const auto now = standing(connection);
    if (!now)
        return now.error();
    return now->number;
}

Result<SchemaState> Migration::check(Connection &connection)
{
    const auto now = standing(connection);
    if (!now)
        return now.error();
    const int ours = programVersion();
    if (now->number > ours)
        return now->minCompatible <= ours ? SchemaState::NewerReadable : SchemaState::NewerRefused;
    return now->number == ours ? SchemaState::Same : SchemaState::None;
}

Error Migration::newerError(Connection &connection)
{
    const auto version = databaseVersion(connection);
    return Error{ErrorKind::NewerVersion,
                 QCoreApplication::translate(
                     "store", "The city was made by a newer GridHall (schema %1, this "
                              "program knows %2)")
                     .arg(version ? *version : 0)
                     .arg(programVersion()),
                 connection.d->subject(),
                 QCoreApplication::translate("store", "Update this program"),
                 {}};
}

Result<SchemaState> Migration::apply(Connection &connection)
{
    const auto state = check(connection);
    if (!state)
        return state.error();
    if (*state == SchemaState::NewerRefused)
        return newerError(connection);
    if (*state != SchemaState::None)
        return *state;
    for (const MigrationFile &file : filesOf(connection.dialect())) {
        const auto done = connection.transaction(
            [&]() -> Result<void> { return applyFile(connection, file.number, file.path); });
        if (!done)
            return done.error();
    }
    return SchemaState::Upgraded;
}

Result<void> Migration::applyFile(Connection &connection, int number, const QString &path)
{
    if (connection.dialect() == Dialect::Postgres) {
        const auto locked =
            connection.query(QStringLiteral("SELECT pg_advisory_xact_lock(?)"), {kAdvisoryLock});
        if (!locked)
            return locked.error();
    }
    // Asked again under the lock: another program may have been faster.
    const auto version = databaseVersion(connection);
    if (!version)
        return version.error();
    if (*version >= number)
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Internal,
                     QCoreApplication::translate("store", "A migration of this program is missing"),
                     path,
                     {},
                     file.errorString()};
    if (const auto ran = runText(connection, file.readAll()); !ran)
        return ran;
    const auto noted = connection.execute(
        QStringLiteral("INSERT INTO schema_migration (number, min_compatible, name, applied_at) "
                       "VALUES (?, ?, ?, ?)"),
        {number, std::min(number, kMinCompatible), path.section(QLatin1Char('/'), -1),
         timeParameter(QDateTime::currentDateTimeUtc())});
    if (!noted)
        return noted.error();
    return {};
}

Result<void> Migration::runText(Connection &connection, const QByteArray &sql)
{
    if (connection.dialect() == Dialect::Sqlite) {
        sqlite3 *handle = connection.d->sqliteHandle();
        if (sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return connection.d->failure(QSqlError({}, QString::fromUtf8(sqlite3_errmsg(handle)),
                                                   QSqlError::StatementError,
                                                   QString::number(sqlite3_errcode(handle))));
        return {};
    }
    QSqlQuery query(connection.d->db);
    if (!query.exec(QString::fromUtf8(sql)))
        return connection.d->failure(query.lastError());
    while (query.nextResult()) {
    }
    if (query.lastError().isValid())
        return connection.d->failure(query.lastError());
    return {};
}

} // namespace gridhall::store
