// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/dice.h>
#include <democity/recipe.h>
#include <democity/shapes.h>

namespace gridhall::democity {

/// The height of the ground (1985 datum), a gentle plain that falls towards the south-east. Hills
/// in parks are drawn with their own contours and are not part of it. Immutable; any thread.
class Terrain
{
public:
    Terrain(const Recipe &recipe, Dice dice);
    double heightM(const MapPoint &at) const;

private:
    MapPoint m_centre;
    double m_baseM;
    double m_reliefM;
    double m_phase[4];
};

} // namespace gridhall::democity
