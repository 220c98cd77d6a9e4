// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>

namespace gridhall::store {

enum class Dialect { None = 0, Sqlite, Postgres };

/// Where a city lives: what --city names. Local: a folder with city.gpkg, basemap.gpkg, hall.qgz
/// and media/. Networked: a postgresql:// URL (the base map then lies in `folder`, a local copy).
struct CityAddress
{
    Dialect dialect = Dialect::None;
    QString folder;      ///< absolute; holds basemap.gpkg and hall.qgz
    QString databaseUrl; ///< for Postgres

    QString databaseFile() const; ///< folder/city.gpkg
    QString basemapFile() const;  ///< folder/basemap.gpkg
    QString projectFile() const;  ///< folder/hall.qgz
    QString mediaFolder() const;  ///< folder/media

    /// NotFound when the folder or its city.gpkg is missing (pass mustExist = false to create one).
    static Result<CityAddress> parse(const QString &text, bool mustExist = true);
};

} // namespace gridhall::store
