// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QHash>
#include <QStringList>

namespace gridhall::catalog {

/// The records of a CSV text (RFC 4180; a line end inside quotes belongs to the cell); empty lines
/// are records of one empty cell. InvalidInput with the line for a quote that never ends.
Result<QList<QStringList>> readCsvRecords(const QString &text);

/// A CSV text (RFC 4180, UTF-8, first line names the columns), read whole. A value.
class CsvTable
{
public:
    /// InvalidInput with the line for a quote that never ends or a row of another length.
    static Result<CsvTable> parse(const QString &text);

    qsizetype size() const { return m_rows.size(); }
    /// Empty for a column that does not exist.
    QString cell(qsizetype row, const QString &column) const;

private:
    QHash<QString, int> m_columns;
    QList<QStringList> m_rows;
};

} // namespace gridhall::catalog
