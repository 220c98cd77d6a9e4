// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/dice.h>
#include <democity/recipe.h>

#include <city/city.h>

#include <QHash>

namespace gridhall::democity {

/// The units and people of a demo city.
class People
{
public:
    People(const Recipe &recipe, const QStringList &streetNames, const Dice &dice);

    void hirePatrollers(const QList<city::ResponsibilityGrid> &grids);

    const QList<city::Unit> &units() const { return m_units; }
    const QList<city::Person> &people() const { return m_people; }
    /// The unit of a key in units.json; 街道 and 环卫 mean the ones answering for a street 街道.
    Id unitFor(const QString &key, int street) const;

    static constexpr int kPatrollers = 40;

private:
    Id addUnit(const QString &name, const QString &shortName, city::UnitKind kind);
    void addPerson(const Id &unit, const QStringList &roles, const QString &number,
                   const QString &grid = {});
    QString newName();

    const Recipe &m_recipe;
    Dice m_dice;
    QList<city::Unit> m_units;
    QList<city::Person> m_people;
    QHash<QString, Id> m_byKey;
    QList<Id> m_streetOffices;
    QStringList m_usedNames;
    Id m_centre;
};

} // namespace gridhall::democity
