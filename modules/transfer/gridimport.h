// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>
#include <transfer/importreport.h>

namespace gridhall::transfer {

struct GridImport
{
    store::CityAddress city;
    QString file;
    QString layer;               ///< empty: the one named like grids, or the only one with areas
    QString mapping;             ///< "code=FIELD,name=FIELD"
    QString sourceCrs;           ///< for a layer that names none
    int responsibilityGrids = 0; ///< 0: one per community, or by number when there are none
};

/// Adds unit grids. A 15-character code is kept; a local code (SQ-3-2) gets one made of the city's
/// division and the numbers of its street, community and grid, and stays in the grid's name. Parts
/// with one code are one grid. All or nothing.
Result<ImportReport> importGrids(const GridImport &import, const Progress &progress = {});

} // namespace gridhall::transfer
