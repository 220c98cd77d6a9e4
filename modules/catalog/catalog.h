// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>

#include <QHash>
#include <QList>
#include <QString>

namespace gridhall::catalog {

enum class ClassKind { None = 0, Component, Event }; ///< 部件, 事件 (2026: 事项)

/// Units of a limit (GB/T 30428.8): 紧急工作时 runs on the clock; 工作时 only inside working
/// periods; 工作日 is eight working hours.
enum class LimitUnit { None = 0, UrgentHour, WorkingHour, WorkingDay };

struct Limit
{
    int value = 0;
    LimitUnit unit = LimitUnit::None;
    friend bool operator==(const Limit &, const Limit &) = default;
};

/// One minor class 小类 of a dictionary edition: code as kind letter + digits, "C0101", "E0405".
struct CaseClass
{
    QString edition; ///< "2013"
    QString code;    ///< unique in its edition
    ClassKind kind = ClassKind::None;
    QString majorName; ///< 公用设施
    QString name;      ///< 上水井盖
    QString nameEn;
    QString pinyinInitials; ///< ssjg; empty when not known
    QString source;         ///< the standard, or "local extension"
    QString confidence;     ///< how sure the entry is, for an administrator
};

/// One filing condition 立案条件 of a class: the limit hangs here, not on the class.
struct FilingCondition
{
    Id id;
    QString edition;
    QString classCode;
    QString condition;        ///< 破损面积超过 25 平方厘米
    QString closingCondition; ///< 结案条件
    Limit limit;
    QString handlingUnitName; ///< as the standard names it; may be empty
    QString competentUnitName;
    QString source;
};

/// The dictionary a city works with, in memory; immutable, shared by shared_ptr.
class Catalog
{
public:
    Catalog(QString edition, QList<CaseClass> classes, QList<FilingCondition> conditions);

    const QString &edition() const { return m_edition; }
    const QList<CaseClass> &classes() const { return m_classes; }
    const CaseClass *find(const QString &code) const;
    QList<FilingCondition> conditionsOf(const QString &classCode) const;
    const FilingCondition *condition(const Id &id) const;
    /// Classes that `typed` may mean (code, name or pinyin initials), best first.
    QList<CaseClass> search(const QString &typed, int most = 20) const;
    /// The class of a component by its component class code ("0101").
    const CaseClass *componentClass(const QString &digits) const;

private:
    QString m_edition;
    QList<CaseClass> m_classes;
    QList<FilingCondition> m_conditions;
    QHash<QString, int> m_classByCode;
    QHash<QString, QList<int>> m_conditionsByClass;
};

} // namespace gridhall::catalog
