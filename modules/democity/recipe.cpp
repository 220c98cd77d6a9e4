// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/recipe.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

static void initRecipeResource()
{
    Q_INIT_RESOURCE(democity);
}

namespace gridhall::democity {

namespace {

Result<QJsonObject> readObject(const QString &name)
{
    const QString path = QStringLiteral(":/democity/") + name;
    QFile file(path);
    QJsonParseError parsed;
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly))
        document = QJsonDocument::fromJson(file.readAll(), &parsed);
    if (!document.isObject())
        return Error{
            ErrorKind::Internal,
            QCoreApplication::translate("democity", "The recipe of the demo city is broken"),
            name,
            {},
            parsed.errorString()};
    return document.object();
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

} // namespace

Result<Recipe> Recipe::load()
{
    initRecipeResource();
    auto city = readObject(QStringLiteral("city.json"));
    auto names = readObject(QStringLiteral("names.json"));
    auto units = readObject(QStringLiteral("units.json"));
    auto components = readObject(QStringLiteral("components.json"));
    auto cases = readObject(QStringLiteral("cases.json"));
    for (const auto *part : {&city, &names, &units, &components, &cases}) {
        if (!*part)
            return part->error();
    }
    const QJsonObject &o = *city;
    const auto number = [&](QLatin1String key) { return o[key].toDouble(); };
    Recipe r;
    r.m_names = *names;
    r.m_units = *units;
    r.m_components = *components;
    r.m_cases = *cases;
    r.cityName = o[QLatin1String("name")].toString();
    r.divisionCode = o[QLatin1String("divisionCode")].toString();
    r.crs = o[QLatin1String("crs")].toString();
    r.timeZone = o[QLatin1String("timeZone")].toString();
    const QJsonArray centre = o[QLatin1String("centre")].toArray();
    r.centre = {centre[0].toDouble(), centre[1].toDouble()};
    r.tiltDeg = number(QLatin1String("tiltDeg"));
    r.proportion = number(QLatin1String("proportion"));
    const QJsonObject streets = o[QLatin1String("streets")].toObject();
    for (auto it = streets.begin(); it != streets.end(); ++it) {
        const QJsonObject s = it->toObject();
        r.streetStyles[it.key()] = {
            s[QLatin1String("kind")].toString(), s[QLatin1String("widthM")].toDouble(),
            s[QLatin1String("walkM")].toDouble(), s[QLatin1String("cornerM")].toDouble(),
            s[QLatin1String("beltM")].toDouble()};
    }
    const QJsonArray spacing = o[QLatin1String("mainSpacingM")].toArray();
    r.mainSpacingLowM = spacing[0].toDouble();
    r.mainSpacingHighM = spacing[1].toDouble();
    const QJsonArray wave = o[QLatin1String("waveM")].toArray();
    r.waveAlongM = wave[0].toDouble();
    r.waveAcrossM = wave[1].toDouble();
    const QJsonObject river = o[QLatin1String("river")].toObject();
    r.riverWidthM = river[QLatin1String("widthM")].toDouble();
    r.riverRoadOffsetM = river[QLatin1String("roadOffsetM")].toDouble();
    r.riverName = river[QLatin1String("name")].toString();
    r.railwayName = o[QLatin1String("railway")].toString();
    r.riverRoadNames = texts(river[QLatin1String("roadNames")]);
    const QJsonObject shares = o[QLatin1String("districtShares")].toObject();
    for (auto it = shares.begin(); it != shares.end(); ++it) {
        const QJsonObject kinds = it->toObject();
        for (auto k = kinds.begin(); k != kinds.end(); ++k)
            r.districtShares[it.key()][k.key()] = k->toDouble();
    }
    const QJsonObject targets = o[QLatin1String("blockTargetM2")].toObject();
    for (auto it = targets.begin(); it != targets.end(); ++it)
        r.blockTargetM2[it.key()] = it->toDouble();
    const QJsonObject community = o[QLatin1String("community")].toObject();
    r.communityKm2 = community[QLatin1String("areaKm2")].toDouble();
    r.communitiesPerStreet = community[QLatin1String("perStreet")].toInt();
    const QJsonObject grid = o[QLatin1String("grid")].toObject();
    r.gridTargetM2 = grid[QLatin1String("targetM2")].toDouble();
    r.gridSmallestM2 = grid[QLatin1String("smallestM2")].toDouble();
    r.gridLargestM2 = grid[QLatin1String("largestM2")].toDouble();
    const QJsonObject terrain = o[QLatin1String("terrain")].toObject();
    r.terrainBaseM = terrain[QLatin1String("baseM")].toDouble();
    r.terrainReliefM = terrain[QLatin1String("reliefM")].toDouble();
    return r;
}

QStringList Recipe::names(const QString &key) const
{
    return texts(m_names[key]);
}

QString Recipe::ringName(const QString &side) const
{
    return m_names[QLatin1String("ring")].toObject()[side].toString();
}

QString Recipe::surnames() const
{
    return m_names[QLatin1String("surnames")].toString();
}

QList<ComponentRule> Recipe::rules(const QString &where) const
{
    QList<ComponentRule> rules;
    for (const QJsonValue &value : m_components[where].toArray()) {
        const QJsonObject o = value.toObject();
        const auto text = [&](QLatin1String key) { return o[key].toString(); };
        rules.append({text(QLatin1String("class")), text(QLatin1String("name")),
                      text(QLatin1String("owner")), text(QLatin1String("maintainer")),
                      text(QLatin1String("competent")), text(QLatin1String("side")),
                      o[QLatin1String("everyM")].toDouble(),
                      o[QLatin1String("fromKerbM")].toDouble(),
                      o[QLatin1String("behindKerbM")].toDouble(),
                      o[QLatin1String("shelterM")].toDouble(), texts(o[QLatin1String("kinds")])});
    }
    return rules;
}

} // namespace gridhall::democity
