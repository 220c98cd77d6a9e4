// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/caserepository.h>
#include <catalog/catalog.h>
#include <city/cityindex.h>
#include <democity/dice.h>
#include <democity/matters.h>
#include <simulation/streetgraph.h>

#include <QSet>

#include <optional>

namespace gridhall::simulation {

/// A problem that a patroller has come upon, ready to be reported but for its photo.
struct Finding
{
    cases::Report report;
    geo::MapPoint place;
    QString photoKind; ///< for democity::drawPhoto
};

/// Thinks up problems that could be where a patroller walks: real components of the class that the
/// problem is of, or an event beside the pavement.
class Findings
{
public:
    Findings(const city::CityIndex &city, const catalog::Catalog &catalog, const StreetGraph &graph,
             std::vector<democity::Matter> matters);

    /// Nothing when there is nothing to find within sight.
    std::optional<Finding> near(const geo::MapPoint &at, int pavement, democity::Dice &dice) const;
    /// Components of open cases; nobody reports them again.
    void setReported(QSet<QString> components) { m_reported = std::move(components); }
    void addReported(const QString &component) { m_reported.insert(component); }

    /// What a photo of this class of problem shows.
    QString photoKind(const QString &classCode) const;

private:
    std::optional<Finding> componentNear(const geo::MapPoint &at, democity::Dice &dice) const;
    std::optional<Finding> eventNear(const geo::MapPoint &at, int pavement,
                                     democity::Dice &dice) const;
    bool locate(Finding &finding) const;
    QString addressNear(const geo::MapPoint &at, int pavement) const;

    const city::CityIndex &m_city;
    const StreetGraph &m_graph;
    geo::Projection m_projection;
    QString m_edition;
    std::vector<democity::Matter> m_matters;
    QSet<QString> m_reported;
};

} // namespace gridhall::simulation
