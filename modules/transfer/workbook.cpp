// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/workbook.h>

#include <transfer/ziparchive.h>

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QXmlStreamReader>

namespace gridhall::transfer {

namespace {

constexpr qint64 kMostBytes = 128 * 1024 * 1024;
constexpr int kMostColumns = 1024;
constexpr int kMostRows = 200'000;
constexpr qint64 kMostCells = 4'000'000;

struct CellAt
{
    int row = -1;
    int column = -1;
};

/// "AB12", counted from zero.
CellAt cellAt(QStringView reference)
{
    qint64 column = 0;
    qsizetype i = 0;
    for (; i < reference.size() && reference.at(i) >= u'A' && reference.at(i) <= u'Z'; ++i) {
        column = column * 26 + (reference.at(i).unicode() - 'A' + 1);
        if (column > kMostColumns)
            return {};
    }
    const int row = reference.mid(i).toInt();
    if (column < 1 || row < 1 || row > kMostRows)
        return {};
    return {row - 1, static_cast<int>(column) - 1};
}

Error damaged(const QString &path, const QString &detail)
{
    return {ErrorKind::Unreadable,
            QCoreApplication::translate("transfer", "The workbook is damaged"), path,
            QCoreApplication::translate("transfer", "Save it again as .xlsx"), detail};
}

/// All text below the current element, without the reading aids over Chinese characters.
QString textBelow(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    int inAid = 0;
    while (depth > 0 && !xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            inAid += xml.name() == u"rPh" ? 1 : 0;
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            inAid -= xml.name() == u"rPh" ? 1 : 0;
            break;
        case QXmlStreamReader::Characters:
            if (inAid == 0)
                text += xml.text();
            break;
        default:
            break;
        }
    }
    return text;
}

/// Reads the sheets of one workbook.
class Reader
{
public:
    Reader(QString path, ZipArchive zip) : m_path(std::move(path)), m_zip(std::move(zip)) {}
    Result<QList<Sheet>> read();

private:
    Result<void> readSharedStrings();
    Result<QHash<QString, QString>> readTargets();
    Result<Sheet> readSheet(const QString &name, const QString &member);
    bool setCell(Sheet &sheet, CellAt at, const QString &text);
    QString cellText(QXmlStreamReader &xml);
    void fillMerged(Sheet &sheet, const QStringList &ranges);

    QString m_path;
    ZipArchive m_zip;
    QStringList m_strings;
    qint64 m_cells = 0;
    QSet<int> m_rowsWithText; ///< of the sheet being read
};

Result<void> Reader::readSharedStrings()
{
    const QString member = QStringLiteral("xl/sharedStrings.xml");
    if (!m_zip.contains(member))
        return {};
    const auto bytes = m_zip.read(member, kMostBytes);
    if (!bytes)
        return bytes.error();
    QXmlStreamReader xml(*bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"si")
            m_strings.append(textBelow(xml));
    }
    return xml.hasError() ? Result<void>(damaged(m_path, xml.errorString())) : Result<void>();
}

Result<QHash<QString, QString>> Reader::readTargets()
{
    const auto bytes = m_zip.read(QStringLiteral("xl/_rels/workbook.xml.rels"), kMostBytes);
    if (!bytes)
        return bytes.error();
    QHash<QString, QString> targets;
    QXmlStreamReader xml(*bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"Relationship")
            continue;
        QString target = xml.attributes().value(QLatin1String("Target")).toString();
        target =
            target.startsWith(QLatin1Char('/')) ? target.mid(1) : QStringLiteral("xl/") + target;
        targets.insert(xml.attributes().value(QLatin1String("Id")).toString(), target);
    }
    if (xml.hasError())
        return damaged(m_path, xml.errorString());
    return targets;
}

QString Reader::cellText(QXmlStreamReader &xml)
{
    const QString type = xml.attributes().value(QLatin1String("t")).toString();
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"c")
            break;
        if (xml.isStartElement() && (xml.name() == u"v" || xml.name() == u"is"))
            text = textBelow(xml);
    }
    if (type != QLatin1String("s"))
        return text.trimmed();
    bool isNumber = false;
    const int index = text.toInt(&isNumber);
    return isNumber ? m_strings.value(index).trimmed() : QString();
}

bool Reader::setCell(Sheet &sheet, CellAt at, const QString &text)
{
    if (text.isEmpty())
        return true;
    while (sheet.rows.size() <= at.row)
        sheet.rows.append(QStringList());
    QStringList &row = sheet.rows[at.row];
    m_rowsWithText.insert(at.row);
    m_cells += at.column >= row.size() ? at.column + 1 - row.size() : 0;
    while (row.size() <= at.column)
        row.append(QString());
    row[at.column] = text;
    return m_cells <= kMostCells;
}

void Reader::fillMerged(Sheet &sheet, const QStringList &ranges)
{
    for (const QString &range : ranges) {
        const CellAt from = cellAt(QStringView(range).left(range.indexOf(QLatin1Char(':'))));
        const CellAt to = cellAt(QStringView(range).mid(range.indexOf(QLatin1Char(':')) + 1));
        if (from.row < 0 || to.row < 0)
            continue;
        const QString text = sheet.cell(from.row, from.column);
        const int lastRow = std::min<int>(to.row, static_cast<int>(sheet.rows.size()) - 1);
        for (int row = from.row; row <= lastRow; ++row) {
            // A row without a word of its own only makes the one above it taller.
            if (!m_rowsWithText.contains(row))
                continue;
            for (int column = from.column; column <= to.column; ++column) {
                if (!setCell(sheet, {row, column}, text))
                    return;
            }
        }
    }
}

Result<Sheet> Reader::readSheet(const QString &name, const QString &member)
{
    const auto bytes = m_zip.read(member, kMostBytes);
    if (!bytes)
        return bytes.error();
    Sheet sheet{name, {}};
    QStringList merged;
    m_rowsWithText.clear();
    CellAt at;
    QXmlStreamReader xml(*bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"row") {
            at = {at.row + 1, -1};
        } else if (xml.name() == u"c") {
            const auto reference = xml.attributes().value(QLatin1String("r"));
            const CellAt named = cellAt(reference);
            at = reference.isEmpty() ? CellAt{at.row, at.column + 1} : named;
            const bool isInside = at.row >= 0 && at.column >= 0;
            if (!isInside || !setCell(sheet, at, cellText(xml)))
                return Error{
                    ErrorKind::InvalidInput,
                    QCoreApplication::translate("transfer", "The workbook is too large"), m_path,
                    QCoreApplication::translate("transfer", "Split it into smaller ones"), name};
        } else if (xml.name() == u"mergeCell") {
            merged.append(xml.attributes().value(QLatin1String("ref")).toString());
        }
    }
    if (xml.hasError())
        return damaged(m_path, xml.errorString());
    fillMerged(sheet, merged);
    return sheet;
}

Result<QList<Sheet>> Reader::read()
{
    const auto bytes = m_zip.read(QStringLiteral("xl/workbook.xml"), kMostBytes);
    if (!bytes)
        return bytes.error();
    if (auto strings = readSharedStrings(); !strings)
        return strings.error();
    const auto targets = readTargets();
    if (!targets)
        return targets.error();
    QList<Sheet> sheets;
    QXmlStreamReader xml(*bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"sheet")
            continue;
        const QString key =
            xml.attributes()
                .value(QLatin1String(
                           "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
                       QLatin1String("id"))
                .toString();
        auto sheet = readSheet(xml.attributes().value(QLatin1String("name")).toString(),
                               targets->value(key));
        if (!sheet)
            return sheet.error();
        sheets.append(std::move(*sheet));
    }
    if (xml.hasError() || sheets.isEmpty())
        return damaged(m_path, xml.errorString());
    return sheets;
}

} // namespace

Result<QList<Sheet>> readWorkbook(const QString &path)
{
    auto zip = ZipArchive::open(path);
    if (!zip)
        return zip.error();
    return Reader(path, std::move(*zip)).read();
}

} // namespace gridhall::transfer
