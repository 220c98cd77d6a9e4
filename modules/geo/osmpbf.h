// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridhall::geo {

/// Walks the blocks of an .osm.pbf from the first to the last byte, reading only their heads. Empty
/// when all are whole, else what is wrong. GDAL takes a file that ends too early for a complete
/// one.
QString osmPbfFault(const QString &path);

} // namespace gridhall::geo
