// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>

namespace gridhall::transfer {

/// Gives each responsibility grid patrollers until it has `perGrid` of them, numbered P001, P002 …
/// and to be renamed when their names are known. Answers how many were added; one transaction.
/// Refused for a city without responsibility grids. Blocking.
Result<int> staffPatrols(const store::CityAddress &city, int perGrid);

} // namespace gridhall::transfer
