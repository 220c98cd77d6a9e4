// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/streetnetwork.h>

#include <geo/boxindex.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

namespace {

/// Where two streets meet, in the measure of one of them.
struct Meeting
{
    double alongM = 0.0;
    int node = -1;
};

struct Segment
{
    int street;
    double beforeM; ///< length of the street before the segment
    MapPoint from;
    MapPoint to;
};

/// Ends of branches overshoot the street they join by a metre; such stubs are no streets.
constexpr double kStubM = 4.0;
constexpr double kSameNodeM = 0.5;

class Noder
{
public:
    explicit Noder(const std::vector<Street> &streets)
        : m_streets(streets), m_meetings(streets.size())
    {
    }

    void run(std::vector<StreetEdge> &edges, std::vector<StreetNode> &nodes)
    {
        collectSegments();
        findCrossings(nodes);
        for (size_t s = 0; s < m_streets.size(); ++s)
            cut(static_cast<int>(s), edges, nodes);
        for (size_t e = 0; e < edges.size(); ++e) {
            nodes[static_cast<size_t>(edges[e].fromNode)].edges.push_back(static_cast<int>(e));
            nodes[static_cast<size_t>(edges[e].toNode)].edges.push_back(static_cast<int>(e));
        }
    }

private:
    void collectSegments()
    {
        std::vector<MapBox> boxes;
        for (size_t s = 0; s < m_streets.size(); ++s) {
            const MapLine &line = m_streets[s].line;
            double before = 0.0;
            for (size_t i = 1; i < line.size(); ++i) {
                m_segments.push_back({static_cast<int>(s), before, line[i - 1], line[i]});
                MapBox box;
                box.include(line[i - 1]);
                box.include(line[i]);
                boxes.push_back(box);
                before += distance(line[i - 1], line[i]);
            }
        }
        m_boxes = boxes;
        m_index = geo::BoxIndex(boxes);
    }

    void findCrossings(std::vector<StreetNode> &nodes)
    {
        for (size_t i = 0; i < m_segments.size(); ++i) {
            for (const int k : m_index.intersecting(m_boxes[i])) {
                const Segment &a = m_segments[i];
                const Segment &b = m_segments[static_cast<size_t>(k)];
                if (k <= static_cast<int>(i) || a.street == b.street)
                    continue;
                const MapPoint da = a.to - a.from;
                const MapPoint db = b.to - b.from;
                const double turn = cross(da, db);
                if (std::abs(turn) < 1e-9)
                    continue;
                const double t = cross(b.from - a.from, db) / turn;
                const double u = cross(b.from - a.from, da) / turn;
                if (t < -1e-9 || t > 1 + 1e-9 || u < -1e-9 || u > 1 + 1e-9)
                    continue;
                const double alongA = a.beforeM + t * length(da);
                const double alongB = b.beforeM + u * length(db);
                const int node = nodeAt(a.from + da * t, a.street, alongA, b.street, alongB, nodes);
                m_meetings[static_cast<size_t>(a.street)].push_back({alongA, node});
                m_meetings[static_cast<size_t>(b.street)].push_back({alongB, node});
            }
        }
    }

    int nodeAt(const MapPoint &at, int streetA, double alongA, int streetB, double alongB,
               std::vector<StreetNode> &nodes)
    {
        for (const auto &[street, along] : {std::pair{streetA, alongA}, {streetB, alongB}}) {
            for (const Meeting &m : m_meetings[static_cast<size_t>(street)]) {
                if (std::abs(m.alongM - along) < kSameNodeM)
                    return m.node;
            }
        }
        nodes.push_back({at, {}});
        return static_cast<int>(nodes.size()) - 1;
    }

    void cut(int street, std::vector<StreetEdge> &edges, std::vector<StreetNode> &nodes)
    {
        const MapLine &line = m_streets[static_cast<size_t>(street)].line;
        const double total = geo::lengthM(line);
        std::vector<Meeting> meetings = m_meetings[static_cast<size_t>(street)];
        std::sort(meetings.begin(), meetings.end(),
                  [](const Meeting &a, const Meeting &b) { return a.alongM < b.alongM; });
        if (meetings.empty() || meetings.front().alongM > kStubM) {
            nodes.push_back({line.front(), {}});
            meetings.insert(meetings.begin(), {0.0, static_cast<int>(nodes.size()) - 1});
        }
        if (total - meetings.back().alongM > kStubM) {
            nodes.push_back({line.back(), {}});
            meetings.push_back({total, static_cast<int>(nodes.size()) - 1});
        }
        for (size_t i = 1; i < meetings.size(); ++i) {
            const Meeting &a = meetings[i - 1];
            const Meeting &b = meetings[i];
            if (b.alongM - a.alongM < kSameNodeM || a.node == b.node)
                continue;
            MapLine part = partOf(line, a.alongM, b.alongM);
            part.front() = nodes[static_cast<size_t>(a.node)].at;
            part.back() = nodes[static_cast<size_t>(b.node)].at;
            edges.push_back({street, a.alongM, b.alongM, a.node, b.node, std::move(part)});
        }
    }

    const std::vector<Street> &m_streets;
    std::vector<std::vector<Meeting>> m_meetings;
    std::vector<Segment> m_segments;
    std::vector<MapBox> m_boxes;
    geo::BoxIndex m_index;
};

} // namespace

void StreetNetwork::node()
{
    m_edges.clear();
    m_nodes.clear();
    Noder(m_streets).run(m_edges, m_nodes);
}

} // namespace gridhall::democity
