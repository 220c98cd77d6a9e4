// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/cityindex.h>
#include <geo/basemap.h>

#include <memory>
#include <optional>

namespace gridhall::desk {

/// Words for a place on the map, and places for words: streets and their crossings, named places,
/// addresses and codes of components, unit grids. Immutable; made once the base map was read.
class PlaceFinder
{
public:
    struct Found
    {
        QString label;
        QString kind; ///< what it is, in the screen's language
        geo::MapPoint at;
    };

    PlaceFinder(std::shared_ptr<const city::CityIndex> city, std::vector<geo::StreetLine> streets,
                std::vector<geo::PlaceName> names);

    /// 日升路 日升小区旁; empty when nothing with a name is near.
    QString describe(const geo::MapPoint &at) const;
    /// Best first. Two street names find their crossing.
    QList<Found> search(const QString &typed, int most = 8) const;

private:
    void findCrossings(const QStringList &words, QList<Found> &found) const;
    QString nearestStreet(const geo::MapPoint &at, double withinM, const QString &except,
                          double *distanceM) const;

    std::shared_ptr<const city::CityIndex> m_city;
    std::vector<geo::StreetLine> m_streets;
    std::vector<geo::PlaceName> m_names;
    geo::BoxIndex m_streetIndex;
};

} // namespace gridhall::desk
