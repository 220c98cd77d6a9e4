// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/wirechannel.h>

#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace gridhall::mapd {

WireChannel::WireChannel(int fd) : m_fd(fd) {}

WireChannel::~WireChannel()
{
    ::close(m_fd);
}

void WireChannel::send(const mapwire::Message &message)
{
    const std::vector<std::uint8_t> frame = mapwire::encode(message);
    const std::scoped_lock lock(m_sending);
    std::size_t sent = 0;
    while (sent < frame.size()) {
        const ssize_t n = ::send(m_fd, frame.data() + sent, frame.size() - sent, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return;
        sent += static_cast<std::size_t>(n);
    }
}

std::optional<mapwire::Decoded> WireChannel::receive()
{
    while (true) {
        if (auto message = m_reader.next())
            return message;
        std::array<std::uint8_t, 16 * 1024> bytes;
        const ssize_t n = ::recv(m_fd, bytes.data(), bytes.size(), 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return std::nullopt;
        m_reader.feed(std::span(bytes.data(), static_cast<std::size_t>(n)));
    }
}

} // namespace gridhall::mapd
