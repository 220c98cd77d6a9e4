// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QtEndian>

#include <sqlite3.h>

namespace gridhall::store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("store", text);
}

Error error(ErrorKind kind, const char *what, const QString &subject, const char *next,
            const QString &detail)
{
    return Error{kind, tr(what), subject, *next ? tr(next) : QString(), detail};
}

Error refusedByTrigger(const QString &subject, const QString &detail)
{
    return error(
        ErrorKind::Refused,
        QT_TRANSLATE_NOOP("store", "The database refuses this: it breaks a rule of the city"),
        subject, "", detail);
}

Error sqliteError(int code, const QString &subject, const QString &detail)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return error(ErrorKind::Unreadable, QT_TRANSLATE_NOOP("store", "This is not a database"),
                     subject, QT_TRANSLATE_NOOP("store", "Choose another city or restore a backup"),
                     detail);
    case SQLITE_CORRUPT:
        return error(ErrorKind::Unreadable, QT_TRANSLATE_NOOP("store", "The database is damaged"),
                     subject, QT_TRANSLATE_NOOP("store", "Restore it from a backup"), detail);
    case SQLITE_FULL:
        return error(
            ErrorKind::DiskFull, QT_TRANSLATE_NOOP("store", "The disk is full"), subject,
            QT_TRANSLATE_NOOP("store", "Free some space and try again; nothing was changed"),
            detail);
    case SQLITE_READONLY:
        return error(ErrorKind::Unwritable,
                     QT_TRANSLATE_NOOP("store", "The database cannot be written"), subject,
                     QT_TRANSLATE_NOOP("store", "Check the permissions of the file and its folder"),
                     detail);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return error(ErrorKind::Unreadable,
                     QT_TRANSLATE_NOOP("store", "The database cannot be opened"), subject,
                     QT_TRANSLATE_NOOP("store", "Check the permissions of the file and its folder"),
                     detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorKind::Unavailable,
                     QT_TRANSLATE_NOOP("store", "Another program keeps the database locked"),
                     subject, QT_TRANSLATE_NOOP("store", "Close the other program or try again"),
                     detail);
    case SQLITE_IOERR:
        return error(ErrorKind::Unwritable,
                     QT_TRANSLATE_NOOP("store", "The disk failed while the database was used"),
                     subject, QT_TRANSLATE_NOOP("store", "Check the disk; nothing was changed"),
                     detail);
    case SQLITE_CONSTRAINT:
        return error(ErrorKind::Conflict,
                     QT_TRANSLATE_NOOP("store", "The database holds this already or lacks what it "
                                                "refers to"),
                     subject, "", detail);
    default:
        return error(ErrorKind::Internal, QT_TRANSLATE_NOOP("store", "The database failed"),
                     subject, QT_TRANSLATE_NOOP("store", "The log has the details"), detail);
    }
}

Error postgresError(const QString &state, const QSqlError &e, const QString &subject,
                    const QString &detail)
{
    if (e.type() == QSqlError::ConnectionError || state.startsWith(QLatin1String("08")) ||
        state.startsWith(QLatin1String("57P")) || detail.contains(QLatin1String("no connection")))
        return error(ErrorKind::Unavailable,
                     QT_TRANSLATE_NOOP("store", "The database server does not answer"), subject,
                     QT_TRANSLATE_NOOP("store", "Check the network and the server"), detail);
    if (state.startsWith(QLatin1String("23")))
        return sqliteError(SQLITE_CONSTRAINT, subject, detail);
    if (state == QLatin1String("53100"))
        return sqliteError(SQLITE_FULL, subject, detail);
    if (state == QLatin1String("25006"))
        return sqliteError(SQLITE_READONLY, subject, detail);
    if (state == QLatin1String("42501"))
        return error(ErrorKind::Refused,
                     QT_TRANSLATE_NOOP("store", "Your login may not do this in the database"),
                     subject, QT_TRANSLATE_NOOP("store", "Ask the administrator"), detail);
    if (state == QLatin1String("40001") || state == QLatin1String("40P01"))
        return error(ErrorKind::Conflict,
                     QT_TRANSLATE_NOOP("store", "Somebody else was changing the same thing"),
                     subject, QT_TRANSLATE_NOOP("store", "Try again"), detail);
    return sqliteError(SQLITE_ERROR, subject, detail);
}

} // namespace

Error databaseError(Dialect dialect, const QSqlError &e, const QString &subject)
{
    const QString detail = e.databaseText().isEmpty() ? e.text() : e.databaseText();
    if (detail.contains(QLatin1String("gridhall:")))
        return refusedByTrigger(subject, detail);
    if (dialect == Dialect::Sqlite)
        return sqliteError(e.nativeErrorCode().toInt(), subject, detail);
    return postgresError(e.nativeErrorCode(), e, subject, detail);
}

Result<void> checkDatabaseFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return sqliteError(SQLITE_CANTOPEN, path, file.errorString());
    const QByteArray head = file.read(100);
    if (head.isEmpty())
        return {};
    if (head.size() < 100 || !head.startsWith(QByteArrayLiteral("SQLite format 3")))
        return sqliteError(SQLITE_NOTADB, path, {});
    const auto number = [&head](int at) { return qFromBigEndian<quint32>(head.constData() + at); };
    const quint16 rawPage = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 pageBytes = rawPage == 1 ? 65536 : rawPage;
    // The page count is only valid when it was written with the last change; with a WAL the missing
    // pages may lie there.
    const bool countValid = number(24) == number(92) && number(28) > 0;
    if (countValid && QFileInfo(path + QStringLiteral("-wal")).size() == 0 &&
        file.size() < pageBytes * number(28))
        return error(ErrorKind::Unreadable,
                     QT_TRANSLATE_NOOP("store", "The database is cut off: its end is missing"),
                     path, QT_TRANSLATE_NOOP("store", "Restore it from a backup"), {});
    return {};
}

} // namespace gridhall::store
