// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace gridhall::democity {

/// The chance in a demo city: the same numbers for the same seed on every machine and standard
/// library (which is why the standard's distributions are not used). Each part of the city draws
/// from dice of its own, so that more detail in one part changes no other. A value.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_seed(seed), m_engine(mixed(seed)) {}

    /// Dice for a named part, and for the nth of many alike; independent of what was drawn before.
    Dice forPart(QStringView name, std::uint64_t number = 0) const
    {
        std::uint64_t hash = 1469598103934665603ULL;
        for (const QChar c : name)
            hash = (hash ^ c.unicode()) * 1099511628211ULL;
        return Dice(mixed(m_seed ^ hash) + 0x9E3779B97F4A7C15ULL * (number + 1));
    }

    /// 0 … 1, without 1.
    double unit() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    /// Both ends included.
    int whole(int low, int high)
    {
        return low + static_cast<int>(unit() * static_cast<double>(high - low + 1));
    }
    bool chance(double probability) { return unit() < probability; }
    /// About normal (sum of uniform), within three deviations.
    double around(double mean, double deviation)
    {
        double sum = 0.0;
        for (int i = 0; i < 9; ++i)
            sum += unit();
        return mean + deviation * (sum - 4.5) / std::sqrt(9.0 / 12.0);
    }
    template <class List>
    const auto &oneOf(const List &list)
    {
        return list[static_cast<decltype(list.size())>(
            whole(0, static_cast<int>(list.size()) - 1))];
    }
    /// Index drawn by weight.
    int weighted(const std::vector<double> &weights)
    {
        double sum = 0.0;
        for (const double weight : weights)
            sum += weight;
        double rest = unit() * sum;
        for (size_t i = 0; i < weights.size(); ++i) {
            rest -= weights[i];
            if (rest < 0.0)
                return static_cast<int>(i);
        }
        return static_cast<int>(weights.size()) - 1;
    }
    template <class List>
    void shuffle(List &list)
    {
        for (auto i = static_cast<int>(list.size()) - 1; i > 0; --i)
            std::swap(list[static_cast<decltype(list.size())>(i)],
                      list[static_cast<decltype(list.size())>(whole(0, i))]);
    }

private:
    static std::uint64_t mixed(std::uint64_t x)
    {
        x += 0x9E3779B97F4A7C15ULL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }

    std::uint64_t m_seed;
    std::mt19937_64 m_engine;
};

} // namespace gridhall::democity
