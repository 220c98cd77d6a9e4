// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/tagging.h>

#include <algorithm>
#include <array>

namespace gridhall::transfer {

namespace {

bool names(const QString &layer, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) {
        return layer.contains(QString::fromUtf8(word), Qt::CaseInsensitive);
    });
}

QString firstOf(const Tags &tags, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const QString value = tags.value(QString::fromUtf8(key));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

bool isSet(const Tags &tags, const char *key)
{
    const QString value = tags.value(QString::fromUtf8(key));
    return value == QLatin1String("1") || value == QLatin1String("T") ||
           value == QLatin1String("true") || value == QLatin1String("yes");
}

void setIfAbsent(Tags &tags, const char *key, const QString &value)
{
    const QString name = QString::fromUtf8(key);
    if (!value.isEmpty() && tags.value(name).isEmpty())
        tags.insert(name, value);
}

/// True for files whose features carry OSM's own keys.
bool speaksOsm(const Tags &tags)
{
    constexpr std::array keys = {"highway",  "building", "landuse", "leisure", "natural",
                                 "waterway", "railway",  "barrier", "amenity", "man_made",
                                 "place",    "shop",     "office",  "tourism", "osm_way_id"};
    return std::any_of(keys.begin(), keys.end(),
                       [&](const char *key) { return tags.contains(QString::fromLatin1(key)); });
}

/// Where a plain layer's class becomes an OSM value.
void tagPlainArea(const QString &layer, const QString &kind, Tags &tags)
{
    if (names(layer, {"build", "建筑", "房屋"}))
        setIfAbsent(tags, "building", QStringLiteral("yes"));
    else if (names(layer, {"water", "水系", "水域", "river", "lake"})) {
        setIfAbsent(tags, "natural", QStringLiteral("water"));
        setIfAbsent(tags, "water", kind);
    } else if (names(layer, {"green", "绿地", "park", "公园"}))
        setIfAbsent(tags, "leisure", QStringLiteral("park"));
    else if (kind == QLatin1String("park") || kind == QLatin1String("nature_reserve"))
        setIfAbsent(tags, "leisure", QStringLiteral("park"));
    else if (names(layer, {"landuse", "用地"}))
        setIfAbsent(tags, "landuse", kind);
    else if (names(layer, {"poi", "pofw"}))
        setIfAbsent(tags, "amenity", kind);
    else if (names(layer, {"natural"}))
        setIfAbsent(tags, "natural", kind);
}

void tagPlainLine(const QString &layer, const QString &kind, const QString &detail, Tags &tags)
{
    if (names(layer, {"rail", "铁路"}) || kind == QLatin1String("rail"))
        setIfAbsent(tags, "railway", QStringLiteral("rail"));
    else if (names(layer, {"water", "river", "水系", "河"}))
        setIfAbsent(tags, "waterway", kind.isEmpty() ? QStringLiteral("stream") : kind);
    else if (names(layer, {"road", "street", "link", "highway", "道路", "路网"}))
        setIfAbsent(tags, "highway",
                    !detail.isEmpty() ? detail
                    : kind.isEmpty()  ? QStringLiteral("residential")
                                      : kind);
}

void tagPlainPoint(const QString &layer, const QString &kind, Tags &tags)
{
    if (names(layer, {"tree", "树"}))
        setIfAbsent(tags, "natural", QStringLiteral("tree"));
    else if (names(layer, {"place", "地名"}))
        setIfAbsent(tags, "place", kind.isEmpty() ? QStringLiteral("locality") : kind);
    else if (names(layer, {"poi", "pofw", "兴趣点"}))
        setIfAbsent(tags, "amenity", kind.isEmpty() ? QStringLiteral("yes") : kind);
}

} // namespace

Tags tagsOf(const QString &layer, const geo::VectorFeature &feature)
{
    Tags tags;
    for (auto it = feature.attributes.begin(); it != feature.attributes.end(); ++it) {
        const QString value = it->toString().trimmed();
        if (!value.isEmpty())
            tags.insert(it.key(), value);
    }
    const QString chinese = firstOf(tags, {"name:zh", "name_zh", "名称", "NAME", "Name"});
    if (tags.value(QStringLiteral("name")).isEmpty())
        setIfAbsent(tags, "name", chinese);
    if (!speaksOsm(tags)) {
        const QString kind = firstOf(tags, {"fclass", "kind", "class", "类别"});
        if (std::holds_alternative<geo::MapMultiPolygon>(feature.geometry))
            tagPlainArea(layer, kind, tags);
        else if (std::holds_alternative<std::vector<geo::MapLine>>(feature.geometry))
            tagPlainLine(layer, kind, tags.value(QStringLiteral("kind_detail")), tags);
        else
            tagPlainPoint(layer, kind, tags);
    }
    setIfAbsent(tags, "building:levels", firstOf(tags, {"levels", "floor", "floors", "层数"}));
    setIfAbsent(tags, "addr:housenumber", tags.value(QStringLiteral("addr_housenumber")));
    if (isSet(tags, "is_tunnel") || isSet(tags, "tunnel"))
        tags.insert(QStringLiteral("tunnel"), QStringLiteral("yes"));
    if (isSet(tags, "is_bridge") || isSet(tags, "bridge"))
        tags.insert(QStringLiteral("bridge"), QStringLiteral("yes"));
    return tags;
}

} // namespace gridhall::transfer
