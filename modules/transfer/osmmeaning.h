// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transfer/importreport.h>
#include <transfer/mapfeature.h>

namespace gridhall::transfer {

/// Sorts a feature with OSM's tags into the base map's layers; what has no place there is counted
/// in the report with its reason.
void addByTags(const Tags &tags, const geo::VectorFeature &feature, MapContent &content,
               ImportReport &report);

} // namespace gridhall::transfer
