// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/findings.h>

#include <QHash>

#include <algorithm>

namespace gridhall::simulation {

using democity::Dice;
using democity::Matter;
using geo::MapPoint;

namespace {

constexpr double kSightM = 18.0;
constexpr double kShareOfComponents = 0.5;

} // namespace

Findings::Findings(const city::CityIndex &city, const catalog::Catalog &catalog,
                   const StreetGraph &graph, std::vector<Matter> matters)
    : m_city(city),
      m_graph(graph),
      m_projection(city.projection()),
      m_edition(catalog.edition()),
      m_matters(std::move(matters))
{
}

std::optional<Finding> Findings::near(const MapPoint &at, int pavement, Dice &dice) const
{
    if (dice.chance(kShareOfComponents)) {
        if (auto finding = componentNear(at, dice))
            return finding;
    }
    return eventNear(at, pavement, dice);
}

std::optional<Finding> Findings::componentNear(const MapPoint &at, Dice &dice) const
{
    QHash<QString, int> nearestOfClass;
    for (const int number : m_city.componentsNear(at, 60, kSightM)) {
        const city::Component &component = m_city.components()[number];
        if (!m_reported.contains(component.code) && !nearestOfClass.contains(component.classCode))
            nearestOfClass.insert(component.classCode, number);
    }
    std::vector<const Matter *> possible;
    std::vector<double> weights;
    for (const Matter &matter : m_matters) {
        if (!matter.componentClass.isEmpty() && nearestOfClass.contains(matter.componentClass)) {
            possible.push_back(&matter);
            weights.push_back(matter.weight);
        }
    }
    if (possible.empty())
        return std::nullopt;
    const Matter &matter = *possible[static_cast<size_t>(dice.weighted(weights))];
    const int number = nearestOfClass.value(matter.componentClass);
    const city::Component &component = m_city.components()[number];
    Finding finding;
    finding.place = m_city.componentPoints()[static_cast<size_t>(number)];
    finding.photoKind = matter.photo;
    finding.report.classCode = matter.classCode;
    finding.report.description = dice.oneOf(matter.words);
    finding.report.componentCode = component.code;
    finding.report.address = component.address;
    if (!locate(finding))
        return std::nullopt;
    return finding;
}

std::optional<Finding> Findings::eventNear(const MapPoint &at, int pavement, Dice &dice) const
{
    std::vector<const Matter *> possible;
    std::vector<double> weights;
    for (const Matter &matter : m_matters) {
        if (matter.componentClass.isEmpty()) {
            possible.push_back(&matter);
            weights.push_back(matter.weight);
        }
    }
    if (possible.empty())
        return std::nullopt;
    const Matter &matter = *possible[static_cast<size_t>(dice.weighted(weights))];
    Finding finding;
    finding.place = {at.east + dice.between(-3.0, 3.0), at.north + dice.between(-3.0, 3.0)};
    finding.photoKind = matter.photo;
    finding.report.classCode = matter.classCode;
    finding.report.description = dice.oneOf(matter.words);
    finding.report.address = addressNear(finding.place, pavement);
    if (!locate(finding))
        return std::nullopt;
    return finding;
}

bool Findings::locate(Finding &finding) const
{
    const int grid = m_city.unitGridAt(finding.place);
    if (grid < 0)
        return false;
    const city::UnitGrid &unitGrid = m_city.unitGrids()[grid];
    finding.report.edition = m_edition;
    finding.report.at = m_projection.toLonLat(finding.place);
    finding.report.unitGridCode = unitGrid.code;
    finding.report.responsibilityGridCode = unitGrid.responsibilityGridCode;
    return true;
}

QString Findings::addressNear(const MapPoint &at, int pavement) const
{
    for (const int number : m_city.componentsNear(at, 10, 40.0)) {
        const QString &address = m_city.components()[number].address;
        if (!address.isEmpty())
            return address;
    }
    if (pavement >= 0 && !m_graph.streetName(pavement).isEmpty())
        return m_graph.streetName(pavement) + QStringLiteral("人行道");
    const int grid = m_city.unitGridAt(at);
    if (grid < 0)
        return {};
    const city::UnitGrid &unitGrid = m_city.unitGrids()[grid];
    return unitGrid.streetName + unitGrid.communityName + QStringLiteral("内");
}

QString Findings::photoKind(const QString &classCode) const
{
    const auto found =
        std::find_if(m_matters.begin(), m_matters.end(),
                     [&](const Matter &matter) { return matter.classCode == classCode; });
    return found == m_matters.end() ? QStringLiteral("rubbish") : found->photo;
}

} // namespace gridhall::simulation
