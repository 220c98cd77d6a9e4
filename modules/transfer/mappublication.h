// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <city/city.h>
#include <store/cityaddress.h>
#include <transfer/mapfeature.h>

namespace gridhall::transfer {

/// Reads a basemap.gpkg of ours back, all layers but the components' signs.
Result<std::vector<MapEntry>> readMapEntries(const QString &path, const QString &crs);

/// A city's new base map and project, made in a folder of their own inside the city's and moved to
/// their place together; without deliver() nothing is left behind.
class MapPublication
{
public:
    explicit MapPublication(store::CityAddress city);
    ~MapPublication();
    MapPublication(const MapPublication &) = delete;
    MapPublication &operator=(const MapPublication &) = delete;

    /// Writes and composes; `components` are drawn as signs.
    Result<void> make(const city::CityInfo &info, const std::vector<MapEntry> &entries,
                      const QList<city::Component> &components);
    Result<void> deliver();

private:
    store::CityAddress m_city;
    store::CityAddress m_staging;
};

} // namespace gridhall::transfer
