// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace gridhall::look {

enum class Theme { None = 0, Wall, DeskLight, DeskDark };

/// The colours of one theme. Every hue has one meaning; selection, focus and the main button are
/// ink, never a hue. On the wall every colour but the alarm gives at least 7 : 1 on the ground.
struct Palette
{
    Theme theme = Theme::None;
    // meaning
    QColor onTime, dueSoon, overdue, suspended, closed, alarm, patroller, vehicle, camera;
    // text and surfaces
    QColor text, secondaryText, ground, panel, edge, selection, ink, onInk;
    // grids over the map
    QColor unitGrid, responsibilityGrid, gridHighlight;

    bool isDark() const { return theme != Theme::DeskLight; }
};

const Palette &palette(Theme theme);

/// WCAG contrast ratio, 1 … 21.
double contrast(const QColor &a, const QColor &b);

} // namespace gridhall::look
