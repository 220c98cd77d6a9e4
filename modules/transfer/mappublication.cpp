// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/mappublication.h>

#include <city/hallproject.h>
#include <geo/projection.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>

namespace gridhall::transfer {

namespace {

using geo::BasemapLayer;

const geo::BasemapLayerSchema *schemaOf(const QString &table)
{
    for (const geo::BasemapLayerSchema &schema : geo::basemapSchema()) {
        if (schema.tableName == table)
            return &schema;
    }
    return nullptr;
}

Result<void> write(geo::BasemapWriter &writer, const MapEntry &entry)
{
    if (const auto *point = std::get_if<geo::MapPoint>(&entry.shape))
        return writer.addPoint(entry.layer, *point, entry.attributes);
    if (const auto *line = std::get_if<geo::MapLine>(&entry.shape))
        return writer.addLine(entry.layer, *line, entry.attributes);
    return writer.addPolygon(entry.layer, std::get<geo::MapPolygon>(entry.shape), entry.attributes);
}

Error unwritable(const QString &path)
{
    return {ErrorKind::Unwritable,
            QCoreApplication::translate("transfer", "The city's folder cannot be written"),
            path,
            QCoreApplication::translate("transfer", "Check its permissions and the free space"),
            {}};
}

bool move(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

Result<std::vector<MapEntry>> readMapEntries(const QString &path, const QString &crs)
{
    auto file = geo::VectorFile::open(path);
    if (!file)
        return file.error();
    std::vector<MapEntry> entries;
    const auto take = [&](const QString &table, const geo::VectorFeature &feature) {
        const geo::BasemapLayerSchema *schema = schemaOf(table);
        if (!schema || schema->layer == BasemapLayer::Component)
            return true;
        QVariantList attributes;
        for (const geo::BasemapField &field : schema->fields)
            attributes.append(feature.attributes.value(field.name));
        if (const auto *points = std::get_if<std::vector<geo::MapPoint>>(&feature.geometry)) {
            for (const geo::MapPoint &point : *points)
                entries.push_back({schema->layer, point, attributes});
        } else if (const auto *lines = std::get_if<std::vector<geo::MapLine>>(&feature.geometry)) {
            for (const geo::MapLine &line : *lines)
                entries.push_back({schema->layer, line, attributes});
        } else if (const auto *areas = std::get_if<geo::MapMultiPolygon>(&feature.geometry)) {
            for (const geo::MapPolygon &area : *areas)
                entries.push_back({schema->layer, area, attributes});
        }
        return true;
    };
    if (auto read = file->read(crs, {}, take); !read)
        return read.error();
    return entries;
}

namespace {

/// What an import left that was killed; one that still runs keeps its folder.
void removeAbandoned(const QString &folder)
{
    const QString prefix = QStringLiteral(".making-");
    const QStringList names = QDir(folder).entryList(
        {prefix + QLatin1Char('*')}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const int pid = name.mid(prefix.size()).toInt();
        if (pid > 0 && kill(pid, 0) != 0 && errno == ESRCH)
            QDir(folder + QLatin1Char('/') + name).removeRecursively();
    }
}

} // namespace

MapPublication::MapPublication(store::CityAddress city) : m_city(std::move(city)), m_staging(m_city)
{
    m_staging.folder =
        QStringLiteral("%1/.making-%2").arg(m_city.folder).arg(QCoreApplication::applicationPid());
    removeAbandoned(m_city.folder);
}

MapPublication::~MapPublication()
{
    QDir(m_staging.folder).removeRecursively();
}

Result<void> MapPublication::make(const city::CityInfo &info, const std::vector<MapEntry> &entries,
                                  const QList<city::Component> &components)
{
    if (!QDir().mkpath(m_staging.folder))
        return unwritable(m_city.folder);
    auto projection = geo::Projection::create(info.crs);
    if (!projection)
        return projection.error();
    auto writer = geo::BasemapWriter::create(m_staging.basemapFile(), info.crs);
    if (!writer)
        return writer.error();
    for (const MapEntry &entry : entries) {
        if (auto written = write(*writer, entry); !written)
            return written;
    }
    for (const city::Component &component : components) {
        auto written = writer->addPoint(BasemapLayer::Component, projection->toMap(component.at),
                                        {component.classCode, component.code});
        if (!written)
            return written;
    }
    if (auto committed = writer->commit(); !committed)
        return committed;
    return city::composeHallProject(m_staging, info.name);
}

Result<void> MapPublication::deliver()
{
    const QString old = m_staging.folder + QStringLiteral("/old.gpkg");
    const bool replaces = QFile::exists(m_city.basemapFile());
    if (replaces && !move(m_city.basemapFile(), old))
        return unwritable(m_city.folder);
    if (!move(m_staging.basemapFile(), m_city.basemapFile())) {
        if (replaces)
            move(old, m_city.basemapFile());
        return unwritable(m_city.folder);
    }
    if (!move(m_staging.projectFile(), m_city.projectFile())) {
        if (replaces)
            move(old, m_city.basemapFile());
        else
            QFile::remove(m_city.basemapFile());
        return unwritable(m_city.folder);
    }
    return {};
}

} // namespace gridhall::transfer
