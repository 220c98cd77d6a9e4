// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSize>
#include <QString>

namespace gridhall::bench {

struct StartBench
{
    QString city;
    QSize size{1920, 1080};
    int repeats = 5;

    /// Starts gridhall on the city again and again, then QGIS Desktop on the same project where it
    /// is installed; medians. `error` says what could not be measured, if anything.
    QJsonObject run(QString &error) const;
};

} // namespace gridhall::bench
