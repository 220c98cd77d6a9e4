// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <look/marks.h>
#include <look/palette.h>

#include <QPainter>
#include <QWidget>

namespace gridhall::desk {

/// The theme of the window that `widget` is in: the desk window keeps it in a property, so that a
/// widget need not be told when it changes.
look::Theme themeOf(const QWidget *widget);
const look::Palette &paletteOf(const QWidget *widget);
void setTheme(QWidget *window, look::Theme theme);

/// Surfaces made from a palette: a pane, a band across it, a field sunk into it, lines.
struct Surfaces
{
    QColor pane, band, inset, line, fieldEdge, chip, chipEdge;
};
Surfaces surfacesOf(const look::Palette &palette);

look::Mark markOf(cases::Light light);

/// What the window's plain widgets (fields, scroll bars, lists) look like.
QString styleSheetOf(const look::Palette &palette);

/// One line of text, shortened with … where it does not fit; returns the width that it took.
double drawLine(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
                const QColor &colour, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
double lineWidth(const QString &text, const QFont &font);

/// A key as it is printed on buttons and beside what it does; `leftMiddle` is its left edge.
double drawKey(QPainter &painter, const QPointF &leftMiddle, const QString &key,
               const look::Palette &palette, bool onInk = false);
double keyWidth(const QString &key);

} // namespace gridhall::desk
