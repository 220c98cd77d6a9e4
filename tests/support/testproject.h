// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QString>

namespace gridhall::test {

/// A tiny map to render: map.gpkg and hall.qgs (EPSG:4547) in a directory of the test's. The ground
/// is one square kilometre of one colour with a block of another in its middle, and a street
/// across; themes "paper" and "night" differ in their colours.
struct TestProject
{
    static constexpr double west = 500'000, south = 3'400'000, side = 1000;
    static constexpr double blockWest = 500'400, blockSouth = 3'400'400, blockSide = 200;
    static QColor ground(const QString &theme);
    static QColor block(const QString &theme);

    /// Writes both files; empty when GDAL cannot.
    static QString create(const QString &directory, int streets = 1);
    /// Writes hall.qgs only, over sources that need not exist.
    static QString createProjectOnly(const QString &directory, const QByteArray &crs = "EPSG:4547");
};

} // namespace gridhall::test
