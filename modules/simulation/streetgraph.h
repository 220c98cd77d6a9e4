// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/cityindex.h>
#include <geo/basemap.h>
#include <geo/boxindex.h>

#include <QStringList>

#include <vector>

namespace gridhall::simulation {

/// One side of a street between two nodes: what people walk along. In the project's CRS.
struct Pavement
{
    int street = -1; ///< for StreetGraph::streetName
    int from = -1;   ///< nodes
    int to = -1;
    geo::MapLine line; ///< from `from` to `to`, beside the carriageway, cut back at crossings
    double lengthM = 0.0;
    int responsibilityGrid = -1; ///< index in CityIndex; -1 when it lies in none, or in two
};

/// The pavements of a city and how to get from one to another. Immutable once built, so any thread
/// may read it.
class StreetGraph
{
public:
    /// Cuts the streets at each other and where their pavements pass from one responsibility grid
    /// to another. Blocking: about 200 ms for 10 km².
    StreetGraph(const std::vector<geo::StreetLine> &streets, const city::CityIndex &city);

    const std::vector<Pavement> &pavements() const { return m_pavements; }
    const Pavement &pavement(int number) const { return m_pavements[static_cast<size_t>(number)]; }
    const QString &streetName(int pavement) const;

    /// A place on a pavement.
    struct Spot
    {
        int pavement = -1; ///< -1: none
        double alongM = 0.0;
        double distanceM = 1e300; ///< from the point that was asked about
        geo::MapPoint at;
    };
    Spot nearest(const geo::MapPoint &point, double withinM) const;
    Spot nearestOf(const std::vector<int> &pavements, const geo::MapPoint &point) const;

    /// The pavements of a responsibility grid that hang together: what its patrollers walk.
    const std::vector<int> &beat(int responsibilityGrid) const;

    /// An end of a pavement, as a corner where one may go on.
    struct Corner
    {
        int pavement = -1;
        bool atEnd = false; ///< at `to`, not at `from`
    };
    geo::MapPoint at(const Corner &corner) const;
    /// Corners at the same node, this one included.
    std::vector<Corner> cornersAround(const Corner &corner) const;

    /// The shortest way, crossing streets at their corners; empty when there is none.
    geo::MapLine route(const Spot &from, const Spot &to) const;

private:
    struct Edge;
    void addPavements(const std::vector<Edge> &edges, const city::CityIndex &city);
    void findBeats(size_t grids);
    int node(const Corner &corner) const;

    QStringList m_streetNames;
    std::vector<Pavement> m_pavements;
    std::vector<std::vector<Corner>> m_cornersAtNode;
    std::vector<std::vector<int>> m_beats;
    geo::BoxIndex m_index;
};

} // namespace gridhall::simulation
