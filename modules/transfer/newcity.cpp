// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/newcity.h>

#include <catalog/catalogrepository.h>
#include <city/cityrepository.h>
#include <geo/projection.h>
#include <store/migration.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cstdio>

namespace gridhall::transfer {

namespace {

Result<void> check(const NewCity &city)
{
    static const QRegularExpression sixDigits(QStringLiteral("^[0-9]{6}$"));
    if (city.name.trimmed().isEmpty())
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("transfer", "The city has no name"),
                     {},
                     QCoreApplication::translate("transfer", "Give one with --name"),
                     {}};
    if (!city.divisionCode.isEmpty() && !sixDigits.match(city.divisionCode).hasMatch())
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("transfer", "A division code has six digits"),
                     city.divisionCode,
                     QCoreApplication::translate("transfer", "Look it up in GB/T 2260"),
                     {}};
    if (!city.crs.isEmpty()) {
        if (auto projection = geo::Projection::create(city.crs); !projection)
            return projection.error();
    }
    const QFileInfo target(city.folder);
    const bool isFree =
        !target.exists() ||
        (target.isDir() &&
         QDir(city.folder).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
    if (!isFree)
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("transfer", "The folder isn't empty"),
                     city.folder,
                     QCoreApplication::translate("transfer", "Name an empty or a new one"),
                     {}};
    return {};
}

/// The center and its seats, so that a hall can open on the city at once.
Result<void> addCenter(city::CityRepository &repository, const NewCity &from)
{
    city::Unit center;
    center.id = Id::create();
    center.code = QStringLiteral("CENTER");
    center.name = from.name + QStringLiteral("网格管理监督指挥中心");
    center.shortName = QStringLiteral("指挥中心");
    center.kind = city::UnitKind::Center;
    if (auto added = repository.addUnits({center}); !added)
        return added;
    const QString acceptor = QStringLiteral("acceptor");
    const QString dispatcher = QStringLiteral("dispatcher");
    const QString supervisor = QStringLiteral("supervisor");
    const QString leader = QStringLiteral("shift_leader");
    const QString unit = QStringLiteral("handling_unit");
    const std::pair<const char *, QStringList> seats[] = {
        {"一号坐席", {acceptor, leader, dispatcher, supervisor, unit}},
        {"二号坐席", {acceptor, dispatcher, unit}},
        {"三号坐席", {acceptor, dispatcher, unit}},
        {"值班长席", {leader, supervisor, QStringLiteral("leader"), acceptor, dispatcher, unit}},
    };
    QList<city::Person> people;
    for (const auto &[name, roles] : seats) {
        city::Person person;
        person.id = Id::create();
        person.name = QString::fromUtf8(name);
        person.number = QStringLiteral("S%1").arg(people.size() + 1, 3, 10, QLatin1Char('0'));
        person.unit = center.id;
        person.roles = roles;
        people.append(person);
    }
    return repository.addPeople(people);
}

Result<void> fill(const store::CityAddress &address, const NewCity &from)
{
    auto connection = store::Connection::open(address, store::Connection::Mode::Create);
    if (!connection)
        return connection.error();
    if (auto migrated = store::Migration::apply(*connection); !migrated)
        return migrated.error();
    return connection->transaction([&]() -> Result<void> {
        city::CityRepository repository(*connection);
        city::CityInfo info;
        info.name = from.name.trimmed();
        info.divisionCode = from.divisionCode;
        info.crs = from.crs;
        if (auto set = repository.setInfo(info); !set)
            return set;
        if (auto done = catalog::CatalogRepository(*connection).installStandardCatalog(); !done)
            return done;
        return addCenter(repository, from);
    });
}

} // namespace

Result<store::CityAddress> createCity(const NewCity &city)
{
    if (auto checked = check(city); !checked)
        return checked.error();
    const QString target = QFileInfo(city.folder).absoluteFilePath();
    const QString making =
        QStringLiteral("%1.making-%2").arg(target).arg(QCoreApplication::applicationPid());
    const auto unwritable = [&] {
        QDir(making).removeRecursively();
        return Error{ErrorKind::Unwritable,
                     QCoreApplication::translate("transfer", "The folder cannot be made"),
                     city.folder,
                     QCoreApplication::translate("transfer", "Check that you may write there"),
                     {}};
    };
    if (!QDir().mkpath(making))
        return unwritable();
    auto address = store::CityAddress::parse(making, false);
    if (!address)
        return address.error();
    if (auto filled = fill(*address, city); !filled) {
        QDir(making).removeRecursively();
        return filled.error();
    }
    // POSIX lets a folder take the place of an empty one in a single step.
    if (std::rename(QFile::encodeName(making).constData(), QFile::encodeName(target).constData()) !=
        0)
        return unwritable();
    return store::CityAddress::parse(target);
}

} // namespace gridhall::transfer
