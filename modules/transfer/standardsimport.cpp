// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/standardsimport.h>

#include <catalog/catalogrepository.h>
#include <city/cityrepository.h>
#include <transfer/table.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>

namespace gridhall::transfer {

namespace {

using catalog::ClassKind;

enum Column {
    kKind = 0,
    kMajorCode,
    kMajorName,
    kMinorCode,
    kMinorName,
    kHandling,
    kCompetent,
    kOpening,
    kClosing,
    kLimit,
    kColumns
};

/// The words that a column is known by, and whether a table without it makes no sense.
struct ColumnWords
{
    QStringList words;
    bool isNeeded;
};

const std::array<ColumnWords, kColumns> &columnWords()
{
    static const std::array<ColumnWords, kColumns> words{{
        {{QStringLiteral("类别"), QStringLiteral("类型"), QStringLiteral("kind")}, false},
        {{QStringLiteral("大类代码"), QStringLiteral("大类编码"), QStringLiteral("big_code")},
         true},
        {{QStringLiteral("大类名称"), QStringLiteral("大类"), QStringLiteral("big_name")}, false},
        {{QStringLiteral("小类代码"), QStringLiteral("小类编码"), QStringLiteral("small_code")},
         true},
        {{QStringLiteral("小类名称"), QStringLiteral("小类"), QStringLiteral("small_name")}, true},
        {{QStringLiteral("处置单位"), QStringLiteral("责任单位"), QStringLiteral("dispose_unit")},
         false},
        {{QStringLiteral("主管部门"), QStringLiteral("监管部门"), QStringLiteral("supervise_dept")},
         false},
        {{QStringLiteral("立案条件"), QStringLiteral("立案标准"), QStringLiteral("open_condition")},
         true},
        {{QStringLiteral("结案条件"), QStringLiteral("结案标准"),
          QStringLiteral("close_condition")},
         false},
        {{QStringLiteral("处置时限"), QStringLiteral("时限"), QStringLiteral("time_limit")}, true},
    }};
    return words;
}

struct Header
{
    qsizetype row = -1;
    std::array<qsizetype, kColumns> column{};
    QStringList missing;
};

/// The first row, behind a title or two, that names most of the columns.
Header findHeader(const Sheet &sheet)
{
    constexpr qsizetype kRowsToTry = 10;
    Header best;
    size_t bestFound = 0;
    for (qsizetype row = 0; row < std::min(kRowsToTry, sheet.rows.size()); ++row) {
        Header header;
        header.row = row;
        header.column.fill(-1);
        size_t found = 0;
        for (size_t i = 0; i < kColumns; ++i) {
            for (qsizetype c = 0; c < sheet.rows.at(row).size() && header.column[i] < 0; ++c) {
                QString name = sheet.cell(row, c);
                name.remove(QRegularExpression(QStringLiteral("[\\s　]")));
                if (columnWords()[i].words.contains(name, Qt::CaseInsensitive))
                    header.column[i] = c;
            }
            if (header.column[i] >= 0)
                ++found;
            else if (columnWords()[i].isNeeded)
                header.missing.append(columnWords()[i].words.first());
        }
        if (found > bestFound) {
            best = header;
            bestFound = found;
        }
    }
    return best;
}

ClassKind kindFromWord(const QString &word)
{
    if (word.contains(QStringLiteral("部件")) || word == QLatin1String("component"))
        return ClassKind::Component;
    if (word.contains(QStringLiteral("事件")) || word.contains(QStringLiteral("事项")) ||
        word == QLatin1String("event"))
        return ClassKind::Event;
    return ClassKind::None;
}

QString twoDigits(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,3}$"));
    return digits.match(text).hasMatch() ? text.rightJustified(2, QLatin1Char('0')) : QString();
}

class Collector
{
public:
    Collector(QString edition, QString source)
        : m_edition(std::move(edition)), m_source(std::move(source))
    {
    }
    void addSheet(const Sheet &sheet, const Header &header, ImportReport &report);

    QList<catalog::CaseClass> classes;
    QList<catalog::FilingCondition> conditions;

private:
    void addRow(const Sheet &sheet, const Header &header, qsizetype row, ImportReport &report);
    QString m_edition;
    QString m_source;
    QSet<QString> m_known;
    QString m_major; ///< of the row above
};

void Collector::addSheet(const Sheet &sheet, const Header &header, ImportReport &report)
{
    m_major.clear();
    for (qsizetype row = header.row + 1; row < sheet.rows.size(); ++row) {
        const QStringList &cells = sheet.rows.at(row);
        if (std::all_of(cells.begin(), cells.end(), [](const QString &c) { return c.isEmpty(); }))
            continue;
        ++report.read;
        addRow(sheet, header, row, report);
    }
}

void Collector::addRow(const Sheet &sheet, const Header &header, qsizetype row,
                       ImportReport &report)
{
    const auto cell = [&](Column column) {
        return header.column[column] < 0 ? QString() : sheet.cell(row, header.column[column]);
    };
    const QString where = QStringLiteral("%1:%2").arg(sheet.name).arg(row + 1);
    ClassKind kind = kindFromWord(cell(kKind));
    if (kind == ClassKind::None)
        kind = kindFromWord(sheet.name);
    if (kind == ClassKind::None) {
        report.skip(QCoreApplication::translate("transfer", "neither 部件 nor 事件"), where);
        return;
    }
    QString major = twoDigits(cell(kMajorCode));
    if (cell(kMajorCode).isEmpty() && !cell(kMinorCode).isEmpty()) {
        major = m_major;
        report.warn(QCoreApplication::translate("transfer", "major class taken from the row above"),
                    where);
    }
    m_major = major;
    const QString minor = twoDigits(cell(kMinorCode));
    if (major.isEmpty() || minor.isEmpty() || cell(kMinorName).isEmpty()) {
        report.skip(QCoreApplication::translate("transfer", "class without a code or name"), where);
        return;
    }
    QString remark;
    const catalog::Limit limit = limitFromText(cell(kLimit), &remark);
    if (limit.unit == catalog::LimitUnit::None) {
        report.skip(QCoreApplication::translate("transfer", "limit that cannot be read"),
                    where + QLatin1Char(' ') + cell(kLimit));
        return;
    }
    if (!remark.isEmpty())
        report.warn(QCoreApplication::translate("transfer", "words behind a limit"),
                    where + QLatin1Char(' ') + cell(kLimit));
    catalog::FilingCondition condition;
    condition.edition = m_edition;
    condition.classCode =
        (kind == ClassKind::Event ? QLatin1Char('E') : QLatin1Char('C')) + major + minor;
    condition.condition = cell(kOpening);
    condition.closingCondition = cell(kClosing);
    condition.limit = limit;
    condition.handlingUnitName = cell(kHandling);
    condition.competentUnitName = cell(kCompetent);
    condition.source = m_source;
    // Conditions' keys come from their words; the same words with the same limit are one condition.
    const QString key = condition.classCode + QLatin1Char('\n') + condition.condition +
                        QString::number(static_cast<int>(limit.unit)) + QLatin1Char(':') +
                        QString::number(limit.value);
    if (m_known.contains(key)) {
        report.skip(QCoreApplication::translate("transfer", "the same condition twice"), where);
        return;
    }
    m_known.insert(key);
    conditions.append(condition);
    if (!m_known.contains(condition.classCode)) {
        m_known.insert(condition.classCode);
        classes.append({m_edition,
                        condition.classCode,
                        kind,
                        cell(kMajorName),
                        cell(kMinorName),
                        {},
                        {},
                        m_source,
                        QStringLiteral("imported")});
    }
}

/// The single units that the standards name and the city does not have: somebody to dispatch to.
Result<QList<city::Unit>> newUnits(city::CityRepository &repository,
                                   const QList<catalog::FilingCondition> &conditions)
{
    static const QRegularExpression separators(QStringLiteral("[、，,；;\\s]+"));
    constexpr qsizetype kShortestName = 4;
    const auto present = repository.units();
    if (!present)
        return present.error();
    QSet<QString> names;
    for (const city::Unit &unit : *present)
        names.insert(unit.name);
    QList<city::Unit> added;
    for (const catalog::FilingCondition &condition : conditions) {
        const QStringList parts = condition.handlingUnitName.split(separators, Qt::SkipEmptyParts);
        for (const QString &name : parts) {
            // "各产权单位" is nobody in particular, "供气" half of an enumeration.
            const bool isNobody =
                name.size() < kShortestName || name.contains(QStringLiteral("各"));
            if (isNobody || names.contains(name))
                continue;
            names.insert(name);
            city::Unit unit;
            unit.id = Id::create();
            unit.name = name;
            unit.shortName = name;
            unit.kind = city::UnitKind::HandlingUnit;
            added.append(unit);
        }
    }
    return added;
}

Error missingColumns(const QString &file, const Sheet &sheet, const QStringList &missing)
{
    return {ErrorKind::InvalidInput,
            QCoreApplication::translate("transfer", "Sheet \"%1\" lacks columns: %2")
                .arg(sheet.name, missing.join(QStringLiteral("、"))),
            file,
            QCoreApplication::translate(
                "transfer", "Its head needs 大类代码, 小类代码, 小类名称, 立案条件, 处置时限"),
            {}};
}

} // namespace

catalog::Limit limitFromText(const QString &text, QString *remark)
{
    static const QRegularExpression pattern(
        QStringLiteral("^([0-9]{1,4})个?(紧急工作时|紧急工作日|紧急小时|工作时|工作小时|小时|"
                       "工作日|日|天|h|H)([^0-9]*)$"));
    QString plain = text;
    plain.remove(QRegularExpression(QStringLiteral("[\\s　]")));
    const QRegularExpressionMatch match = pattern.match(plain);
    if (!match.hasMatch() || (!remark && !match.captured(3).isEmpty()))
        return {};
    if (remark)
        *remark = match.captured(3);
    const int value = match.captured(1).toInt();
    const QString unit = match.captured(2);
    if (unit == QStringLiteral("紧急工作日"))
        return {value * 24, catalog::LimitUnit::UrgentHour};
    if (unit.startsWith(QStringLiteral("紧急")))
        return {value, catalog::LimitUnit::UrgentHour};
    if (unit.endsWith(QStringLiteral("日")) || unit == QStringLiteral("天"))
        return {value, catalog::LimitUnit::WorkingDay};
    return {value, catalog::LimitUnit::WorkingHour};
}

Result<ImportReport> importStandards(const store::CityAddress &city, const QString &file,
                                     const Progress &progress)
{
    const auto sheets = readTable(file);
    if (!sheets)
        return sheets.error();
    auto connection = store::Connection::open(city);
    if (!connection)
        return connection.error();
    catalog::CatalogRepository repository(*connection);
    const auto present = repository.load();
    if (!present)
        return present.error();
    ImportReport report;
    Collector collector((*present)->edition(), QFileInfo(file).fileName());
    bool isAnyRead = false;
    std::optional<Error> firstFault;
    for (const Sheet &sheet : *sheets) {
        if (sheet.rows.isEmpty())
            continue;
        const Header header = findHeader(sheet);
        const bool isTable = header.row >= 0 && header.missing.isEmpty();
        if (!isTable && !firstFault)
            firstFault = missingColumns(file, sheet, header.missing);
        // A remark sheet may have any shape; one named 部件 or 事件 may not.
        if (!isTable && kindFromWord(sheet.name) != ClassKind::None)
            return *firstFault;
        if (!isTable)
            continue;
        isAnyRead = true;
        collector.addSheet(sheet, header, report);
    }
    if (!isAnyRead && firstFault)
        return *firstFault;
    if (collector.conditions.isEmpty())
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("transfer", "The table has no standard that can be read"),
            file, QCoreApplication::translate("transfer", "Compare it with the published template"),
            report.toText()};
    if (progress && !progress(0.7, QCoreApplication::translate("transfer", "storing standards")))
        return Error{ErrorKind::Cancelled,
                     QCoreApplication::translate("transfer", "The import was cancelled"),
                     file,
                     QCoreApplication::translate("transfer", "Nothing was changed"),
                     {}};
    QList<catalog::CaseClass> added;
    for (const catalog::CaseClass &entry : collector.classes) {
        const catalog::CaseClass *known = (*present)->find(entry.code);
        if (!known)
            added.append(entry);
        else if (known->name != entry.name)
            report.warn(QCoreApplication::translate("transfer",
                                                    "classes that the dictionary names otherwise"),
                        QStringLiteral("%1 %2 / %3").arg(entry.code, entry.name, known->name));
    }
    city::CityRepository cityRepository(*connection);
    const auto units = newUnits(cityRepository, collector.conditions);
    if (!units)
        return units.error();
    const auto stored = connection->transaction([&]() -> Result<void> {
        if (auto done = cityRepository.addUnits(*units); !done)
            return done;
        if (auto done = repository.addClasses(added); !done)
            return done;
        return repository.replaceConditions(collector.conditions);
    });
    if (!stored)
        return stored.error();
    report.wrote(QStringLiteral("filing_condition"), collector.conditions.size());
    if (!units->isEmpty())
        report.wrote(QStringLiteral("unit"), units->size());
    if (!added.isEmpty())
        report.wrote(QStringLiteral("case_class"), added.size());
    return report;
}

} // namespace gridhall::transfer
