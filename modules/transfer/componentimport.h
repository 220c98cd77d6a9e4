// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>
#include <transfer/importreport.h>

namespace gridhall::transfer {

struct ComponentImport
{
    store::CityAddress city;
    QStringList files;
    QString layer;   ///< empty: every layer of points, but for Hangzhou-like files the one named so
    QString mapping; ///< "code=FIELD,name=FIELD,class=FIELD,…"
    QString sourceCrs; ///< for a layer that names none
};

/// Adds components. A code of 16 or 17 digits is kept; others get one from the city's division, the
/// class (from a field, the layer's name or the thing's name in the dictionary) and the next
/// number. The unit grid is found by place, owners by name are made where they are new. All or
/// nothing; the map's signs follow.
Result<ImportReport> importComponents(const ComponentImport &import, const Progress &progress = {});

} // namespace gridhall::transfer
