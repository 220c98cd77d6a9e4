// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/ziparchive.h>

#include <QCoreApplication>
#include <QFile>

#include <unzip.h>

namespace gridhall::transfer {

namespace {

struct ZipCloser
{
    void operator()(void *zip) const { unzClose(zip); }
};

} // namespace

struct ZipArchive::Private
{
    QString path;
    std::unique_ptr<void, ZipCloser> zip;

    bool locate(const QString &member) const
    {
        return unzLocateFile(zip.get(), member.toUtf8().constData(), 1) == UNZ_OK;
    }
    Error damaged() const
    {
        return {ErrorKind::Unreadable,
                QCoreApplication::translate("transfer", "The workbook is damaged"),
                path,
                QCoreApplication::translate("transfer", "Save it again as .xlsx"),
                {}};
    }
};

Result<ZipArchive> ZipArchive::open(const QString &path)
{
    auto d = std::make_unique<Private>();
    d->path = path;
    d->zip.reset(unzOpen64(QFile::encodeName(path).constData()));
    if (!d->zip)
        return d->damaged();
    return ZipArchive(std::move(d));
}

ZipArchive::ZipArchive(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive &&) noexcept = default;
ZipArchive &ZipArchive::operator=(ZipArchive &&) noexcept = default;

bool ZipArchive::contains(const QString &member) const
{
    return d->locate(member);
}

Result<QByteArray> ZipArchive::read(const QString &member, qint64 mostBytes) const
{
    if (!d->locate(member) || unzOpenCurrentFile(d->zip.get()) != UNZ_OK)
        return d->damaged();
    QByteArray out;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    int got = 0;
    while ((got = unzReadCurrentFile(d->zip.get(), chunk.data(),
                                     static_cast<unsigned>(chunk.size()))) > 0) {
        out.append(chunk.constData(), got);
        // What the directory says about sizes may be a lie; what comes out is not.
        if (out.size() > mostBytes) {
            unzCloseCurrentFile(d->zip.get());
            return Error{
                ErrorKind::InvalidInput,
                QCoreApplication::translate("transfer", "The workbook is too large"), d->path,
                QCoreApplication::translate("transfer", "Split it into smaller ones"), member};
        }
    }
    const bool isWhole = unzCloseCurrentFile(d->zip.get()) == UNZ_OK;
    if (got < 0 || !isWhole)
        return d->damaged();
    return out;
}

} // namespace gridhall::transfer
