// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <geo/lonlat.h>

#include <QDateTime>
#include <QString>

namespace gridhall::tracking {

enum class MoverKind { None = 0, Patroller, Vehicle };

/// What a mover says it is doing; shown beside the name.
enum class Activity { None = 0, Patrolling, Reporting, Confirming, Verifying, OffDuty };

/// One position report: where and when, with the datum already converted to CGCS2000.
struct Fix
{
    Id mover;
    QDateTime atUtc;
    geo::LonLat at;
    float speedMps = -1.0f;   ///< -1: not known
    float headingDeg = -1.0f; ///< clockwise from north; -1: not known
    float accuracyM = -1.0f;
    Activity activity = Activity::None;
};

/// A patroller or vehicle with its latest fix.
struct Mover
{
    Id id; ///< the person's id for patrollers
    MoverKind kind = MoverKind::None;
    QString name;
    QString responsibilityGridCode;
    Fix latest;

    bool isStale(const QDateTime &nowUtc, int staleAfterSecs = 120) const
    {
        return !latest.atUtc.isValid() || latest.atUtc.secsTo(nowUtc) > staleAfterSecs;
    }
};

} // namespace gridhall::tracking
