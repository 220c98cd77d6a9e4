// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/mediastore.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>

namespace gridhall::store {

namespace {

bool isSha256(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

Error unwritable(const QString &path, const QString &detail)
{
    const bool full = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() < 1024 * 1024;
    if (full)
        return Error{ErrorKind::DiskFull, QCoreApplication::translate("store", "The disk is full"),
                     path,
                     QCoreApplication::translate(
                         "store", "Free some space and try again; nothing was changed"),
                     detail};
    return Error{
        ErrorKind::Unwritable, QCoreApplication::translate("store", "The photo cannot be stored"),
        path,
        QCoreApplication::translate("store", "Check the permissions of the file and its folder"),
        detail};
}

} // namespace

MediaStore::MediaStore(const CityAddress &address) : m_folder(address.mediaFolder()) {}

QString MediaStore::pathOf(const QString &sha256) const
{
    return m_folder + QLatin1Char('/') + sha256.left(2) + QLatin1Char('/') + sha256;
}

Result<QString> MediaStore::put(const QByteArray &bytes) const
{
    if (bytes.isEmpty())
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("store", "The file is empty"),
                     {},
                     {},
                     {}};
    if (bytes.size() > kMaxBytes)
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("store", "The file is larger than %1 MB")
                         .arg(kMaxBytes / (1024 * 1024)),
                     {},
                     QCoreApplication::translate("store", "Choose a smaller one"),
                     {}};
    const QString sha =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QString path = pathOf(sha);
    if (QFileInfo(path).size() == bytes.size())
        return sha;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return unwritable(path, {});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(path, file.errorString());
    return sha;
}

Result<QByteArray> MediaStore::get(const QString &sha256) const
{
    // Only a hash is a name: nothing from outside can point to another file.
    if (!isSha256(sha256))
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("store", "This is not the key of a photo"),
                     sha256,
                     {},
                     {}};
    QFile file(pathOf(sha256));
    if (!file.exists())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("store", "The photo is not here"),
                     file.fileName(),
                     QCoreApplication::translate("store", "Restore the media folder from a backup"),
                     {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable,
                     QCoreApplication::translate("store", "The photo cannot be read"),
                     file.fileName(),
                     {},
                     file.errorString()};
    QByteArray bytes = file.readAll();
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != sha256.toLatin1())
        return Error{
            ErrorKind::Unreadable,
            QCoreApplication::translate("store", "The photo was changed after it was stored"),
            file.fileName(),
            QCoreApplication::translate("store", "Restore the media folder from a backup"),
            {}};
    return bytes;
}

} // namespace gridhall::store
