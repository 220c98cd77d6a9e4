// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/scratchfolder.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <csignal>
#include <unistd.h>

namespace gridhall::mapd {

namespace fs = std::filesystem;

namespace {

const std::string kPrefix = "gridhall-mapd.";

fs::path home()
{
    std::error_code error;
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    for (const fs::path &place : {fs::path(runtime ? runtime : ""), fs::path("/dev/shm")}) {
        if (!place.empty() && fs::is_directory(place, error) && ::access(place.c_str(), W_OK) == 0)
            return place;
    }
    return fs::temp_directory_path(error);
}

// Named gridhall-mapd.<process>.<chance>; whose process is gone is nobody's.
void sweep(const fs::path &place)
{
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(place, error)) {
        const std::string name = entry.path().filename().string();
        if (name.rfind(kPrefix, 0) != 0)
            continue;
        const long process = std::strtol(name.c_str() + kPrefix.size(), nullptr, 10);
        if (process > 1 && ::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH)
            fs::remove_all(entry.path(), error);
    }
}

} // namespace

ScratchFolder::ScratchFolder()
{
    const fs::path place = home();
    sweep(place);
    std::string path = (place / (kPrefix + std::to_string(::getpid()) + ".XXXXXX")).string();
    if (!::mkdtemp(path.data()))
        return;
    m_path = path;
    ::setenv("TMPDIR", m_path.c_str(), 1);
}

ScratchFolder::~ScratchFolder()
{
    remove();
}

void ScratchFolder::remove() const
{
    std::error_code error;
    if (!m_path.empty())
        fs::remove_all(m_path, error);
}

} // namespace gridhall::mapd
