// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>

#include <QByteArray>
#include <QString>

namespace gridhall::store {

/// Photos, snapshots and sound, kept by their SHA-256 in a folder beside a local database.
/// Blocking; call it off the GUI thread. Writing is to a temporary name and then a rename, so a
/// file is whole or absent.
class MediaStore
{
public:
    explicit MediaStore(const CityAddress &address);

    static constexpr qint64 kMaxBytes = 64 * 1024 * 1024;

    /// The hex SHA-256 under which `bytes` now lies. InvalidInput over kMaxBytes or empty.
    Result<QString> put(const QByteArray &bytes) const;
    Result<QByteArray> get(const QString &sha256) const;
    QString pathOf(const QString &sha256) const;

private:
    QString m_folder;
};

} // namespace gridhall::store
