// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/cityindex.h>

#include <city/cityrepository.h>

namespace gridhall::city {

namespace {

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
    for (const int i : index.intersecting({point.east, point.north, point.east, point.north})) {
        if (geo::contains(shapes.at(size_t(i)), point))
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
    std::shared_ptr<CityIndex> index(
        new CityIndex(std::move(info).value(), std::move(projection).value()));

    auto unitGrids = repository.unitGrids();
    if (!unitGrids)
        return unitGrids.error();
    auto responsibilityGrids = repository.responsibilityGrids();
    if (!responsibilityGrids)
        return responsibilityGrids.error();
    auto components = repository.components();
    if (!components)
        return components.error();
    auto units = repository.units();
    if (!units)
        return units.error();
    auto people = repository.people();
    if (!people)
        return people.error();

    index->m_unitGrids = std::move(unitGrids).value();
    index->m_responsibilityGrids = std::move(responsibilityGrids).value();
    index->m_components = std::move(components).value();
    index->m_units = std::move(units).value();
    index->m_people = std::move(people).value();
    index->buildIndexes();
    return std::shared_ptr<const CityIndex>(std::move(index));
}

void CityIndex::buildIndexes()
{
    for (int i = 0; i < m_unitGrids.size(); ++i) {
        m_unitGridShapes.push_back(m_projection.toMap(m_unitGrids.at(i).shape));
        m_unitGridByCode.insert(m_unitGrids.at(i).code, i);
        m_extent.include(geo::boxOf(m_unitGridShapes.back()));
    }
    for (const ResponsibilityGrid &grid : m_responsibilityGrids)
        m_responsibilityGridShapes.push_back(m_projection.toMap(grid.shape));
    m_unitGridIndex = geo::BoxIndex(boxesOf(m_unitGridShapes));
    m_responsibilityGridIndex = geo::BoxIndex(boxesOf(m_responsibilityGridShapes));

    geo::LonLatLine places;
    places.reserve(size_t(m_components.size()));
    for (int i = 0; i < m_components.size(); ++i) {
        places.push_back(m_components.at(i).at);
        m_componentByCode.insert(m_components.at(i).code, i);
    }
    m_componentPoints = m_projection.toMap(places);
    std::vector<geo::MapBox> boxes;
    boxes.reserve(m_componentPoints.size());
    for (const geo::MapPoint &p : m_componentPoints)
        boxes.push_back({p.east, p.north, p.east, p.north});
    m_componentIndex = geo::BoxIndex(boxes);

    for (int i = 0; i < m_units.size(); ++i)
        m_unitById.insert(m_units.at(i).id, i);
    for (int i = 0; i < m_people.size(); ++i)
        m_personById.insert(m_people.at(i).id, i);

    // Without grids the boundary, and without that the components, say where the city is.
    if (m_extent.isEmpty() && !m_info.boundary.isEmpty())
        m_extent = geo::boxOf({m_projection.toMap(m_info.boundary)});
    if (m_extent.isEmpty()) {
        for (const geo::MapPoint &p : m_componentPoints)
            m_extent.include(p);
    }
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
    const auto found = m_unitGridByCode.constFind(code);
    return found == m_unitGridByCode.constEnd() ? nullptr : &m_unitGrids.at(*found);
}

const Component *CityIndex::component(const QString &code) const
{
    const auto found = m_componentByCode.constFind(code);
    return found == m_componentByCode.constEnd() ? nullptr : &m_components.at(*found);
}

const Unit *CityIndex::unit(const Id &id) const
{
    const auto found = m_unitById.constFind(id);
    return found == m_unitById.constEnd() ? nullptr : &m_units.at(*found);
}

const Person *CityIndex::person(const Id &id) const
{
    const auto found = m_personById.constFind(id);
    return found == m_personById.constEnd() ? nullptr : &m_people.at(*found);
}

} // namespace gridhall::city
