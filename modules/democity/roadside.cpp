// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/roadside.h>

#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

using geo::BasemapLayer;

void Roadside::drawBlock(const Block &block)
{
    if (block.edges.empty())
        return;
    // Where a block reaches the city's boundary or the railway there is no kerb.
    std::vector<const MapLine *> bare{&m_network.boundary().rings.front()};
    std::vector<double> within{0.3};
    for (const int e : block.edges) {
        const StreetEdge &edge = m_network.edges()[static_cast<size_t>(e)];
        const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
        if (street.isRailway()) {
            bare.push_back(&edge.line);
            within.push_back(street.reachM() + 0.3);
        }
    }
    const auto isBare = [&](const MapPoint &at) {
        for (size_t i = 0; i < bare.size(); ++i) {
            if (nearestOn(*bare[i], at).distanceM < within[i])
                return true;
        }
        return false;
    };
    const auto draw = [&](const MapPolygon &polygon, const QString &kind) {
        for (const MapLine &ring : polygon.rings) {
            MapLine run;
            for (size_t i = 1; i < ring.size(); ++i) {
                const MapPoint middle = (ring[i - 1] + ring[i]) * 0.5;
                const bool bareHere = isBare(middle);
                if (!bareHere) {
                    if (run.empty())
                        run.push_back(ring[i - 1]);
                    run.push_back(ring[i]);
                }
                if ((bareHere || i + 1 == ring.size()) && run.size() > 1) {
                    m_ground.line(BasemapLayer::Kerb, run, {kind});
                    run.clear();
                }
            }
        }
    };
    if (!block.kerb.isEmpty())
        draw(block.kerb, QStringLiteral("kerb"));
    if (!block.plot.isEmpty() && block.use != BlockUse::River)
        draw(block.plot, QStringLiteral("walkway"));
    if (block.kerb.isEmpty())
        return;
    auto roads = geo::subtract({block.face}, {block.kerb});
    if (!roads)
        return;
    MapMultiPolygon carriageways;
    for (const int e : block.edges) {
        const StreetEdge &edge = m_network.edges()[static_cast<size_t>(e)];
        const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
        if (auto grown = geo::buffer({edge.line},
                                     street.halfM() + (street.isRailway() ? 0.5 : -0.15), false))
            carriageways.insert(carriageways.end(), grown->begin(), grown->end());
    }
    auto fillets = geo::subtract(*roads, carriageways);
    if (!fillets)
        return;
    for (const MapPolygon &fillet : *fillets) {
        if (geo::areaM2({fillet}) > 1.0)
            m_ground.polygon(BasemapLayer::RoadSurface, fillet, {QStringLiteral("branch")});
    }
}

bool Roadside::isMajorCrossing(const StreetNetwork &network, const StreetNode &node)
{
    if (node.edges.size() < 3)
        return false;
    int wide = 0;
    for (const int e : node.edges) {
        const Street &street =
            network.streets()[static_cast<size_t>(network.edges()[static_cast<size_t>(e)].street)];
        wide += street.style.widthM >= 14.0 ? 1 : 0;
    }
    return wide >= 3;
}

double Roadside::clearOfCrossingM(const StreetNetwork &network, const StreetEdge &edge, int node)
{
    double clear = 0.0;
    double corner = 0.0;
    for (const int e : network.nodes()[static_cast<size_t>(node)].edges) {
        const StreetEdge &other = network.edges()[static_cast<size_t>(e)];
        if (other.street == edge.street)
            continue;
        const Street &street = network.streets()[static_cast<size_t>(other.street)];
        clear = std::max(clear, street.halfM());
        corner = std::max(corner, street.style.cornerM);
    }
    return clear > 0.0 ? clear + corner * 0.6 : 0.0;
}

void Roadside::drawZebra(const StreetEdge &edge, bool atStart)
{
    const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
    const double size = geo::lengthM(edge.line);
    const double clear =
        clearOfCrossingM(m_network, edge, atStart ? edge.fromNode : edge.toNode) + 3.5;
    if (clear > size / 2 - 4.0)
        return;
    const Place place = placeAlong(edge.line, atStart ? clear : size - clear);
    const MapPoint aside = left(place.along) * (street.halfM() - 0.5);
    m_ground.line(BasemapLayer::RoadMark, {place.at - aside, place.at + aside},
                  {QStringLiteral("crossing")});
}

void Roadside::drawEdge(const StreetEdge &edge)
{
    const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
    const double size = geo::lengthM(edge.line);
    if (street.isRailway())
        return;
    if (auto surface = geo::buffer(std::vector<MapLine>{edge.line}, street.halfM(), false)) {
        for (const MapPolygon &polygon : *surface)
            m_ground.polygon(BasemapLayer::RoadSurface, polygon, {street.style.kind});
    }
    if (street.style.widthM >= 8.0) {
        const double from = clearOfCrossingM(m_network, edge, edge.fromNode) + 7.0;
        const double to = size - clearOfCrossingM(m_network, edge, edge.toNode) - 7.0;
        if (to - from > 10.0)
            m_ground.line(BasemapLayer::RoadMark, partOf(edge.line, from, to),
                          {QStringLiteral("centre")});
    }
    const auto &nodes = m_network.nodes();
    if (street.style.widthM >= 8.0) {
        if (isMajorCrossing(m_network, nodes[static_cast<size_t>(edge.fromNode)]))
            drawZebra(edge, true);
        if (isMajorCrossing(m_network, nodes[static_cast<size_t>(edge.toNode)]))
            drawZebra(edge, false);
    }
    if (street.style.beltM > 0.0)
        drawBelts(edge, street);
    for (double s = 25.0; s < size - 10.0; s += 52.0)
        m_ground.spotHeight(placeAlong(edge.line, s).at);
}

void Roadside::drawBelts(const StreetEdge &edge, const Street &street)
{
    // Strips of about 60 m, open where side lanes cross over.
    constexpr double kSideLaneM = 4.8;
    const double from = clearOfCrossingM(m_network, edge, edge.fromNode) + 10.0;
    const double to =
        geo::lengthM(edge.line) - clearOfCrossingM(m_network, edge, edge.toNode) - 10.0;
    const int pieces = std::max(1, static_cast<int>((to - from) / 75.0));
    for (int i = 0; i < pieces && to - from > 20.0; ++i) {
        const double start = from + (to - from) * i / pieces;
        const double end = from + (to - from) * (i + 1) / pieces - (i + 1 < pieces ? 12.0 : 0.0);
        const MapLine part = partOf(edge.line, start, end);
        const Foot river = nearestOn(m_network.river(), part[part.size() / 2]);
        if (river.distanceM < m_network.riverReachM())
            continue;
        for (const double side : {1.0, -1.0}) {
            const double middle = street.halfM() - kSideLaneM - street.style.beltM / 2;
            auto belt = geo::buffer(std::vector<MapLine>{offsetLine(part, side * middle)},
                                    street.style.beltM / 2, true);
            if (!belt)
                continue;
            for (const MapPolygon &polygon : *belt) {
                m_ground.green(polygon, QStringLiteral("shrub"));
                m_ground.line(BasemapLayer::Kerb, polygon.rings.front(), {QStringLiteral("kerb")});
            }
        }
    }
}

void Roadside::drawBridge(const StreetEdge &edge, const MapMultiPolygon &water)
{
    const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
    auto over = geo::clip({edge.line}, water);
    if (!over)
        return;
    for (const MapLine &line : *over) {
        if (geo::lengthM(line) < 8.0)
            continue;
        MapLine deckLine = line;
        deckLine.front() = deckLine.front() + unit(line[0] - line[1]) * 7.0;
        deckLine.back() = deckLine.back() + unit(line.back() - line[line.size() - 2]) * 7.0;
        auto deck = geo::buffer(std::vector<MapLine>{deckLine}, street.reachM() - 1.0, false);
        if (!deck)
            continue;
        QString name = street.name;
        if (name.endsWith(QStringLiteral("路")) || name.endsWith(QStringLiteral("街")))
            name.chop(1);
        for (const MapPolygon &polygon : *deck)
            m_ground.polygon(BasemapLayer::Bridge, polygon, {name + QStringLiteral("桥")});
    }
}

void Roadside::drawStreets()
{
    for (const StreetEdge &edge : m_network.edges())
        drawEdge(edge);
    // Written from crossing to crossing, so that streets which meet share a vertex there.
    const std::vector<StreetEdge> &edges = m_network.edges();
    for (size_t i = 0; i < edges.size();) {
        const StreetEdge &first = edges[i];
        MapLine line = first.line;
        size_t next = i + 1;
        while (next < edges.size() && edges[next].street == first.street &&
               edges[next].fromNode == edges[next - 1].toNode) {
            line.insert(line.end(), edges[next].line.begin() + 1, edges[next].line.end());
            ++next;
        }
        const Street &street = m_network.streets()[static_cast<size_t>(first.street)];
        if (street.isRailway())
            m_ground.line(BasemapLayer::Railway, line, {m_railwayName});
        else
            m_ground.line(BasemapLayer::RoadLine, line,
                          {street.style.kind, street.name, street.style.widthM});
        i = next;
    }
}

void Roadside::drawRiver()
{
    const MapMultiPolygon water = riverWater(m_network);
    for (const MapPolygon &polygon : water)
        m_ground.polygon(BasemapLayer::Water, polygon, {QStringLiteral("river"), m_riverName});
    for (const StreetEdge &edge : m_network.edges()) {
        if (m_network.streets()[static_cast<size_t>(edge.street)].bridges)
            drawBridge(edge, water);
    }
}

MapMultiPolygon riverWater(const StreetNetwork &network)
{
    const MapLine &river = network.river();
    const double total = geo::lengthM(river);
    MapLine leftBank;
    MapLine rightBank;
    for (double s = 0.0; s < total; s += 8.0) {
        const Place place = placeAlong(river, s);
        const double half = network.riverWidthAt(s) / 2;
        leftBank.push_back(place.at + left(place.along) * half);
        rightBank.push_back(place.at - left(place.along) * half);
    }
    MapLine outline = simplified(leftBank, 0.1);
    const MapLine back = simplified(rightBank, 0.1);
    outline.insert(outline.end(), back.rbegin(), back.rend());
    outline.push_back(outline.front());
    auto inside = geo::intersect({{{outline}}}, {network.boundary()});
    return inside ? *inside : MapMultiPolygon{};
}

} // namespace gridhall::democity
