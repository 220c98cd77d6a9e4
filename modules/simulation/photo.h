// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/chance.h>

#include <QByteArray>

namespace gridhall::simulation {

enum class Subject { None = 0, Cover, Post, Bin, Litter, Stall, Bicycles };

/// A drawn photo as PNG: what is wrong with the thing, or, `after`, that it is right again.
QByteArray drawPhoto(Subject subject, bool after, Chance chance);

} // namespace gridhall::simulation
