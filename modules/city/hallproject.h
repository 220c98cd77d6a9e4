// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>

#include <QString>

namespace gridhall::city {

/// Writes a city's hall.qgz from its basemap.gpkg and the style tables in maps/, by running
/// `gridhall-mapd --compose`; an existing project is replaced at once or stays as it was. To be
/// called again whenever the base map has changed, because street and place names are set then.
/// Blocking for a second or two: off the GUI thread. The map worker is found beside the program
/// (GRIDHALL_MAPD names another), the tables in ../share/gridhall/maps (GRIDHALL_MAPS names
/// others). NotFound when there is no base map, worker or table; Unwritable, Unreadable otherwise,
/// with the worker's own message as detail.
Result<void> composeHallProject(const store::CityAddress &address, const QString &title);

} // namespace gridhall::city
