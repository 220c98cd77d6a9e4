// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <geo/lonlat.h>
#include <store/connection.h>

#include <QString>

namespace gridhall::video {

/// A camera 探头: where it hangs and what it looks at.
struct Camera
{
    Id id;
    int number = 0; ///< the number that ties its tile to its lens on the map
    QString name;
    geo::LonLat at;
    float directionDeg = 0.0f; ///< clockwise from north
    float fieldOfViewDeg = 60.0f;
    float reachM = 60.0f;
    QString unitGridCode;
};

/// The camera registry in the database. Blocking; call it on a database thread.
class CameraRepository
{
public:
    explicit CameraRepository(store::Connection &connection) : m_db(connection) {}
    Result<QList<Camera>> cameras();
    Result<void> addCameras(const QList<Camera> &cameras);

private:
    store::Connection &m_db;
};

} // namespace gridhall::video
