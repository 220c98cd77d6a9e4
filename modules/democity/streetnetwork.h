// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/dice.h>
#include <democity/recipe.h>
#include <democity/shapes.h>

#include <QHash>
#include <QSet>

namespace gridhall::democity {

/// One street (or the railway), or a piece of it where the river cuts it. Door numbers run along
/// its line.
struct Street
{
    QString name;
    StreetStyle style;
    MapLine line;
    bool bridges = false; ///< goes over the river
    bool isRailway() const { return style.kind == QLatin1String("railway"); }
    double halfM() const { return style.widthM / 2; }
    double reachM() const { return style.widthM / 2 + style.walkM; }
};

/// A stretch of street between two crossings.
struct StreetEdge
{
    int street = -1;
    double fromM = 0.0; ///< along the street's line
    double toM = 0.0;
    int fromNode = -1;
    int toNode = -1;
    MapLine line;
};

struct StreetNode
{
    MapPoint at;
    std::vector<int> edges;
};

/// The city's lattice: metres east and north of its centre, tilted and gently bent onto the map.
class Lattice
{
public:
    Lattice(const Recipe &recipe, double areaKm2, Dice dice);

    double width() const { return m_width; }
    double height() const { return m_height; }
    double west() const { return -0.51 * m_width; }
    double east() const { return 0.49 * m_width; }
    double south() const { return -0.49 * m_height; }
    double north() const { return 0.51 * m_height; }
    MapPoint toMap(double u, double v) const;
    /// Sampled and simplified; `bend` adds a wave of its own across the line.
    MapLine line(double u1, double v1, double u2, double v2, double bendM = 0.0,
                 double phase = 0.0) const;

private:
    double m_width;
    double m_height;
    MapPoint m_centre;
    MapPoint m_along;
    double m_waveU;
    double m_waveV;
    double m_phase[6];
};

/// Streets, the river, and how they meet. Built in two steps: the frame of main and secondary
/// streets first, then the branches and lanes that cut the superblocks (addStreet), then node()
/// again.
class StreetNetwork
{
public:
    StreetNetwork(const Recipe &recipe, double areaKm2, const Dice &dice);

    const Lattice &lattice() const { return m_lattice; }
    const MapPolygon &boundary() const { return m_boundary; }
    const std::vector<Street> &streets() const { return m_streets; }
    const std::vector<StreetEdge> &edges() const { return m_edges; }
    const std::vector<StreetNode> &nodes() const { return m_nodes; }
    const MapLine &river() const { return m_river; }
    double riverWidthAt(double alongM) const;
    double riverReachM() const { return m_recipe.riverRoadOffsetM; }

    /// What lies outside the boundary is cut off.
    void addStreet(const QString &style, const QString &name, MapLine line, bool bridges = false);
    /// A branch or lane name not used before.
    QString newBranchName();
    QString newLaneName(const QString &parent);
    /// Finds every crossing and cuts the streets into edges.
    void node();
    std::vector<MapLine> edgeLines() const;

private:
    void layBoundary();
    void layRiver();
    void layRing();
    void layMains();
    void laySecondaries();
    void layDiagonal();
    void layRailway();
    void layRiverRoads();
    /// Cuts a line where it meets the river without a bridge, and adds what remains.
    void layAcross(const QString &style, const QString &name, const MapLine &line, bool mayBridge);
    QString takeName(QStringList &names);

    const Recipe &m_recipe;
    Dice m_dice;
    Lattice m_lattice;
    MapPolygon m_boundary;
    MapLine m_river;
    double m_ringInset = 0.0;
    std::vector<double> m_mainU;
    std::vector<double> m_mainV;
    std::vector<Street> m_streets;
    std::vector<StreetEdge> m_edges;
    std::vector<StreetNode> m_nodes;
    QStringList m_eastWestNames;
    QStringList m_northSouthNames;
    QStringList m_diagonalNames;
    QStringList m_branchNames;
    QHash<QString, int> m_lanesOf;
};

} // namespace gridhall::democity
