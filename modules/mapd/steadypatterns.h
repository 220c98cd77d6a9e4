// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QgsMapLayer;

namespace gridhall::mapd {

/// Makes dashes and signs along lines begin where the line does, whichever tile asks for them. QGIS
/// cuts lines off around what it paints and begins the pattern there, so that it jumps where two
/// tiles meet. Solid lines are left to be cut. Changes the layer in memory only.
void steadyPatterns(QgsMapLayer &layer);

} // namespace gridhall::mapd
