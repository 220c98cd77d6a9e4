// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/streetsurface.h>

#include <geo/boxindex.h>
#include <geo/planargraph.h>

#include <QMap>

#include <cmath>

namespace gridhall::transfer {

namespace {

using geo::BasemapLayer;
using geo::MapLine;
using geo::MapMultiPolygon;

/// Lines of one kind, by width in decimetres.
using LinesByWidth = QMap<int, std::vector<MapLine>>;

Result<MapMultiPolygon> surfaceOf(const LinesByWidth &lines)
{
    std::vector<geo::MapPolygon> pieces;
    for (auto it = lines.begin(); it != lines.end(); ++it) {
        auto piece = geo::buffer(it.value(), it.key() / 20.0);
        if (!piece)
            return piece.error();
        pieces.insert(pieces.end(), piece->begin(), piece->end());
    }
    return geo::unite(pieces);
}

void addAreas(MapContent &content, BasemapLayer layer, const MapMultiPolygon &areas,
              const QVariantList &attributes)
{
    constexpr double kSliverM2 = 0.5;
    for (const geo::MapPolygon &area : areas) {
        if (geo::areaM2({area}) >= kSliverM2)
            content.entries.push_back({layer, area, attributes});
    }
}

} // namespace

Result<void> addStreets(MapContent &content, const Progress &progress)
{
    const QStringList kinds{QStringLiteral("main"), QStringLiteral("secondary"),
                            QStringLiteral("branch"), QStringLiteral("lane"),
                            QStringLiteral("path")};
    QMap<QString, LinesByWidth> byKind;
    for (const Street &street : content.streets) {
        content.entries.push_back(
            {BasemapLayer::RoadLine, street.line, {street.kind, street.name, street.widthM}});
        if (street.isTunnel)
            continue;
        byKind[street.kind][static_cast<int>(std::lround(street.widthM * 10))].push_back(
            street.line);
        if (street.isBridge && street.kind != QLatin1String("path")) {
            auto deck = geo::buffer({street.line}, street.widthM / 2 + 0.6, false);
            if (!deck)
                return deck.error();
            addAreas(content, BasemapLayer::Bridge, *deck, {street.name});
        }
    }
    MapMultiPolygon higher;
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        if (progress && !progress(0.3 + 0.1 * static_cast<double>(i), kinds.at(i)))
            return Error{ErrorKind::Cancelled, {}, {}, {}, {}};
        if (!byKind.contains(kinds.at(i)))
            continue;
        auto surface = surfaceOf(byKind.value(kinds.at(i)));
        if (!surface)
            return surface.error();
        Result<MapMultiPolygon> own =
            higher.empty() ? Result<MapMultiPolygon>(*surface) : geo::subtract(*surface, higher);
        if (!own)
            return own.error();
        addAreas(content, BasemapLayer::RoadSurface, *own, {kinds.at(i)});
        if (kinds.at(i) == QLatin1String("path"))
            continue;
        std::vector<geo::MapPolygon> all(higher.begin(), higher.end());
        all.insert(all.end(), surface->begin(), surface->end());
        auto joined = geo::unite(all);
        if (!joined)
            return joined.error();
        higher = std::move(*joined);
    }
    for (const geo::MapPolygon &carriageway : higher) {
        for (const MapLine &edge : carriageway.rings)
            content.entries.push_back({BasemapLayer::Kerb, edge, {QStringLiteral("kerb")}});
    }
    return {};
}

} // namespace gridhall::transfer
