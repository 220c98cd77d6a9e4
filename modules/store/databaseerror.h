// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/cityaddress.h>

class QSqlError;

namespace gridhall::store {

/// What the database's own error means to a person, with the database's words in `detail`.
Error databaseError(Dialect dialect, const QSqlError &error, const QString &subject);

/// Looks at the file before SQLite does: Unreadable for what is no database or was cut off.
Result<void> checkDatabaseFile(const QString &path);

} // namespace gridhall::store
