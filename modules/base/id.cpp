// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/id.h>

#include <QDateTime>
#include <QHash>
#include <QRandomGenerator>
#include <QUuid>

#include <mutex>

namespace gridhall {

namespace {

constexpr int kSequenceBits = 12;

} // namespace

Id Id::create()
{
    static std::mutex mutex;
    static std::int64_t lastMs = 0;
    static std::uint32_t sequence = 0;

    std::int64_t ms = QDateTime::currentMSecsSinceEpoch();
    std::uint32_t inMs = 0;
    {
        const std::lock_guard lock(mutex);
        if (ms > lastMs) {
            lastMs = ms;
            // Half the range stays free so that keys of one millisecond can count upwards.
            sequence = QRandomGenerator::system()->bounded(1u << (kSequenceBits - 1));
        } else if (++sequence >= (1u << kSequenceBits)) {
            ++lastMs;
            sequence = 0;
        }
        ms = lastMs;
        inMs = sequence;
    }

    Id id;
    for (int i = 0; i < 6; ++i)
        id.m_bytes[static_cast<size_t>(i)] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
    id.m_bytes[6] = static_cast<std::uint8_t>(0x70 | (inMs >> 8));
    id.m_bytes[7] = static_cast<std::uint8_t>(inMs);
    const quint64 random = QRandomGenerator::system()->generate64();
    for (int i = 0; i < 8; ++i)
        id.m_bytes[static_cast<size_t>(8 + i)] = static_cast<std::uint8_t>(random >> (8 * i));
    id.m_bytes[8] = static_cast<std::uint8_t>(0x80 | (id.m_bytes[8] & 0x3f));
    return id;
}

Id Id::fromString(QStringView text)
{
    Id id;
    if (text.size() != 36)
        return id;
    const QUuid uuid = QUuid::fromString(text);
    if (uuid.isNull())
        return id;
    const QByteArray bytes = uuid.toRfc4122();
    std::copy(bytes.begin(), bytes.end(), id.m_bytes.begin());
    return id;
}

bool Id::isNull() const
{
    return m_bytes == decltype(m_bytes){};
}

QString Id::toString() const
{
    const auto *bytes = reinterpret_cast<const char *>(m_bytes.data());
    return QUuid::fromRfc4122(QByteArrayView(bytes, qsizetype(m_bytes.size())))
        .toString(QUuid::WithoutBraces);
}

std::int64_t Id::createdAtMs() const
{
    std::int64_t ms = 0;
    for (size_t i = 0; i < 6; ++i)
        ms = (ms << 8) | m_bytes[i];
    return ms;
}

} // namespace gridhall
