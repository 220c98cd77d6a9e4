// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gridhall::mapd {

/// What a worker inherits from the client that starts it.
struct WorkerEnds
{
    int socketFd = -1; ///< a connected stream socket
    int poolFd = -1;   ///< the slot pool
};

/// Serves one client until it closes the socket; then the process ends at once. Returns the exit
/// code when there is nothing to serve (wrong protocol, broken project …), having said why.
int serveClient(const WorkerEnds &ends, int &argc, char **argv);

/// Makes the process fit for QGIS without a screen: the environment may have been written for
/// another Qt, another QGIS or Python. Before the first Qt object.
void scrubEnvironment();

} // namespace gridhall::mapd
