// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapwire/messages.h>

#include <mutex>
#include <optional>

namespace gridhall::mapd {

/// The worker's end of the socket. One thread receives (blocking); any thread may send. When the
/// client is gone, send() does nothing and receive() gives nothing.
class WireChannel
{
public:
    /// Takes over `fd`.
    explicit WireChannel(int fd);
    WireChannel(const WireChannel &) = delete;
    WireChannel &operator=(const WireChannel &) = delete;
    ~WireChannel();

    void send(const mapwire::Message &message);
    /// Waits for the next message; nothing when the other end has closed.
    std::optional<mapwire::Decoded> receive();

private:
    int m_fd;
    std::mutex m_sending;
    mapwire::MessageReader m_reader;
};

} // namespace gridhall::mapd
