// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/dice.h>
#include <democity/recipe.h>

#include <QHash>

namespace gridhall::democity {

/// Hands out names of estates, parks, schools … from the recipe, none twice.
class PlaceNames
{
public:
    PlaceNames(const Recipe &recipe, const Dice &dice);

    QString estate();
    /// Next of a list of names.json; when the list is used up, with the name of the street before
    /// it.
    QString next(const QString &list, const QString &streetName = {});
    /// 日升 of 日升路.
    static QString stemOf(const QString &streetName);
    QString school(const QString &streetName, Dice &dice);

private:
    const Recipe &m_recipe;
    Dice m_dice;
    QStringList m_estates;
    QHash<QString, int> m_used;
    QHash<QString, QStringList> m_lists;
};

} // namespace gridhall::democity
