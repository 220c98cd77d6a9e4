// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <transfer/table.h>

namespace gridhall::transfer {

Result<QList<Sheet>> readWorkbook(const QString &path);

} // namespace gridhall::transfer
