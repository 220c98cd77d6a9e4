// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/dice.h>

#include <QByteArray>
#include <QString>

namespace gridhall::democity {

/// Draws a small picture (PNG, 480 x 360) of what a case is about: "manhole", "bin", "lamp",
/// "rubbish", "stall", "bicycle", "crack"; `after` shows it put right. Plain shapes, so that nobody
/// takes it for a photo of a real place. The same dice give the same bytes.
QByteArray drawPhoto(const QString &kind, bool after, Dice dice);

} // namespace gridhall::democity
