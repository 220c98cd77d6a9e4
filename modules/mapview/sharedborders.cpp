// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/sharedborders.h>

#include <QHash>
#include <QSet>

#include <cmath>

namespace gridhall::mapview {

namespace {

/// Vertices closer than a centimetre are one.
struct Node
{
    qint64 x = 0;
    qint64 y = 0;
    friend bool operator==(const Node &, const Node &) = default;
    friend bool operator<(const Node &a, const Node &b)
    {
        return a.x != b.x ? a.x < b.x : a.y < b.y;
    }
    friend size_t qHash(const Node &n, size_t seed = 0) { return qHashMulti(seed, n.x, n.y); }
};

Node nodeOf(const geo::MapPoint &p)
{
    return {std::llround(p.east * 100.0), std::llround(p.north * 100.0)};
}

struct Graph
{
    std::vector<geo::MapPoint> points;
    std::vector<std::vector<int>> neighbours;
    QHash<Node, int> byNode;
    QSet<quint64> edges;

    int at(const geo::MapPoint &p)
    {
        const auto it = byNode.constFind(nodeOf(p));
        if (it != byNode.cend())
            return *it;
        const int index = int(points.size());
        byNode.insert(nodeOf(p), index);
        points.push_back(p);
        neighbours.emplace_back();
        return index;
    }

    static quint64 key(int a, int b)
    {
        return a < b ? (quint64(a) << 32) | quint64(b) : (quint64(b) << 32) | quint64(a);
    }

    void connect(int a, int b)
    {
        if (a == b || edges.contains(key(a, b)))
            return;
        edges.insert(key(a, b));
        neighbours[size_t(a)].push_back(b);
        neighbours[size_t(b)].push_back(a);
    }
};

/// Follows unused edges from `start` towards `next` until a junction, an end or the start again.
geo::MapLine follow(Graph &graph, int start, int next)
{
    geo::MapLine line{graph.points[size_t(start)]};
    int from = start;
    int to = next;
    while (true) {
        graph.edges.remove(Graph::key(from, to));
        line.push_back(graph.points[size_t(to)]);
        const auto &onward = graph.neighbours[size_t(to)];
        if (onward.size() != 2 || to == start)
            return line;
        const int further = onward[0] == from ? onward[1] : onward[0];
        if (!graph.edges.contains(Graph::key(to, further)))
            return line;
        from = to;
        to = further;
    }
}

} // namespace

std::vector<geo::MapLine> sharedBorders(const std::vector<geo::MapMultiPolygon> &areas)
{
    Graph graph;
    for (const auto &area : areas) {
        for (const auto &polygon : area) {
            for (const auto &ring : polygon.rings) {
                for (size_t i = 1; i < ring.size(); ++i)
                    graph.connect(graph.at(ring[i - 1]), graph.at(ring[i]));
            }
        }
    }

    std::vector<geo::MapLine> lines;
    const auto collect = [&graph, &lines](int node) {
        for (const int next : graph.neighbours[size_t(node)]) {
            if (graph.edges.contains(Graph::key(node, next)))
                lines.push_back(follow(graph, node, next));
        }
    };
    for (int node = 0; node < int(graph.points.size()); ++node) {
        if (graph.neighbours[size_t(node)].size() != 2)
            collect(node);
    }
    // What is left are closed rings without a junction.
    for (int node = 0; node < int(graph.points.size()); ++node)
        collect(node);
    return lines;
}

} // namespace gridhall::mapview
