// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/cassmeaning.h>

#include <geo/boxindex.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace gridhall::transfer {

namespace {

using geo::BasemapLayer;
using geo::MapLine;
using geo::MapPoint;
using geo::MapPolygon;

bool isOneOf(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text == QLatin1String(word); });
}

bool isClosed(const MapLine &line)
{
    return line.size() >= 4 && line.front() == line.back();
}

void addArea(BasemapLayer layer, const MapPolygon &area, MapContent &content)
{
    switch (layer) {
    case BasemapLayer::Building:
        content.entries.push_back({layer, area, {QString(), 0, QString(), QString()}});
        return;
    case BasemapLayer::Water:
        content.entries.push_back({layer, area, {QStringLiteral("pond"), QString()}});
        return;
    case BasemapLayer::Green:
        content.entries.push_back({layer, area, {QStringLiteral("lawn"), QString()}});
        return;
    default:
        content.entries.push_back(
            {BasemapLayer::Boundary, area, {QStringLiteral("community"), QString()}});
    }
}

/// True when the layer's lines have a place on the map.
bool addLine(const QString &layer, const MapLine &line, double z, MapContent &content)
{
    const auto area = [&](BasemapLayer kind) {
        addArea(kind, MapPolygon{{line}}, content);
        return true;
    };
    const auto asLine = [&](BasemapLayer kind, QVariantList attributes) {
        content.entries.push_back({kind, line, std::move(attributes)});
        return true;
    };
    if (layer == QLatin1String("JMD"))
        return isClosed(line) ? area(BasemapLayer::Building)
                              : asLine(BasemapLayer::BuildingLine, {QStringLiteral("inner")});
    if (layer == QLatin1String("SXSS"))
        return isClosed(line)
                   ? area(BasemapLayer::Water)
                   : asLine(BasemapLayer::WaterLine, {QStringLiteral("bank"), QString()});
    if (layer == QLatin1String("ZBTZ") && isClosed(line))
        return area(BasemapLayer::Green);
    if (layer == QLatin1String("JJ") && isClosed(line))
        return area(BasemapLayer::Boundary);
    if (layer == QLatin1String("DLSS"))
        return asLine(BasemapLayer::Kerb, {QStringLiteral("kerb")});
    if (layer == QLatin1String("YZH"))
        return asLine(BasemapLayer::Wall, {QStringLiteral("wall")});
    if (layer == QLatin1String("DGX") && std::isfinite(z)) {
        constexpr double kIndexStepM = 2.5;
        const bool isIndex = std::fabs(std::remainder(z, kIndexStepM)) < 1e-6;
        return asLine(BasemapLayer::Contour, {z, isIndex ? 1 : 0});
    }
    return false;
}

bool addPoint(const QString &layer, const MapPoint &at, double z, MapContent &content)
{
    if (layer == QLatin1String("GCD") && std::isfinite(z) && z != 0.0) {
        content.entries.push_back({BasemapLayer::SpotHeight, at, {z}});
        return true;
    }
    if (layer == QLatin1String("KZD")) {
        content.entries.push_back(
            {BasemapLayer::ControlPoint,
             at,
             {QStringLiteral("traverse"), QString(), std::isfinite(z) ? QVariant(z) : QVariant()}});
        return true;
    }
    if (layer == QLatin1String("ZBTZ")) {
        content.entries.push_back({BasemapLayer::Tree, at, {QStringLiteral("broadleaf")}});
        return true;
    }
    return false;
}

} // namespace

void CassMeaning::add(const geo::VectorFeature &feature, MapContent &content, ImportReport &report)
{
    const QString layer = feature.attributes.value(QStringLiteral("Layer")).toString().toUpper();
    const QString words = feature.attributes.value(QStringLiteral("Text")).toString().trimmed();
    if (isOneOf(layer,
                {"TK", "ASSIST", "BOUND", "AXES", "VALUE", "LABEL", "LABELZ", "ZDH", "JZD"})) {
        report.skip(QCoreApplication::translate("transfer", "frame and drawing aids"), layer);
        return;
    }
    bool isUsed = false;
    if (const auto *points = std::get_if<std::vector<MapPoint>>(&feature.geometry)) {
        if (!words.isEmpty() && !points->empty()) {
            m_texts.push_back({layer, words, points->front()});
            return;
        }
        for (const MapPoint &at : *points)
            isUsed |= addPoint(layer, at, feature.z, content);
    } else if (const auto *lines = std::get_if<std::vector<MapLine>>(&feature.geometry)) {
        for (const MapLine &line : *lines)
            isUsed |= addLine(layer, line, feature.z, content);
    } else if (const auto *areas = std::get_if<geo::MapMultiPolygon>(&feature.geometry)) {
        for (const MapPolygon &area : *areas)
            isUsed |= addLine(layer, area.rings.front(), feature.z, content);
    }
    if (!isUsed)
        report.skip(QCoreApplication::translate("transfer",
                                                "entities of layers without a place on the map"),
                    layer);
}

void CassMeaning::addText(const Text &text, MapContent &content, ImportReport &report) const
{
    bool isNumber = false;
    const double number = text.words.toDouble(&isNumber);
    if (text.layer == QLatin1String("GCD") && isNumber) {
        // The point itself carries the height where it has one; CASS writes the text beside it.
        for (const MapEntry &entry : content.entries) {
            const auto *at = std::get_if<MapPoint>(&entry.shape);
            constexpr double kBesideM = 6.0;
            if (entry.layer == BasemapLayer::SpotHeight && at &&
                std::hypot(at->east - text.at.east, at->north - text.at.north) < kBesideM)
                return;
        }
        content.entries.push_back({BasemapLayer::SpotHeight, text.at, {number}});
        return;
    }
    if (isNumber || isOneOf(text.layer, {"DGX", "KZD", "GXYZ"})) {
        report.skip(QCoreApplication::translate("transfer", "texts without a place on the map"),
                    text.words);
        return;
    }
    content.entries.push_back(
        {BasemapLayer::PlaceName, text.at, {QStringLiteral("poi"), text.words, 3}});
}

void CassMeaning::finish(MapContent &content, ImportReport &report)
{
    static const QRegularExpression storeys(
        QStringLiteral("^([砼砖混钢木石土简棚破建廊])房?([0-9]{0,3})$"));
    std::vector<geo::MapBox> boxes;
    std::vector<size_t> buildings;
    for (size_t i = 0; i < content.entries.size(); ++i) {
        const auto *area = std::get_if<MapPolygon>(&content.entries[i].shape);
        if (content.entries[i].layer == BasemapLayer::Building && area) {
            boxes.push_back(geo::boxOf({*area}));
            buildings.push_back(i);
        }
    }
    const geo::BoxIndex index(boxes);
    for (const Text &text : m_texts) {
        const QRegularExpressionMatch match = storeys.match(text.words);
        bool isPlaced = false;
        if (text.layer == QLatin1String("JMD") && match.hasMatch()) {
            for (const int hit :
                 index.intersecting({text.at.east, text.at.north, text.at.east, text.at.north})) {
                MapEntry &entry = content.entries[buildings[static_cast<size_t>(hit)]];
                if (!geo::contains(std::get<MapPolygon>(entry.shape), text.at))
                    continue;
                entry.attributes[0] = match.captured(1);
                entry.attributes[1] = match.captured(2).toInt();
                isPlaced = true;
            }
        }
        if (!isPlaced)
            addText(text, content, report);
    }
    m_texts.clear();
}

} // namespace gridhall::transfer
