// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridhall::mapd {

/// The scales at which something is drawn, as QGIS understands them: `maximumScale` is the larger
/// scale's denominator, `minimumScale` the smaller one's, 0 means without limit.
struct ScaleRange
{
    double maximumScale = 0.0;
    double minimumScale = 0.0;
};

/// One layer of the map as the style tables describe it: which table it draws, by which rules, with
/// which labels. Rules, signs and labels stay JSON until a theme's colours are known.
struct StyleLayer
{
    QString id;
    QString table;
    QString title;
    QString file;       ///< where it was read, for messages
    QStringList themes; ///< empty: every theme
    QString without;    ///< drawn only when the base map has nothing in this table
    QJsonArray rules;
    QJsonObject signs; ///< a categorised layer: {"by", "scales", "size", "classes": {…}}
    QJsonArray labels;
};

/// The look of the map as data: maps/styles/*.json, with the signs of maps/symbols. A city changes
/// these files to change its map. A value; reading fails with a message that names file and place.
class StyleTable
{
public:
    /// `folder` holds styles/ and symbols/.
    static std::optional<StyleTable> read(const QString &folder, QString &error);

    const QStringList &themes() const { return m_themes; }
    const QList<int> &steps() const { return m_steps; }
    const QString &font() const { return m_font; }
    /// From the ground up.
    const QList<StyleLayer> &layers() const { return m_layers; }
    /// How street and place names are set, by scale step; see lettering.h.
    const QJsonObject &lettering() const { return m_lettering; }

    /// A palette name or #rrggbb; invalid when there is no such colour.
    QColor colour(const QString &theme, const QString &name) const;
    /// "base64:…" of a sign, so that the project needs no file beside it; empty when it is missing.
    QString sign(const QString &name) const;
    /// From `scales` in an object: [first step, last step], or absent for every scale. Boundaries
    /// lie half way (geometrically) between the standard steps.
    ScaleRange scaleRange(const QJsonValue &scales) const;

private:
    bool readIndex(const QString &folder, QStringList &files, QString &error);
    bool readLayers(const QString &path, QString &error);
    bool readSigns(const QString &folder, QString &error);

    QStringList m_themes;
    QList<int> m_steps;
    QString m_font;
    QHash<QString, QHash<QString, QColor>> m_palettes;
    QHash<QString, QString> m_signs;
    QList<StyleLayer> m_layers;
    QJsonObject m_lettering;
};

} // namespace gridhall::mapd
