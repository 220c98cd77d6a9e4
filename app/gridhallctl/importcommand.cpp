// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell.h"

#include <transfer/basemapimport.h>
#include <transfer/componentimport.h>
#include <transfer/gridimport.h>
#include <transfer/standardsimport.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

namespace gridhall::ctl {

namespace {

const QString kCity = QStringLiteral("city");
const QString kJson = QStringLiteral("json");
const QString kLayer = QStringLiteral("layer");
const QString kMap = QStringLiteral("map");
const QString kSourceCrs = QStringLiteral("source-crs");
const QString kResponsibility = QStringLiteral("responsibility");

/// One kind of import: what it says about itself and what it does.
struct Kind
{
    const char *name;
    const char *usage;
    const char *description;
    QStringList options;
    std::function<Result<transfer::ImportReport>(
        const QCommandLineParser &, const store::CityAddress &, const transfer::Progress &)>
        import;
};

void addOptions(QCommandLineParser &parser, const QStringList &names)
{
    parser.addOption({kCity, translate("ctl", "The city's folder."), QStringLiteral("DIR")});
    parser.addOption({kJson, translate("ctl", "Print the report as JSON.")});
    if (names.contains(kLayer))
        parser.addOption({kLayer, translate("ctl", "The layer to read."), QStringLiteral("NAME")});
    if (names.contains(kMap))
        parser.addOption({kMap,
                          translate("ctl", "Which field holds what, where the names don't tell."),
                          QStringLiteral("code=FIELD,name=FIELD")});
    if (names.contains(kSourceCrs))
        parser.addOption({kSourceCrs, translate("ctl", "CRS of layers that name none."),
                          QStringLiteral("EPSG:N")});
    if (names.contains(kResponsibility))
        parser.addOption(
            {kResponsibility,
             translate("ctl", "How many responsibility grids to make; else one per community."),
             QStringLiteral("N")});
}

Result<transfer::ImportReport> basemap(const QCommandLineParser &parser,
                                       const store::CityAddress &city,
                                       const transfer::Progress &progress)
{
    return transfer::importBasemap({city, parser.positionalArguments(), parser.value(kSourceCrs)},
                                   progress);
}

Result<transfer::ImportReport> grids(const QCommandLineParser &parser,
                                     const store::CityAddress &city,
                                     const transfer::Progress &progress)
{
    return transfer::importGrids({city, parser.positionalArguments().first(), parser.value(kLayer),
                                  parser.value(kMap), parser.value(kSourceCrs),
                                  parser.value(kResponsibility).toInt()},
                                 progress);
}

Result<transfer::ImportReport> components(const QCommandLineParser &parser,
                                          const store::CityAddress &city,
                                          const transfer::Progress &progress)
{
    return transfer::importComponents({city, parser.positionalArguments(), parser.value(kLayer),
                                       parser.value(kMap), parser.value(kSourceCrs)},
                                      progress);
}

Result<transfer::ImportReport> standards(const QCommandLineParser &parser,
                                         const store::CityAddress &city,
                                         const transfer::Progress &progress)
{
    return transfer::importStandards(city, parser.positionalArguments().first(), progress);
}

QList<Kind> kinds()
{
    return {
        {"basemap",
         "FILE… --city DIR [--source-crs EPSG:N] [--json]",
         QT_TRANSLATE_NOOP(
             "ctl",
             "Reads OpenStreetMap (.osm.pbf, .osm), GeoPackage, Shapefile or CASS-layered DXF "
             "into the city's base map, replacing it, and composes the map project."),
         {kSourceCrs},
         basemap},
        {"grids",
         "FILE --city DIR [--layer NAME] [--map code=FIELD,name=FIELD] [--responsibility N] "
         "[--json]",
         QT_TRANSLATE_NOOP(
             "ctl", "Adds unit grids from a file of areas and makes responsibility grids of them."),
         {kLayer, kMap, kSourceCrs, kResponsibility},
         grids},
        {"components",
         "FILE… --city DIR [--layer NAME] [--map code=FIELD,class=FIELD,…] [--json]",
         QT_TRANSLATE_NOOP(
             "ctl", "Adds components from files of points, finds their unit grid and their owner."),
         {kLayer, kMap, kSourceCrs},
         components},
        {"standards",
         "FILE --city DIR [--json]",
         QT_TRANSLATE_NOOP(
             "ctl",
             "Reads the standards of filing, handling and closing (.xlsx or .csv) and replaces "
             "those of every class that they name."),
         {},
         standards},
    };
}

int runKind(const Kind &kind, const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(translate("ctl", kind.description));
    addOptions(parser, kind.options);
    const QString command = QStringLiteral("import ") + QLatin1String(kind.name);
    if (const auto done = parse(parser, command, QString::fromUtf8(kind.usage), words))
        return *done;
    const bool takesMany = QString::fromUtf8(kind.usage).startsWith(QStringLiteral("FILE…"));
    const qsizetype files = parser.positionalArguments().size();
    if (files == 0 || (files > 1 && !takesMany) || !parser.isSet(kCity))
        return wrongUsage(translate("ctl", "usage:") + QStringLiteral(" gridhallctl ") + command +
                          QLatin1Char(' ') + QString::fromUtf8(kind.usage));
    bool isNumber = true;
    if (kind.options.contains(kResponsibility) && parser.isSet(kResponsibility))
        parser.value(kResponsibility).toInt(&isNumber);
    if (!isNumber)
        return wrongUsage(translate("ctl", "--responsibility needs a number"));
    const auto city = store::CityAddress::parse(parser.value(kCity));
    if (!city)
        return failed(city.error());
    Result<transfer::ImportReport> report = [&] {
        ProgressLine line;
        return kind.import(parser, *city, line.progress());
    }();
    if (!report)
        return failed(report.error());
    print(parser.isSet(kJson) ? QString::fromUtf8(QJsonDocument(report->toJson()).toJson())
                              : report->toText());
    return 0;
}

int run(const QStringList &words)
{
    QString usage;
    for (const Kind &kind : kinds()) {
        if (words.value(0) == QLatin1String(kind.name))
            return runKind(kind, words.mid(1));
        usage += QStringLiteral("  import %1 %2\n      %3\n")
                     .arg(QLatin1String(kind.name), QString::fromUtf8(kind.usage),
                          translate("ctl", kind.description));
    }
    if (words.value(0) == QLatin1String("--help")) {
        print(usage);
        return 0;
    }
    return wrongUsage(translate("ctl", "import what?") + QLatin1Char('\n') + usage);
}

} // namespace

Command importCommand()
{
    return {
        QStringLiteral("import"),
        QStringLiteral("basemap|grids|components|standards FILE… --city DIR"),
        translate(
            "ctl",
            "Bring a real city in: all or nothing, with a report of what was left out and why."),
        run};
}

} // namespace gridhall::ctl
