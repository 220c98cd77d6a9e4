// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/basemap.h>
#include <simulation/chance.h>

#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace gridhall::simulation {

/// The streets of one responsibility grid as a graph of short pieces. Those who walk in it share
/// it, so that nobody goes where another one has just been.
class StreetGraph
{
public:
    struct Edge
    {
        int from = 0;
        int to = 0;
        double lengthM = 0.0;
        double besideM = 0.0; ///< from the centre line to the pavement
        double walkedAt = 0.0;
    };

    void add(const geo::MapPoint &a, const geo::MapPoint &b, double besideM);
    /// Ends the building: keeps the largest connected part; where there are no streets,
    /// `otherwise` is the only place to stand.
    void finish(const geo::MapPoint &otherwise);

    const std::vector<geo::MapPoint> &nodes() const { return m_nodes; }
    std::vector<Edge> &edges() { return m_edges; }
    const std::vector<int> &edgesAt(int node) const { return m_edgesAt[static_cast<size_t>(node)]; }
    int nearestNode(const geo::MapPoint &point) const;
    /// The edges of the shortest way, the first one last.
    std::vector<int> route(int from, int to) const;

private:
    int nodeAt(const geo::MapPoint &point);
    std::vector<int> parts() const;

    std::vector<geo::MapPoint> m_nodes;
    std::vector<Edge> m_edges;
    std::vector<std::vector<int>> m_edgesAt;
    QHash<std::pair<qint64, qint64>, int> m_nodeAt; ///< by decimetres: what is closer is the same
};

/// The pieces of all streets, at most `kPieceM` long, given to `take` with the distance from the
/// centre line to the pavement.
inline constexpr double kPieceM = 40.0;
void eachPiece(
    const std::vector<geo::StreetLine> &streets,
    const std::function<void(const geo::MapPoint &, const geo::MapPoint &, double)> &take);

/// One who walks: along the pavement where nobody has been for longest, with short rests, or to a
/// place and back to the streets.
class Walker
{
public:
    Walker(StreetGraph &streets, const geo::MapPoint &near, Chance chance);

    void advance(double secs);
    void rest(double secs) { m_restSecs = secs; }
    void goTo(const geo::MapPoint &target);
    /// Back to walking about.
    void release();
    bool hasArrived() const { return m_arrived; }
    bool isMoving() const { return m_isMoving; }
    double paceMps() const { return m_paceMps; }
    double headingDeg() const { return m_headingDeg; }
    geo::MapPoint position() const
    {
        return {m_centre.east + m_beside.east, m_centre.north + m_beside.north};
    }

private:
    struct Leg
    {
        geo::MapPoint to;
        double besideM = 0.0;
        int edge = -1;
        int node = -1; ///< at its end; -1: off the streets
    };
    bool startLeg();
    void finishLeg();
    void take(int edge);
    void turnTo(const geo::MapPoint &to, double besideM);
    void driftBeside(double metres);

    StreetGraph *m_streets;
    Chance m_chance;
    double m_paceMps;
    double m_walkedSecs = 0.0;
    double m_restSecs = 0.0;
    geo::MapPoint m_centre;
    geo::MapPoint m_beside;
    geo::MapPoint m_wantedBeside;
    double m_headingDeg = 0.0;
    bool m_isMoving = false;
    bool m_arrived = false;
    int m_node = 0;
    bool m_offStreets = false;
    int m_lastEdge = -1;
    std::optional<Leg> m_leg;
    std::optional<geo::MapPoint> m_target;
    int m_goalNode = -1;
    std::vector<int> m_route;
};

} // namespace gridhall::simulation
