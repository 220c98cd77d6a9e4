// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/connection.h>

namespace gridhall::store {

enum class SchemaState {
    None = 0,
    Same,          ///< already at this program's number
    Upgraded,      ///< brought up to it
    NewerReadable, ///< newer, but says that this program may read and write it
    NewerRefused   ///< newer and not for this program
};

/// Applies the numbered SQL files of resources/sql/<dialect>/, each in one transaction together with
/// its row in schema_migration. SQL files are run statement by statement by the database's own
/// parser, never split by hand.
class Migration
{
public:
    static int programVersion();
    /// The database's number, 0 for an empty one.
    static Result<int> databaseVersion(Connection &connection);
    static Result<SchemaState> check(Connection &connection);
    static Result<SchemaState> apply(Connection &connection);
};

} // namespace gridhall::store
