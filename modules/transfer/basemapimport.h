// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>
#include <transfer/importreport.h>

namespace gridhall::transfer {

struct BasemapImport
{
    store::CityAddress city;
    QStringList files;
    QString sourceCrs; ///< for layers that name none; empty: the city's own for DXF, else refused
};

/// Reads the files into a new base map in the city's CRS and composes the map project from it. A
/// city without a CRS gets the 3-degree zone its data lie in. All or nothing.
Result<ImportReport> importBasemap(const BasemapImport &import, const Progress &progress = {});

} // namespace gridhall::transfer
