// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/streetgraph.h>

#include <simulation/lines.h>
#include <simulation/streetnoding.h>

#include <algorithm>
#include <cmath>
#include <queue>

namespace gridhall::simulation {

using geo::MapBox;
using geo::MapLine;
using geo::MapPoint;

namespace {

constexpr double kSampleM = 5.0;
constexpr double kShortestRunM = 8.0;

double lengthOf(const MapLine &line)
{
    double length = 0.0;
    for (size_t i = 1; i < line.size(); ++i)
        length += distanceM(line[i - 1], line[i]);
    return length;
}

/// How far from the centre line people walk.
double pavementOffsetM(const geo::StreetLine &street)
{
    if (street.kind == QLatin1String("path"))
        return 0.0;
    const double width = street.widthM > 0.0 ? street.widthM : 6.0;
    // A lane has no pavement: one keeps to its edge.
    if (street.kind == QLatin1String("lane"))
        return std::clamp(width * 0.35, 0.5, 3.0);
    return std::clamp(width / 2.0 + 1.5, 2.0, 24.0);
}

/// In which responsibility grids the two sides of a street lie at one place.
using Sides = std::pair<int, int>;

class SideFinder
{
public:
    SideFinder(const MapLine &line, double offsetM, const city::CityIndex &city)
        : m_line(line), m_offsetM(offsetM), m_city(city)
    {
    }

    Sides at(double alongM) const
    {
        const MapLine piece = partOf(m_line, alongM - 0.5, alongM + 0.5);
        const auto gridBeside = [&](double offset) {
            return m_city.responsibilityGridAt(pointAlong(beside(piece, offset), 0.5));
        };
        return {gridBeside(-m_offsetM), gridBeside(m_offsetM)};
    }

    /// The measure at which the sides change between `low` and `high`.
    double changeBetween(double low, double high) const
    {
        const Sides before = at(low);
        while (high - low > 0.3) {
            const double middle = (low + high) / 2.0;
            (at(middle) == before ? low : high) = middle;
        }
        return low;
    }

private:
    const MapLine &m_line;
    double m_offsetM;
    const city::CityIndex &m_city;
};

/// Where a street passes from one responsibility grid into another; short visits do not count.
std::vector<double> gridChanges(const MapLine &line, double offsetM, const city::CityIndex &city)
{
    std::vector<double> changes;
    const SideFinder sides(line, offsetM, city);
    const double length = lengthOf(line);
    if (length < 2.0 * kShortestRunM)
        return changes;
    const int samples = static_cast<int>(std::ceil(length / kSampleM));
    double previous = length / samples / 2.0;
    Sides before = sides.at(previous);
    for (int i = 1; i < samples; ++i) {
        const double along = length * (i + 0.5) / samples;
        const Sides now = sides.at(along);
        if (now != before) {
            const double change = sides.changeBetween(previous, along);
            const double last = changes.empty() ? 0.0 : changes.back();
            if (change - last >= kShortestRunM && length - change >= kShortestRunM)
                changes.push_back(change);
        }
        before = now;
        previous = along;
    }
    return changes;
}

} // namespace

/// A street between two nodes, wholly in one responsibility grid on each side.
struct StreetGraph::Edge
{
    int street;
    int from;
    int to;
    MapLine line;
    double offsetM;
};

StreetGraph::StreetGraph(const std::vector<geo::StreetLine> &streets, const city::CityIndex &city)
{
    for (const geo::StreetLine &street : streets)
        m_streetNames.append(street.name);
    NodedStreets noded = nodeStreets(streets);
    std::vector<Edge> edges;
    int nodes = static_cast<int>(noded.nodes.size());
    for (const StreetPiece &piece : noded.pieces) {
        const double offset = pavementOffsetM(streets[static_cast<size_t>(piece.street)]);
        double start = 0.0;
        int from = piece.from;
        for (const double change : gridChanges(piece.line, offset, city)) {
            edges.push_back({piece.street, from, nodes, partOf(piece.line, start, change), offset});
            start = change;
            from = nodes++;
        }
        edges.push_back({piece.street, from, piece.to,
                         start > 0.0 ? partOf(piece.line, start, lengthOf(piece.line)) : piece.line,
                         offset});
    }
    m_cornersAtNode.resize(static_cast<size_t>(nodes));
    addPavements(edges, city);
    findBeats(city.responsibilityGridShapes().size());
}

void StreetGraph::addPavements(const std::vector<Edge> &edges, const city::CityIndex &city)
{
    // At a crossing a pavement ends at the corner, before the carriageway of the widest street.
    std::vector<double> widest(m_cornersAtNode.size(), 0.0);
    std::vector<int> degree(m_cornersAtNode.size(), 0);
    for (const Edge &edge : edges) {
        for (const int n : {edge.from, edge.to}) {
            auto &most = widest[static_cast<size_t>(n)];
            most = std::max(most, edge.offsetM);
            ++degree[static_cast<size_t>(n)];
        }
    }
    std::vector<MapBox> boxes;
    for (const Edge &edge : edges) {
        const double length = lengthOf(edge.line);
        const auto cutBack = [&](int n) {
            return degree[static_cast<size_t>(n)] > 2
                       ? std::min(widest[static_cast<size_t>(n)], length * 0.35)
                       : 0.0;
        };
        const MapLine walked = partOf(edge.line, cutBack(edge.from), length - cutBack(edge.to));
        for (const double offset : {edge.offsetM, -edge.offsetM}) {
            Pavement pavement{edge.street, edge.from, edge.to, beside(walked, offset), 0.0, -1};
            pavement.lengthM = lengthOf(pavement.line);
            if (pavement.lengthM < 0.5)
                continue;
            const auto gridAt = [&](double share) {
                return city.responsibilityGridAt(
                    pointAlong(pavement.line, share * pavement.lengthM));
            };
            const int grid = gridAt(0.5);
            if (gridAt(0.02) == grid && gridAt(0.25) == grid && gridAt(0.75) == grid &&
                gridAt(0.98) == grid)
                pavement.responsibilityGrid = grid;
            const int number = static_cast<int>(m_pavements.size());
            m_cornersAtNode[static_cast<size_t>(edge.from)].push_back({number, false});
            m_cornersAtNode[static_cast<size_t>(edge.to)].push_back({number, true});
            MapBox box;
            for (const MapPoint &point : pavement.line)
                box.include(point);
            boxes.push_back(box);
            m_pavements.push_back(std::move(pavement));
            if (edge.offsetM == 0.0)
                break;
        }
    }
    m_index = geo::BoxIndex(boxes);
}

void StreetGraph::findBeats(size_t grids)
{
    std::vector<std::vector<int>> pavementsOf(grids);
    for (size_t i = 0; i < m_pavements.size(); ++i) {
        if (m_pavements[i].responsibilityGrid >= 0)
            pavementsOf[static_cast<size_t>(m_pavements[i].responsibilityGrid)].push_back(
                static_cast<int>(i));
    }
    m_beats.resize(grids);
    std::vector<bool> seen(m_pavements.size(), false);
    for (size_t grid = 0; grid < grids; ++grid) {
        double longest = 0.0;
        for (const int first : pavementsOf[grid]) {
            if (seen[static_cast<size_t>(first)])
                continue;
            std::vector<int> piece{first};
            seen[static_cast<size_t>(first)] = true;
            double length = 0.0;
            for (size_t i = 0; i < piece.size(); ++i) {
                const Pavement &walked = pavement(piece[i]);
                length += walked.lengthM;
                for (const int n : {walked.from, walked.to}) {
                    for (const Corner &corner : m_cornersAtNode[static_cast<size_t>(n)]) {
                        const auto next = static_cast<size_t>(corner.pavement);
                        if (seen[next] ||
                            m_pavements[next].responsibilityGrid != static_cast<int>(grid))
                            continue;
                        seen[next] = true;
                        piece.push_back(corner.pavement);
                    }
                }
            }
            if (length > longest) {
                longest = length;
                std::sort(piece.begin(), piece.end());
                m_beats[grid] = std::move(piece);
            }
        }
    }
}

const QString &StreetGraph::streetName(int pavement) const
{
    return m_streetNames.at(m_pavements[static_cast<size_t>(pavement)].street);
}

StreetGraph::Spot StreetGraph::nearestOf(const std::vector<int> &pavements,
                                         const MapPoint &point) const
{
    Spot best;
    for (const int number : pavements) {
        const Nearest nearest = nearestOn(pavement(number).line, point);
        if (nearest.distanceM < best.distanceM)
            best = {number, nearest.alongM, nearest.distanceM, nearest.at};
    }
    return best;
}

StreetGraph::Spot StreetGraph::nearest(const MapPoint &point, double withinM) const
{
    const Spot spot = nearestOf(m_index.nearest(point, 24, withinM), point);
    return spot.distanceM <= withinM ? spot : Spot{};
}

const std::vector<int> &StreetGraph::beat(int responsibilityGrid) const
{
    static const std::vector<int> kNone;
    return responsibilityGrid >= 0 && static_cast<size_t>(responsibilityGrid) < m_beats.size()
               ? m_beats[static_cast<size_t>(responsibilityGrid)]
               : kNone;
}

int StreetGraph::node(const Corner &corner) const
{
    const Pavement &p = pavement(corner.pavement);
    return corner.atEnd ? p.to : p.from;
}

MapPoint StreetGraph::at(const Corner &corner) const
{
    const MapLine &line = pavement(corner.pavement).line;
    return corner.atEnd ? line.back() : line.front();
}

std::vector<StreetGraph::Corner> StreetGraph::cornersAround(const Corner &corner) const
{
    return m_cornersAtNode[static_cast<size_t>(node(corner))];
}

MapLine StreetGraph::route(const Spot &from, const Spot &to) const
{
    if (from.pavement < 0 || to.pavement < 0)
        return {};
    if (from.pavement == to.pavement)
        return partOf(pavement(from.pavement).line, from.alongM, to.alongM);

    // Dijkstra over corners: corner 2p is the beginning of pavement p, 2p + 1 its end.
    const auto corner = [](int vertex) { return Corner{vertex / 2, vertex % 2 == 1}; };
    std::vector<double> cost(m_pavements.size() * 2, 1e300);
    std::vector<int> cameFrom(m_pavements.size() * 2, -1);
    using Open = std::pair<double, int>;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    const auto reach = [&](int vertex, double newCost, int before) {
        auto &known = cost[static_cast<size_t>(vertex)];
        if (newCost >= known)
            return;
        known = newCost;
        cameFrom[static_cast<size_t>(vertex)] = before;
        open.emplace(newCost, vertex);
    };
    reach(2 * from.pavement, from.alongM, -1);
    reach(2 * from.pavement + 1, pavement(from.pavement).lengthM - from.alongM, -1);
    int last = -1;
    double least = 1e300;
    while (!open.empty()) {
        const auto [soFar, vertex] = open.top();
        open.pop();
        if (soFar >= least)
            break;
        if (soFar > cost[static_cast<size_t>(vertex)])
            continue;
        const Corner here = corner(vertex);
        if (here.pavement == to.pavement) {
            const double rest = here.atEnd ? pavement(to.pavement).lengthM - to.alongM : to.alongM;
            if (soFar + rest < least) {
                least = soFar + rest;
                last = vertex;
            }
        }
        reach(vertex ^ 1, soFar + pavement(here.pavement).lengthM, vertex);
        for (const Corner &next : cornersAround(here))
            reach(2 * next.pavement + (next.atEnd ? 1 : 0), soFar + distanceM(at(here), at(next)),
                  vertex);
    }
    if (last < 0)
        return {};
    std::vector<int> vertices;
    for (int vertex = last; vertex >= 0; vertex = cameFrom[static_cast<size_t>(vertex)])
        vertices.push_back(vertex);
    std::reverse(vertices.begin(), vertices.end());

    const auto endOf = [&](int vertex) { return vertex % 2 ? pavement(vertex / 2).lengthM : 0.0; };
    MapLine way = partOf(pavement(from.pavement).line, from.alongM, endOf(vertices.front()));
    for (size_t i = 1; i < vertices.size(); ++i) {
        if (vertices[i] / 2 == vertices[i - 1] / 2) {
            const MapLine walked =
                partOf(pavement(vertices[i] / 2).line, endOf(vertices[i - 1]), endOf(vertices[i]));
            way.insert(way.end(), walked.begin(), walked.end());
        } else {
            way.push_back(at(corner(vertices[i])));
        }
    }
    const MapLine rest = partOf(pavement(to.pavement).line, endOf(last), to.alongM);
    way.insert(way.end(), rest.begin(), rest.end());
    return way;
}

} // namespace gridhall::simulation
