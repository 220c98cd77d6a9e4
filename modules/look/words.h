// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace gridhall::look {

// Times and ages as people read them, in the screen's language: today "14:05", else "11-23 14:05";
// ages "3 分", "2 小时 10 分" (zh), "3 min", "2 h 10 min" (en).
QString timeText(const QDateTime &utc, const QDateTime &nowUtc, const QTimeZone &zone);
QString ageText(qint64 secs);
/// "超 2 小时 10 分" / "+2 h 10 min" when negative, "余 12 分" / "12 min left" otherwise.
QString leftText(qint64 secsLeft);
/// With thousands separators: 1,043.
QString countText(qint64 count);
/// "114.30761, 34.79602" and "528 046.2, 3 852 031.8".
QString lonLatText(double lon, double lat);
QString mapPointText(double east, double north);

} // namespace gridhall::look
