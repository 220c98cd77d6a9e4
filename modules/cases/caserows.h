// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <store/connection.h>

#include <QJsonObject>
#include <QtGlobal>

#include <vector>

namespace gridhall::cases {

/// The reader's words for a text marked with QT_TRANSLATE_NOOP("cases", …).
QString said(const char *text);

enum class ColumnKind { Text, Id, Time, Integer, Flag };

/// A column of `cases` that events set through their content; what an event sets is named by the
/// column, so that a chain of contents can be folded into the row and compared with it.
struct CaseColumn
{
    const char *name;
    ColumnKind kind;
};

const std::vector<CaseColumn> &caseColumns();

/// "id, state, …, geom": what fileOf reads, in its order; `prefix` is "" or "c.".
QString caseColumnList(const QString &prefix = {});
int caseColumnCount();
Result<CaseFile> fileOf(const store::Row &row, store::Dialect dialect);

/// The row's value as content would hold it: null for NULL, ISO text for a time.
QJsonValue contentValue(const QVariant &column, ColumnKind kind);
/// What a row holds that no event has touched.
QJsonValue untouchedValue(const CaseColumn &column);
QVariant parameterOf(const QJsonValue &value);

/// One event as it is hashed.
struct ChainLink
{
    QString id;
    QString caseId;
    qint64 sequence = 0;
    QString action;
    QString fromState;
    QString toState;
    QString role;
    QString actorId;
    QString actorName;
    QString note;
    QString conditionId;
    QString unitId;
    QString personId;
    QString until;
    QString photos;
    QString content;
    QString at;

    /// Hex SHA-256 over the previous hash and every field, each with its length before it, so that
    /// no two different events have the same text.
    QString hash(const QString &previousHash) const;
};

/// The columns of case_event in ChainLink's order, then previous_hash and hash.
QString eventColumnList(const QString &prefix = {});
ChainLink linkOf(const store::Row &row, int first = 0);

QString timeText(const QDateTime &utc);
QString limitUnitText(catalog::LimitUnit unit);
catalog::LimitUnit limitUnitOf(const QString &text);

} // namespace gridhall::cases
