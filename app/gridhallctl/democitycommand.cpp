// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <democity/democity.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

namespace gridhall::ctl {

namespace {

int usageError(const QString &message)
{
    std::fprintf(stderr, "gridhallctl demo-city: %s\n", qUtf8Printable(message));
    return 2;
}

void print(const democity::DemoCityReport &report, const QString &folder, double seconds)
{
    const auto row = [](qint64 count, const char *what) {
        std::printf("%10lld  %s\n", static_cast<long long>(count), what);
    };
    std::printf("%s\n", qUtf8Printable(folder));
    row(report.unitGrids, "unit grids");
    row(report.responsibilityGrids, "responsibility grids");
    row(report.components, "components");
    row(report.buildings, "buildings");
    row(report.streets, "streets");
    row(report.units, "units");
    row(report.people, "people");
    row(report.cameras, "cameras");
    row(report.cases, "cases");
    std::printf("%10.1f  seconds (%s)\n", seconds,
                qUtf8Printable(report.seconds.join(QStringLiteral(", "))));
}

int run(const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption seed(QStringLiteral("seed"), {}, QStringLiteral("N"));
    const QCommandLineOption area(QStringLiteral("area-km2"), {}, QStringLiteral("A"),
                                  QStringLiteral("10"));
    const QCommandLineOption force(QStringLiteral("force"));
    const QCommandLineOption noHistory(QStringLiteral("no-history"));
    parser.addOptions({seed, area, force, noHistory});
    if (!parser.parse(QStringList{QString()} + words))
        return usageError(parser.errorText());
    const QStringList folders = parser.positionalArguments();
    if (folders.size() != 1)
        return usageError(QCoreApplication::translate("democity", "Name one folder."));
    democity::DemoCityOptions options;
    options.folder = folders.first();
    bool seedOk = true;
    bool areaOk = true;
    if (parser.isSet(seed))
        options.seed = parser.value(seed).toULongLong(&seedOk);
    options.areaKm2 = parser.value(area).toDouble(&areaOk);
    if (!seedOk || !areaOk)
        return usageError(
            QCoreApplication::translate("democity", "--seed and --area-km2 need numbers."));
    options.replace = parser.isSet(force);
    options.history = !parser.isSet(noHistory);
    QElapsedTimer timer;
    timer.start();
    const auto report = democity::makeDemoCity(options);
    if (!report)
        return failed(report.error());
    print(*report, options.folder, static_cast<double>(timer.elapsed()) / 1000.0);
    return 0;
}

} // namespace

Command demoCityCommand()
{
    return {QStringLiteral("demo-city"),
            QStringLiteral("DIR --seed N [--area-km2 A] [--force] [--no-history]"),
            QCoreApplication::translate("democity",
                                        "Make a plausible Chinese city to show GridHall with."),
            run};
}

} // namespace gridhall::ctl
