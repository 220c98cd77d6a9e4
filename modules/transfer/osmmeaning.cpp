// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/osmmeaning.h>

#include <geo/boxindex.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace gridhall::transfer {

namespace {

using geo::BasemapLayer;
using geo::MapLine;
using geo::MapMultiPolygon;
using geo::MapPoint;
using geo::MapPolygon;

QString value(const Tags &tags, const char *key)
{
    return tags.value(QString::fromLatin1(key));
}

bool isOneOf(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text == QLatin1String(word); });
}

double leadingNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[0-9]+(?:\\.[0-9]+)?"));
    const QRegularExpressionMatch match = number.match(text);
    return match.hasMatch() ? match.captured().toDouble() : 0.0;
}

struct RoadClass
{
    const char *highway;
    const char *kind;
    double widthM;
};
constexpr RoadClass kRoadClasses[] = {
    {"motorway", "main", 15},
    {"motorway_link", "main", 8},
    {"trunk", "main", 15},
    {"trunk_link", "main", 8},
    {"primary", "main", 15},
    {"primary_link", "main", 8},
    {"major_road", "main", 15},
    {"secondary", "secondary", 12},
    {"secondary_link", "secondary", 7},
    {"tertiary", "branch", 9},
    {"tertiary_link", "branch", 6},
    {"unclassified", "branch", 7},
    {"residential", "branch", 7},
    {"minor_road", "branch", 7},
    {"road", "branch", 7},
    {"living_street", "lane", 5.5},
    {"service", "lane", 4.5},
    {"track", "lane", 3.5},
    {"pedestrian", "lane", 5},
    {"busway", "lane", 6},
    {"footway", "path", 2},
    {"path", "path", 1.5},
    {"cycleway", "path", 2.5},
    {"steps", "path", 2},
    {"bridleway", "path", 2},
    {"corridor", "path", 2},
};

const RoadClass *roadClass(const QString &highway)
{
    for (const RoadClass &entry : kRoadClasses) {
        if (highway == QLatin1String(entry.highway))
            return &entry;
    }
    return nullptr;
}

double roadWidth(const RoadClass &road, const Tags &tags)
{
    constexpr double kLaneM = 3.5;
    if (const double width = leadingNumber(value(tags, "width")); width >= 1.0 && width <= 80.0)
        return width;
    const double lanes = leadingNumber(value(tags, "lanes"));
    if (lanes >= 1.0 && lanes <= 12.0 && qstrcmp(road.kind, "path") != 0)
        return std::max(lanes * kLaneM, road.widthM * 0.7);
    const bool isOneWay = value(tags, "oneway") == QLatin1String("yes");
    const bool hasTwoSides =
        qstrcmp(road.kind, "main") == 0 || qstrcmp(road.kind, "secondary") == 0;
    return isOneWay && hasTwoSides ? road.widthM * 0.75 : road.widthM;
}

class Sorter
{
public:
    Sorter(const Tags &tags, MapContent &content, ImportReport &report)
        : m_tags(tags), m_content(content), m_report(report)
    {
    }

    void addPoints(const std::vector<MapPoint> &points);
    void addLines(const std::vector<MapLine> &lines);
    void addAreas(const MapMultiPolygon &areas);

private:
    QString tag(const char *key) const { return value(m_tags, key); }
    QString name() const { return tag("name"); }
    bool isUnderground() const
    {
        const QString location = tag("location");
        return location == QLatin1String("underground") ||
               (!tag("tunnel").isEmpty() && tag("tunnel") != QLatin1String("no"));
    }
    QString example() const
    {
        for (const char *key : {"highway", "amenity", "shop", "man_made", "power", "leisure",
                                "landuse", "natural", "barrier", "boundary", "type"}) {
            if (!tag(key).isEmpty())
                return QString::fromLatin1(key) + QLatin1Char('=') + tag(key);
        }
        return name();
    }

    template <class Shape>
    void add(BasemapLayer layer, Shape shape, QVariantList attributes)
    {
        m_content.entries.push_back({layer, std::move(shape), std::move(attributes)});
    }
    void addAll(BasemapLayer layer, const MapMultiPolygon &areas, const QVariantList &attributes)
    {
        for (const MapPolygon &area : areas)
            add(layer, area, attributes);
    }

    QString storeyStructure() const;
    int storeys() const;
    QString buildingKind() const;
    QString blockKind() const;
    QString greenKind() const;
    QString waterKind(double areaM2) const;
    QString placeKind() const;
    void addPlace(const MapPoint &at, double areaM2);
    void addDoorPlate(const MapPoint &at);
    bool addGround(const MapMultiPolygon &areas, double areaM2);

    const Tags &m_tags;
    MapContent &m_content;
    ImportReport &m_report;
};

QString Sorter::storeyStructure() const
{
    const QString material = tag("building:material");
    const QString kind = tag("building");
    if (isOneOf(kind, {"roof", "carport", "shed", "greenhouse"}))
        return QStringLiteral("棚");
    if (isOneOf(material, {"concrete", "reinforced_concrete"}))
        return QStringLiteral("砼");
    if (isOneOf(material, {"brick", "bricks", "masonry"}))
        return QStringLiteral("砖");
    if (isOneOf(material, {"steel", "metal"}))
        return QStringLiteral("钢");
    return material == QLatin1String("wood") ? QStringLiteral("木") : QString();
}

int Sorter::storeys() const
{
    constexpr double kStoreyM = 3.0;
    if (const double levels = leadingNumber(tag("building:levels"));
        levels >= 1.0 && levels < 200.0)
        return static_cast<int>(levels);
    const double heightM = leadingNumber(tag("height"));
    return heightM >= kStoreyM && heightM < 900.0
               ? static_cast<int>(std::lround(heightM / kStoreyM))
               : 0;
}

QString Sorter::buildingKind() const
{
    const QString kind = tag("building");
    if (isOneOf(kind, {"apartments", "residential", "house", "dormitory", "detached", "terrace"}))
        return QStringLiteral("dwelling");
    if (isOneOf(kind, {"commercial", "retail", "office", "hotel", "supermarket"}))
        return QStringLiteral("commercial");
    if (isOneOf(kind, {"industrial", "warehouse", "factory"}))
        return QStringLiteral("industrial");
    if (isOneOf(kind, {"school", "university", "college", "kindergarten"}))
        return QStringLiteral("school");
    return kind == QLatin1String("hospital") ? kind : QString();
}

QString Sorter::blockKind() const
{
    const QString landuse = tag("landuse");
    const QString amenity = tag("amenity");
    if (isOneOf(amenity,
                {"school", "university", "college", "kindergarten", "research_institute"}) ||
        landuse == QLatin1String("education"))
        return QStringLiteral("school");
    if (isOneOf(amenity, {"hospital", "clinic"}))
        return QStringLiteral("hospital");
    if (landuse == QLatin1String("residential"))
        return landuse;
    if (isOneOf(landuse, {"commercial", "retail"}))
        return QStringLiteral("commercial");
    if (isOneOf(landuse, {"industrial", "railway", "quarry", "port", "depot"}))
        return QStringLiteral("industrial");
    if (isOneOf(landuse, {"government", "military", "institutional", "religious"}) ||
        isOneOf(amenity, {"townhall", "police", "fire_station", "library", "courthouse"}))
        return QStringLiteral("civic");
    if (isOneOf(landuse, {"construction", "brownfield", "greenfield"}))
        return QStringLiteral("open");
    return isOneOf(tag("leisure"), {"stadium", "sports_centre"}) ? QStringLiteral("open")
                                                                 : QString();
}

QString Sorter::greenKind() const
{
    const QString landuse = tag("landuse");
    const QString leisure = tag("leisure");
    const QString natural = tag("natural");
    if (isOneOf(leisure, {"park", "garden", "nature_reserve"}) ||
        isOneOf(landuse, {"recreation_ground", "nature_reserve", "park"}))
        return QStringLiteral("park");
    if (isOneOf(landuse, {"forest", "wood"}) || natural == QLatin1String("wood"))
        return QStringLiteral("woods");
    if (isOneOf(natural, {"scrub", "heath", "wetland"}) || landuse == QLatin1String("scrub"))
        return QStringLiteral("shrub");
    if (isOneOf(landuse,
                {"farmland", "farm", "orchard", "vineyard", "allotments", "plant_nursery"}))
        return QStringLiteral("farmland");
    if (isOneOf(landuse, {"grass", "meadow", "village_green", "cemetery", "flowerbed"}) ||
        isOneOf(natural, {"grassland"}) || isOneOf(leisure, {"golf_course", "common"}))
        return QStringLiteral("lawn");
    const bool isPitch = isOneOf(leisure, {"pitch", "track", "playground"});
    return isPitch && isOneOf(tag("surface"), {"grass", "artificial_turf"}) ? QStringLiteral("lawn")
                                                                            : QString();
}

QString Sorter::waterKind(double areaM2) const
{
    constexpr double kPondM2 = 5000.0;
    const QString landuse = tag("landuse");
    const QString water = tag("water");
    const bool isWater = tag("natural") == QLatin1String("water") ||
                         isOneOf(landuse, {"reservoir", "basin"}) ||
                         isOneOf(tag("waterway"), {"riverbank", "dock"}) ||
                         tag("leisure") == QLatin1String("swimming_pool");
    if (!isWater || isUnderground())
        return {};
    if (isOneOf(water, {"river", "canal", "riverbank", "stream", "moat", "ditch"}) ||
        tag("waterway") == QLatin1String("riverbank"))
        return QStringLiteral("river");
    return areaM2 < kPondM2 || water == QLatin1String("pond") ? QStringLiteral("pond")
                                                              : QStringLiteral("lake");
}

QString Sorter::placeKind() const
{
    const QString amenity = tag("amenity");
    if (isOneOf(amenity, {"school", "university", "college", "kindergarten"}))
        return QStringLiteral("school");
    if (isOneOf(amenity, {"hospital", "clinic"}))
        return QStringLiteral("hospital");
    if (amenity == QLatin1String("marketplace") || isOneOf(tag("shop"), {"mall", "supermarket"}))
        return QStringLiteral("market");
    if (!greenKind().isEmpty())
        return QStringLiteral("park");
    if (!waterKind(0).isEmpty())
        return QStringLiteral("water");
    if (isOneOf(tag("place"), {"city", "town", "suburb", "quarter", "district", "borough"}))
        return QStringLiteral("district");
    if (tag("landuse") == QLatin1String("residential") || !tag("place").isEmpty())
        return QStringLiteral("estate");
    return QStringLiteral("poi");
}

void Sorter::addPlace(const MapPoint &at, double areaM2)
{
    if (name().isEmpty())
        return;
    const QString kind = placeKind();
    const QString place = tag("place");
    int rank = 4;
    if (isOneOf(place, {"city", "town", "suburb", "district", "borough"}) || areaM2 > 400'000.0)
        rank = 1;
    else if (isOneOf(place, {"quarter", "village", "neighbourhood"}) || areaM2 > 60'000.0)
        rank = 2;
    else if (kind != QLatin1String("poi") || areaM2 > 6'000.0)
        rank = 3;
    add(BasemapLayer::PlaceName, at, {kind, name(), rank});
}

void Sorter::addDoorPlate(const MapPoint &at)
{
    if (const QString number = tag("addr:housenumber"); !number.isEmpty() && number.size() <= 12)
        add(BasemapLayer::DoorPlate, at, {number, tag("addr:street")});
}

void Sorter::addPoints(const std::vector<MapPoint> &points)
{
    for (const MapPoint &at : points) {
        if (tag("natural") == QLatin1String("tree")) {
            const QString leaves = tag("leaf_type");
            add(BasemapLayer::Tree, at,
                {leaves == QLatin1String("needleleaved") ? QStringLiteral("conifer")
                                                         : QStringLiteral("broadleaf")});
            continue;
        }
        const size_t before = m_content.entries.size();
        addDoorPlate(at);
        const bool isJunction = isOneOf(tag("highway"), {"traffic_signals", "crossing", "stop"}) ||
                                !tag("railway").isEmpty();
        if (!isJunction && tag("public_transport") != QLatin1String("stop_position"))
            addPlace(at, 0.0);
        if (m_content.entries.size() == before)
            m_report.skip(
                QCoreApplication::translate("transfer", "points without a sign on the map"),
                example());
    }
}

void Sorter::addLines(const std::vector<MapLine> &lines)
{
    const QString barrier = tag("barrier");
    for (const MapLine &line : lines) {
        if (const RoadClass *road = roadClass(tag("highway"))) {
            const bool isTunnel =
                isUnderground() && tag("tunnel") != QLatin1String("building_passage");
            m_content.streets.push_back(
                {line, QString::fromLatin1(road->kind), name(), roadWidth(*road, m_tags),
                 !tag("bridge").isEmpty() && tag("bridge") != QLatin1String("no"), isTunnel});
        } else if (isOneOf(tag("railway"), {"rail", "light_rail", "narrow_gauge", "tram"}) &&
                   !isUnderground()) {
            add(BasemapLayer::Railway, line, {name()});
        } else if (const QString waterway = tag("waterway");
                   !waterway.isEmpty() && !isUnderground()) {
            const bool isDitch = isOneOf(waterway, {"ditch", "drain"});
            add(BasemapLayer::WaterLine, line,
                {isDitch ? QStringLiteral("ditch") : QStringLiteral("stream"), name()});
        } else if (isOneOf(barrier, {"wall", "city_wall", "retaining_wall"})) {
            add(BasemapLayer::Wall, line, {QStringLiteral("wall")});
        } else if (isOneOf(barrier, {"fence", "hedge"})) {
            add(BasemapLayer::Wall, line, {QStringLiteral("fence")});
        } else if (isOneOf(barrier, {"guard_rail", "handrail", "kerb"})) {
            add(BasemapLayer::Wall, line, {QStringLiteral("railing")});
        } else {
            m_report.skip(
                QCoreApplication::translate("transfer", "lines without a place on the map"),
                example());
        }
    }
}

/// Ground covers in the order of their weight; true when one was found.
bool Sorter::addGround(const MapMultiPolygon &areas, double areaM2)
{
    if (const QString kind = waterKind(areaM2); !kind.isEmpty()) {
        addAll(BasemapLayer::Water, areas, {kind, name()});
        return true;
    }
    if (tag("amenity") == QLatin1String("parking") && !isUnderground() &&
        tag("parking") != QLatin1String("underground")) {
        addAll(BasemapLayer::RoadSurface, areas, {QStringLiteral("parking")});
        return true;
    }
    if (isOneOf(tag("highway"), {"pedestrian", "footway"}) ||
        tag("place") == QLatin1String("square") ||
        isOneOf(tag("leisure"), {"pitch", "track", "playground"})) {
        if (const QString green = greenKind(); !green.isEmpty())
            addAll(BasemapLayer::Green, areas, {green, name()});
        else
            addAll(BasemapLayer::RoadSurface, areas, {QStringLiteral("square")});
        return true;
    }
    if (const QString kind = greenKind(); !kind.isEmpty()) {
        addAll(BasemapLayer::Green, areas, {kind, name()});
        return true;
    }
    if (const QString kind = blockKind(); !kind.isEmpty()) {
        addAll(BasemapLayer::Block, areas, {kind, name()});
        return true;
    }
    return false;
}

void Sorter::addAreas(const MapMultiPolygon &areas)
{
    const double areaM2 = geo::areaM2(areas);
    const size_t before = m_content.entries.size();
    const QString building = tag("building");
    if (!building.isEmpty() && building != QLatin1String("no")) {
        if (tag("location") != QLatin1String("underground"))
            addAll(BasemapLayer::Building, areas,
                   {storeyStructure(), storeys(), buildingKind(), name()});
    } else if (tag("man_made") == QLatin1String("bridge")) {
        addAll(BasemapLayer::Bridge, areas, {name()});
    } else if (!addGround(areas, areaM2) && !tag("barrier").isEmpty()) {
        for (const MapPolygon &area : areas) {
            for (const MapLine &ring : area.rings)
                add(BasemapLayer::Wall, ring,
                    {tag("barrier") == QLatin1String("fence") ? QStringLiteral("fence")
                                                              : QStringLiteral("wall")});
        }
    }
    const bool isRegion = !tag("boundary").isEmpty() || !tag("admin_level").isEmpty();
    if (!isRegion && !areas.empty()) {
        const MapPoint middle = geo::labelPoint(areas);
        if (!building.isEmpty())
            addDoorPlate(middle);
        addPlace(middle, areaM2);
    }
    if (m_content.entries.size() == before)
        m_report.skip(QCoreApplication::translate("transfer", "areas without a place on the map"),
                      example());
}

} // namespace

void addByTags(const Tags &tags, const geo::VectorFeature &feature, MapContent &content,
               ImportReport &report)
{
    Sorter sorter(tags, content, report);
    if (const auto *points = std::get_if<std::vector<MapPoint>>(&feature.geometry))
        sorter.addPoints(*points);
    else if (const auto *lines = std::get_if<std::vector<MapLine>>(&feature.geometry))
        sorter.addLines(*lines);
    else if (const auto *areas = std::get_if<MapMultiPolygon>(&feature.geometry))
        sorter.addAreas(*areas);
    else
        report.skip(QCoreApplication::translate("transfer", "features without a usable geometry"),
                    QString::number(feature.fid));
}

} // namespace gridhall::transfer
