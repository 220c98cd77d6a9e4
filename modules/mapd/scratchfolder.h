// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gridhall::mapd {

/// A folder in memory for the temporary files that QGIS and Qt make (TMPDIR points to it). A worker
/// ends without ceremony, so what would otherwise be left behind in /tmp goes with this folder;
/// what a killed worker left is swept away by the next one. In memory, because QGIS makes a
/// database for each project that it opens, with a hundred syncs to disk.
class ScratchFolder
{
public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    ~ScratchFolder();

    /// Empty when there is no place for one.
    const std::string &path() const { return m_path; }
    /// From any thread; the destructor, which is not run by _exit(), does the same.
    void remove() const;

private:
    std::string m_path;
};

} // namespace gridhall::mapd
