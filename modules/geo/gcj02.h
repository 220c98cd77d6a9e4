// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

namespace gridhall::geo {

/// GCJ-02, the shifted datum that Chinese phone SDKs deliver, from and to WGS 84. Outside mainland
/// China's box both are the identity. The inverse iterates to better than a millimetre.
LonLat gcj02FromWgs84(const LonLat &wgs84);
LonLat wgs84FromGcj02(const LonLat &gcj02);

} // namespace gridhall::geo
