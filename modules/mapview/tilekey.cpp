// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/tilekey.h>

#include <QHashFunctions>

#include <algorithm>
#include <cmath>

namespace gridhall::mapview {
namespace {

// Far beyond any city at any scale, and far from where integers overflow.
int cell(double value)
{
    return static_cast<int>(std::clamp(std::floor(value), -1e9, 1e9));
}

} // namespace

size_t qHash(const TileKey &key, size_t seed)
{
    return qHashMulti(seed, key.theme, key.denominator, key.column, key.row, key.ratio256,
                      key.centiDpi);
}

const QList<int> &scaleSteps()
{
    static const QList<int> steps = {500, 1000, 2000, 5000, 10'000, 25'000, 50'000, 100'000};
    return steps;
}

double metresPerDevicePixel(const TileKey &key)
{
    const double deviceDpi = key.centiDpi / 100.0 * key.ratio256 / 256.0;
    return key.denominator * 0.0254 / deviceDpi;
}

geo::MapBox boxOf(const TileKey &key)
{
    const double side = kTilePx * metresPerDevicePixel(key);
    return {key.column * side, -(key.row + 1) * side, (key.column + 1) * side, -key.row * side};
}

QRect tilesOver(const geo::MapBox &ground, const TileKey &like)
{
    if (ground.isEmpty())
        return {};
    const double side = kTilePx * metresPerDevicePixel(like);
    // An edge that lies on a tile's edge but for rounding does not ask for one more tile.
    constexpr double slack = 1e-6;
    return {QPoint(cell(ground.west / side + slack), cell(-ground.north / side + slack)),
            QPoint(cell(ground.east / side - slack), cell(-ground.south / side - slack))};
}

} // namespace gridhall::mapview
