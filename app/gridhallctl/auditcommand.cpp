// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "shell.h"

#include <cases/caserepository.h>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace gridhall::ctl {

namespace {

int audit(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "ctl", "Recomputes the hash chain of every case and names each link that does not hold."));
    const QCommandLineOption city(QStringLiteral("city"),
                                  QCoreApplication::translate("ctl", "The city's folder."),
                                  QStringLiteral("DIR|URL"));
    parser.addOption(city);
    if (const auto code = parse(parser, QStringLiteral("audit"), QStringLiteral("DIR|URL"), words))
        return *code;
    QStringList cities = parser.positionalArguments() + parser.values(city);
    if (cities.size() != 1)
        return wrongUsage(QCoreApplication::translate("ctl", "Name one city."));
    const auto address = store::CityAddress::parse(cities.first());
    if (!address)
        return failed(address.error());
    auto connection = store::Connection::open(*address, store::Connection::Mode::ReadOnly);
    if (!connection)
        return failed(connection.error());
    cases::CaseRepository repository(*connection);
    const auto broken = repository.audit();
    if (!broken)
        return failed(broken.error());
    const auto extent = repository.extent();
    if (!extent)
        return failed(extent.error());
    for (const cases::BrokenLink &link : *broken)
        std::fprintf(stderr, "%s\n",
                     qUtf8Printable(QCoreApplication::translate("ctl", "%1 event %2: %3")
                                        .arg(link.caseNumber)
                                        .arg(link.sequence)
                                        .arg(link.why)));
    print(QCoreApplication::translate("ctl", "%1 cases, %2 events, %3 broken")
              .arg(extent->cases)
              .arg(extent->events)
              .arg(broken->size()) +
          QLatin1Char('\n'));
    return broken->isEmpty() ? 0 : 1;
}

} // namespace

Command auditCommand()
{
    return {QStringLiteral("audit"), QStringLiteral("DIR|URL"),
            QCoreApplication::translate("ctl", "Proves that no case event was changed or removed."),
            audit};
}

} // namespace gridhall::ctl
