// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/administration.h>

#include <video/camera.h>

namespace gridhall::democity {

/// Hangs `count` cameras at larger crossings, spread over the city, each looking down a street.
QList<video::Camera> hangCameras(const StreetNetwork &network, const Administration &administration,
                                 const geo::Projection &projection, int count);

} // namespace gridhall::democity
