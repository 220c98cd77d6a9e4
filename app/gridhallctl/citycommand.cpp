// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell.h"

#include <city/cityrepository.h>
#include <transfer/newcity.h>
#include <transfer/patrolstaff.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

namespace gridhall::ctl {

namespace {

QCommandLineOption jsonOption()
{
    return {QStringLiteral("json"), translate("ctl", "Print the answer as JSON.")};
}

int newCity(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translate(
        "ctl",
        "Starts an empty city: a database with the standard class dictionary and four seats."));
    const QCommandLineOption crs(
        QStringLiteral("crs"),
        translate("ctl",
                  "Projected CRS that the map is drawn in; without it the first base map decides."),
        QStringLiteral("EPSG:4547"));
    const QCommandLineOption name(QStringLiteral("name"), translate("ctl", "The city's name."),
                                  QStringLiteral("NAME"));
    const QCommandLineOption division(QStringLiteral("division"),
                                      translate("ctl", "Its six-digit code after GB/T 2260."),
                                      QStringLiteral("CODE"));
    parser.addOptions({crs, name, division});
    if (const auto done =
            parse(parser, QStringLiteral("city new"),
                  QStringLiteral("DIR --name NAME [--crs EPSG:N] [--division CODE]"), words))
        return *done;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(name))
        return wrongUsage(translate("ctl", "city new needs a folder and --name"));
    transfer::NewCity city;
    city.folder = parser.positionalArguments().first();
    city.name = parser.value(name);
    city.crs = parser.value(crs);
    city.divisionCode = parser.value(division);
    const auto address = transfer::createCity(city);
    if (!address)
        return failed(address.error());
    print(address->folder + QLatin1Char('\n'));
    return 0;
}

int showCity(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translate("ctl", "Tells what a city holds."));
    parser.addOption(jsonOption());
    if (const auto done =
            parse(parser, QStringLiteral("city info"), QStringLiteral("DIR [--json]"), words))
        return *done;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(translate("ctl", "city info needs a folder"));
    const auto address = store::CityAddress::parse(parser.positionalArguments().first());
    if (!address)
        return failed(address.error());
    auto connection = store::Connection::open(*address, store::Connection::Mode::ReadOnly);
    if (!connection)
        return failed(connection.error());
    city::CityRepository repository(*connection);
    const auto info = repository.info();
    if (!info)
        return failed(info.error());
    QJsonObject counts;
    for (const char *table : {"unit_grid", "responsibility_grid", "component", "unit", "person"}) {
        const auto count = repository.count(QString::fromLatin1(table));
        if (!count)
            return failed(count.error());
        counts.insert(QString::fromLatin1(table), *count);
    }
    if (parser.isSet(QStringLiteral("json"))) {
        const QJsonObject all{{QStringLiteral("name"), info->name},
                              {QStringLiteral("division"), info->divisionCode},
                              {QStringLiteral("crs"), info->crs},
                              {QStringLiteral("timeZone"), info->timeZone},
                              {QStringLiteral("counts"), counts}};
        print(QString::fromUtf8(QJsonDocument(all).toJson()));
        return 0;
    }
    print(QStringLiteral("%1 %2 %3\n").arg(info->name, info->divisionCode, info->crs));
    for (auto it = counts.begin(); it != counts.end(); ++it)
        print(QStringLiteral("%1  %2\n").arg(it.value().toInteger(), 10).arg(it.key()));
    return 0;
}

int makeGrids(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translate(
        "ctl",
        "Cuts unit grids of about 10,000 square metres along the base map's streets and groups "
        "them into responsibility grids."));
    const QCommandLineOption boundary(
        QStringLiteral("boundary"),
        translate("ctl", "File with the area to cut; else where the streets are."),
        QStringLiteral("FILE"));
    const QCommandLineOption groups(QStringLiteral("responsibility"),
                                    translate("ctl", "How many responsibility grids to make."),
                                    QStringLiteral("N"));
    parser.addOptions({boundary, groups, jsonOption()});
    if (const auto done =
            parse(parser, QStringLiteral("city make-grids"),
                  QStringLiteral("DIR [--boundary FILE] [--responsibility N]"), words))
        return *done;
    bool isNumber = true;
    transfer::GridMaking making;
    if (parser.isSet(groups))
        making.responsibilityGrids = parser.value(groups).toInt(&isNumber);
    if (parser.positionalArguments().size() != 1 || !isNumber || making.responsibilityGrids < 0)
        return wrongUsage(
            translate("ctl", "city make-grids needs a folder, and a number for --responsibility"));
    const auto address = store::CityAddress::parse(parser.positionalArguments().first());
    if (!address)
        return failed(address.error());
    making.city = *address;
    making.boundaryFile = parser.value(boundary);
    ProgressLine line;
    const auto report = transfer::makeGrids(making, line.progress());
    if (!report)
        return failed(report.error());
    print(parser.isSet(QStringLiteral("json"))
              ? QString::fromUtf8(QJsonDocument(report->toJson()).toJson())
              : report->toText());
    return 0;
}

int addPatrollers(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        translate("ctl", "Gives each responsibility grid patrollers until it has that many."));
    const QCommandLineOption perGrid(QStringLiteral("per-grid"),
                                     translate("ctl", "Patrollers for each responsibility grid."),
                                     QStringLiteral("N"), QStringLiteral("2"));
    parser.addOption(perGrid);
    if (const auto done = parse(parser, QStringLiteral("city add-patrollers"),
                                QStringLiteral("DIR [--per-grid N]"), words))
        return *done;
    bool isNumber = false;
    const int count = parser.value(perGrid).toInt(&isNumber);
    constexpr int kMost = 50;
    if (parser.positionalArguments().size() != 1 || !isNumber || count < 1 || count > kMost)
        return wrongUsage(
            translate("ctl", "city add-patrollers needs a folder, and 1 to 50 for --per-grid"));
    const auto address = store::CityAddress::parse(parser.positionalArguments().first());
    if (!address)
        return failed(address.error());
    const auto added = transfer::staffPatrols(*address, count);
    if (!added)
        return failed(added.error());
    print(translate("ctl", "%1 patrollers added").arg(*added) + QLatin1Char('\n'));
    return 0;
}

int run(const QStringList &words)
{
    const QString what = words.value(0);
    if (what == QLatin1String("new"))
        return newCity(words.mid(1));
    if (what == QLatin1String("info"))
        return showCity(words.mid(1));
    if (what == QLatin1String("make-grids"))
        return makeGrids(words.mid(1));
    if (what == QLatin1String("add-patrollers"))
        return addPatrollers(words.mid(1));
    const QString usage =
        translate("ctl", "usage: gridhallctl city new|info|make-grids|add-patrollers DIR …\n"
                         "gridhallctl city new --help says more about each.\n");
    if (what == QLatin1String("--help")) {
        print(usage);
        return 0;
    }
    return wrongUsage(usage.trimmed());
}

} // namespace

Command cityCommand()
{
    return {QStringLiteral("city"), QStringLiteral("new|info|make-grids|add-patrollers DIR …"),
            translate("ctl", "Start a city, tell what it holds, cut its unit grids, staff them."),
            run};
}

} // namespace gridhall::ctl
