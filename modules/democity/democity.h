// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>

namespace gridhall::democity {

struct DemoCityOptions
{
    QString folder; ///< made when missing; must be empty, or a demo city when `replace` is set
    std::uint64_t seed = 1;
    double areaKm2 = 10.0;
    bool replace = false;
    bool history = true; ///< cases of yesterday and today
};

/// What was made, for a person to read.
struct DemoCityReport
{
    qint64 unitGrids = 0;
    qint64 responsibilityGrids = 0;
    qint64 components = 0;
    qint64 buildings = 0;
    qint64 streets = 0;
    qint64 units = 0;
    qint64 people = 0;
    qint64 cameras = 0;
    qint64 cases = 0;
    QStringList seconds; ///< "streets and blocks 1.2 s", …
};

/// Makes a demo city: basemap.gpkg, city.gpkg and hall.qgz in `folder`, all or nothing. The same
/// options give the same geometry, byte for byte. Blocking (under a minute for 10 km²); one thread.
/// `progress` gets a share and a word, and returns false to cancel.
Result<DemoCityReport>
makeDemoCity(const DemoCityOptions &options,
             const std::function<bool(double, const QString &)> &progress = {});

} // namespace gridhall::democity
