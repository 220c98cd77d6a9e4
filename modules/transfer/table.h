// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QList>
#include <QString>
#include <QStringList>

namespace gridhall::transfer {

/// One sheet of text cells; a merged cell's text stands in every cell that it covers.
struct Sheet
{
    QString name;
    QList<QStringList> rows;
    QString cell(qsizetype row, qsizetype column) const { return rows.value(row).value(column); }
};

/// Reads .xlsx (Office Open XML) or .csv (UTF-8 or GB 18030) whole. Unreadable for what is damaged
/// or neither; InvalidInput for what is unreasonably large.
Result<QList<Sheet>> readTable(const QString &path);

} // namespace gridhall::transfer
