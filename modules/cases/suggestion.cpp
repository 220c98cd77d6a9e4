// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/suggestion.h>

#include <QRegularExpression>

#include <algorithm>

namespace gridhall::cases {

namespace {

/// A standard names units by their trade ("园林绿化服务中心"); a city's unit has a place before it.
bool means(const city::Unit &unit, const QString &name)
{
    return unit.name == name || unit.shortName == name || unit.name.endsWith(name) ||
           (unit.shortName.size() >= 3 && name.contains(unit.shortName));
}

class Suggestions
{
public:
    explicit Suggestions(const city::CityIndex &city) : m_city(city) {}

    void add(const Id &id, SuggestionReason reason)
    {
        if (const city::Unit *unit = m_city.unit(id))
            add(*unit, reason);
    }

    void add(const city::Unit &unit, SuggestionReason reason)
    {
        const bool known = std::any_of(m_list.begin(), m_list.end(),
                                       [&](const UnitSuggestion &s) { return s.unit == unit.id; });
        if (!known)
            m_list.append({unit.id, unit.name, reason});
    }

    void addNamed(const QString &name, SuggestionReason reason)
    {
        if (name.size() < 2)
            return;
        for (const city::Unit &unit : m_city.units()) {
            if (unit.kind == city::UnitKind::HandlingUnit && means(unit, name))
                add(unit, reason);
        }
    }

    QList<UnitSuggestion> take() { return std::move(m_list); }

private:
    const city::CityIndex &m_city;
    QList<UnitSuggestion> m_list;
};

} // namespace

QList<UnitSuggestion> suggestUnits(const CaseFile &file, const catalog::Catalog &catalog,
                                   const city::CityIndex &city)
{
    Suggestions suggestions(city);
    if (const city::Component *component = city.component(file.componentCode)) {
        suggestions.add(component->maintainerUnit, SuggestionReason::ComponentMaintainer);
        suggestions.add(component->ownerUnit, SuggestionReason::ComponentOwner);
    }
    static const QRegularExpression kBetween(QStringLiteral("[、,，;；/\\s]+"));
    const auto addNames = [&](const catalog::FilingCondition &condition) {
        for (const QString &name : condition.handlingUnitName.split(kBetween, Qt::SkipEmptyParts))
            suggestions.addNamed(name, SuggestionReason::ConditionUnit);
    };
    if (const catalog::FilingCondition *condition = catalog.condition(file.conditionId)) {
        addNames(*condition);
    } else {
        for (const catalog::FilingCondition &possible : catalog.conditionsOf(file.classCode))
            addNames(possible);
    }
    if (const city::UnitGrid *grid = city.unitGrid(file.unitGridCode);
        grid && !grid->streetName.isEmpty()) {
        for (const city::Unit &unit : city.units()) {
            if (unit.kind == city::UnitKind::Street && unit.name.contains(grid->streetName))
                suggestions.add(unit, SuggestionReason::StreetOffice);
        }
    }
    return suggestions.take();
}

} // namespace gridhall::cases
