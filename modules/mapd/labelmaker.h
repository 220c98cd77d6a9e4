// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapd/styletable.h>

#include <qgis.h>

#include <memory>

class QgsAbstractVectorLayerLabeling;
class QgsPalLayerSettings;
class QgsTextFormat;

namespace gridhall::mapd {

/// Turns the labels of a style layer into QGIS rule-based labelling in one theme's colours. Every
/// label has exactly one place, fixed to its feature, so that two tiles which both see the feature
/// set it alike. One thread; what the tables get wrong comes back as nullptr and error().
class LabelMaker
{
public:
    LabelMaker(const StyleTable &table, const QString &theme);

    std::unique_ptr<QgsAbstractVectorLayerLabeling> labeling(const StyleLayer &layer,
                                                             Qgis::GeometryType geometry);
    const QString &error() const { return m_error; }

private:
    std::unique_ptr<QgsPalLayerSettings> settings(const QJsonObject &label,
                                                  Qgis::GeometryType geometry);
    QgsTextFormat format(const QJsonObject &label);
    void place(const QJsonObject &label, Qgis::GeometryType geometry,
               QgsPalLayerSettings &settings) const;
    QColor colour(const QJsonObject &label, const char *key, const QString &otherwise);

    const StyleTable &m_table;
    QString m_theme;
    QString m_error;
};

} // namespace gridhall::mapd
