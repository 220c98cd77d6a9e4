// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/gcj02.h>

#include <cmath>
#include <numbers>

namespace gridhall::geo {

namespace {

constexpr double kPi = std::numbers::pi;

/// The box in which phone SDKs shift.
bool isShifted(const LonLat &p)
{
    return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271;
}

/// GCJ-02 minus WGS 84 at a WGS 84 place, in degrees.
LonLat shiftAt(const LonLat &wgs84)
{
    constexpr double a = 6378245.0;
    constexpr double ee = 0.00669342162296594323;
    const double x = wgs84.lon - 105.0;
    const double y = wgs84.lat - 35.0;
    const double common = (20 * std::sin(6 * kPi * x) + 20 * std::sin(2 * kPi * x)) * 2 / 3;
    const double lat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y +
                       0.2 * std::sqrt(std::fabs(x)) + common +
                       (20 * std::sin(kPi * y) + 40 * std::sin(kPi * y / 3)) * 2 / 3 +
                       (160 * std::sin(kPi * y / 12) + 320 * std::sin(kPi * y / 30)) * 2 / 3;
    const double lon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::fabs(x)) +
                       common + (20 * std::sin(kPi * x) + 40 * std::sin(kPi * x / 3)) * 2 / 3 +
                       (150 * std::sin(kPi * x / 12) + 300 * std::sin(kPi * x / 30)) * 2 / 3;
    const double phi = wgs84.lat / 180.0 * kPi;
    const double m = 1 - ee * std::sin(phi) * std::sin(phi);
    return {lon * 180.0 / (a / std::sqrt(m) * std::cos(phi) * kPi),
            lat * 180.0 / (a * (1 - ee) / (m * std::sqrt(m)) * kPi)};
}

} // namespace

LonLat gcj02FromWgs84(const LonLat &wgs84)
{
    if (!isShifted(wgs84))
        return wgs84;
    const LonLat shift = shiftAt(wgs84);
    return {wgs84.lon + shift.lon, wgs84.lat + shift.lat};
}

LonLat wgs84FromGcj02(const LonLat &gcj02)
{
    if (!isShifted(gcj02))
        return gcj02;
    LonLat guess = gcj02;
    // The shift changes by less than 1 % over its own length, so each round gains two digits.
    for (int round = 0; round < 8; ++round) {
        const LonLat shift = shiftAt(guess);
        const LonLat next{gcj02.lon - shift.lon, gcj02.lat - shift.lat};
        const bool settled =
            std::fabs(next.lon - guess.lon) < 1e-10 && std::fabs(next.lat - guess.lat) < 1e-10;
        guess = next;
        if (settled)
            break;
    }
    return guess;
}

} // namespace gridhall::geo
