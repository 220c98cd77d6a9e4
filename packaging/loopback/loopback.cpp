// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Qt's VNC platform listens on every address and asks for no password. Preloaded, this keeps what a
// program listens on to 127.0.0.1, so that a hall without a display is seen on its own machine
// only.

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace {

using BindFunction = int (*)(int, const sockaddr *, socklen_t);

BindFunction realBind()
{
    return reinterpret_cast<BindFunction>(dlsym(RTLD_NEXT, "bind"));
}

} // namespace

extern "C" __attribute__((visibility("default"))) int bind(int fd, const sockaddr *address,
                                                           socklen_t length) noexcept
{
    const BindFunction original = realBind();
    if (!original) {
        errno = ENOSYS;
        return -1;
    }
    if (address && address->sa_family == AF_INET && length >= sizeof(sockaddr_in)) {
        sockaddr_in here;
        std::memcpy(&here, address, sizeof here);
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return original(fd, reinterpret_cast<const sockaddr *>(&here), sizeof here);
    }
    if (address && address->sa_family == AF_INET6 && length >= sizeof(sockaddr_in6)) {
        sockaddr_in6 here;
        std::memcpy(&here, address, sizeof here);
        // 127.0.0.1 as a socket of both families knows it: viewers ask for that address.
        inet_pton(AF_INET6, "::ffff:127.0.0.1", &here.sin6_addr);
        return original(fd, reinterpret_cast<const sockaddr *>(&here), sizeof here);
    }
    return original(fd, address, length);
}
