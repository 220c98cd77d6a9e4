// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapwire/messages.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <string>

#include <sys/socket.h>
#include <unistd.h>

// Stands in for gridhall-mapd where a test needs one that misbehaves. GRIDHALL_BADWORKER says how:
//   protocol   answers the handshake with another protocol number
//   noise      answers with bytes that are no message
//   exit       ends without a word
//   crash-render  opens anything, and dies over the first tile, every time
//   stuck      opens anything, and never answers for a tile
//   fail-render   opens anything, and says of every tile that it cannot be painted
using namespace gridhall::mapwire;

namespace {

int g_socket = -1;

void send(const Message &message)
{
    const auto frame = encode(message);
    if (::send(g_socket, frame.data(), frame.size(), MSG_NOSIGNAL) < 0)
        std::_Exit(0);
}

void answer(const Message &message, const std::string &manner)
{
    if (std::holds_alternative<Hello>(message)) {
        if (manner == "protocol") {
            HelloReply reply;
            reply.protocol = kProtocol + 41;
            send(reply);
        } else if (manner == "noise") {
            const char noise[] = "\x08\x00\x00\x00 not a message";
            if (::send(g_socket, noise, sizeof noise, MSG_NOSIGNAL) < 0)
                std::_Exit(0);
        } else if (manner == "exit") {
            std::_Exit(9);
        } else {
            HelloReply reply;
            reply.crs = "EPSG:4547";
            reply.extent = {500'000, 3'400'000, 501'000, 3'401'000};
            send(reply);
        }
    } else if (const auto *render = std::get_if<Render>(&message)) {
        if (manner == "crash-render")
            std::abort();
        if (manner == "fail-render")
            send(Rendered{render->requestId, render->slot, Outcome::Failed, 0, "no"});
    }
}

} // namespace

int main(int argc, char *argv[])
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--socket-fd") == 0)
            g_socket = std::atoi(argv[i + 1]);
    }
    const char *set = std::getenv("GRIDHALL_BADWORKER");
    const std::string manner = set ? set : "";
    MessageReader reader;
    std::array<std::uint8_t, 4096> bytes;
    for (;;) {
        const ssize_t n = ::recv(g_socket, bytes.data(), bytes.size(), 0);
        if (n <= 0)
            return 0;
        reader.feed({bytes.data(), static_cast<std::size_t>(n)});
        while (const auto decoded = reader.next()) {
            if (const auto *message = std::get_if<Message>(&*decoded))
                answer(*message, manner);
            else
                return 1;
        }
    }
}
