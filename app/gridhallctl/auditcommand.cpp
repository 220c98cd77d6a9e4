// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <cases/caserepository.h>

#include <QCoreApplication>

#include <cstdio>

namespace gridhall::ctl {

namespace {

int audit(const QStringList &words)
{
    const bool byOption = words.size() == 2 && words[0] == QLatin1String("--city");
    if (words.size() != 1 && !byOption) {
        std::fputs("usage: gridhallctl audit DIR|URL\n", stderr);
        return 2;
    }
    const auto address = store::CityAddress::parse(words.last());
    if (!address)
        return failed(address.error());
    auto connection = store::Connection::open(*address, store::Connection::Mode::ReadOnly);
    if (!connection)
        return failed(connection.error());
    cases::CaseRepository repository(*connection);
    const auto broken = repository.audit();
    if (!broken)
        return failed(broken.error());
    const auto counted = connection->query(
        QStringLiteral("SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM case_event)"));
    if (!counted)
        return failed(counted.error());
    for (const cases::BrokenLink &link : *broken)
        std::fprintf(stderr, "%s event %lld: %s\n", qUtf8Printable(link.caseNumber),
                     static_cast<long long>(link.sequence), qUtf8Printable(link.why));
    std::printf("%lld cases, %lld events, %lld broken\n", counted->first()[0].toLongLong(),
                counted->first()[1].toLongLong(), static_cast<long long>(broken->size()));
    return broken->isEmpty() ? 0 : 1;
}

} // namespace

Command auditCommand()
{
    return {QStringLiteral("audit"), QStringLiteral("DIR|URL"),
            QCoreApplication::translate("ctl", "prove that no case event was changed or removed"),
            audit};
}

} // namespace gridhall::ctl
