// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall.h"
#include "startoptions.h"

#include <look/style.h>
#include <store/cityaddress.h>

#include <QApplication>
#include <QSettings>

#include <cstdio>

using namespace gridhall;

namespace {

int refuse(const Error &error, int code)
{
    std::fprintf(stderr, "gridhall: %s\n", qUtf8Printable(error.text()));
    return code;
}

look::Theme themeOf(const StartOptions &options)
{
    if (options.face == Face::Wall)
        return look::Theme::Wall;
    if (options.dark)
        return look::Theme::DeskDark;
    if (options.light)
        return look::Theme::DeskLight;
    return QSettings().value(QStringLiteral("desk/dark")).toBool() ? look::Theme::DeskDark
                                                                   : look::Theme::DeskLight;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gridhall"));
    QApplication::setOrganizationName(QStringLiteral("gridhall"));
    QApplication::setApplicationVersion(QStringLiteral(GRIDHALL_VERSION));
    QApplication::setApplicationDisplayName(QStringLiteral("GridHall"));

    const Result<StartOptions> options = StartOptions::parse(QApplication::arguments());
    if (!options)
        return refuse(options.error(), 2);
    look::installLanguage(app, options->language);
    const Result<store::CityAddress> address = store::CityAddress::parse(options->city);
    if (!address)
        return refuse(address.error(), 1);

    const look::Theme theme = themeOf(*options);
    look::applyTheme(app, theme);
    StartOptions start = *options;
    start.dark = theme == look::Theme::DeskDark;
    Hall hall(start, *address);
    hall.open();
    return QApplication::exec();
}
