// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <look/palette.h>

#include <QFont>
#include <QString>

class QApplication;

namespace gridhall::look {

/// One family (Noto Sans CJK SC) with tabular figures, two weights.
QFont font(double px, bool bold = false);

/// Fonts, palette and style sheet of the desk or wall for the whole program.
void applyTheme(QApplication &app, Theme theme);

/// Installs Qt's and our translators for "zh_CN" or "en" (empty: the system's locale). Call before
/// the first window.
void installLanguage(QApplication &app, const QString &language);

} // namespace gridhall::look
