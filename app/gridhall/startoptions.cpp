// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>

namespace gridhall {

namespace {

Error wrong(const QString &what, const QString &subject)
{
    return Error{ErrorKind::InvalidInput, what, subject, QStringLiteral("See gridhall --help"), {}};
}

Result<QSize> parseSize(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() > 16384 || size.height() > 16384)
        return wrong(QStringLiteral("--size wants WIDTHxHEIGHT in pixels"), text);
    return size;
}

} // namespace

Result<StartOptions> StartOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("GridHall 网格指挥大厅: a city's grid-management hall."));
    parser.addOptions({
        {QStringLiteral("city"), QStringLiteral("The city's folder."), QStringLiteral("DIR")},
        {QStringLiteral("desk"), QStringLiteral("Open the seat's desk (the default).")},
        {QStringLiteral("wall"),
         QStringLiteral("Open the hall's wall, full screen unless --size is given.")},
        {QStringLiteral("size"), QStringLiteral("The window's size."), QStringLiteral("WxH")},
        {QStringLiteral("screenshot"),
         QStringLiteral("Wait until the window is complete, write it to FILE as PNG, and end."),
         QStringLiteral("FILE")},
        {QStringLiteral("language"), QStringLiteral("zh_CN or en."), QStringLiteral("LANGUAGE")},
        {QStringLiteral("seat"), QStringLiteral("Who sits at the desk: staff number or name."),
         QStringLiteral("PERSON")},
        {QStringLiteral("dark"), QStringLiteral("The desk's dark theme.")},
        {QStringLiteral("light"), QStringLiteral("The desk's light theme.")},
        {QStringLiteral("bench-start"),
         QStringLiteral("Print the start's timing as JSON, and end.")},
        {QStringLiteral("timeout"),
         QStringLiteral("Seconds that --screenshot and --bench-start wait."),
         QStringLiteral("SECONDS"), QStringLiteral("60")},
    });
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return wrong(parser.errorText(), {});
    if (parser.isSet(version)) {
        std::printf("gridhall %s\n", qUtf8Printable(QCoreApplication::applicationVersion()));
        std::exit(0);
    }
    if (parser.isSet(help)) {
        std::fputs(qUtf8Printable(parser.helpText()), stdout);
        std::exit(0);
    }

    StartOptions options;
    options.city = parser.value(QStringLiteral("city"));
    if (options.city.isEmpty())
        return wrong(QStringLiteral("No city is named: use --city DIR"), {});
    if (!parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("Unexpected word"), parser.positionalArguments().first());
    if (parser.isSet(QStringLiteral("wall")) && parser.isSet(QStringLiteral("desk")))
        return wrong(QStringLiteral("--wall and --desk cannot be had together"), {});
    options.face = parser.isSet(QStringLiteral("wall")) ? Face::Wall : Face::Desk;
    if (parser.isSet(QStringLiteral("size"))) {
        const Result<QSize> size = parseSize(parser.value(QStringLiteral("size")));
        if (!size)
            return size.error();
        options.size = *size;
    }
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("screenshot")) && options.screenshot.isEmpty())
        return wrong(QStringLiteral("--screenshot wants a file"), {});
    options.language = parser.value(QStringLiteral("language"));
    options.seat = parser.value(QStringLiteral("seat"));
    options.dark = parser.isSet(QStringLiteral("dark"));
    options.light = parser.isSet(QStringLiteral("light"));
    options.benchStart = parser.isSet(QStringLiteral("bench-start"));
    bool isNumber = false;
    options.timeoutSecs = parser.value(QStringLiteral("timeout")).toInt(&isNumber);
    if (!isNumber || options.timeoutSecs < 1)
        return wrong(QStringLiteral("--timeout wants seconds"),
                     parser.value(QStringLiteral("timeout")));
    return options;
}

} // namespace gridhall
