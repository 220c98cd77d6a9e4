// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/city.h>
#include <geo/projection.h>

namespace gridhall::transfer {

/// Groups unit grids into `count` compact responsibility grids and names each grid's group in it;
/// 0 stands for one group for about every 80 grids, but at least four.
QList<city::ResponsibilityGrid> groupIntoResponsibilityGrids(QList<city::UnitGrid> &grids,
                                                             const geo::Projection &projection,
                                                             const QString &divisionCode,
                                                             int count);

/// One responsibility grid for each community that the unit grids name.
QList<city::ResponsibilityGrid> responsibilityGridsOfCommunities(QList<city::UnitGrid> &grids,
                                                                 const geo::Projection &projection,
                                                                 const QString &divisionCode);

} // namespace gridhall::transfer
