// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caserows.h"

#include <geo/wkb.h>

#include <QCoreApplication>
#include <QCryptographicHash>

namespace gridhall::cases {

namespace {

enum At {
    Number,
    Source,
    Edition,
    ClassCode,
    ClassName,
    Description,
    Address,
    UnitGrid,
    ResponsibilityGrid,
    ComponentCode,
    Reporter,
    ReporterName,
    CallerName,
    CallerPhone,
    Condition,
    ConditionText,
    LimitValue,
    LimitUnit,
    HandlingUnit,
    HandlingUnitName,
    TaskPerson,
    Reported,
    Filed,
    Dispatched,
    DueSoon,
    Deadline,
    Remaining,
    SuspendedUntil,
    Handled,
    Closed,
    OnTime,
    Exempt,
    Rework,
    Extensions,
    Urged,
    Supervised,
    ContentColumns,
    CaseId = ContentColumns,
    State,
    StageSince,
    Version,
    LastHash,
    Geom,
    ColumnCount
};

const QStringList kOwnColumns{QStringLiteral("id"),          QStringLiteral("state"),
                              QStringLiteral("stage_since"), QStringLiteral("version"),
                              QStringLiteral("last_hash"),   QStringLiteral("geom")};

const QStringList kEventColumns{
    QStringLiteral("id"),        QStringLiteral("case_id"),      QStringLiteral("sequence"),
    QStringLiteral("action"),    QStringLiteral("from_state"),   QStringLiteral("to_state"),
    QStringLiteral("role"),      QStringLiteral("actor_id"),     QStringLiteral("actor_name"),
    QStringLiteral("note"),      QStringLiteral("condition_id"), QStringLiteral("unit_id"),
    QStringLiteral("person_id"), QStringLiteral("until_at"),     QStringLiteral("photos"),
    QStringLiteral("content"),   QStringLiteral("at"),           QStringLiteral("previous_hash"),
    QStringLiteral("hash")};

QString listed(const QStringList &names, const QString &prefix)
{
    return prefix + names.join(QStringLiteral(", ") + prefix);
}

} // namespace

QString said(const char *text)
{
    return QCoreApplication::translate("cases", text);
}

const std::vector<CaseColumn> &caseColumns()
{
    using enum ColumnKind;
    static const std::vector<CaseColumn> columns{{"number", Text},
                                                 {"source", Text},
                                                 {"edition", Text},
                                                 {"class_code", Text},
                                                 {"class_name", Text},
                                                 {"description", Text},
                                                 {"address", Text},
                                                 {"unit_grid_code", Id},
                                                 {"responsibility_grid_code", Id},
                                                 {"component_code", Id},
                                                 {"reporter_id", Id},
                                                 {"reporter_name", Text},
                                                 {"caller_name", Text},
                                                 {"caller_phone", Text},
                                                 {"condition_id", Id},
                                                 {"condition_text", Text},
                                                 {"limit_value", Integer},
                                                 {"limit_unit", Id},
                                                 {"handling_unit_id", Id},
                                                 {"handling_unit_name", Text},
                                                 {"task_person_id", Id},
                                                 {"reported_at", Time},
                                                 {"filed_at", Time},
                                                 {"dispatched_at", Time},
                                                 {"due_soon_at", Time},
                                                 {"deadline_at", Time},
                                                 {"remaining_secs", Integer},
                                                 {"suspended_until", Time},
                                                 {"handled_at", Time},
                                                 {"closed_at", Time},
                                                 {"handled_on_time", Flag},
                                                 {"overdue_exempt", Flag},
                                                 {"rework_count", Integer},
                                                 {"extension_count", Integer},
                                                 {"urged", Flag},
                                                 {"supervised", Flag}};
    return columns;
}

QString caseColumnList(const QString &prefix)
{
    QStringList names;
    for (const CaseColumn &column : caseColumns())
        names.append(QString::fromLatin1(column.name));
    return listed(names + kOwnColumns, prefix);
}

int caseColumnCount()
{
    return ColumnCount;
}

Result<CaseFile> fileOf(const store::Row &row, store::Dialect dialect)
{
    CaseFile file;
    file.id = store::idFromColumn(row[CaseId]);
    file.number = row[Number].toString();
    file.state = row[State].toString();
    file.source = row[Source].toString();
    file.edition = row[Edition].toString();
    file.classCode = row[ClassCode].toString();
    file.className = row[ClassName].toString();
    file.description = row[Description].toString();
    file.address = row[Address].toString();
    const auto at = geo::pointFromWkb(store::wkbFromColumn(dialect, row[Geom]));
    if (!at)
        return at.error();
    file.at = *at;
    file.unitGridCode = row[UnitGrid].toString();
    file.responsibilityGridCode = row[ResponsibilityGrid].toString();
    file.componentCode = row[ComponentCode].toString();
    file.reporter = store::idFromColumn(row[Reporter]);
    file.reporterName = row[ReporterName].toString();
    file.callerName = row[CallerName].toString();
    file.callerPhone = row[CallerPhone].toString();
    file.conditionId = store::idFromColumn(row[Condition]);
    file.conditionText = row[ConditionText].toString();
    file.limit = {row[LimitValue].toInt(), limitUnitOf(row[LimitUnit].toString())};
    file.handlingUnit = store::idFromColumn(row[HandlingUnit]);
    file.handlingUnitName = row[HandlingUnitName].toString();
    file.taskPerson = store::idFromColumn(row[TaskPerson]);
    file.reportedUtc = store::timeFromColumn(row[Reported]);
    file.stageSinceUtc = store::timeFromColumn(row[StageSince]);
    file.filedUtc = store::timeFromColumn(row[Filed]);
    file.dispatchedUtc = store::timeFromColumn(row[Dispatched]);
    file.dueSoonUtc = store::timeFromColumn(row[DueSoon]);
    file.deadlineUtc = store::timeFromColumn(row[Deadline]);
    file.suspendedUntilUtc = store::timeFromColumn(row[SuspendedUntil]);
    file.handledUtc = store::timeFromColumn(row[Handled]);
    file.closedUtc = store::timeFromColumn(row[Closed]);
    if (!row[OnTime].isNull())
        file.handledOnTime = row[OnTime].toBool();
    file.overdueExempt = row[Exempt].toBool();
    file.reworkCount = row[Rework].toInt();
    file.extensionCount = row[Extensions].toInt();
    file.urged = row[Urged].toBool();
    file.supervised = row[Supervised].toBool();
    file.version = row[Version].toLongLong();
    return file;
}

QJsonValue contentValue(const QVariant &column, ColumnKind kind)
{
    if (column.isNull())
        return QJsonValue::Null;
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::Id:
        return column.toString();
    case ColumnKind::Time:
        return timeText(store::timeFromColumn(column));
    case ColumnKind::Integer:
        return column.toLongLong();
    case ColumnKind::Flag:
        return column.toBool();
    }
    return QJsonValue::Undefined;
}

QJsonValue untouchedValue(const CaseColumn &column)
{
    const QLatin1String name(column.name);
    if (column.kind == ColumnKind::Text)
        return QString();
    if (name.endsWith(QLatin1String("_count")))
        return 0;
    if (column.kind == ColumnKind::Flag && name != QLatin1String("handled_on_time"))
        return false;
    return QJsonValue::Null;
}

QVariant parameterOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toInteger();
    return value.toVariant();
}

QString ChainLink::hash(const QString &previousHash) const
{
    QCryptographicHash sha(QCryptographicHash::Sha256);
    const auto add = [&sha](const QString &field) {
        const QByteArray bytes = field.toUtf8();
        sha.addData(QByteArray::number(bytes.size()));
        sha.addData(QByteArrayView(":", 1));
        sha.addData(bytes);
    };
    add(previousHash);
    for (const QString &field :
         {id, caseId, QString::number(sequence), action, fromState, toState, role, actorId,
          actorName, note, conditionId, unitId, personId, until, photos, content, at})
        add(field);
    return QString::fromLatin1(sha.result().toHex());
}

QString eventColumnList(const QString &prefix)
{
    return listed(kEventColumns, prefix);
}

ChainLink linkOf(const store::Row &row, int first)
{
    const auto text = [&](int i) { return row[first + i].toString(); };
    const auto time = [&](int i) { return timeText(store::timeFromColumn(row[first + i])); };
    return {text(0),  text(1),  row[first + 2].toLongLong(),
            text(3),  text(4),  text(5),
            text(6),  text(7),  text(8),
            text(9),  text(10), text(11),
            text(12), time(13), text(14),
            text(15), time(16)};
}

QString timeText(const QDateTime &utc)
{
    return store::timeParameter(utc).toString();
}

QString limitUnitText(catalog::LimitUnit unit)
{
    switch (unit) {
    case catalog::LimitUnit::UrgentHour:
        return QStringLiteral("urgent_hour");
    case catalog::LimitUnit::WorkingHour:
        return QStringLiteral("working_hour");
    case catalog::LimitUnit::WorkingDay:
        return QStringLiteral("working_day");
    case catalog::LimitUnit::None:
        break;
    }
    return {};
}

catalog::LimitUnit limitUnitOf(const QString &text)
{
    for (const auto unit : {catalog::LimitUnit::UrgentHour, catalog::LimitUnit::WorkingHour,
                            catalog::LimitUnit::WorkingDay}) {
        if (text == limitUnitText(unit))
            return unit;
    }
    return catalog::LimitUnit::None;
}

} // namespace gridhall::cases
