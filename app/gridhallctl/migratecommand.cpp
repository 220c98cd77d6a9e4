// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "shell.h"

#include <store/migration.h>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace gridhall::ctl {

namespace {

int migrate(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "ctl", "Applies what is missing, each change whole or not at all. A database that a newer "
               "program made is refused."));
    if (const auto code =
            parse(parser, QStringLiteral("migrate"), QStringLiteral("DIR|URL"), words))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(QCoreApplication::translate("ctl", "Name one city."));
    const auto address = store::CityAddress::parse(parser.positionalArguments().first());
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
        print(QCoreApplication::translate("ctl", "schema %1, now %2").arg(*before).arg(*after) +
              QLatin1Char('\n'));
    else
        print(QCoreApplication::translate("ctl", "schema %1, nothing to do").arg(*after) +
              QLatin1Char('\n'));
    return 0;
}

} // namespace

Command migrateCommand()
{
    return {
        QStringLiteral("migrate"), QStringLiteral("DIR|URL"),
        QCoreApplication::translate("ctl", "Brings a city's database up to this program's schema."),
        migrate};
}

} // namespace gridhall::ctl
