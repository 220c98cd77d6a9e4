// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/compose.h>
#include <mapd/worker.h>

#include <QStringList>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constexpr const char *kUsage =
    "gridhall-mapd is GridHall's map worker; gridhall starts it.\n"
    "usage: gridhall-mapd --socket-fd N --pool-fd M   serve the client at the other end\n"
    "       gridhall-mapd --compose …                 write a city's QGIS project\n"
    "       gridhall-mapd --version\n";

// A descriptor that was inherited, or -1.
int descriptor(const char *text)
{
    char *end = nullptr;
    const long value = std::strtol(text, &end, 10);
    return end != text && *end == '\0' && value > 2 && value < 1'000'000 ? int(value) : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::printf("gridhall-mapd %s\n", GRIDHALL_VERSION);
        return 0;
    }
    gridhall::mapd::scrubEnvironment();
    if (argc > 1 && std::strcmp(argv[1], "--compose") == 0) {
        QStringList words;
        for (int i = 2; i < argc; ++i)
            words << QString::fromLocal8Bit(argv[i]);
        return gridhall::mapd::composeProject(words);
    }
    gridhall::mapd::WorkerEnds ends;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::strcmp(argv[i], "--socket-fd") == 0)
            ends.socketFd = descriptor(argv[i + 1]);
        else if (std::strcmp(argv[i], "--pool-fd") == 0)
            ends.poolFd = descriptor(argv[i + 1]);
    }
    if (ends.socketFd < 0 || ends.poolFd < 0) {
        std::fputs(kUsage, stderr);
        return 2;
    }
    return gridhall::mapd::serveClient(ends, argc, argv);
}
