// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gridhall {

/// How long the start took, counted from the moment the kernel started this process.
struct StartReport
{
    double firstWindowMs = -1; ///< the window's first paint
    double firstMapMs = -1;    ///< the first tile on screen
    double completeMapMs = -1; ///< every tile final

    static double sinceProcessStartMs();
    /// With the resident memory of this process and of `workers`.
    QByteArray toJson(const QList<qint64> &workers) const;
};

} // namespace gridhall
