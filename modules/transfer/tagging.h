// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transfer/mapfeature.h>

namespace gridhall::transfer {

/// A feature's meaning in OpenStreetMap's words, whatever the file calls it: OSM itself,
/// Geofabrik's layers (fclass), Tilezen's (kind, kind_detail), or plain layers named roads, 建筑,
/// water ….
Tags tagsOf(const QString &layer, const geo::VectorFeature &feature);

} // namespace gridhall::transfer
