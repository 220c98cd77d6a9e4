// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>

namespace gridhall::simulation {

/// The chance in a simulated day: the same numbers for the same seed with every standard library
/// (which is why its distributions are not used). A value.
class Chance
{
public:
    explicit Chance(std::uint64_t seed) : m_engine(seed) {}

    /// Another one, independent of what is drawn from this one later.
    Chance split() { return Chance(m_engine()); }
    /// 0 … 1, without 1.
    double unit() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    bool happens(double probability) { return unit() < probability; }
    template <class List>
    const auto &oneOf(const List &list)
    {
        const auto size = static_cast<double>(list.size());
        return list[static_cast<decltype(list.size())>(unit() * size)];
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace gridhall::simulation
