// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QByteArray>

#include <memory>

namespace gridhall::transfer {

/// Reads members of a zip file, each whole and of a bounded size. One thread.
class ZipArchive
{
public:
    static Result<ZipArchive> open(const QString &path);
    ~ZipArchive();
    ZipArchive(ZipArchive &&) noexcept;
    ZipArchive &operator=(ZipArchive &&) noexcept;

    bool contains(const QString &member) const;
    /// Unreadable when damaged, InvalidInput when it unpacks to more than `mostBytes`.
    Result<QByteArray> read(const QString &member, qint64 mostBytes) const;

private:
    struct Private;
    explicit ZipArchive(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gridhall::transfer
