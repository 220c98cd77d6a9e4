// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSize>
#include <QString>

namespace gridhall::bench {

struct ViewBench
{
    QString project;
    QSize size{3840, 2160};
    QString theme;
    int denominator = 5000;

    /// Shows the project in a MapView and measures: until it is complete, frames while panning over
    /// what is there, a zoom, a small thing that moves, and a worker killed in between.
    QJsonObject run(QString &error) const;
};

} // namespace gridhall::bench
