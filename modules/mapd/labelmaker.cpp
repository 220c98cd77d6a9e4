// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/labelmaker.h>

#include <qgsexpression.h>
#include <qgslabelobstaclesettings.h>
#include <qgslabelplacementsettings.h>
#include <qgspallabeling.h>
#include <qgsproperty.h>
#include <qgsrulebasedlabeling.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>

namespace gridhall::mapd {

namespace {

QString word(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

bool isFor(const QJsonObject &label, const QString &theme)
{
    const QJsonValue themes = label.value(QStringLiteral("themes"));
    return !themes.isArray() || themes.toArray().contains(theme);
}

/// The side of its point on which a label stands.
Qgis::LabelQuadrantPosition quadrant(const QString &side)
{
    if (side == QLatin1String("right"))
        return Qgis::LabelQuadrantPosition::Right;
    if (side == QLatin1String("above right"))
        return Qgis::LabelQuadrantPosition::AboveRight;
    if (side == QLatin1String("below right"))
        return Qgis::LabelQuadrantPosition::BelowRight;
    if (side == QLatin1String("above"))
        return Qgis::LabelQuadrantPosition::Above;
    if (side == QLatin1String("below"))
        return Qgis::LabelQuadrantPosition::Below;
    return Qgis::LabelQuadrantPosition::Over;
}

} // namespace

LabelMaker::LabelMaker(const StyleTable &table, const QString &theme)
    : m_table(table), m_theme(theme)
{
}

std::unique_ptr<QgsAbstractVectorLayerLabeling> LabelMaker::labeling(const StyleLayer &layer,
                                                                     Qgis::GeometryType geometry)
{
    m_error.clear();
    auto root = std::make_unique<QgsRuleBasedLabeling::Rule>(nullptr);
    for (const QJsonValue &value : layer.labels) {
        const QJsonObject label = value.toObject();
        if (!isFor(label, m_theme))
            continue;
        std::unique_ptr<QgsPalLayerSettings> made = settings(label, geometry);
        if (!made) {
            m_error = QStringLiteral("%1, layer %2, label: %3").arg(layer.file, layer.id, m_error);
            return nullptr;
        }
        const ScaleRange range = m_table.scaleRange(label.value(QStringLiteral("scales")));
        root->appendChild(new QgsRuleBasedLabeling::Rule(made.release(), range.maximumScale,
                                                         range.minimumScale, word(label, "where"),
                                                         word(label, "title")));
    }
    return std::make_unique<QgsRuleBasedLabeling>(root.release());
}

std::unique_ptr<QgsPalLayerSettings> LabelMaker::settings(const QJsonObject &label,
                                                          Qgis::GeometryType geometry)
{
    auto made = std::make_unique<QgsPalLayerSettings>();
    made->fieldName = word(label, "text");
    made->isExpression = true;
    const QgsExpression text(made->fieldName);
    if (made->fieldName.isEmpty() || text.hasParserError()) {
        m_error = QStringLiteral("\"text\" is not an expression: %1").arg(text.parserErrorString());
        return nullptr;
    }
    made->setFormat(format(label));
    if (!m_error.isEmpty())
        return nullptr;
    place(label, geometry, *made);
    made->priority = label.value(QStringLiteral("priority")).toInt(5);
    QgsLabelPlacementSettings overlap = made->placementSettings();
    overlap.setOverlapHandling(label.value(QStringLiteral("always")).toBool()
                                   ? Qgis::LabelOverlapHandling::AllowOverlapIfRequired
                                   : Qgis::LabelOverlapHandling::PreventOverlap);
    made->setPlacementSettings(overlap);
    QgsLabelObstacleSettings obstacle;
    obstacle.setIsObstacle(false);
    made->setObstacleSettings(obstacle);

    QgsPropertyCollection properties = made->dataDefinedProperties();
    const QString angle = word(label, "angle");
    if (!angle.isEmpty())
        properties.setProperty(QgsPalLayerSettings::Property::LabelRotation,
                               QgsProperty::fromExpression(angle));
    if (label.value(QStringLiteral("size")).isString())
        properties.setProperty(QgsPalLayerSettings::Property::Size,
                               QgsProperty::fromExpression(word(label, "size")));
    made->setDataDefinedProperties(properties);
    return made;
}

QgsTextFormat LabelMaker::format(const QJsonObject &label)
{
    QFont font(m_table.font());
    font.setBold(label.value(QStringLiteral("bold")).toBool());
    font.setUnderline(label.value(QStringLiteral("underline")).toBool());
    const double spacing = label.value(QStringLiteral("spacing")).toDouble();
    if (spacing > 0.0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, spacing);

    QgsTextFormat made;
    made.setFont(font);
    made.setNamedStyle(font.bold() ? QStringLiteral("Bold") : QStringLiteral("Regular"));
    made.setSize(label.value(QStringLiteral("size")).toDouble(3.5));
    made.setSizeUnit(Qgis::RenderUnit::Millimeters);
    made.setColor(colour(label, "colour", QStringLiteral("ink")));
    const double halo = label.value(QStringLiteral("halo")).toDouble(0.5);
    if (halo > 0.0) {
        QgsTextBufferSettings buffer;
        buffer.setEnabled(true);
        buffer.setSize(halo);
        buffer.setSizeUnit(Qgis::RenderUnit::Millimeters);
        buffer.setColor(colour(label, "haloColour", QStringLiteral("ground")));
        buffer.setJoinStyle(Qt::RoundJoin);
        made.setBuffer(buffer);
    }
    return made;
}

void LabelMaker::place(const QJsonObject &label, Qgis::GeometryType geometry,
                       QgsPalLayerSettings &settings) const
{
    settings.placement = Qgis::LabelPlacement::OverPoint;
    settings.centroidWhole = geometry == Qgis::GeometryType::Polygon;
    settings.centroidInside = settings.centroidWhole;
    const QString at = word(label, "at");
    if (!at.isEmpty()) {
        settings.geometryGenerator = at;
        settings.geometryGeneratorEnabled = true;
        settings.geometryGeneratorType = Qgis::GeometryType::Point;
    }
    QgsLabelPointSettings point = settings.pointSettings();
    point.setQuadrant(quadrant(word(label, "side")));
    settings.setPointSettings(point);
    const QJsonArray offset = label.value(QStringLiteral("offset")).toArray();
    if (offset.size() == 2) {
        settings.xOffset = offset.at(0).toDouble();
        settings.yOffset = offset.at(1).toDouble();
        settings.offsetUnits = Qgis::RenderUnit::Millimeters;
    }
}

QColor LabelMaker::colour(const QJsonObject &label, const char *key, const QString &otherwise)
{
    const QString name = label.value(QLatin1String(key)).toString(otherwise);
    const QColor found = m_table.colour(m_theme, name);
    if (!found.isValid())
        m_error = QStringLiteral("theme %1 has no colour \"%2\".").arg(m_theme, name);
    return found;
}

} // namespace gridhall::mapd
