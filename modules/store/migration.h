// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/connection.h>

namespace gridhall::store {

enum class SchemaState {
    None = 0,      ///< older than this program, or empty
    Same,          ///< already at this program's number
    Upgraded,      ///< brought up to it
    NewerReadable, ///< newer, but says that this program may read and write it
    NewerRefused   ///< newer and not for this program
};

/// Applies the numbered SQL files of resources/sql/<dialect>/, each in one transaction together
/// with its row in schema_migration. SQL files are run statement by statement by the database's own
/// parser, never split by hand.
class Migration
{
public:
    static int programVersion();
    /// The database's number, 0 for an empty one.
    static Result<int> databaseVersion(Connection &connection);
    static Result<SchemaState> check(Connection &connection);
    /// All or nothing for each number; a second program that migrates at the same time waits.
    static Result<SchemaState> apply(Connection &connection);
    static Error newerError(Connection &connection);

private:
    struct Standing
    {
        int number = 0;
        int minCompatible = 0;
    };
    static Result<Standing> standing(Connection &connection);
    static Result<void> applyFile(Connection &connection, int number, const QString &path);
    static Result<void> runText(Connection &connection, const QByteArray &sql);
};

} // namespace gridhall::store
