// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapd/lettering.h>

#include <QString>

#include <qgscoordinatereferencesystem.h>
#include <qgsrectangle.h>

#include <memory>

class QgsVectorLayer;

namespace gridhall::mapd {

/// basemap.gpkg as composing sees it: its tables as QGIS layers, read-only. One thread.
class BasemapFile
{
public:
    /// Empty with `error` set when it is no GeoPackage, is damaged, or has nothing to draw.
    static std::unique_ptr<BasemapFile> open(const QString &path, QString &error);

    /// Null when the table does not exist or has no features.
    std::unique_ptr<QgsVectorLayer> table(const QString &name, const QString &title) const;
    const QgsCoordinateReferenceSystem &crs() const { return m_crs; }
    const QgsRectangle &extent() const { return m_extent; }

    /// Streets with the stretches of one name joined end to end.
    std::vector<NamedLine> streets() const;
    std::vector<NamedPoint> places() const;

private:
    QString m_path;
    QgsCoordinateReferenceSystem m_crs;
    QgsRectangle m_extent;
};

} // namespace gridhall::mapd
