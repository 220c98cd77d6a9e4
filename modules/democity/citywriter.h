// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/citymaker.h>

#include <store/connection.h>
#include <video/camera.h>

namespace gridhall::democity {

/// Writes what CityMaker made into a new city.gpkg: schema, catalog, grids, units, people,
/// components, cameras, movers. One transaction.
class CityWriter
{
public:
    CityWriter(const CityMaker &city, store::Connection &connection)
        : m_city(city), m_db(connection)
    {
    }

    static constexpr int kCameras = 21;

    Result<void> write();
    const QList<video::Camera> &cameras() const { return m_cameras; }

private:
    Result<void> writeReferenceData();
    Result<void> writeMovers();

    const CityMaker &m_city;
    store::Connection &m_db;
    QList<video::Camera> m_cameras;
};

} // namespace gridhall::democity
