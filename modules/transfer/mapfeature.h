// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/basemap.h>
#include <geo/vectorfile.h>

#include <QHash>

#include <vector>

namespace gridhall::transfer {

/// What of a base map a feature becomes, before anything is written: one entry per part.
struct MapEntry
{
    geo::BasemapLayer layer = geo::BasemapLayer::None;
    std::variant<geo::MapPoint, geo::MapLine, geo::MapPolygon> shape;
    QVariantList attributes; ///< in the schema's order
};

/// A street before its surface is made.
struct Street
{
    geo::MapLine line;
    QString kind;
    QString name;
    double widthM = 0.0;
    bool isBridge = false;
    bool isTunnel = false;
};

/// Everything that was understood of the files of one import.
struct MapContent
{
    std::vector<MapEntry> entries;
    std::vector<Street> streets;
};

using Tags = QHash<QString, QString>;

} // namespace gridhall::transfer
