// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QgsMapLayer;
class QgsProject;

namespace gridhall::mapd {

/// Makes a layer's labels stand where they stand whichever tile asks for them: on the middle of the
/// whole shape, not of the part in sight; along a line once for each stretch of a length that only
/// the scale decides. Without it a street's name is cut off where two tiles meet that have placed
/// it differently. Changes the layer in memory only; what an author has fixed by data stays.
void steadyLabels(QgsMapLayer &layer, const QgsProject &project);

} // namespace gridhall::mapd
