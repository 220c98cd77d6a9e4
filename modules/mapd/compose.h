// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QStringList;

namespace gridhall::mapd {

/// `gridhall-mapd --compose --basemap FILE --project FILE --title NAME --styles DIR`: writes the
/// QGIS project of a city from its base map and the style tables. The words are those after
/// --compose. Returns the exit code: 0 with one line of JSON on stdout, 1 with a message on stderr
/// and no project written.
int composeProject(const QStringList &words);

} // namespace gridhall::mapd
