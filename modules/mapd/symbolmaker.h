// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapd/styletable.h>

#include <qgis.h>

#include <memory>

class QgsFeatureRenderer;
class QgsMarkerSymbol;
class QgsSymbol;
class QgsSymbolLayer;

namespace gridhall::mapd {

/// Turns the rules and signs of a style layer into a QGIS renderer in one theme's colours. One
/// thread. What the tables get wrong (an unknown colour, sign or kind) comes back as nullptr and
/// error().
class SymbolMaker
{
public:
    SymbolMaker(const StyleTable &table, const QString &theme);

    /// `presentClasses`: the values that really occur, so that a class without a sign of its own
    /// gets the one of its major class.
    std::unique_ptr<QgsFeatureRenderer> renderer(const StyleLayer &layer,
                                                 Qgis::GeometryType geometry,
                                                 const QStringList &presentClasses);
    const QString &error() const { return m_error; }

private:
    std::unique_ptr<QgsFeatureRenderer> ruleRenderer(const StyleLayer &layer,
                                                     Qgis::GeometryType geometry);
    std::unique_ptr<QgsFeatureRenderer> signRenderer(const StyleLayer &layer,
                                                     const QStringList &presentClasses);
    std::unique_ptr<QgsSymbol> symbol(const QJsonArray &parts, Qgis::GeometryType geometry);
    std::unique_ptr<QgsSymbolLayer> part(const QJsonObject &part);
    std::unique_ptr<QgsSymbolLayer> fillPart(const QJsonObject &part);
    std::unique_ptr<QgsSymbolLayer> linePart(const QJsonObject &part);
    std::unique_ptr<QgsSymbolLayer> tickPart(const QJsonObject &part);
    std::unique_ptr<QgsSymbolLayer> repeatPart(const QJsonObject &part);
    std::unique_ptr<QgsSymbolLayer> patternPart(const QJsonObject &part);
    std::unique_ptr<QgsSymbolLayer> signPart(const QJsonObject &part);
    std::unique_ptr<QgsSymbolLayer> dotPart(const QJsonObject &part);
    std::unique_ptr<QgsMarkerSymbol> marker(const QJsonObject &part);
    QColor colour(const QJsonValue &name);

    const StyleTable &m_table;
    QString m_theme;
    QString m_error;
};

} // namespace gridhall::mapd
