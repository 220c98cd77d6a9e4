// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QSize>
#include <QStringList>

namespace gridhall {

enum class Face { None = 0, Desk, Wall };

/// What the command line asks for.
struct StartOptions
{
    QString city;
    Face face = Face::Desk;
    QSize size;         ///< empty: as it was left, or the screen's
    QString screenshot; ///< write the window here when it is complete, then end
    QString language;   ///< "zh_CN", "en"; empty: the system's
    QString seat;       ///< staff number or name of the person at the desk
    bool dark = false;
    bool light = false;
    bool benchStart =
        false;            ///< print the start's timing as JSON when the map is complete, then end
    int timeoutSecs = 60; ///< for screenshot and bench

    /// InvalidInput with what is wrong; `--help` and `--version` print and end the program.
    static Result<StartOptions> parse(const QStringList &arguments);
};

} // namespace gridhall
