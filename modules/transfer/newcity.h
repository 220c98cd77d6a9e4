// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>
#include <transfer/importreport.h>

namespace gridhall::transfer {

struct NewCity
{
    QString folder;
    QString name;
    QString crs;          ///< empty: the first base map decides
    QString divisionCode; ///< 6 digits; empty for none yet
};

/// Starts an empty city: database, class dictionary, the center with four seats. The folder must be
/// empty or new; on failure it is as it was.
Result<store::CityAddress> createCity(const NewCity &city);

struct GridMaking
{
    store::CityAddress city;
    QString boundaryFile;        ///< empty: the ground that the streets cover
    int responsibilityGrids = 0; ///< 0: one for about every 80 unit grids, at least four
};

/// Cuts unit grids along the base map's streets and groups them. Refused when the city has some.
Result<ImportReport> makeGrids(const GridMaking &making, const Progress &progress = {});

} // namespace gridhall::transfer
