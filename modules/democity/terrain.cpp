// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/terrain.h>

#include <cmath>
#include <numbers>

namespace gridhall::democity {

Terrain::Terrain(const Recipe &recipe, Dice dice)
    : m_centre(recipe.centre), m_baseM(recipe.terrainBaseM), m_reliefM(recipe.terrainReliefM)
{
    for (double &phase : m_phase)
        phase = dice.between(0.0, 2.0 * std::numbers::pi);
}

double Terrain::heightM(const MapPoint &at) const
{
    const double x = at.east - m_centre.east;
    const double y = at.north - m_centre.north;
    const double slow = std::sin(x / 900.0 + m_phase[0]) * std::cos(y / 1100.0 + m_phase[1]);
    const double quick = std::sin(x / 170.0 + m_phase[2]) + std::sin(y / 210.0 + m_phase[3]);
    return m_baseM + m_reliefM * (0.7 * slow + 0.12 * quick) - 0.00035 * x + 0.0004 * y;
}

} // namespace gridhall::democity
