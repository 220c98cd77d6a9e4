// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace gridhall::bench {

/// The middle of what was measured, rounded to a hundredth; null for nothing.
QJsonValue median(QList<double> values);
/// Median, 95th of 100 and largest.
QJsonObject spread(QList<double> values);
/// Megabytes of a process that are in memory; -1 when it is gone.
double residentMb(qint64 pid);

} // namespace gridhall::bench
