// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <cases/suggestion.h>
#include <tracking/mover.h>

#include <QKeySequence>
#include <QString>
#include <QStringList>

namespace gridhall::desk {

// Words of the field for the ids that the tables use, in the screen's language. An id without a
// word of its own (a city's own state or action) shows as it is.
QString stateWord(const QString &stateId);
QString actionWord(const QString &actionId);
QString doneWord(const QString &actionId); ///< what is said once the step is on its way: 已受理
QString sourceWord(const QString &source);
QString lightWord(cases::Light light);
QString limitWord(const catalog::Limit &limit);
QString suggestionWord(cases::SuggestionReason reason);
QString activityWord(tracking::Activity activity);
QString classKindWord(catalog::ClassKind kind);
QString metresWord(double metres);

/// True when the screen speaks Chinese: names of the catalog are then shown in Chinese.
bool isChineseScreen();

/// "20261123 00386", and its last five digits.
QString numberText(const QString &number);
QString shortNumber(const QString &number);
/// "10:28" under an hour, "3:04:12" under a day, else days and hours; a "+" when over.
QString countdownText(qint64 secsLeft);
/// "C0101" without its letter: 0101.
QString classDigits(const QString &classCode);

/// The key of a step's button; letters do not depend on the language.
QKeySequence stepKey(const QString &actionId);
/// Stock reasons for a step, most used first; may be empty.
QStringList phrasesFor(const QString &actionId);
/// States in the order of the work; what the queue shows is made of these.
QStringList openStates();
QStringList endStates();
/// Sources of a registration at a seat, in the order of the list.
QStringList seatSources();

} // namespace gridhall::desk
