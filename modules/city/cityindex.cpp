// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/cityindex.h>

#include <city/cityrepository.h>

#include <algorithm>
#include <cmath>

namespace gridhall::city {

namespace {

template <class T>
const T *lookUp(const QHash<QString, int> &index, const QList<T> &list, const QString &key)
{
    const auto found = index.constFind(key);
    return found == index.constEnd() ? nullptr : &list[*found];
}

template <class T>
const T *lookUp(const QHash<Id, int> &index, const QList<T> &list, const Id &key)
{
    const auto found = index.constFind(key);
    return found == index.constEnd() ? nullptr : &list[*found];
}

template <class Grid>
std::vector<geo::MapMultiPolygon> projected(const QList<Grid> &grids,
                                            const geo::Projection &projection)
{
    std::vector<geo::MapMultiPolygon> shapes;
    shapes.reserve(static_cast<size_t>(grids.size()));
    for (const Grid &grid : grids)
        shapes.push_back(projection.toMap(grid.shape));
    return shapes;
}

std::vector<geo::MapBox> boxesOf(const std::vector<geo::MapMultiPolygon> &shapes)
{
    std::vector<geo::MapBox> boxes;
    boxes.reserve(shapes.size());
    for (const geo::MapMultiPolygon &shape : shapes)
        boxes.push_back(geo::boxOf(shape));
    return boxes;
}

int shapeAt(const geo::BoxIndex &index, const std::vector<geo::MapMultiPolygon> &shapes,
            const geo::MapPoint &point)
{
    // On a shared border two grids hold the point; the lower index wins, so the answer is stable.
    std::vector<int> candidates =
        index.intersecting({point.east, point.north, point.east, point.north});
    std::sort(candidates.begin(), candidates.end());
    for (const int i : candidates) {
        if (geo::contains(shapes[static_cast<size_t>(i)], point))
            return i;
    }
    return -1;
}

} // namespace

CityIndex::CityIndex(CityInfo info, geo::Projection projection)
    : m_info(std::move(info)), m_projection(std::move(projection))
{
}

Result<std::shared_ptr<const CityIndex>> CityIndex::load(store::Connection &connection)
{
    CityRepository repository(connection);
    auto info = repository.info();
    if (!info)
        return info.error();
    auto projection = geo::Projection::create(info->crs);
    if (!projection)
        return projection.error();
    std::shared_ptr<CityIndex> index(new CityIndex(std::move(*info), std::move(*projection)));
    const auto take = [](auto result, auto &into) -> Result<void> {
        if (!result)
            return result.error();
        into = std::move(*result);
        return {};
    };
    // One transaction, so that grids and components are of one moment.
    const auto read = connection.transaction([&]() -> Result<void> {
        if (const auto r = take(repository.unitGrids(), index->m_unitGrids); !r)
            return r;
        if (const auto r = take(repository.responsibilityGrids(), index->m_responsibilityGrids); !r)
            return r;
        if (const auto r = take(repository.units(), index->m_units); !r)
            return r;
        if (const auto r = take(repository.people(), index->m_people); !r)
            return r;
        return take(repository.components(), index->m_components);
    });
    if (!read)
        return read.error();
    index->buildIndexes();
    return std::shared_ptr<const CityIndex>(std::move(index));
}

void CityIndex::buildIndexes()
{
    m_unitGridShapes = projected(m_unitGrids, m_projection);
    m_responsibilityGridShapes = projected(m_responsibilityGrids, m_projection);
    const auto unitBoxes = boxesOf(m_unitGridShapes);
    m_unitGridIndex = geo::BoxIndex(unitBoxes);
    m_responsibilityGridIndex = geo::BoxIndex(boxesOf(m_responsibilityGridShapes));
    for (const geo::MapBox &box : unitBoxes)
        m_extent.include(box);
    for (const geo::MapPolygon &part : {m_projection.toMap(m_info.boundary)}) {
        for (const geo::MapLine &ring : part.rings) {
            for (const geo::MapPoint &point : ring)
                m_extent.include(point);
        }
    }

    std::vector<geo::MapBox> componentBoxes;
    componentBoxes.reserve(static_cast<size_t>(m_components.size()));
    m_componentPoints.reserve(static_cast<size_t>(m_components.size()));
    m_componentByCode.reserve(m_components.size());
    for (int i = 0; i < m_components.size(); ++i) {
        const geo::MapPoint p = m_projection.toMap(m_components[i].at);
        m_componentPoints.push_back(p);
        componentBoxes.push_back({p.east, p.north, p.east, p.north});
        m_componentByCode.insert(m_components[i].code, i);
    }
    m_componentIndex = geo::BoxIndex(componentBoxes);

    m_unitGridByCode.reserve(m_unitGrids.size());
    for (int i = 0; i < m_unitGrids.size(); ++i)
        m_unitGridByCode.insert(m_unitGrids[i].code, i);
    for (int i = 0; i < m_units.size(); ++i)
        m_unitById.insert(m_units[i].id, i);
    for (int i = 0; i < m_people.size(); ++i)
        m_personById.insert(m_people[i].id, i);
}

int CityIndex::unitGridAt(const geo::MapPoint &point) const
{
    return shapeAt(m_unitGridIndex, m_unitGridShapes, point);
}

int CityIndex::responsibilityGridAt(const geo::MapPoint &point) const
{
    return shapeAt(m_responsibilityGridIndex, m_responsibilityGridShapes, point);
}

std::vector<int> CityIndex::unitGridsIn(const geo::MapBox &box) const
{
    return m_unitGridIndex.intersecting(box);
}

std::vector<int> CityIndex::componentsNear(const geo::MapPoint &point, int count,
                                           double withinM) const
{
    return m_componentIndex.nearest(point, count, withinM);
}

const UnitGrid *CityIndex::unitGrid(const QString &code) const
{
    return lookUp(m_unitGridByCode, m_unitGrids, code);
}

const Component *CityIndex::component(const QString &code) const
{
    return lookUp(m_componentByCode, m_components, code);
}

const Unit *CityIndex::unit(const Id &id) const
{
    return lookUp(m_unitById, m_units, id);
}

const Person *CityIndex::person(const Id &id) const
{
    return lookUp(m_personById, m_people, id);
}

} // namespace gridhall::city
