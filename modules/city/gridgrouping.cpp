// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/gridmaking.h>

#include <city/gridneighbours.h>
#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace gridhall::city {

using geo::MapBox;
using geo::MapPoint;

namespace {

/// A group may differ this much from the mean size when that shortens its border.
constexpr double kUnevenness = 0.12;

/// Borders of cells that do not come from one planar graph (imported ones): measured pair by pair.
Neighbours measuredNeighbours(const std::vector<GridCell> &cells)
{
    std::vector<MapBox> boxes;
    for (const GridCell &cell : cells)
        boxes.push_back(geo::boxOf({cell.shape}).grownBy(0.01));
    const geo::BoxIndex index(boxes);
    Neighbours result(cells.size());
    for (size_t i = 0; i < cells.size(); ++i) {
        for (const int n : index.intersecting(boxes[i])) {
            if (n <= static_cast<int>(i))
                continue;
            const double border =
                geo::sharedBorderM(cells[i].shape, cells[static_cast<size_t>(n)].shape);
            if (border <= 0.0)
                continue;
            result[i].push_back({n, border});
            result[static_cast<size_t>(n)].push_back({static_cast<int>(i), border});
        }
    }
    return result;
}

Neighbours cellNeighbours(const std::vector<GridCell> &cells)
{
    std::vector<const geo::MapPolygon *> shapes;
    for (const GridCell &cell : cells)
        shapes.push_back(&cell.shape);
    Neighbours exact = neighboursOf(shapes);
    const size_t pairs =
        std::accumulate(exact.begin(), exact.end(), size_t{0},
                        [](size_t sum, const auto &list) { return sum + list.size(); });
    return pairs >= 2 * cells.size() ? exact : measuredNeighbours(cells);
}

class Grouping
{
public:
    Grouping(const std::vector<GridCell> &cells, int count)
        : m_neighbours(cellNeighbours(cells)),
          m_group(cells.size(), 0),
          m_size(static_cast<size_t>(count), 0)
    {
        for (const GridCell &cell : cells)
            m_at.push_back(geo::labelPoint({cell.shape}));
        std::vector<int> all(cells.size());
        std::iota(all.begin(), all.end(), 0);
        bisect(std::move(all), 0, count);
        for (const int group : m_group)
            ++m_size[static_cast<size_t>(group)];
    }

    std::vector<int> run()
    {
        makeContiguous();
        const double mean =
            static_cast<double>(m_group.size()) / static_cast<double>(m_size.size());
        for (int round = 0; round < 12; ++round) {
            if (!shortenBorders(mean))
                break;
        }
        return m_group;
    }

private:
    int &groupOf(int cell) { return m_group[static_cast<size_t>(cell)]; }
    const std::vector<Neighbour> &around(int cell) const
    {
        return m_neighbours[static_cast<size_t>(cell)];
    }

    void bisect(std::vector<int> cells, int first, int count)
    {
        if (count <= 1 || cells.size() <= 1) {
            for (const int cell : cells)
                groupOf(cell) = first;
            return;
        }
        MapBox box;
        for (const int cell : cells)
            box.include(m_at[static_cast<size_t>(cell)]);
        const bool eastward = box.width() >= box.height();
        std::sort(cells.begin(), cells.end(), [&](int a, int b) {
            const MapPoint &p = m_at[static_cast<size_t>(a)];
            const MapPoint &q = m_at[static_cast<size_t>(b)];
            const double left = eastward ? p.east : p.north;
            const double right = eastward ? q.east : q.north;
            return left != right ? left < right : a < b;
        });
        const int half = count / 2;
        const auto middle = static_cast<std::ptrdiff_t>(cells.size() * static_cast<size_t>(half) /
                                                        static_cast<size_t>(count));
        bisect({cells.begin(), cells.begin() + middle}, first, half);
        bisect({cells.begin() + middle, cells.end()}, first + half, count - half);
    }

    /// The connected pieces of each group; all but the largest go to the neighbour group with the
    /// longest border.
    void makeContiguous()
    {
        for (int round = 0; round < 20; ++round) {
            const std::vector<std::vector<int>> pieces = connectedPieces();
            std::vector<size_t> largest(m_size.size(), 0);
            for (const auto &piece : pieces) {
                size_t &most = largest[static_cast<size_t>(groupOf(piece.front()))];
                most = std::max(most, piece.size());
            }
            bool moved = false;
            std::vector<bool> kept(m_size.size(), false);
            for (const auto &piece : pieces) {
                const auto group = static_cast<size_t>(groupOf(piece.front()));
                if (piece.size() == largest[group] && !kept[group])
                    kept[group] = true;
                else
                    moved = giveAway(piece) || moved;
            }
            if (!moved)
                return;
        }
    }

    std::vector<std::vector<int>> connectedPieces()
    {
        std::vector<std::vector<int>> pieces;
        std::vector<bool> seen(m_group.size(), false);
        for (int start = 0; start < static_cast<int>(m_group.size()); ++start) {
            if (seen[static_cast<size_t>(start)])
                continue;
            std::vector<int> piece{start};
            seen[static_cast<size_t>(start)] = true;
            for (size_t i = 0; i < piece.size(); ++i) {
                for (const Neighbour &n : around(piece[i])) {
                    if (seen[static_cast<size_t>(n.cell)] || groupOf(n.cell) != groupOf(start))
                        continue;
                    seen[static_cast<size_t>(n.cell)] = true;
                    piece.push_back(n.cell);
                }
            }
            pieces.push_back(std::move(piece));
        }
        return pieces;
    }

    bool giveAway(const std::vector<int> &piece)
    {
        const int own = groupOf(piece.front());
        std::map<int, double> borders;
        for (const int cell : piece) {
            for (const Neighbour &n : around(cell)) {
                if (groupOf(n.cell) != own)
                    borders[groupOf(n.cell)] += n.borderM;
            }
        }
        const auto best =
            std::max_element(borders.begin(), borders.end(),
                             [](const auto &a, const auto &b) { return a.second < b.second; });
        if (best == borders.end())
            return false;
        for (const int cell : piece)
            move(cell, best->first);
        return true;
    }

    void move(int cell, int to)
    {
        --m_size[static_cast<size_t>(groupOf(cell))];
        ++m_size[static_cast<size_t>(to)];
        groupOf(cell) = to;
    }

    /// Moves single cells to a neighbour group where that shortens the border between the groups
    /// and leaves both whole. False when nothing moved.
    bool shortenBorders(double mean)
    {
        bool moved = false;
        for (int cell = 0; cell < static_cast<int>(m_group.size()); ++cell) {
            const int own = groupOf(cell);
            if (m_size[static_cast<size_t>(own)] - 1 < mean * (1.0 - kUnevenness))
                continue;
            std::map<int, double> borders;
            for (const Neighbour &n : around(cell))
                borders[groupOf(n.cell)] += n.borderM;
            int best = own;
            double most = borders[own] + 1.0;
            for (const auto &[group, length] : borders) {
                const bool hasRoom =
                    m_size[static_cast<size_t>(group)] + 1 <= mean * (1.0 + kUnevenness);
                if (group != own && hasRoom && length > most) {
                    most = length;
                    best = group;
                }
            }
            if (best != own && staysWholeWithout(cell)) {
                move(cell, best);
                moved = true;
            }
        }
        return moved;
    }

    bool staysWholeWithout(int cell)
    {
        const int own = groupOf(cell);
        std::vector<int> reached;
        for (const Neighbour &n : around(cell)) {
            if (groupOf(n.cell) == own) {
                reached.push_back(n.cell);
                break;
            }
        }
        if (reached.empty())
            return false;
        std::vector<int> seen{cell, reached.front()};
        for (size_t i = 0; i < reached.size(); ++i) {
            for (const Neighbour &n : around(reached[i])) {
                if (groupOf(n.cell) != own ||
                    std::find(seen.begin(), seen.end(), n.cell) != seen.end())
                    continue;
                seen.push_back(n.cell);
                reached.push_back(n.cell);
            }
        }
        return static_cast<int>(reached.size()) == m_size[static_cast<size_t>(own)] - 1;
    }

    Neighbours m_neighbours;
    std::vector<MapPoint> m_at;
    std::vector<int> m_group;
    std::vector<int> m_size;
};

} // namespace

std::vector<int> groupCells(const std::vector<GridCell> &cells, int count)
{
    if (cells.empty() || count <= 0)
        return std::vector<int>(cells.size(), 0);
    return Grouping(cells, std::min(count, static_cast<int>(cells.size()))).run();
}

} // namespace gridhall::city
