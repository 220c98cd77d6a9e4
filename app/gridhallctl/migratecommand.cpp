// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <store/migration.h>

#include <QCoreApplication>

#include <cstdio>

namespace gridhall::ctl {

namespace {

int migrate(const QStringList &words)
{
    if (words.size() != 1) {
        std::fputs("usage: gridhallctl migrate DIR|URL\n", stderr);
        return 2;
    }
    const auto address = store::CityAddress::parse(words.first());
    if (!address)
        return failed(address.error());
    // A server's database is there before its tables are; a folder without a file is no city.
    auto connection = store::Connection::open(*address);
    if (!connection)
        return failed(connection.error());
    const auto before = store::Migration::databaseVersion(*connection);
    if (!before)
        return failed(before.error());
    const auto state = store::Migration::apply(*connection);
    if (!state)
        return failed(state.error());
    const auto after = store::Migration::databaseVersion(*connection);
    if (!after)
        return failed(after.error());
    if (*state == store::SchemaState::Upgraded)
        std::printf("schema %d -> %d\n", *before, *after);
    else
        std::printf("schema %d, nothing to do\n", *after);
    return 0;
}

} // namespace

Command migrateCommand()
{
    return {
        QStringLiteral("migrate"), QStringLiteral("DIR|URL"),
        QCoreApplication::translate("ctl", "bring a city's database up to this program's schema"),
        migrate};
}

} // namespace gridhall::ctl
