// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/catalogrepository.h>

#include <catalog/csvtable.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QSet>
#include <QUuid>

// A static library's resources are linked only when they are named, and outside a namespace.
static void linkResources()
{
    Q_INIT_RESOURCE(catalog);
}

namespace gridhall::catalog {

namespace {

QString kindText(ClassKind kind)
{
    return kind == ClassKind::Event ? QStringLiteral("event") : QStringLiteral("component");
}

ClassKind kindFrom(const QString &text)
{
    if (text == QLatin1String("component"))
        return ClassKind::Component;
    return text == QLatin1String("event") ? ClassKind::Event : ClassKind::None;
}

QString unitText(LimitUnit unit)
{
    switch (unit) {
    case LimitUnit::UrgentHour:
        return QStringLiteral("urgent_hour");
    case LimitUnit::WorkingHour:
        return QStringLiteral("working_hour");
    case LimitUnit::WorkingDay:
        return QStringLiteral("working_day");
    case LimitUnit::None:
        break;
    }
    return {};
}

LimitUnit unitFrom(const QString &text)
{
    for (const LimitUnit unit :
         {LimitUnit::UrgentHour, LimitUnit::WorkingHour, LimitUnit::WorkingDay}) {
        if (text == unitText(unit))
            return unit;
    }
    return LimitUnit::None;
}

/// The same condition keeps its key from one installation to the next, so that cases can be
/// compared between cities and a second installation changes nothing.
Id conditionId(const FilingCondition &condition)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(condition.edition.toUtf8() + '\n' + condition.classCode.toUtf8() + '\n' +
                 condition.condition.toUtf8() + '\n' + unitText(condition.limit.unit).toUtf8() +
                 QByteArray::number(condition.limit.value));
    QByteArray bytes = hash.result().left(16);
    bytes[6] = char(0x80 | (bytes.at(6) & 0x0f));
    bytes[8] = char(0x80 | (bytes.at(8) & 0x3f));
    return Id::fromString(QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces));
}

Result<CsvTable> shippedTable(const QString &name)
{
    linkResources();
    QFile file(QStringLiteral(":/catalog/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Internal,
                     QCoreApplication::translate("catalog", "The program's own catalog is missing"),
                     name,
                     QCoreApplication::translate("catalog", "Install GridHall again"),
                     {}};
    return CsvTable::parse(QString::fromUtf8(file.readAll()));
}

} // namespace

Result<std::shared_ptr<const Catalog>> CatalogRepository::load()
{
    QString edition = QStringLiteral("2013");
    auto setting = m_db.query(QStringLiteral("SELECT value FROM setting WHERE name = ?"),
                              {QStringLiteral("catalog.edition")});
    if (!setting)
        return setting.error();
    if (!setting->isEmpty() && !setting->first().first().toString().isEmpty())
        edition = setting->first().first().toString();

    auto classRows = m_db.query(QStringLiteral("SELECT code, kind, major_name, name, name_en, "
                                               "pinyin_initials, source, confidence FROM "
                                               "case_class WHERE edition = ? ORDER BY code"),
                                {edition});
    if (!classRows)
        return classRows.error();
    QList<CaseClass> classes;
    for (const store::Row &row : *classRows)
        classes.append({edition, row.at(0).toString(), kindFrom(row.at(1).toString()),
                        row.at(2).toString(), row.at(3).toString(), row.at(4).toString(),
                        row.at(5).toString(), row.at(6).toString(), row.at(7).toString()});

    auto conditionRows = m_db.query(
        QStringLiteral("SELECT id, class_code, condition_text, closing_condition, limit_value, "
                       "limit_unit, handling_unit_name, competent_unit_name, source "
                       "FROM filing_condition WHERE edition = ? ORDER BY class_code, position, id"),
        {edition});
    if (!conditionRows)
        return conditionRows.error();
    QList<FilingCondition> conditions;
    for (const store::Row &row : *conditionRows)
        conditions.append({Id::fromString(row.at(0).toString()), edition, row.at(1).toString(),
                           row.at(2).toString(), row.at(3).toString(),
                           Limit{row.at(4).toInt(), unitFrom(row.at(5).toString())},
                           row.at(6).toString(), row.at(7).toString(), row.at(8).toString()});
    return std::shared_ptr<const Catalog>(
        std::make_shared<Catalog>(edition, std::move(classes), std::move(conditions)));
}

Result<void> CatalogRepository::addClasses(const QList<CaseClass> &classes)
{
    QList<QVariantList> rows;
    for (const CaseClass &entry : classes)
        rows.append({entry.edition, entry.code, kindText(entry.kind), entry.majorName, entry.name,
                     entry.nameEn, entry.pinyinInitials, entry.source, entry.confidence});
    return m_db.executeMany(
        QStringLiteral("INSERT INTO case_class (edition, code, kind, major_name, name, name_en, "
                       "pinyin_initials, source, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (edition, code) DO NOTHING"),
        rows);
}

Result<void> CatalogRepository::addConditions(const QList<FilingCondition> &conditions)
{
    QList<QVariantList> rows;
    QHash<QString, int> positions;
    for (const FilingCondition &entry : conditions) {
        const Id id = entry.id.isNull() ? conditionId(entry) : entry.id;
        rows.append({id.toString(), entry.edition, entry.classCode,
                     positions[entry.edition + entry.classCode]++, entry.condition,
                     entry.closingCondition, entry.limit.value, unitText(entry.limit.unit),
                     entry.handlingUnitName, entry.competentUnitName, entry.source});
    }
    return m_db.executeMany(
        QStringLiteral("INSERT INTO filing_condition (id, edition, class_code, position, "
                       "condition_text, closing_condition, limit_value, limit_unit, "
                       "handling_unit_name, competent_unit_name, source) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
        rows);
}

Result<void> CatalogRepository::replaceConditions(const QList<FilingCondition> &conditions)
{
    QSet<std::pair<QString, QString>> classes;
    for (const FilingCondition &entry : conditions)
        classes.insert({entry.edition, entry.classCode});
    return m_db.transaction([&]() -> Result<void> {
        QList<QVariantList> rows;
        for (const auto &[edition, code] : classes)
            rows.append({edition, code});
        const Result<void> removed = m_db.executeMany(
            QStringLiteral("DELETE FROM filing_condition WHERE edition = ? AND class_code = ?"),
            rows);
        return removed ? addConditions(conditions) : removed;
    });
}

Result<WorkingCalendar> CatalogRepository::calendar()
{
    auto zoneRows = m_db.query(QStringLiteral("SELECT time_zone FROM city_info"));
    if (!zoneRows)
        return zoneRows.error();
    QTimeZone zone("Asia/Shanghai");
    if (!zoneRows->isEmpty()) {
        const QTimeZone named(zoneRows->first().first().toString().toUtf8());
        if (named.isValid())
            zone = named;
    }
    WorkingCalendar calendar(zone);

    auto periodRows = m_db.query(QStringLiteral("SELECT starts_at, ends_at FROM calendar_period"));
    if (!periodRows)
        return periodRows.error();
    QList<WorkingCalendar::Period> periods;
    for (const store::Row &row : *periodRows)
        periods.append({QTime::fromString(row.at(0).toString().left(5), QStringLiteral("HH:mm")),
                        QTime::fromString(row.at(1).toString().left(5), QStringLiteral("HH:mm"))});
    calendar.setPeriods(periods);

    auto dayRows = m_db.query(QStringLiteral("SELECT day, kind FROM calendar_day"));
    if (!dayRows)
        return dayRows.error();
    for (const store::Row &row : *dayRows) {
        const QDate day = QDate::fromString(row.at(0).toString().left(10), Qt::ISODate);
        if (row.at(1).toString() == QLatin1String("holiday"))
            calendar.setHoliday(day);
        else
            calendar.setWorkday(day);
    }
    return calendar;
}

Result<void> CatalogRepository::installStandardCatalog()
{
    auto classTable = shippedTable(QStringLiteral("case_classes.csv"));
    if (!classTable)
        return classTable.error();
    auto conditionTable = shippedTable(QStringLiteral("filing_conditions.csv"));
    if (!conditionTable)
        return conditionTable.error();

    QList<CaseClass> classes;
    for (qsizetype i = 0; i < classTable->size(); ++i) {
        const auto cell = [&](const char *column) {
            return classTable->cell(i, QString::fromLatin1(column));
        };
        classes.append({cell("edition"), cell("code"), kindFrom(cell("kind")), cell("major_name"),
                        cell("name"), cell("name_en"), cell("pinyin_initials"), cell("source"),
                        cell("confidence")});
    }
    QList<FilingCondition> conditions;
    for (qsizetype i = 0; i < conditionTable->size(); ++i) {
        const auto cell = [&](const char *column) {
            return conditionTable->cell(i, QString::fromLatin1(column));
        };
        conditions.append({Id(), QStringLiteral("2013"), cell("class_code"), cell("condition"),
                           cell("closing_condition"),
                           Limit{cell("limit_value").toInt(), unitFrom(cell("limit_unit"))},
                           cell("handling_unit_name"), cell("competent_unit_name"),
                           cell("source")});
    }
    return m_db.transaction([&]() -> Result<void> {
        const Result<void> added = addClasses(classes);
        return added ? addConditions(conditions) : added;
    });
}

} // namespace gridhall::catalog
