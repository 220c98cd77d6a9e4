// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

#include <QString>

namespace gridhall::geo {

/// The 1:500 sheet (50 cm x 50 cm = 250 m x 250 m) that `point` lies in, numbered by its south-west
/// corner, north km - east km to 0.01 km: "3852.00-528.00". A 3-degree zone's easting is without
/// prefix.
QString sheetNumber500(const MapPoint &point);
/// The sheet's ground; empty for text that is no such number.
MapBox sheetBox500(const QString &number);

} // namespace gridhall::geo
