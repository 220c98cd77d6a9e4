// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>
#include <desk/rowlist.h>

namespace gridhall::desk {

// Rows of the lists that ask for a condition, a unit or a person, best first.

/// Numbered filing conditions of a class with their limits. Keys are the conditions' ids.
QList<ListRow> conditionRows(const DeskContext &context, const QString &classCode);
/// Suggested units with the reason, then all others; `typed` filters. Keys are the units' ids.
QList<ListRow> unitRows(const DeskContext &context, const cases::CaseFile &file,
                        const QString &typed);
/// Patrollers, those whose place is fresh and near first. Keys are the persons' ids.
QList<ListRow> personRows(const DeskContext &context, const cases::CaseFile &file,
                          const QString &typed);

} // namespace gridhall::desk
