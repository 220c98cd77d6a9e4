// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/streetwalk.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace gridhall::simulation {

namespace {

constexpr double kSnapM = 0.1;
constexpr double kUsualWidthM = 6.0;
constexpr double kBehindKerbM = 1.5;

double apart(const geo::MapPoint &a, const geo::MapPoint &b)
{
    return std::hypot(b.east - a.east, b.north - a.north);
}

geo::MapPoint between(const geo::MapPoint &a, const geo::MapPoint &b, double share)
{
    return {a.east + (b.east - a.east) * share, a.north + (b.north - a.north) * share};
}

} // namespace

int StreetGraph::nodeAt(const geo::MapPoint &point)
{
    const std::pair<qint64, qint64> key{std::llround(point.east / kSnapM),
                                        std::llround(point.north / kSnapM)};
    const auto known = m_nodeAt.constFind(key);
    if (known != m_nodeAt.constEnd())
        return *known;
    const int node = static_cast<int>(m_nodes.size());
    m_nodeAt.insert(key, node);
    m_nodes.push_back(point);
    m_edgesAt.emplace_back();
    return node;
}

void StreetGraph::add(const geo::MapPoint &a, const geo::MapPoint &b, double besideM)
{
    const int from = nodeAt(a);
    const int to = nodeAt(b);
    if (from == to)
        return;
    const int edge = static_cast<int>(m_edges.size());
    m_edges.push_back({from, to, apart(a, b), besideM, 0.0});
    m_edgesAt[static_cast<size_t>(from)].push_back(edge);
    m_edgesAt[static_cast<size_t>(to)].push_back(edge);
}

std::vector<int> StreetGraph::parts() const
{
    std::vector<int> part(m_nodes.size(), -1);
    int count = 0;
    for (size_t start = 0; start < m_nodes.size(); ++start) {
        if (part[start] >= 0)
            continue;
        std::vector<int> toVisit{static_cast<int>(start)};
        part[start] = count;
        while (!toVisit.empty()) {
            const int node = toVisit.back();
            toVisit.pop_back();
            for (const int index : edgesAt(node)) {
                const Edge &edge = m_edges[static_cast<size_t>(index)];
                const int other = edge.from == node ? edge.to : edge.from;
                if (part[static_cast<size_t>(other)] >= 0)
                    continue;
                part[static_cast<size_t>(other)] = count;
                toVisit.push_back(other);
            }
        }
        ++count;
    }
    return part;
}

void StreetGraph::finish(const geo::MapPoint &otherwise)
{
    const std::vector<int> part = parts();
    QHash<int, double> metres;
    for (const Edge &edge : m_edges)
        metres[part[static_cast<size_t>(edge.from)]] += edge.lengthM;
    int largest = -1;
    for (const int candidate : part) {
        if (largest < 0 || metres.value(candidate) > metres.value(largest))
            largest = candidate;
    }
    StreetGraph kept;
    for (const Edge &edge : m_edges) {
        if (part[static_cast<size_t>(edge.from)] == largest)
            kept.add(m_nodes[static_cast<size_t>(edge.from)], m_nodes[static_cast<size_t>(edge.to)],
                     edge.besideM);
    }
    if (kept.m_nodes.empty())
        kept.nodeAt(otherwise);
    *this = std::move(kept);
}

int StreetGraph::nearestNode(const geo::MapPoint &point) const
{
    const auto nearer = [&](const geo::MapPoint &a, const geo::MapPoint &b) {
        return apart(a, point) < apart(b, point);
    };
    return static_cast<int>(
        std::distance(m_nodes.begin(), std::min_element(m_nodes.begin(), m_nodes.end(), nearer)));
}

std::vector<int> StreetGraph::route(int from, int to) const
{
    std::vector<double> metres(m_nodes.size(), std::numeric_limits<double>::infinity());
    std::vector<int> cameBy(m_nodes.size(), -1);
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    metres[static_cast<size_t>(from)] = 0.0;
    open.push({0.0, from});
    while (!open.empty()) {
        const auto [distance, node] = open.top();
        open.pop();
        if (node == to)
            break;
        if (distance > metres[static_cast<size_t>(node)])
            continue;
        for (const int index : edgesAt(node)) {
            const Edge &edge = m_edges[static_cast<size_t>(index)];
            const auto other = static_cast<size_t>(edge.from == node ? edge.to : edge.from);
            if (distance + edge.lengthM >= metres[other])
                continue;
            metres[other] = distance + edge.lengthM;
            cameBy[other] = index;
            open.push({metres[other], static_cast<int>(other)});
        }
    }
    std::vector<int> way;
    for (int node = to; node != from && cameBy[static_cast<size_t>(node)] >= 0;) {
        const int index = cameBy[static_cast<size_t>(node)];
        way.push_back(index);
        const Edge &edge = m_edges[static_cast<size_t>(index)];
        node = edge.from == node ? edge.to : edge.from;
    }
    return way;
}

void eachPiece(
    const std::vector<geo::StreetLine> &streets,
    const std::function<void(const geo::MapPoint &, const geo::MapPoint &, double)> &take)
{
    for (const geo::StreetLine &street : streets) {
        const double width = street.widthM > 0.0 ? street.widthM : kUsualWidthM;
        for (size_t i = 1; i < street.line.size(); ++i) {
            const geo::MapPoint &a = street.line[i - 1];
            const geo::MapPoint &b = street.line[i];
            const int count = std::max(1, static_cast<int>(std::ceil(apart(a, b) / kPieceM)));
            for (int piece = 0; piece < count; ++piece)
                take(between(a, b, double(piece) / count), between(a, b, double(piece + 1) / count),
                     width / 2.0 + kBehindKerbM);
        }
    }
}

Walker::Walker(StreetGraph &streets, const geo::MapPoint &near, Chance chance)
    : m_streets(&streets), m_chance(chance), m_paceMps(m_chance.between(1.2, 1.5))
{
    m_node = streets.nearestNode(near);
    m_centre = streets.nodes()[static_cast<size_t>(m_node)];
    if (startLeg())
        m_beside = m_wantedBeside;
}

void Walker::advance(double secs)
{
    m_isMoving = false;
    while (secs > 0.0) {
        const double resting = std::min(secs, m_restSecs);
        m_restSecs -= resting;
        secs -= resting;
        m_walkedSecs += resting;
        if (secs <= 0.0 || m_arrived || (!m_leg && !startLeg()))
            return;
        m_isMoving = true;
        const double metres = apart(m_centre, m_leg->to);
        const double needed = metres / m_paceMps;
        const double walking = std::min(secs, needed);
        if (metres > 0.0)
            m_centre = between(m_centre, m_leg->to, std::min(1.0, walking / needed));
        driftBeside(walking * m_paceMps);
        secs -= walking;
        m_walkedSecs += walking;
        if (walking >= needed)
            finishLeg();
    }
}

/// Round a corner the side of the street changes little by little, as one walks.
void Walker::driftBeside(double metres)
{
    const double missing = apart(m_beside, m_wantedBeside);
    m_beside =
        missing <= metres ? m_wantedBeside : between(m_beside, m_wantedBeside, metres / missing);
}

void Walker::turnTo(const geo::MapPoint &to, double besideM)
{
    const double metres = apart(m_centre, to);
    m_wantedBeside = {};
    if (metres <= 0.0)
        return;
    const geo::MapPoint ahead{(to.east - m_centre.east) / metres,
                              (to.north - m_centre.north) / metres};
    m_wantedBeside = {ahead.north * besideM, -ahead.east * besideM};
    m_headingDeg =
        std::fmod(std::atan2(ahead.east, ahead.north) * 180.0 / std::numbers::pi + 360.0, 360.0);
}

void Walker::take(int index)
{
    StreetGraph::Edge &edge = m_streets->edges()[static_cast<size_t>(index)];
    edge.walkedAt = m_walkedSecs;
    const int next = edge.from == m_node ? edge.to : edge.from;
    m_leg = Leg{m_streets->nodes()[static_cast<size_t>(next)], edge.besideM, index, next};
    turnTo(m_leg->to, edge.besideM);
}

bool Walker::startLeg()
{
    if (m_offStreets) {
        m_leg = Leg{m_streets->nodes()[static_cast<size_t>(m_node)], 0.0, -1, m_node};
        turnTo(m_leg->to, 0.0);
        return true;
    }
    if (m_target) {
        if (!m_route.empty()) {
            take(m_route.back());
            m_route.pop_back();
            return true;
        }
        if (m_node != m_goalNode) {
            m_route = m_streets->route(m_node, m_goalNode);
            m_goalNode = m_route.empty() ? m_node : m_goalNode;
            return startLeg();
        }
        m_leg = Leg{*m_target, 0.0, -1, -1};
        turnTo(m_leg->to, 0.0);
        return true;
    }
    int best = -1;
    double oldest = std::numeric_limits<double>::infinity();
    for (const int index : m_streets->edgesAt(m_node)) {
        // Turning round is what one does in a dead end only.
        const double turningRound = index == m_lastEdge ? 1e9 : 0.0;
        const double walkedAt = m_streets->edges()[static_cast<size_t>(index)].walkedAt +
                                turningRound + m_chance.between(0.0, 45.0);
        if (walkedAt < oldest) {
            oldest = walkedAt;
            best = index;
        }
    }
    if (best < 0)
        return false;
    take(best);
    return true;
}

void Walker::finishLeg()
{
    const Leg leg = *m_leg;
    m_leg.reset();
    m_centre = leg.to;
    m_lastEdge = leg.edge;
    if (leg.node < 0) {
        m_offStreets = true;
        m_arrived = true;
        return;
    }
    m_node = leg.node;
    m_offStreets = false;
    if (!m_target && m_chance.happens(0.05))
        m_restSecs = m_chance.between(5.0, 20.0);
}

void Walker::goTo(const geo::MapPoint &target)
{
    release();
    m_restSecs = 0.0;
    m_target = target;
    m_goalNode = m_streets->nearestNode(target);
}

void Walker::release()
{
    if (m_leg && m_leg->node < 0) {
        m_leg.reset();
        m_offStreets = true;
    }
    m_target.reset();
    m_route.clear();
    m_arrived = false;
}

} // namespace gridhall::simulation
