// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/placenames.h>

namespace gridhall::democity {

PlaceNames::PlaceNames(const Recipe &recipe, const Dice &dice)
    : m_recipe(recipe), m_dice(dice.forPart(u"placenames"))
{
}

QString PlaceNames::estate()
{
    if (m_estates.isEmpty()) {
        for (const QString &stem : m_recipe.names(QStringLiteral("estateStems"))) {
            for (const QString &ending : m_recipe.names(QStringLiteral("estateEndings")))
                m_estates.append(stem + ending);
        }
        for (const QString &unit : m_recipe.names(QStringLiteral("workUnits")))
            m_estates.append(unit + QStringLiteral("家属院"));
        m_dice.shuffle(m_estates);
    }
    const QString name = m_estates.takeFirst();
    const int before = m_used[name]++;
    return before == 0 ? name : name + QStringLiteral("%1期").arg(before + 1);
}

QString PlaceNames::next(const QString &list, const QString &streetName)
{
    QStringList &names = m_lists[list];
    if (names.isEmpty())
        names = m_recipe.names(list);
    if (names.isEmpty())
        return {};
    const QString plain = names.takeFirst();
    if (m_used[plain]++ == 0)
        return plain;
    const QString name = stemOf(streetName) + plain;
    const int before = m_used[name]++;
    return before == 0 ? name : name + QStringLiteral("%1部").arg(before + 1);
}

QString PlaceNames::stemOf(const QString &streetName)
{
    QString stem = streetName;
    while (stem.size() > 2 &&
           QStringLiteral("路街大东西南北巷一二三四五六七八九十").contains(stem.back()))
        stem.chop(1);
    return stem;
}

QString PlaceNames::school(const QString &streetName, Dice &dice)
{
    static const QStringList kinds = {QStringLiteral("小学"), QStringLiteral("小学"),
                                      QStringLiteral("中学"), QStringLiteral("实验学校")};
    const QString name =
        (streetName.isEmpty() ? QStringLiteral("万和") : streetName) + dice.oneOf(kinds);
    const int before = m_used[name]++;
    return before == 0 ? name : name + QStringLiteral("分校");
}

} // namespace gridhall::democity
