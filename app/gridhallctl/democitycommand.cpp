// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "shell.h"

#include <democity/democity.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

namespace gridhall::ctl {

namespace {

const QString kUsage = QStringLiteral("DIR --seed N [--area-km2 A] [--force] [--no-history]");

QString said(const char *words)
{
    return QCoreApplication::translate("democity", words);
}

void print(const democity::DemoCityReport &report, const QString &folder, double seconds)
{
    const auto row = [](qint64 count, const char *what) {
        std::printf("%10lld  %s\n", static_cast<long long>(count), qUtf8Printable(said(what)));
    };
    std::printf("%s\n", qUtf8Printable(folder));
    row(report.unitGrids, QT_TRANSLATE_NOOP("democity", "unit grids"));
    row(report.responsibilityGrids, QT_TRANSLATE_NOOP("democity", "responsibility grids"));
    row(report.components, QT_TRANSLATE_NOOP("democity", "components"));
    row(report.buildings, QT_TRANSLATE_NOOP("democity", "buildings"));
    row(report.streets, QT_TRANSLATE_NOOP("democity", "streets"));
    row(report.units, QT_TRANSLATE_NOOP("democity", "units"));
    row(report.people, QT_TRANSLATE_NOOP("democity", "people"));
    row(report.cameras, QT_TRANSLATE_NOOP("democity", "cameras"));
    row(report.cases, QT_TRANSLATE_NOOP("democity", "cases"));
    std::printf("%10.1f  %s (%s)\n", seconds,
                qUtf8Printable(said(QT_TRANSLATE_NOOP("democity", "seconds"))),
                qUtf8Printable(report.seconds.join(QStringLiteral(", "))));
}

int run(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(said(QT_TRANSLATE_NOOP(
        "democity", "Makes the whole city or nothing; the same city for the same seed.")));
    const QCommandLineOption seed(
        QStringLiteral("seed"),
        said(QT_TRANSLATE_NOOP("democity", "Another number makes another city.")),
        QStringLiteral("N"));
    const QCommandLineOption area(QStringLiteral("area-km2"),
                                  said(QT_TRANSLATE_NOOP("democity", "Square kilometres.")),
                                  QStringLiteral("A"), QStringLiteral("10"));
    const QCommandLineOption force(
        QStringLiteral("force"),
        said(QT_TRANSLATE_NOOP("democity", "Replaces a demo city that is there.")));
    const QCommandLineOption noHistory(
        QStringLiteral("no-history"),
        said(QT_TRANSLATE_NOOP("democity", "Leaves out the cases of the last two days.")));
    parser.addOptions({seed, area, force, noHistory});
    if (const auto code = parse(parser, QStringLiteral("demo-city"), kUsage, words))
        return *code;
    const QStringList folders = parser.positionalArguments();
    if (folders.size() != 1)
        return wrongUsage(said(QT_TRANSLATE_NOOP("democity", "Name one folder.")));
    democity::DemoCityOptions options;
    options.folder = folders.first();
    bool seedOk = true;
    bool areaOk = true;
    if (parser.isSet(seed))
        options.seed = parser.value(seed).toULongLong(&seedOk);
    options.areaKm2 = parser.value(area).toDouble(&areaOk);
    if (!seedOk || !areaOk)
        return wrongUsage(
            said(QT_TRANSLATE_NOOP("democity", "--seed and --area-km2 need numbers.")));
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
    return {QStringLiteral("demo-city"), kUsage,
            said(QT_TRANSLATE_NOOP("democity",
                                   "Makes a plausible Chinese city to show GridHall with.")),
            run};
}

} // namespace gridhall::ctl
