// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/symbolmaker.h>

#include <QJsonDocument>
#include <QMap>

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgsnullsymbolrenderer.h>
#include <qgsproperty.h>
#include <qgsrulebasedrenderer.h>

namespace gridhall::mapd {

namespace {

double number(const QJsonObject &object, const char *key, double otherwise = 0.0)
{
    return object.value(QLatin1String(key)).toDouble(otherwise);
}

QString word(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// Lengths are millimetres on the sheet unless the part says that they are metres on the ground.
Qgis::RenderUnit unitOf(const QJsonObject &part)
{
    return word(part, "unit") == QLatin1String("m") ? Qgis::RenderUnit::MapUnits
                                                    : Qgis::RenderUnit::Millimeters;
}

bool isFor(const QJsonObject &rule, const QString &theme)
{
    const QJsonValue themes = rule.value(QStringLiteral("themes"));
    return !themes.isArray() || themes.toArray().contains(theme);
}

} // namespace

SymbolMaker::SymbolMaker(const StyleTable &table, const QString &theme)
    : m_table(table), m_theme(theme)
{
}

std::unique_ptr<QgsFeatureRenderer> SymbolMaker::renderer(const StyleLayer &layer,
                                                          Qgis::GeometryType geometry,
                                                          const QStringList &presentClasses)
{
    m_error.clear();
    std::unique_ptr<QgsFeatureRenderer> made =
        layer.signs.isEmpty() ? ruleRenderer(layer, geometry) : signRenderer(layer, presentClasses);
    if (!m_error.isEmpty()) {
        m_error = QStringLiteral("%1, layer %2: %3").arg(layer.file, layer.id, m_error);
        return nullptr;
    }
    return made;
}

std::unique_ptr<QgsFeatureRenderer> SymbolMaker::ruleRenderer(const StyleLayer &layer,
                                                              Qgis::GeometryType geometry)
{
    auto root = std::make_unique<QgsRuleBasedRenderer::Rule>(nullptr);
    bool levels = false;
    for (const QJsonValue &value : layer.rules) {
        const QJsonObject object = value.toObject();
        if (!isFor(object, m_theme))
            continue;
        const QJsonArray parts = object.value(QStringLiteral("draw")).toArray();
        for (const QJsonValue &part : parts)
            levels = levels || part.toObject().contains(QStringLiteral("pass"));
        std::unique_ptr<QgsSymbol> made = symbol(parts, geometry);
        if (!made)
            return nullptr;
        const ScaleRange range = m_table.scaleRange(object.value(QStringLiteral("scales")));
        root->appendChild(new QgsRuleBasedRenderer::Rule(made.release(), range.maximumScale,
                                                         range.minimumScale, word(object, "where"),
                                                         word(object, "title")));
    }
    if (root->children().isEmpty())
        return std::make_unique<QgsNullSymbolRenderer>();
    auto made = std::make_unique<QgsRuleBasedRenderer>(root.release());
    made->setUsingSymbolLevels(levels);
    return made;
}

std::unique_ptr<QgsFeatureRenderer> SymbolMaker::signRenderer(const StyleLayer &layer,
                                                              const QStringList &presentClasses)
{
    const QJsonObject classes = layer.signs.value(QStringLiteral("classes")).toObject();
    const auto signOf = [&classes](const QString &code) {
        QJsonValue sign = classes.value(code);
        if (sign.isUndefined())
            sign = classes.value(code.left(2));
        return sign.isUndefined() ? classes.value(QStringLiteral("other")) : sign;
    };
    const auto symbolOf = [this, &layer, &signOf](const QString &code) {
        const QJsonValue sign = signOf(code);
        QJsonObject part = layer.signs;
        if (sign.isObject()) {
            const QJsonObject own = sign.toObject();
            for (auto it = own.begin(); it != own.end(); ++it)
                part.insert(it.key(), it.value());
        } else {
            part.insert(QStringLiteral("sign"), sign);
        }
        return symbol({part}, Qgis::GeometryType::Point);
    };
    // One class of the renderer for all codes of one sign, and only for codes that occur: every
    // class costs time when the project is opened. What comes later has the sign for "other" at
    // least.
    QMap<QString, QVariantList> codesOfSign;
    for (const QString &code : presentClasses)
        codesOfSign[QString::fromUtf8(QJsonDocument(QJsonArray{signOf(code)}).toJson())] << code;
    QgsCategoryList categories;
    for (const QVariantList &codes : std::as_const(codesOfSign)) {
        std::unique_ptr<QgsSymbol> made = symbolOf(codes.first().toString());
        if (!made)
            return nullptr;
        categories << QgsRendererCategory(codes, made.release(), codes.first().toString());
    }
    if (classes.contains(QStringLiteral("other"))) {
        std::unique_ptr<QgsSymbol> other = symbolOf(QString());
        if (!other)
            return nullptr;
        categories << QgsRendererCategory(QVariant(), other.release(), QString());
    }
    return std::make_unique<QgsCategorizedSymbolRenderer>(word(layer.signs, "by"), categories);
}

std::unique_ptr<QgsSymbol> SymbolMaker::symbol(const QJsonArray &parts, Qgis::GeometryType geometry)
{
    QgsSymbolLayerList layers;
    for (const QJsonValue &value : parts) {
        std::unique_ptr<QgsSymbolLayer> made = part(value.toObject());
        if (!made) {
            qDeleteAll(layers);
            return nullptr;
        }
        layers << made.release();
    }
    if (layers.isEmpty()) {
        m_error = QStringLiteral("a rule has nothing in \"draw\".");
        return nullptr;
    }
    std::unique_ptr<QgsSymbol> made;
    if (geometry == Qgis::GeometryType::Point)
        made = std::make_unique<QgsMarkerSymbol>(layers);
    else if (geometry == Qgis::GeometryType::Line)
        made = std::make_unique<QgsLineSymbol>(layers);
    else
        made = std::make_unique<QgsFillSymbol>(layers);
    // Dashes, ticks and patterns must fall on the same ground in every tile, so they are laid out
    // along the whole feature, never along the piece that a tile happens to see.
    made->setClipFeaturesToExtent(false);
    return made;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::part(const QJsonObject &object)
{
    std::unique_ptr<QgsSymbolLayer> made;
    if (object.contains(QStringLiteral("fill")))
        made = fillPart(object);
    else if (object.contains(QStringLiteral("line")))
        made = linePart(object);
    else if (object.contains(QStringLiteral("ticks")))
        made = tickPart(object);
    else if (object.contains(QStringLiteral("repeat")))
        made = repeatPart(object);
    else if (object.contains(QStringLiteral("pattern")))
        made = patternPart(object);
    else if (object.contains(QStringLiteral("sign")))
        made = signPart(object);
    else if (object.contains(QStringLiteral("dot")))
        made = dotPart(object);
    else
        m_error = QStringLiteral(
            "a part of \"draw\" is none of fill, line, ticks, repeat, pattern, sign, dot.");
    if (made && object.contains(QStringLiteral("pass")))
        made->setRenderingPass(int(number(object, "pass")));
    return m_error.isEmpty() ? std::move(made) : nullptr;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::fillPart(const QJsonObject &object)
{
    auto made = std::make_unique<QgsSimpleFillSymbolLayer>();
    if (word(object, "fill") == QLatin1String("none"))
        made->setBrushStyle(Qt::NoBrush);
    else
        made->setFillColor(colour(object.value(QStringLiteral("fill"))));
    if (object.contains(QStringLiteral("edge"))) {
        made->setStrokeColor(colour(object.value(QStringLiteral("edge"))));
        made->setStrokeWidth(number(object, "width", 0.25));
        made->setStrokeWidthUnit(unitOf(object));
        made->setPenJoinStyle(Qt::MiterJoin);
        if (word(object, "style") == QLatin1String("dash"))
            made->setStrokeStyle(Qt::DashLine);
        else if (word(object, "style") == QLatin1String("dot"))
            made->setStrokeStyle(Qt::DotLine);
    } else {
        made->setStrokeStyle(Qt::NoPen);
    }
    return made;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::linePart(const QJsonObject &object)
{
    auto made = std::make_unique<QgsSimpleLineSymbolLayer>(
        colour(object.value(QStringLiteral("line"))), number(object, "width", 0.25));
    made->setWidthUnit(unitOf(object));
    if (object.value(QStringLiteral("width")).isString())
        made->setDataDefinedProperty(QgsSymbolLayer::Property::StrokeWidth,
                                     QgsProperty::fromExpression(word(object, "width")));
    made->setPenJoinStyle(word(object, "join") == QLatin1String("miter") ? Qt::MiterJoin
                                                                         : Qt::RoundJoin);
    made->setPenCapStyle(word(object, "cap") == QLatin1String("round") ? Qt::RoundCap
                                                                       : Qt::FlatCap);
    const QJsonArray dash = object.value(QStringLiteral("dash")).toArray();
    if (!dash.isEmpty()) {
        QVector<qreal> lengths;
        for (const QJsonValue &length : dash)
            lengths << length.toDouble();
        made->setUseCustomDashPattern(true);
        made->setCustomDashVector(lengths);
        made->setCustomDashPatternUnit(unitOf(object));
    }
    if (object.contains(QStringLiteral("offset"))) {
        made->setOffset(number(object, "offset"));
        made->setOffsetUnit(unitOf(object));
    }
    return made;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::tickPart(const QJsonObject &object)
{
    const double length = number(object, "length", 1.2);
    auto made = std::make_unique<QgsHashedLineSymbolLayer>(true, number(object, "every", 10.0));
    made->setIntervalUnit(Qgis::RenderUnit::Millimeters);
    made->setOffsetAlongLine(number(object, "every", 10.0) / 2.0);
    made->setOffsetAlongLineUnit(Qgis::RenderUnit::Millimeters);
    made->setHashLength(length);
    made->setHashLengthUnit(Qgis::RenderUnit::Millimeters);
    const QString side = word(object, "side");
    if (!side.isEmpty()) {
        made->setOffset(side == QLatin1String("left") ? -length / 2.0 : length / 2.0);
        made->setOffsetUnit(Qgis::RenderUnit::Millimeters);
    }
    auto stroke = std::make_unique<QgsSimpleLineSymbolLayer>(
        colour(object.value(QStringLiteral("ticks"))), number(object, "width", 0.25));
    stroke->setPenCapStyle(Qt::FlatCap);
    made->setSubSymbol(new QgsLineSymbol({stroke.release()}));
    return made;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::repeatPart(const QJsonObject &object)
{
    std::unique_ptr<QgsMarkerSymbol> sign =
        marker(object.value(QStringLiteral("repeat")).toObject());
    if (!sign)
        return nullptr;
    auto made = std::make_unique<QgsMarkerLineSymbolLayer>(
        object.value(QStringLiteral("turn")).toBool(), number(object, "every", 10.0));
    made->setIntervalUnit(unitOf(object));
    if (word(object, "at") == QLatin1String("ends"))
        made->setPlacements(Qgis::MarkerLinePlacement::FirstVertex |
                            Qgis::MarkerLinePlacement::LastVertex);
    else if (word(object, "at") == QLatin1String("corners"))
        made->setPlacements(Qgis::MarkerLinePlacement::Vertex);
    made->setSubSymbol(sign.release());
    return made;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::patternPart(const QJsonObject &object)
{
    std::unique_ptr<QgsMarkerSymbol> sign =
        marker(object.value(QStringLiteral("pattern")).toObject());
    if (!sign)
        return nullptr;
    auto made = std::make_unique<QgsPointPatternFillSymbolLayer>();
    made->setDistanceX(number(object, "dx", 12.0));
    made->setDistanceY(number(object, "dy", 10.0));
    made->setDisplacementX(made->distanceX() / 2.0);
    for (const auto setUnit : {&QgsPointPatternFillSymbolLayer::setDistanceXUnit,
                               &QgsPointPatternFillSymbolLayer::setDistanceYUnit,
                               &QgsPointPatternFillSymbolLayer::setDisplacementXUnit})
        ((*made).*setUnit)(Qgis::RenderUnit::Millimeters);
    // Anchored on the feature, and whole signs only: the same in every tile, none cut at an edge.
    made->setCoordinateReference(Qgis::SymbolCoordinateReference::Feature);
    made->setClipMode(Qgis::MarkerClipMode::CompletelyWithin);
    made->setSubSymbol(sign.release());
    return made;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::signPart(const QJsonObject &object)
{
    const QString path = m_table.sign(word(object, "sign"));
    if (path.isEmpty()) {
        m_error = QStringLiteral("there is no sign symbols/%1.svg.").arg(word(object, "sign"));
        return nullptr;
    }
    auto made = std::make_unique<QgsSvgMarkerSymbolLayer>(path, number(object, "size", 3.0));
    made->setSizeUnit(unitOf(object));
    if (object.value(QStringLiteral("size")).isString())
        made->setDataDefinedProperty(QgsSymbolLayer::Property::Size,
                                     QgsProperty::fromExpression(word(object, "size")));
    made->setStrokeColor(colour(object.value(QStringLiteral("colour"))));
    made->setFillColor(colour(object.value(QStringLiteral("inside"))));
    made->setStrokeWidth(0.0);
    const QJsonArray anchor = object.value(QStringLiteral("offset")).toArray();
    if (anchor.size() == 2) {
        made->setOffset({anchor.at(0).toDouble(), anchor.at(1).toDouble()});
        made->setOffsetUnit(Qgis::RenderUnit::Millimeters);
    }
    return made;
}

std::unique_ptr<QgsSymbolLayer> SymbolMaker::dotPart(const QJsonObject &object)
{
    const bool hidden = word(object, "dot") == QLatin1String("none");
    auto made = std::make_unique<QgsSimpleMarkerSymbolLayer>(
        word(object, "shape") == QLatin1String("square") ? Qgis::MarkerShape::Square
                                                         : Qgis::MarkerShape::Circle,
        number(object, "size", 0.8));
    made->setFillColor(hidden ? QColor(0, 0, 0, 0) : colour(object.value(QStringLiteral("dot"))));
    if (object.contains(QStringLiteral("edge"))) {
        made->setStrokeColor(colour(object.value(QStringLiteral("edge"))));
        made->setStrokeWidth(number(object, "width", 0.2));
    } else {
        made->setStrokeStyle(Qt::NoPen);
    }
    return made;
}

std::unique_ptr<QgsMarkerSymbol> SymbolMaker::marker(const QJsonObject &object)
{
    std::unique_ptr<QgsSymbolLayer> made = part(object);
    if (!made)
        return nullptr;
    if (made->type() != Qgis::SymbolType::Marker) {
        m_error = QStringLiteral("what is repeated must be a sign or a dot.");
        return nullptr;
    }
    return std::make_unique<QgsMarkerSymbol>(QgsSymbolLayerList{made.release()});
}

QColor SymbolMaker::colour(const QJsonValue &name)
{
    const QColor found = m_table.colour(m_theme, name.toString());
    if (!found.isValid())
        m_error = QStringLiteral("theme %1 has no colour \"%2\".").arg(m_theme, name.toString());
    return found;
}

} // namespace gridhall::mapd
