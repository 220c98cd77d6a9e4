// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <qgspointxy.h>
#include <qgsrectangle.h>

#include <unordered_map>
#include <vector>

namespace gridhall::mapd {

/// One piece of text with its final place at one scale step: a letter of a street's name, or a
/// whole place name.
struct Letter
{
    QString text;
    QString role; ///< "street" or "place"
    QString kind;
    int rank = 0;
    int step = 0;
    double sizeMm = 0.0;
    double spacingMm = 0.0;
    double clockwiseDeg = 0.0;
    QgsPointXY at;
};

struct NamedLine
{
    QString name;
    QString kind;
    std::vector<QgsPointXY> points;
};

struct NamedPoint
{
    QString name;
    QString kind;
    int rank = 4;
    QgsPointXY at;
};

/// Boxes on the ground that are taken already, in cells so that a large city stays quick.
class TakenGround
{
public:
    explicit TakenGround(double cellM) : m_cellM(cellM) {}
    bool isFree(const QgsRectangle &box) const;
    void take(const QgsRectangle &box);

private:
    double m_cellM;
    std::unordered_map<qint64, std::vector<QgsRectangle>> m_cells;
};

/// Sets the names of streets and places for each scale step, once, for the whole city. A street's
/// letters stand along its middle, wide apart, upright: from left to right, or in a column on a
/// street that runs north and south. Because every place is decided here and not while a tile is
/// painted, a name is the same in every tile, and no two names overlap.
class Lettering
{
public:
    /// `table`: lettering.json: {"streets": {"<step>": {"<kind>": {size, pitch, repeat}}},
    /// "places": {"<step>": {"<rank>": {size, spacing}}}}, lengths in millimetres on the sheet.
    explicit Lettering(const QJsonObject &table) : m_table(table) {}

    QList<Letter> set(const std::vector<NamedLine> &streets, std::vector<NamedPoint> places,
                      int step) const;

private:
    void setStreets(const std::vector<NamedLine> &streets, int step, TakenGround &taken,
                    QList<Letter> &letters) const;
    void setPlaces(const std::vector<NamedPoint> &places, int fromRank, int toRank, int step,
                   TakenGround &taken, QList<Letter> &letters) const;

    QJsonObject m_table;
};

} // namespace gridhall::mapd
