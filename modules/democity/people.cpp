// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/people.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace gridhall::democity {

namespace {

/// A unified social credit code (GB 32100) with its check character; the body is invented.
QString creditCode(const QString &divisionCode, int number)
{
    static const QString kAlphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    static constexpr int kWeights[17] = {1,  3,  9,  27, 19, 26, 16, 17, 20,
                                         29, 25, 13, 8,  24, 10, 30, 28};
    const QString body =
        QStringLiteral("91") + divisionCode +
        QStringLiteral("MA%1").arg(4000000 + number * 137, 7, 10, QLatin1Char('0'));
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += static_cast<int>(kAlphabet.indexOf(body[i])) * kWeights[i];
    return body + kAlphabet[(31 - sum % 31) % 31];
}

} // namespace

People::People(const Recipe &recipe, const QStringList &streetNames, const Dice &dice)
    : m_recipe(recipe), m_dice(dice.forPart(u"people"))
{
    using city::UnitKind;
    const QJsonObject &units = recipe.units();
    const auto text = [](const QJsonObject &o, QLatin1String key) { return o[key].toString(); };
    const QJsonObject centre = units[QLatin1String("centre")].toObject();
    m_centre = addUnit(text(centre, QLatin1String("name")),
                       text(centre, QLatin1String("shortName")), UnitKind::Center);
    for (const auto &[list, kind] :
         {std::pair{QLatin1String("departments"), UnitKind::CompetentDepartment},
          std::pair{QLatin1String("handlingUnits"), UnitKind::HandlingUnit}}) {
        for (const QJsonValue &value : units[list].toArray()) {
            const QJsonObject o = value.toObject();
            m_byKey[text(o, QLatin1String("key"))] =
                addUnit(text(o, QLatin1String("name")), text(o, QLatin1String("shortName")), kind);
        }
    }
    for (const QString &street : streetNames)
        m_streetOffices.append(addUnit(recipe.cityName + street + QStringLiteral("办事处"),
                                       street + QStringLiteral("办"), UnitKind::Street));
    for (const QJsonValue &value : units[QLatin1String("seats")].toArray()) {
        QStringList roles;
        for (const QJsonValue &role : value[QLatin1String("roles")].toArray())
            roles.append(role.toString());
        addPerson(m_centre, roles, value[QLatin1String("number")].toString());
    }
    int number = 0;
    for (qsizetype i = 0; i < m_units.size(); ++i) {
        if (m_units[i].kind == UnitKind::HandlingUnit || m_units[i].kind == UnitKind::Street)
            addPerson(m_units[i].id, {QStringLiteral("handling_unit")},
                      QStringLiteral("C%1").arg(++number, 3, 10, QLatin1Char('0')));
    }
}

void People::hirePatrollers(const QList<city::ResponsibilityGrid> &grids)
{
    if (grids.isEmpty())
        return;
    const int count = std::max(kPatrollers, static_cast<int>(grids.size()) * 2);
    for (int i = 0; i < count; ++i)
        addPerson(m_centre, {QStringLiteral("patroller")},
                  QStringLiteral("J%1").arg(i + 1, 3, 10, QLatin1Char('0')),
                  grids[i % grids.size()].code);
}

Id People::unitFor(const QString &key, int street) const
{
    if (key == QStringLiteral("街道"))
        return m_streetOffices.value(street);
    if (key == QStringLiteral("环卫"))
        return m_byKey.value(street % 2 ? QStringLiteral("环卫二") : QStringLiteral("环卫一"));
    return m_byKey.value(key);
}

Id People::addUnit(const QString &name, const QString &shortName, city::UnitKind kind)
{
    const Id id = Id::create();
    const auto number = static_cast<int>(m_units.size());
    m_units.append({id, creditCode(m_recipe.divisionCode, number + 1), name, shortName, kind,
                    QStringLiteral("0990-%1").arg(6600000 + number * 11)});
    return id;
}

void People::addPerson(const Id &unit, const QStringList &roles, const QString &number,
                       const QString &grid)
{
    m_people.append({Id::create(), newName(), number, unit, roles, grid,
                     QStringLiteral("1990000%1").arg(1000 + m_people.size())});
}

QString People::newName()
{
    const QString surnames = m_recipe.surnames();
    const QStringList male = m_recipe.names(QStringLiteral("givenMale"));
    const QStringList female = m_recipe.names(QStringLiteral("givenFemale"));
    // Common surnames come first in the list and more often.
    for (int attempt = 0; attempt < 200; ++attempt) {
        const double share = m_dice.unit();
        const auto index =
            static_cast<qsizetype>(share * share * static_cast<double>(surnames.size()));
        const QString name = surnames[index] + m_dice.oneOf(m_dice.chance(0.55) ? male : female);
        if (!m_usedNames.contains(name) || attempt > 150) {
            m_usedNames.append(name);
            return name;
        }
    }
    return {};
}

} // namespace gridhall::democity
