// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/csvtable.h>

#include <QCoreApplication>

namespace gridhall::catalog {

namespace {

Error malformed(const QString &what, qsizetype line)
{
    return Error{ErrorKind::InvalidInput,
                 what,
                 QCoreApplication::translate("catalog", "line %1").arg(line),
                 QCoreApplication::translate("catalog", "Correct the table and read it again"),
                 {}};
}

/// Reads one record from `at` on; false when a quote never ends.
bool readRecord(const QString &text, qsizetype &at, QStringList &record)
{
    QString cell;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (quoted) {
            if (c != QLatin1Char('"'))
                cell += c;
            else if (at + 1 < text.size() && text.at(at + 1) == QLatin1Char('"'))
                cell += text.at(++at);
            else
                quoted = false;
        } else if (c == QLatin1Char('"') && cell.isEmpty()) {
            quoted = true;
        } else if (c == QLatin1Char(',')) {
            record.append(cell);
            cell.clear();
        } else if (c == QLatin1Char('\n')) {
            ++at;
            break;
        } else if (c != QLatin1Char('\r')) {
            cell += c;
        }
    }
    record.append(cell);
    return !quoted;
}

} // namespace

Result<QList<QStringList>> readCsvRecords(const QString &text)
{
    QList<QStringList> records;
    qsizetype at = text.startsWith(QChar(0xfeff)) ? 1 : 0;
    while (at < text.size()) {
        QStringList record;
        if (!readRecord(text, at, record))
            return malformed(QCoreApplication::translate("catalog", "A quote never ends"),
                             records.size() + 1);
        records.append(record);
    }
    return records;
}

Result<CsvTable> CsvTable::parse(const QString &text)
{
    const auto records = readCsvRecords(text);
    if (!records)
        return records.error();
    CsvTable table;
    for (qsizetype i = 0; i < records->size(); ++i) {
        const QStringList &record = records->at(i);
        if (record.size() == 1 && record.first().isEmpty())
            continue;
        if (table.m_columns.isEmpty()) {
            for (int column = 0; column < record.size(); ++column)
                table.m_columns.insert(record.at(column).trimmed(), column);
        } else if (record.size() != table.m_columns.size()) {
            return malformed(
                QCoreApplication::translate("catalog", "A row has %1 cells instead of %2")
                    .arg(record.size())
                    .arg(table.m_columns.size()),
                i + 1);
        } else {
            table.m_rows.append(record);
        }
    }
    return table;
}

QString CsvTable::cell(qsizetype row, const QString &column) const
{
    const int index = m_columns.value(column, -1);
    return index < 0 ? QString() : m_rows.at(row).at(index);
}

} // namespace gridhall::catalog
