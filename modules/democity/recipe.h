// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace gridhall::democity {

struct StreetStyle
{
    QString kind; ///< of BasemapLayer::RoadLine
    double widthM = 9.0;
    double walkM = 3.0;
    double cornerM = 8.0;
    double beltM = 0.0; ///< width of the green strips between carriageway and side lanes; 0: none
};

/// One class of component and where such things stand.
struct ComponentRule
{
    QString classCode;
    QString name;
    QString owner; ///< keys of units.json; 街道 and 环卫 mean the one of the place
    QString maintainer;
    QString competent;
    QString side;
    double everyM = 0.0;
    double fromKerbM = 0.0;   ///< into the carriageway
    double behindKerbM = 0.0; ///< onto the walkway
    double shelterM = 0.0;    ///< length of the roof that stands there; 0: none
    QStringList kinds;
};

/// What a demo city is made of (maps/democity/*.json, compiled in): names, widths, shares, units.
/// Immutable after load.
class Recipe
{
public:
    static Result<Recipe> load();

    QString cityName;
    QString divisionCode;
    QString crs;
    QString timeZone;
    geo::MapPoint centre;
    double tiltDeg = 0.0;
    double proportion = 1.0;
    QMap<QString, StreetStyle> streetStyles;
    double mainSpacingLowM = 0.0;
    double mainSpacingHighM = 0.0;
    double waveAlongM = 0.0;
    double waveAcrossM = 0.0;
    double riverWidthM = 0.0;
    double riverRoadOffsetM = 0.0;
    QString riverName;
    QStringList riverRoadNames;
    QString railwayName; ///< empty: none
    QMap<QString, QMap<QString, double>> districtShares;
    QMap<QString, double> blockTargetM2;
    double communityKm2 = 0.0;
    int communitiesPerStreet = 0;
    double gridTargetM2 = 0.0;
    double gridSmallestM2 = 0.0;
    double gridLargestM2 = 0.0;
    double terrainBaseM = 0.0;
    double terrainReliefM = 0.0;

    /// A list of names.json; empty when there is none of that key.
    QStringList names(const QString &key) const;
    QString ringName(const QString &side) const;
    QString surnames() const;
    QList<ComponentRule> rules(const QString &where) const;
    const QJsonObject &units() const { return m_units; }
    const QJsonObject &cases() const { return m_cases; }

private:
    QJsonObject m_names;
    QJsonObject m_units;
    QJsonObject m_components;
    QJsonObject m_cases;
};

} // namespace gridhall::democity
