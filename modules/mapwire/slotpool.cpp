// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapwire/slotpool.h>

#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gridhall::mapwire {
namespace {

constexpr std::size_t kMostBytes = std::size_t(1) << 32;

bool sane(std::size_t slotBytes, std::uint32_t count)
{
    return slotBytes > 0 && count > 0 && slotBytes <= kMostBytes / count;
}

} // namespace

std::optional<SlotPool> SlotPool::create(std::size_t slotBytes, std::uint32_t count)
{
    if (!sane(slotBytes, count))
        return std::nullopt;
    SlotPool pool;
    pool.m_slotBytes = slotBytes;
    pool.m_count = count;
    pool.m_fd = ::memfd_create("gridhall-tiles", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (pool.m_fd < 0 || ::ftruncate(pool.m_fd, static_cast<off_t>(slotBytes * count)) != 0 ||
        ::fcntl(pool.m_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0 ||
        !pool.map())
        return std::nullopt;
    return pool;
}

std::optional<SlotPool> SlotPool::attach(int fd, std::size_t slotBytes, std::uint32_t count)
{
    SlotPool pool;
    pool.m_fd = fd;
    pool.m_slotBytes = slotBytes;
    pool.m_count = count;
    struct stat facts = {};
    if (!sane(slotBytes, count) || ::fstat(fd, &facts) != 0 ||
        static_cast<std::size_t>(facts.st_size) < slotBytes * count)
        return std::nullopt;
    const int seals = ::fcntl(fd, F_GET_SEALS);
    if (seals < 0 || !(seals & F_SEAL_SHRINK) || !pool.map())
        return std::nullopt;
    return pool;
}

SlotPool::SlotPool(SlotPool &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)),
      m_memory(std::exchange(other.m_memory, nullptr)),
      m_slotBytes(std::exchange(other.m_slotBytes, 0)),
      m_count(std::exchange(other.m_count, 0))
{
}

SlotPool &SlotPool::operator=(SlotPool &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_memory, other.m_memory);
    std::swap(m_slotBytes, other.m_slotBytes);
    std::swap(m_count, other.m_count);
    return *this;
}

SlotPool::~SlotPool()
{
    if (m_memory)
        ::munmap(m_memory, m_slotBytes * m_count);
    if (m_fd >= 0)
        ::close(m_fd);
}

std::uint8_t *SlotPool::slot(std::uint32_t index) const
{
    return index < m_count ? m_memory + m_slotBytes * index : nullptr;
}

bool SlotPool::map()
{
    void *memory =
        ::mmap(nullptr, m_slotBytes * m_count, PROT_READ | PROT_WRITE, MAP_SHARED, m_fd, 0);
    if (memory == MAP_FAILED)
        return false;
    m_memory = static_cast<std::uint8_t *>(memory);
    return true;
}

} // namespace gridhall::mapwire
