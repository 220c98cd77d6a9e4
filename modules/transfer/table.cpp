// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/table.h>

#include <catalog/csvtable.h>
#include <transfer/workbook.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace gridhall::transfer {

namespace {

Error unreadable(const QString &path, const QString &detail)
{
    return {ErrorKind::Unreadable,
            QCoreApplication::translate("transfer", "The table cannot be read"), path,
            QCoreApplication::translate("transfer", "Save it as .xlsx or as .csv in UTF-8"),
            detail};
}

Result<QList<Sheet>> readCsv(const QString &path)
{
    constexpr qint64 kMostBytes = 64 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    if (file.size() > kMostBytes)
        return unreadable(path, QStringLiteral("larger than 64 MB"));
    const QByteArray bytes = file.readAll();
    if (bytes.contains('\0'))
        return unreadable(path, QStringLiteral("not text"));
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(bytes);
    if (utf8.hasError()) {
        QStringDecoder chinese("GB18030");
        if (!chinese.isValid())
            return unreadable(path, QStringLiteral("neither UTF-8 nor a known encoding"));
        text = chinese.decode(bytes);
    }
    auto rows = catalog::readCsvRecords(text);
    if (!rows)
        return unreadable(path, rows.error().text());
    for (QStringList &row : *rows) {
        for (QString &cell : row)
            cell = cell.trimmed();
    }
    return QList<Sheet>{{QFileInfo(path).completeBaseName(), std::move(*rows)}};
}

} // namespace

Result<QList<Sheet>> readTable(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("transfer", "There is no such file"),
                     path,
                     QCoreApplication::translate("transfer", "Check the path"),
                     {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    if (file.read(2) == "PK")
        return readWorkbook(path);
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ||
        path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive))
        return readCsv(path);
    return unreadable(path, QStringLiteral("neither a workbook nor a text table"));
}

} // namespace gridhall::transfer
