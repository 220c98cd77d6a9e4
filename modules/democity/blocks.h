// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/dice.h>
#include <democity/recipe.h>
#include <democity/shapes.h>
#include <democity/streetnetwork.h>

namespace gridhall::democity {

/// What stands on a block, and so which builder fills it.
enum class BlockUse {
    None = 0,
    Estate,  ///< rows of slab blocks of flats
    Tower,   ///< point blocks
    OldTown, ///< courtyards along lanes
    Commerce,
    Office,
    Civic, ///< square with the town hall
    Hospital,
    School,
    Market,
    Industry,
    Park,
    LakePark,
    River,
    Farm,
    Woods,
    Pocket ///< a small green corner
};

/// One face between streets. `face` reaches to the centre lines, `kerb` to the edge of the
/// carriageway and `plot` to the back of the walkway.
struct Block
{
    int number = 0;
    BlockUse use = BlockUse::None;
    MapPolygon face;
    MapPolygon kerb;
    MapPolygon plot;
    std::vector<int> edges; ///< of the street network, that bound it
    double areaM2 = 0.0;
};

/// Lays out the blocks: superblocks between the main streets get a use by where they lie, are cut
/// by branches and lanes into blocks of that use's size, and some of these become schools, markets,
/// hospitals. Also yields the superblocks, of which communities are made.
class BlockPlan
{
public:
    BlockPlan(const Recipe &recipe, const Dice &dice, StreetNetwork &network);

    Result<void> make();

    std::vector<Block> &blocks() { return m_blocks; }
    const std::vector<Block> &blocks() const { return m_blocks; }
    const std::vector<MapPolygon> &superblocks() const { return m_superblockShapes; }

private:
    struct Superblock
    {
        MapPolygon shape;
        BlockUse use = BlockUse::None;
        double areaM2 = 0.0;
        double centrality = 0.0; ///< 0 in the middle, 1 at the boundary
    };

    Result<void> makeSuperblocks();
    void chooseUses();
    Result<void> divide(const MapPolygon &shape, BlockUse use, const QString &parentName,
                        Dice &dice, int depth);
    Result<void> makeBlocks();
    Result<void> shapeBlock(Block &block);
    /// Kerbs run straight out of the city: no rounded corner where they meet its boundary.
    MapPolygon squareAtBoundary(const MapPolygon &roundedKerb, const MapMultiPolygon &kerb,
                                double radiusM) const;
    void specialise();
    double targetM2(BlockUse use) const;

    const Recipe &m_recipe;
    Dice m_dice;
    StreetNetwork &m_network;
    std::vector<Superblock> m_superblocks;
    std::vector<MapPolygon> m_superblockShapes;
    std::vector<Block> m_blocks;
};

} // namespace gridhall::democity
