// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/connection.h>

#include "connectionprivate.h"
#include "databaseerror.h"
#include "geoblob.h"
#include "serverurl.h"

#include <store/migration.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QTimeZone>
#include <QUrl>

#include <sqlite3.h>

#include <atomic>

namespace gridhall::store {

namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr qsizetype kStatementsKept = 128;

QString freshName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("gridhall-%1").arg(++count);
}

QVariant bindable(const QVariant &value)
{
    if (value.metaType().id() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    return value;
}

} // namespace

Connection::Private::Private(CityAddress cityAddress)
    : address(std::move(cityAddress)), name(freshName())
{
    db = QSqlDatabase::addDatabase(address.dialect == Dialect::Postgres ? QStringLiteral("QPSQL")
                                                                        : QStringLiteral("QSQLITE"),
                                   name);
}

Connection::Private::~Private()
{
    statements.clear();
    db.close();
    db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

QString Connection::Private::subject() const
{
    if (address.dialect == Dialect::Sqlite)
        return address.databaseFile();
    const ServerUrl server = ServerUrl::parse(address.databaseUrl);
    return server.database;
}

Error Connection::Private::failure(const QSqlError &error)
{
    Error mapped = databaseError(address.dialect, error, subject());
    if (address.dialect == Dialect::Postgres &&
        (mapped.kind == ErrorKind::Unavailable || !db.isOpen()))
        lost = true;
    return mapped;
}

sqlite3 *Connection::Private::sqliteHandle() const
{
    const QVariant handle = db.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.data());
}

Result<void> Connection::Private::openSqlite(Mode mode)
{
    readOnly = mode == Mode::ReadOnly;
    const QString path = address.databaseFile();
    if (mode == Mode::Create) {
        if (!QDir().mkpath(address.folder))
            return Error{ErrorKind::Unwritable,
                         QCoreApplication::translate("store", "The folder cannot be made"),
                         address.folder,
                         QCoreApplication::translate("store",
                                                     "Check the permissions of the file and "
                                                     "its folder"),
                         {}};
    } else if (!QFileInfo(path).isFile()) {
        return Error{
            ErrorKind::NotFound,
            QCoreApplication::translate("store", "There is no city here"),
            address.folder,
            QCoreApplication::translate(
                "store", "Name a folder that holds city.gpkg, or make one with gridhallctl"),
            {}};
    }
    if (QFileInfo::exists(path)) {
        if (const auto good = checkDatabaseFile(path); !good)
            return good;
    }
    db.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs);
    if (mode == Mode::ReadOnly) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        // A WAL database in a folder that cannot be written opens only as one that nobody changes.
        if (!QFileInfo(address.folder).isWritable() &&
            !QFileInfo::exists(path + QStringLiteral("-wal"))) {
            options += QStringLiteral(";QSQLITE_OPEN_URI");
            db.setDatabaseName(QStringLiteral("file:%1?immutable=1")
                                   .arg(QString::fromLatin1(
                                       QUrl::toPercentEncoding(path, QByteArrayLiteral("/")))));
        }
    }
    db.setConnectOptions(options);
    if (!db.open())
        return failure(db.lastError());
    sqlite3 *handle = sqliteHandle();
    if (!handle)
        return Error{ErrorKind::Internal,
                     QCoreApplication::translate("store", "Qt's SQLite driver is not the system's"),
                     {},
                     {},
                     {}};
    registerGeometryFunctions(handle);
    return prepareSqlite(handle, mode);
}

Result<void> Connection::Private::prepareSqlite(sqlite3 *handle, Mode mode)
{
    if (mode != Mode::ReadOnly && sqlite3_db_readonly(handle, "main") == 1)
        return Error{ErrorKind::Unwritable,
                     QCoreApplication::translate("store", "The database cannot be written"),
                     address.databaseFile(),
                     QCoreApplication::translate("store",
                                                 "Check the permissions of the file and its "
                                                 "folder"),
                     {}};
    QStringList commands = {QStringLiteral("PRAGMA foreign_keys = ON"),
                            QStringLiteral("PRAGMA cache_size = -16384"),
                            QStringLiteral("PRAGMA temp_store = MEMORY")};
    if (mode != Mode::ReadOnly)
        commands << QStringLiteral("PRAGMA journal_mode = WAL")
                 << QStringLiteral("PRAGMA synchronous = FULL");
    commands << QStringLiteral("SELECT count(*) FROM sqlite_schema");
    for (const QString &command : commands) {
        QSqlQuery query(db);
        if (!query.exec(command))
            return failure(query.lastError());
    }
    return {};
}

Result<void> Connection::Private::openPostgres()
{
    if (!db.isValid())
        return Error{
            ErrorKind::Unavailable,
            QCoreApplication::translate("store", "Qt's PostgreSQL driver is not installed"),
            {},
            QCoreApplication::translate("store", "Install libqt6sql6-psql"),
            {}};
    const ServerUrl server = ServerUrl::parse(address.databaseUrl);
    db.setUserName(server.user);
    db.setPassword(server.password);
    db.setDatabaseName(server.database);
    db.setConnectOptions(server.options);
    if (!db.open())
        return failure(db.lastError());
    QSqlQuery query(db);
    if (!query.exec(QStringLiteral("SET TIME ZONE 'UTC'")))
        return failure(query.lastError());
    return {};
}

Result<QSqlQuery> Connection::Private::run(const QString &sql, const QVariantList &values)
{
    const auto known = statements.find(sql);
    QSqlQuery query(db);
    if (known != statements.end()) {
        query = std::move(*known);
        statements.erase(known);
    } else {
        query.setForwardOnly(true);
        // PostgreSQL prepares no utility statements, and what has no values gains nothing from it.
        if (address.dialect == Dialect::Postgres && values.isEmpty()) {
            if (!query.exec(sql))
                return failure(query.lastError());
            return query;
        }
        if (!query.prepare(sql))
            return failure(query.lastError());
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), bindable(values[i]));
    if (!query.exec()) {
        const Error error = failure(query.lastError());
        // Kept all the same: an aborted transaction does not let a server's statement be freed.
        keep(sql, std::move(query));
        return error;
    }
    return query;
}

void Connection::Private::keep(const QString &sql, QSqlQuery query)
{
    query.finish();
    if (address.dialect == Dialect::Postgres && query.boundValues().isEmpty())
        return;
    if (statements.size() >= kStatementsKept)
        statements.clear();
    statements.insert(sql, std::move(query));
}

Connection::Connection(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
Connection::~Connection() = default;
Connection::Connection(Connection &&) noexcept = default;
Connection &Connection::operator=(Connection &&) noexcept = default;

Result<Connection> Connection::open(const CityAddress &address, Mode mode)
{
    Connection connection(std::make_unique<Private>(address));
    const auto opened = address.dialect == Dialect::Postgres ? connection.d->openPostgres()
                                                             : connection.d->openSqlite(mode);
    if (!opened)
        return opened.error();
    const auto state = Migration::check(connection);
    if (!state)
        return state.error();
    if (*state == SchemaState::NewerRefused)
        return Migration::newerError(connection);
    return connection;
}

Dialect Connection::dialect() const
{
    return d->address.dialect;
}

bool Connection::isLost() const
{
    return d->lost;
}

const CityAddress &Connection::address() const
{
    return d->address;
}

Result<QList<Row>> Connection::query(const QString &sql, const QVariantList &values)
{
    QList<Row> rows;
    const auto done = query(sql, values, [&rows](const Row &row) {
        rows.append(row);
        return true;
    });
    if (!done)
        return done.error();
    return rows;
}

Result<void> Connection::query(const QString &sql, const QVariantList &values,
                               const std::function<bool(const Row &)> &visit)
{
    auto query = d->run(sql, values);
    if (!query)
        return query.error();
    const int columns = query->record().count();
    while (query->next()) {
        Row row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row.append(query->value(i));
        if (!visit(row))
            break;
    }
    if (query->lastError().isValid())
        return d->failure(query->lastError());
    d->keep(sql, std::move(*query));
    return {};
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &values)
{
    auto query = d->run(sql, values);
    if (!query)
        return query.error();
    const qint64 changed = query->numRowsAffected();
    d->keep(sql, std::move(*query));
    return changed;
}

Result<void> Connection::executeMany(const QString &sql, const QList<QVariantList> &rows)
{
    if (rows.isEmpty())
        return {};
    return transaction([&]() -> Result<void> {
        for (const QVariantList &row : rows) {
            const auto done = execute(sql, row);
            if (!done)
                return done.error();
        }
        return {};
    });
}

Result<void> Connection::transaction(const std::function<Result<void>()> &body)
{
    if (d->depth > 0)
        return body();
    const auto plain = [this](const char *command) -> Result<void> {
        QSqlQuery query(d->db);
        if (!query.exec(QString::fromLatin1(command)))
            return d->failure(query.lastError());
        return {};
    };
    if (const auto begun =
            plain(dialect() == Dialect::Sqlite && !d->readOnly ? "BEGIN IMMEDIATE" : "BEGIN");
        !begun)
        return begun;
    ++d->depth;
    auto done = body();
    --d->depth;
    if (done)
        done = plain("COMMIT");
    if (!done)
        (void)plain("ROLLBACK");
    return done;
}

const QString &Connection::pick(const QString &sqlite, const QString &postgres) const
{
    return dialect() == Dialect::Sqlite ? sqlite : postgres;
}

QVariant idParameter(const Id &id)
{
    return id.isNull() ? QVariant() : QVariant(id.toString());
}

Id idFromColumn(const QVariant &value)
{
    return Id::fromString(value.toString());
}

QVariant timeParameter(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    return utc.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + QLatin1Char('Z');
}

QDateTime timeFromColumn(const QVariant &value)
{
    if (value.metaType().id() == QMetaType::QDateTime)
        return value.toDateTime().toUTC();
    const QString text = value.toString();
    if (text.isEmpty())
        return {};
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QVariant geometryParameter(Dialect dialect, const QByteArray &wkb)
{
    if (wkb.size() < 5)
        return {};
    if (dialect == Dialect::Sqlite)
        return geoPackageBlob(wkb);
    // EWKB: the SRID flag in the type and the SRID behind it; WKB of ours is little-endian.
    QByteArray ewkb = wkb.left(5);
    ewkb[4] = static_cast<char>(ewkb[4] | 0x20);
    const char srid[] = {char(0x8a), char(0x11), 0, 0}; // 4490
    ewkb.append(srid, 4);
    ewkb.append(QByteArrayView(wkb).sliced(5));
    return QString::fromLatin1(ewkb.toHex());
}

QByteArray wkbFromColumn(Dialect dialect, const QVariant &value)
{
    if (value.isNull())
        return {};
    if (dialect == Dialect::Sqlite) {
        const QByteArray blob = value.toByteArray();
        return wkbOfGeoPackageBlob(blob).toByteArray();
    }
    QByteArray wkb = QByteArray::fromHex(value.toString().toLatin1());
    if (wkb.size() >= 9 && wkb[0] == 1 && (wkb[4] & 0x20)) {
        wkb[4] = static_cast<char>(wkb[4] & ~0x20);
        wkb.remove(5, 4);
    }
    return wkb;
}

} // namespace gridhall::store
