// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <video/camera.h>

#include <geo/wkb.h>

namespace gridhall::video {

Result<QList<Camera>> CameraRepository::cameras()
{
    auto rows = m_db.query(
        QStringLiteral("SELECT id, number, name, geom, direction_deg, field_of_view_deg, reach_m, "
                       "unit_grid_code FROM camera ORDER BY number"));
    if (!rows)
        return rows.error();
    QList<Camera> cameras;
    for (const store::Row &row : *rows) {
        const auto at = geo::pointFromWkb(store::wkbFromColumn(m_db.dialect(), row.at(3)));
        if (!at)
            return at.error();
        cameras.append({store::idFromColumn(row.at(0)), row.at(1).toInt(), row.at(2).toString(),
                        *at, row.at(4).toFloat(), row.at(5).toFloat(), row.at(6).toFloat(),
                        row.at(7).toString()});
    }
    return cameras;
}

Result<void> CameraRepository::addCameras(const QList<Camera> &cameras)
{
    QList<QVariantList> rows;
    for (const Camera &camera : cameras)
        rows.append({store::idParameter(camera.id), camera.number, camera.name,
                     store::geometryParameter(m_db.dialect(), geo::toWkb(camera.at)),
                     double(camera.directionDeg), double(camera.fieldOfViewDeg),
                     double(camera.reachM), camera.unitGridCode});
    return m_db.transaction([&] {
        return m_db.executeMany(
            QStringLiteral("INSERT INTO camera (id, number, name, geom, direction_deg, "
                           "field_of_view_deg, reach_m, unit_grid_code) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            rows);
    });
}

} // namespace gridhall::video
