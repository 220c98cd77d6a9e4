// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <look/palette.h>

#include <QtMath>

namespace gridhall::look {

namespace {

QColor colour(QRgb rgb, int alpha = 255)
{
    QColor result(rgb);
    result.setAlpha(alpha);
    return result;
}

/// The hues that stand out on a dark ground; shared by the wall and the dark desk.
void setBrightMeanings(Palette &p)
{
    p.onTime = colour(0x3DDC97);
    p.dueSoon = colour(0xFFC857);
    p.overdue = colour(0xFF8585);
    p.suspended = colour(0x9DB0CC);
    p.closed = colour(0x7FB0FF);
    p.alarm = colour(0xFF86AD);
    p.patroller = colour(0xFFD400);
    p.vehicle = colour(0x4CC9F0);
    p.camera = colour(0xC9A6FF);
}

Palette wallPalette()
{
    Palette p;
    p.theme = Theme::Wall;
    setBrightMeanings(p);
    p.text = colour(0xEAF0FA);
    p.secondaryText = colour(0xA9B8CF);
    p.ground = colour(0x0B1220);
    p.panel = colour(0x121C2E);
    p.edge = colour(0x22314A);
    p.selection = colour(0x1E2D47);
    p.ink = colour(0xEAF0FA);
    p.onInk = colour(0x0B1220);
    p.unitGrid = colour(0x5B7196, 110);
    p.responsibilityGrid = colour(0x8FA6D0, 200);
    p.gridHighlight = colour(0xEAF0FA);
    return p;
}

Palette deskDarkPalette()
{
    Palette p = wallPalette();
    p.theme = Theme::DeskDark;
    p.ground = colour(0x0D1626);
    return p;
}

Palette deskLightPalette()
{
    Palette p;
    p.theme = Theme::DeskLight;
    p.onTime = colour(0x0B6B43);
    p.dueSoon = colour(0x7A4E00);
    p.overdue = colour(0xB01E1E);
    p.suspended = colour(0x46546B);
    p.closed = colour(0x1745B8);
    p.alarm = colour(0xA3124F);
    p.patroller = colour(0x6B5600);
    p.vehicle = colour(0x00566F);
    p.camera = colour(0x5B2DB0);
    p.text = colour(0x172033);
    p.secondaryText = colour(0x46546B);
    p.ground = colour(0xFFFFFF);
    p.panel = colour(0xF4F6FA);
    p.edge = colour(0xD5DCE8);
    p.selection = colour(0xE6ECF6);
    p.ink = colour(0x172033);
    p.onInk = colour(0xFFFFFF);
    p.unitGrid = colour(0x5F7BB0, 150);
    p.responsibilityGrid = colour(0x4667A8, 210);
    p.gridHighlight = colour(0x3A62AE);
    return p;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : qPow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

const Palette &palette(Theme theme)
{
    static const Palette wall = wallPalette();
    static const Palette dark = deskDarkPalette();
    static const Palette light = deskLightPalette();
    switch (theme) {
    case Theme::DeskLight:
        return light;
    case Theme::DeskDark:
        return dark;
    case Theme::Wall:
    case Theme::None:
        break;
    }
    return wall;
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

} // namespace gridhall::look
