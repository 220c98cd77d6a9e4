// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>

namespace gridhall {

/// The key of every row that a client creates: a UUIDv7 (RFC 9562), so that keys sort by the time
/// they were made and a retry after a lost connection never doubles a row. A default Id is null.
class Id
{
public:
    Id() = default;

    /// A new key; strictly greater than every key made before in this process. Thread-safe.
    static Id create();
    /// Parses the 36-character form; anything else gives a null Id.
    static Id fromString(QStringView text);

    bool isNull() const;
    QString toString() const;
    /// Milliseconds since the epoch at which the key was made.
    std::int64_t createdAtMs() const;

    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept
    {
        return qHashBits(id.m_bytes.data(), id.m_bytes.size(), seed);
    }

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

} // namespace gridhall

Q_DECLARE_METATYPE(gridhall::Id)
