// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/patrolstaff.h>

#include <city/cityrepository.h>

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace gridhall::transfer {

namespace {

const QString kPatroller = QStringLiteral("patroller");

Id centerOf(const QList<city::Unit> &units)
{
    const auto center = std::find_if(units.begin(), units.end(), [](const city::Unit &unit) {
        return unit.kind == city::UnitKind::Center;
    });
    return center == units.end() ? Id() : center->id;
}

/// The highest number that stands behind a P.
int lastNumber(const QList<city::Person> &people)
{
    int last = 0;
    for (const city::Person &person : people) {
        if (person.number.startsWith(QLatin1Char('P')))
            last = std::max(last, person.number.mid(1).toInt());
    }
    return last;
}

QList<city::Person> missingPatrollers(const QList<city::ResponsibilityGrid> &grids,
                                      const QList<city::Person> &people, const Id &center,
                                      int perGrid)
{
    QHash<QString, int> have;
    for (const city::Person &person : people)
        have[person.responsibilityGridCode] += person.roles.contains(kPatroller);
    int number = lastNumber(people);
    QList<city::Person> missing;
    for (const city::ResponsibilityGrid &grid : grids) {
        for (int i = have.value(grid.code); i < perGrid; ++i) {
            city::Person person;
            person.id = Id::create();
            const QString digits = QStringLiteral("%1").arg(++number, 3, 10, QLatin1Char('0'));
            person.number = QLatin1Char('P') + digits;
            person.name = QStringLiteral("监督员") + digits;
            person.unit = center;
            person.roles = {kPatroller};
            person.responsibilityGridCode = grid.code;
            missing.append(person);
        }
    }
    return missing;
}

} // namespace

Result<int> staffPatrols(const store::CityAddress &city, int perGrid)
{
    auto connection = store::Connection::open(city);
    if (!connection)
        return connection.error();
    int added = 0;
    const auto done = connection->transaction([&]() -> Result<void> {
        city::CityRepository repository(*connection);
        const auto grids = repository.responsibilityGrids();
        if (!grids)
            return grids.error();
        if (grids->isEmpty())
            return Error{
                ErrorKind::Refused,
                QCoreApplication::translate("transfer", "The city has no responsibility grids"),
                city.folder,
                QCoreApplication::translate("transfer",
                                            "Make them first: gridhallctl city make-grids"),
                {}};
        const auto people = repository.people();
        if (!people)
            return people.error();
        const auto units = repository.units();
        if (!units)
            return units.error();
        const QList<city::Person> missing =
            missingPatrollers(*grids, *people, centerOf(*units), perGrid);
        added = int(missing.size());
        return repository.addPeople(missing);
    });
    if (!done)
        return done.error();
    return added;
}

} // namespace gridhall::transfer
