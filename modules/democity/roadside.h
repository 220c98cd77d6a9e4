// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/blocks.h>
#include <democity/ground.h>

namespace gridhall::democity {

/// Draws what the streets themselves show: surfaces, centre lines, kerbs, the backs of walkways,
/// marks, zebra crossings, bridges, the river, heights along the road. Stateless but for its
/// references.
class Roadside
{
public:
    Roadside(const StreetNetwork &network, const Recipe &recipe, Ground &ground)
        : m_network(network),
          m_riverName(recipe.riverName),
          m_railwayName(recipe.railwayName),
          m_ground(ground)
    {
    }

    /// Kerb and walkway of one block and the fillets of its corners.
    void drawBlock(const Block &block);
    /// Everything that belongs to no single block.
    void drawStreets();
    void drawRiver();

    /// True where lights stand: two streets of some width cross.
    static bool isMajorCrossing(const StreetNetwork &network, const StreetNode &node);
    /// How far from the node an edge is free of the streets that cross it.
    static double clearOfCrossingM(const StreetNetwork &network, const StreetEdge &edge, int node);

private:
    void drawEdge(const StreetEdge &edge);
    void drawZebra(const StreetEdge &edge, bool atStart);
    void drawBelts(const StreetEdge &edge, const Street &street);
    void drawBridge(const StreetEdge &edge, const MapMultiPolygon &water);

    const StreetNetwork &m_network;
    QString m_riverName;
    QString m_railwayName;
    Ground &m_ground;
};

/// The river within the boundary.
MapMultiPolygon riverWater(const StreetNetwork &network);

} // namespace gridhall::democity
