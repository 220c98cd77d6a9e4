// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace gridhall::mapwire {

/// Memory that a client and its workers see both: `count` slots of `slotBytes` each. It has no name
/// in any file system: the worker inherits its descriptor, and the kernel frees it with the last
/// process that has it, however that process ends. It cannot shrink under anybody's feet (sealed).
/// Pages cost nothing until they are painted. Movable; one owner; no locking: a slot belongs to
/// whoever was told so by the last message about it.
class SlotPool
{
public:
    /// Makes a new pool; nothing when the system has no memory for it.
    static std::optional<SlotPool> create(std::size_t slotBytes, std::uint32_t count);
    /// Maps the pool behind an inherited descriptor (which it closes); nothing when that is no
    /// sealed pool of at least this size.
    static std::optional<SlotPool> attach(int fd, std::size_t slotBytes, std::uint32_t count);

    SlotPool(SlotPool &&other) noexcept;
    SlotPool &operator=(SlotPool &&other) noexcept;
    SlotPool(const SlotPool &) = delete;
    SlotPool &operator=(const SlotPool &) = delete;
    ~SlotPool();

    int fd() const { return m_fd; }
    std::size_t slotBytes() const { return m_slotBytes; }
    std::uint32_t count() const { return m_count; }
    /// Null for a slot that is not there.
    std::uint8_t *slot(std::uint32_t index) const;

private:
    SlotPool() = default;
    bool map();

    int m_fd = -1;
    std::uint8_t *m_memory = nullptr;
    std::size_t m_slotBytes = 0;
    std::uint32_t m_count = 0;
};

} // namespace gridhall::mapwire
