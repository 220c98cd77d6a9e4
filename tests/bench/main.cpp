// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startbench.h"
#include "viewbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QJsonDocument>

#include <cstdio>

using namespace gridhall::bench;

namespace {

QSize sizeFrom(const QString &text, const QSize &fallback)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    return size.isEmpty() ? fallback : size;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gridhall-bench"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("what"),
                                 QStringLiteral("start: gridhall's start to a complete map; "
                                                "view: the map view's frames"));
    parser.addOptions(
        {{QStringLiteral("city"), QStringLiteral("City folder."), QStringLiteral("dir")},
         {QStringLiteral("size"), QStringLiteral("Of the window."), QStringLiteral("WxH")},
         {QStringLiteral("repeat"), QStringLiteral("Runs."), QStringLiteral("n"),
          QStringLiteral("5")},
         {QStringLiteral("theme"), QStringLiteral("Map theme (view)."), QStringLiteral("name"),
          QStringLiteral("night")},
         {QStringLiteral("scale"), QStringLiteral("1:n (view)."), QStringLiteral("n"),
          QStringLiteral("5000")}});
    parser.process(app);
    const QString what = parser.positionalArguments().value(0);
    const QString city = QDir(parser.value(QStringLiteral("city"))).absolutePath();
    if (!parser.isSet(QStringLiteral("city")) ||
        (what != QLatin1String("start") && what != QLatin1String("view")))
        parser.showHelp(2);

    QJsonObject result;
    QString error;
    if (what == QLatin1String("start")) {
        StartBench bench;
        bench.city = city;
        bench.size = sizeFrom(parser.value(QStringLiteral("size")), bench.size);
        bench.repeats = qBound(1, parser.value(QStringLiteral("repeat")).toInt(), 100);
        result = bench.run(error);
    } else {
        ViewBench bench;
        bench.project = QDir(city).filePath(QStringLiteral("hall.qgz"));
        if (!QFile::exists(bench.project))
            bench.project.replace(QLatin1String(".qgz"), QLatin1String(".qgs"));
        bench.size = sizeFrom(parser.value(QStringLiteral("size")), bench.size);
        bench.theme = parser.value(QStringLiteral("theme"));
        bench.denominator = qMax(100, parser.value(QStringLiteral("scale")).toInt());
        result = bench.run(error);
    }
    if (result.isEmpty()) {
        std::fprintf(stderr, "gridhall-bench: %s\n", qUtf8Printable(error));
        return 1;
    }
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
