// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/simulation.h>

#include <catalog/catalogrepository.h>
#include <simulation/fieldwork.h>
#include <simulation/seatwork.h>
#include <tracking/trackingrepository.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace gridhall::simulation {

namespace {

constexpr int kLookEveryMs = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("simulation", text);
}

/// Every patroller has a row that fixes can refer to.
Result<QList<tracking::Mover>> allMovers(tracking::TrackingRepository &tracking,
                                         const city::CityIndex &city)
{
    auto movers = tracking.movers();
    if (!movers)
        return movers.error();
    QSet<Id> known;
    for (const tracking::Mover &mover : *movers)
        known.insert(mover.id);
    QList<tracking::Mover> missing;
    for (const city::Person &person : city.people()) {
        if (!person.roles.contains(QStringLiteral("patroller")) || known.contains(person.id) ||
            person.responsibilityGridCode.isEmpty())
            continue;
        tracking::Mover mover;
        mover.id = person.id;
        mover.kind = tracking::MoverKind::Patroller;
        mover.name = person.name;
        mover.responsibilityGridCode = person.responsibilityGridCode;
        missing.append(mover);
    }
    if (missing.isEmpty())
        return movers;
    if (const auto added = tracking.addMovers(missing); !added)
        return added.error();
    return *movers + missing;
}

} // namespace

struct Simulation::Private
{
    Private(store::Connection &connection, const SimulationOptions &options,
            std::shared_ptr<const city::CityIndex> city,
            std::shared_ptr<const catalog::Catalog> catalog,
            const std::vector<geo::StreetLine> &streets, const QList<tracking::Mover> &movers)
        : chance(options.seed),
          tracking(connection),
          docket(connection, clock, std::move(city), std::move(catalog), options.speed,
                 chance.split()),
          field(docket, streets, movers, options.reportsPerMinute, chance.split()),
          seats(docket, options.seats ? options.seatShare : 0.0,
                [this](const cases::CaseFile &file) { return field.patrollerFor(file); })
    {
    }

    Chance chance;
    ManualClock clock{QDateTime::currentDateTimeUtc()};
    tracking::TrackingRepository tracking;
    Docket docket;
    FieldWork field;
    SeatWork seats;
    QDateTime nextLook;
    qint64 fixes = 0;
};

Simulation::Simulation(std::unique_ptr<Private> data) : d(std::move(data)) {}
Simulation::~Simulation() = default;

Result<std::unique_ptr<Simulation>> Simulation::create(store::Connection &connection,
                                                       const SimulationOptions &options)
{
    auto city = city::CityIndex::load(connection);
    if (!city)
        return city.error();
    auto catalog = catalog::CatalogRepository(connection).load();
    if (!catalog)
        return catalog.error();
    const QString basemap = connection.address().basemapFile();
    if (!QFileInfo::exists(basemap))
        return Error{ErrorKind::NotFound,
                     tr("There is no base map, so nobody can walk its streets"),
                     basemap,
                     tr("Import a base map first."),
                     {}};
    auto streets = geo::readStreetLines(basemap);
    if (!streets)
        return streets.error();
    tracking::TrackingRepository tracking(connection);
    auto movers = allMovers(tracking, **city);
    if (!movers)
        return movers.error();
    auto data = std::make_unique<Private>(connection, options, *city, *catalog, *streets, *movers);
    if (data->field.patrollerCount() == 0)
        return Error{ErrorKind::NotFound,
                     tr("The city has no patroller with a responsibility grid"),
                     (*city)->info().name,
                     tr("Add some first: gridhallctl city add-patrollers"),
                     {}};
    return std::unique_ptr<Simulation>(new Simulation(std::move(data)));
}

Result<void> Simulation::step(const QDateTime &nowUtc)
{
    d->clock.set(nowUtc);
    const QList<tracking::Fix> fixes = d->field.walk(nowUtc);
    if (!fixes.isEmpty()) {
        if (const auto added = d->tracking.addFixes(fixes); !added)
            return added;
        d->fixes += fixes.size();
    }
    if (d->nextLook.isValid() && nowUtc < d->nextLook)
        return {};
    d->nextLook = nowUtc.addMSecs(kLookEveryMs);
    if (const auto looked = d->docket.look(); !looked)
        return looked;
    d->field.work(nowUtc);
    d->seats.work();
    return {};
}

QList<Error> Simulation::takeTroubles()
{
    return d->docket.takeTroubles();
}

SimulationCounts Simulation::counts() const
{
    return {d->field.patrollerCount(), d->fixes, d->field.reported(), d->docket.open().size()};
}

} // namespace gridhall::simulation
