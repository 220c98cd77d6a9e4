// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <city/cityindex.h>

namespace gridhall::cases {

enum class SuggestionReason {
    None = 0,
    ComponentMaintainer,
    ComponentOwner,
    ConditionUnit,
    StreetOffice
};

/// The unit a case should go to, and why.
struct UnitSuggestion
{
    Id unit;
    QString unitName;
    SuggestionReason reason = SuggestionReason::None;
};

/// Best first: the component's maintainer, its owner, the unit that the filing condition names, the
/// street office of the grid. Pure.
QList<UnitSuggestion> suggestUnits(const CaseFile &file, const catalog::Catalog &catalog,
                                   const city::CityIndex &city);

} // namespace gridhall::cases
