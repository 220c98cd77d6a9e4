// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/blocks.h>
#include <democity/ground.h>
#include <democity/placenames.h>

namespace gridhall::democity {

/// What a builder gets: a block, dice of its own, and where to draw.
struct Site
{
    const Recipe &recipe;
    const StreetNetwork &network;
    const Block &block;
    PlaceNames &names;
    Ground &ground;
    Dice dice;

    const StreetEdge &edge(int index) const { return network.edges()[static_cast<size_t>(index)]; }
    const Street &streetOf(int edgeIndex) const
    {
        return network.streets()[static_cast<size_t>(edge(edgeIndex).street)];
    }
    /// The plot less a strip of its own depth along each bounding edge, with square corners.
    MapPolygon yardBehind(const std::function<double(int edge)> &depthM) const;
    /// True when the block lies left of the edge's direction.
    bool liesLeftOf(int edgeIndex) const;
    /// The street of the gate; empty when no street bounds the block.
    QString streetName() const;
    /// The bounding edge with the least important street: where gates are. -1 when there is none.
    int gateEdge() const;
};

/// A frame on the back of the walkway: x runs along the edge, y into the block.
struct Front
{
    Frame frame;
    double lengthM = 0.0;
    int edge = -1;
    int street = -1;
    double streetFromM = 0.0; ///< along the street where x = 0
    double direction = 1.0;   ///< of the street's measure along x
};
/// The straight fronts of a block towards its streets; a bent edge gives several.
std::vector<Front> frontsOf(const Site &site);
/// The door number at a distance along a street; odd on its left.
int doorNumber(double alongM, bool onLeft);

/// Walls or fences along a ring, with gaps (a gate) where given: distances along the ring.
void fence(Ground &ground, const MapLine &ring, const QString &kind,
           const std::vector<Interval> &gaps);
/// A fence round `yard` with a gate towards `gateEdge`, its posts and a gate house. Answers the
/// middle of the gate.
MapPoint fenceWithGate(Site &site, const MapPolygon &yard, const QString &kind, double gateM);
/// Shops with flats above in one row along a front, each with its door number.
void shopRow(Site &site, const Front &front, double fromM, double toM, double depthM);
/// A row of trees inside a fence, where nothing stands.
void plantAlong(Site &site, const MapPolygon &yard, double insetM, double everyM);
void parkingLot(Site &site, const Frame &frame, double x, double y, double width, double rows);

// One builder for each use of a block.
void buildEstate(Site site);
void buildTowers(Site site);
void buildOldTown(Site site);
void buildSchool(Site site);
void buildHospital(Site site);
void buildMarket(Site site);
void buildCommerce(Site site);
void buildOffice(Site site);
void buildCivic(Site site);
void buildIndustry(Site site);
void buildPark(Site site);
void buildLakePark(Site site);
void buildRiverside(Site site);
void buildFarm(Site site);
void buildWoods(Site site);
void buildPocket(Site site);

} // namespace gridhall::democity
