// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <transfer/importreport.h>
#include <transfer/mapfeature.h>

namespace gridhall::transfer {

/// Makes carriageways, kerbs, bridges and centre lines from streets that are known by their middle
/// and width only: buffered, and united so that junctions have no seams.
Result<void> addStreets(MapContent &content, const Progress &progress);

} // namespace gridhall::transfer
