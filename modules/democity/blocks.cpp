// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/blocks.h>

#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::democity {

namespace {

BlockUse useOf(const QString &word)
{
    static const QHash<QString, BlockUse> uses = {{QStringLiteral("estate"), BlockUse::Estate},
                                                  {QStringLiteral("tower"), BlockUse::Tower},
                                                  {QStringLiteral("oldtown"), BlockUse::OldTown},
                                                  {QStringLiteral("commerce"), BlockUse::Commerce},
                                                  {QStringLiteral("office"), BlockUse::Office},
                                                  {QStringLiteral("industry"), BlockUse::Industry},
                                                  {QStringLiteral("farm"), BlockUse::Farm},
                                                  {QStringLiteral("woods"), BlockUse::Woods},
                                                  {QStringLiteral("park"), BlockUse::Park}};
    return uses.value(word);
}

QString wordOf(BlockUse use)
{
    switch (use) {
    case BlockUse::Estate:
        return QStringLiteral("estate");
    case BlockUse::Tower:
        return QStringLiteral("tower");
    case BlockUse::OldTown:
        return QStringLiteral("oldtown");
    case BlockUse::Commerce:
        return QStringLiteral("commerce");
    case BlockUse::Office:
        return QStringLiteral("office");
    case BlockUse::Industry:
        return QStringLiteral("industry");
    case BlockUse::Farm:
        return QStringLiteral("farm");
    case BlockUse::Woods:
        return QStringLiteral("woods");
    default:
        return QStringLiteral("park");
    }
}

void grownAround(const std::vector<MapLine> &lines, double by, MapMultiPolygon &sum)
{
    if (auto grown = geo::buffer(lines, by))
        sum.insert(sum.end(), grown->begin(), grown->end());
}

/// Cuts the corners of a polygon round: narrower than twice the radius, it vanishes.
MapPolygon rounded(const MapPolygon &polygon, double radiusM)
{
    auto shrunk = geo::buffer(MapMultiPolygon{polygon}, -radiusM);
    if (!shrunk || shrunk->empty())
        return {};
    auto grown = geo::buffer(*shrunk, radiusM);
    return grown ? largestOf(*grown) : MapPolygon{};
}

} // namespace

BlockPlan::BlockPlan(const Recipe &recipe, const Dice &dice, StreetNetwork &network)
    : m_recipe(recipe), m_dice(dice.forPart(u"blocks")), m_network(network)
{
}

Result<void> BlockPlan::make()
{
    m_network.node();
    if (auto made = makeSuperblocks(); !made)
        return made;
    chooseUses();
    for (size_t i = 0; i < m_superblocks.size(); ++i) {
        Dice dice = m_dice.forPart(u"divide", i);
        const Superblock &block = m_superblocks[i];
        if (block.use == BlockUse::River || block.use == BlockUse::LakePark)
            continue;
        if (auto done = divide(block.shape, block.use, {}, dice, 0); !done)
            return done;
    }
    m_network.node();
    if (auto made = makeBlocks(); !made)
        return made;
    specialise();
    return {};
}

Result<void> BlockPlan::makeSuperblocks()
{
    auto faces = geo::polygonize(m_network.boundary(), m_network.edgeLines());
    if (!faces)
        return faces.error();
    const MapBox extent = geo::boxOf({m_network.boundary()});
    for (MapPolygon &face : *faces) {
        Superblock block;
        block.areaM2 = geo::areaM2({face});
        const MapPoint at = geo::labelPoint({face});
        const double dx = (at.east - m_recipe.centre.east) / (extent.width() / 2);
        const double dy = (at.north - m_recipe.centre.north) / (extent.height() / 2);
        block.centrality = std::hypot(dx, dy);
        if (nearestOn(m_network.river(), at).distanceM < m_network.riverReachM() - 4.0)
            block.use = BlockUse::River;
        block.shape = std::move(face);
        m_superblocks.push_back(std::move(block));
    }
    for (const Superblock &block : m_superblocks)
        m_superblockShapes.push_back(block.shape);
    return {};
}

void BlockPlan::chooseUses()
{
    // The lake takes a large superblock north-west of the centre, the square one beside the centre.
    const auto nearestTo = [&](double u, double v, double least, double most) {
        int best = -1;
        double nearest = 1e300;
        const MapPoint wanted = m_network.lattice().toMap(u * m_network.lattice().width(),
                                                          v * m_network.lattice().height());
        for (size_t i = 0; i < m_superblocks.size(); ++i) {
            const Superblock &block = m_superblocks[i];
            const double away = distance(geo::labelPoint({block.shape}), wanted);
            if (block.use == BlockUse::None && block.areaM2 > least && block.areaM2 < most &&
                away < nearest) {
                nearest = away;
                best = static_cast<int>(i);
            }
        }
        return best;
    };
    if (const int lake = nearestTo(-0.13, -0.12, 60000, 260000); lake >= 0)
        m_superblocks[static_cast<size_t>(lake)].use = BlockUse::LakePark;
    Dice dice = m_dice.forPart(u"uses");
    for (Superblock &block : m_superblocks) {
        if (block.use != BlockUse::None)
            continue;
        const QString district = block.centrality < 0.36   ? QStringLiteral("centre")
                                 : block.centrality < 0.72 ? QStringLiteral("middle")
                                 : block.centrality < 1.02 ? QStringLiteral("outer")
                                                           : QStringLiteral("rim");
        const QMap<QString, double> shares = m_recipe.districtShares.value(district);
        std::vector<double> weights(shares.begin(), shares.end());
        block.use = useOf(shares.keys().value(dice.weighted(weights)));
        if (block.areaM2 > 30000 && block.areaM2 < 180000 && dice.chance(0.06))
            block.use = BlockUse::Park;
    }
}

double BlockPlan::targetM2(BlockUse use) const
{
    return m_recipe.blockTargetM2.value(wordOf(use), 30000.0);
}

Result<void> BlockPlan::divide(const MapPolygon &shape, BlockUse use, const QString &parentName,
                               Dice &dice, int depth)
{
    const double area = geo::areaM2({shape});
    const double target = targetM2(use) * dice.between(0.85, 1.2);
    const int parts = static_cast<int>(std::lround(area / target));
    if (parts < 2 || area < 1.45 * target || depth > 12)
        return {};
    Frame frame = frameOf(shape);
    MapBox box = boxIn(frame, shape);
    if (box.height() > box.width()) {
        frame = {frame.toMap(box.west, box.north), left(frame.along) * -1.0};
        box = boxIn(frame, shape);
    }
    const double share = static_cast<double>(parts / 2) / parts + dice.between(-0.05, 0.05);
    const double x = box.west + box.width() * share;
    const double bend = box.height() > 150.0 ? dice.between(-9.0, 9.0) : 0.0;
    const double slant = dice.between(-0.03, 0.03) * box.height();
    MapLine cut;
    for (int i = 0; i <= 10; ++i) {
        const double t = i / 10.0;
        cut.push_back(frame.toMap(x + slant * (t - 0.5) + bend * std::sin(std::numbers::pi * t),
                                  box.south - 2.0 + (box.height() + 4.0) * t));
    }
    if (bend == 0.0)
        cut = {cut.front(), cut.back()};
    auto pieces = geo::polygonize(shape, {cut});
    auto inside = geo::clip({cut}, {shape});
    if (!pieces)
        return pieces.error();
    if (!inside)
        return inside.error();
    // Lanes are numbered after the street they leave; country lanes after a village.
    const bool country = use == BlockUse::Farm || use == BlockUse::Woods;
    const bool lane = country || (use == BlockUse::OldTown && area < 42000.0);
    QString parent = parentName;
    if (parent.isEmpty() && lane)
        parent = country ? dice.oneOf(m_recipe.names(QStringLiteral("villages")))
                         : m_network.newBranchName();
    const QString name = lane ? m_network.newLaneName(parent) : m_network.newBranchName();
    for (MapLine line : *inside) {
        if (geo::lengthM(line) < 12.0)
            continue;
        line.front() = line.front() + unit(line[0] - line[1]) * 1.0;
        line.back() = line.back() + unit(line.back() - line[line.size() - 2]) * 1.0;
        m_network.addStreet(lane ? QStringLiteral("lane") : QStringLiteral("branch"), name,
                            simplified(line, 0.1));
    }
    for (const MapPolygon &piece : *pieces) {
        if (auto done = divide(piece, use, lane ? parent : name, dice, depth + 1); !done)
            return done;
    }
    return {};
}

Result<void> BlockPlan::makeBlocks()
{
    auto faces = geo::polygonize(m_network.boundary(), m_network.edgeLines());
    if (!faces)
        return faces.error();
    std::vector<MapBox> superboxes;
    for (const Superblock &block : m_superblocks)
        superboxes.push_back(geo::boxOf({block.shape}));
    const geo::BoxIndex superindex(superboxes);
    std::vector<MapBox> edgeBoxes;
    for (const StreetEdge &edge : m_network.edges())
        edgeBoxes.push_back(geo::boxOf({{{edge.line}}}));
    const geo::BoxIndex edgeIndex(edgeBoxes);

    for (MapPolygon &face : *faces) {
        Block block;
        block.number = static_cast<int>(m_blocks.size());
        block.areaM2 = geo::areaM2({face});
        const MapPoint at = geo::labelPoint({face});
        for (const int i : superindex.intersecting({at.east, at.north, at.east, at.north})) {
            if (geo::contains(m_superblocks[static_cast<size_t>(i)].shape, at))
                block.use = m_superblocks[static_cast<size_t>(i)].use;
        }
        block.face = std::move(face);
        for (const int e : edgeIndex.intersecting(geo::boxOf({block.face}).grownBy(0.1))) {
            const StreetEdge &edge = m_network.edges()[static_cast<size_t>(e)];
            const MapPoint middle = placeAlong(edge.line, geo::lengthM(edge.line) / 2).at;
            bool bounds = geo::contains(block.face, middle);
            for (const MapLine &ring : block.face.rings)
                bounds = bounds || nearestOn(ring, middle).distanceM < 0.05;
            if (bounds)
                block.edges.push_back(e);
        }
        if (auto shaped = shapeBlock(block); !shaped)
            return shaped;
        m_blocks.push_back(std::move(block));
    }
    return {};
}

MapPolygon BlockPlan::squareAtBoundary(const MapPolygon &roundedKerb, const MapMultiPolygon &kerb,
                                       double radiusM) const
{
    const MapLine &boundary = m_network.boundary().rings.front();
    const bool touches =
        !roundedKerb.isEmpty() &&
        std::any_of(kerb.front().rings.front().begin(), kerb.front().rings.front().end(),
                    [&](const MapPoint &p) { return nearestOn(boundary, p).distanceM < 0.1; });
    if (!touches)
        return roundedKerb;
    auto strip = geo::buffer(std::vector<MapLine>{boundary}, radiusM * 1.1);
    if (!strip)
        return roundedKerb;
    auto corners = geo::intersect({largestOf(kerb)}, *strip);
    if (!corners)
        return roundedKerb;
    corners->push_back(roundedKerb);
    auto all = geo::unite(*corners);
    return all ? largestOf(*all) : roundedKerb;
}

Result<void> BlockPlan::shapeBlock(Block &block)
{
    MapMultiPolygon carriageways;
    MapMultiPolygon reaches;
    double corner = 0.0;
    double smallest = 1e300;
    for (const int e : block.edges) {
        const StreetEdge &edge = m_network.edges()[static_cast<size_t>(e)];
        const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
        grownAround({edge.line}, street.halfM(), carriageways);
        grownAround({edge.line}, street.reachM(), reaches);
        corner = std::max(corner, street.style.cornerM);
        smallest = std::min(smallest, street.style.cornerM);
    }
    if (block.edges.empty()) {
        block.kerb = block.plot = block.face;
        return {};
    }
    auto kerb = geo::subtract({block.face}, carriageways);
    if (!kerb)
        return kerb.error();
    auto plot = geo::subtract({block.face}, reaches);
    if (!plot)
        return plot.error();
    const double radius = std::min(0.5 * (corner + smallest), 0.08 * std::sqrt(block.areaM2));
    block.kerb = squareAtBoundary(rounded(largestOf(*kerb), radius), *kerb, radius);
    block.plot = rounded(largestOf(*plot), 1.5);
    return {};
}

void BlockPlan::specialise()
{
    Dice dice = m_dice.forPart(u"special");
    int sinceSchool = 3;
    int sinceMarket = 4;
    int sincePark = 5;
    int sinceHospital = 12;
    bool hasSquare = false;
    for (Block &block : m_blocks) {
        if (block.plot.isEmpty() || (block.areaM2 < 3200.0 && block.use != BlockUse::River)) {
            block.use = BlockUse::Pocket;
            continue;
        }
        const bool dwelling = block.use == BlockUse::Estate || block.use == BlockUse::Tower;
        if (block.use == BlockUse::None)
            block.use = BlockUse::Woods;
        if (!hasSquare && (block.use == BlockUse::Office || block.use == BlockUse::Commerce) &&
            block.areaM2 > 15000 && block.areaM2 < 45000 &&
            distance(geo::labelPoint({block.face}), m_recipe.centre) < 900) {
            block.use = BlockUse::Civic;
            hasSquare = true;
            continue;
        }
        if (!dwelling)
            continue;
        ++sinceSchool;
        ++sinceMarket;
        ++sincePark;
        ++sinceHospital;
        if (sinceSchool >= 8 && block.areaM2 > 21000 && dice.chance(0.6)) {
            block.use = BlockUse::School;
            sinceSchool = 0;
        } else if (sinceHospital >= 26 && block.areaM2 > 18000 && dice.chance(0.5)) {
            block.use = BlockUse::Hospital;
            sinceHospital = 0;
        } else if (sinceMarket >= 20 && block.areaM2 < 32000 && dice.chance(0.5)) {
            block.use = BlockUse::Market;
            sinceMarket = 0;
        } else if (sincePark >= 13 && dice.chance(0.5)) {
            block.use = BlockUse::Park;
            sincePark = 0;
        }
    }
}

} // namespace gridhall::democity
