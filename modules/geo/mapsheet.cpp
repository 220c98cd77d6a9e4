// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/mapsheet.h>

#include <QRegularExpression>

#include <cmath>

namespace gridhall::geo {

namespace {

constexpr double kSideM = 250.0;

QString kilometres(double metres)
{
    return QString::number(std::floor(metres / kSideM) * kSideM / 1000.0, 'f', 2);
}

} // namespace

QString sheetNumber500(const MapPoint &point)
{
    if (!std::isfinite(point.east) || !std::isfinite(point.north))
        return {};
    return kilometres(point.north) + QLatin1Char('-') + kilometres(point.east);
}

MapBox sheetBox500(const QString &number)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(-?[0-9]{1,5}\\.(?:00|25|50|75))-(-?[0-9]{1,5}\\.(?:00|25|50|75))$"));
    const QRegularExpressionMatch match = pattern.match(number);
    if (!match.hasMatch())
        return {};
    const double south = match.captured(1).toDouble() * 1000.0;
    const double west = match.captured(2).toDouble() * 1000.0;
    return {west, south, west + kSideM, south + kSideM};
}

} // namespace gridhall::geo
