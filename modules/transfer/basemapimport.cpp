// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/basemapimport.h>

#include <city/cityrepository.h>
#include <geo/boxindex.h>
#include <geo/projection.h>
#include <transfer/cassmeaning.h>
#include <transfer/mappublication.h>
#include <transfer/osmmeaning.h>
#include <transfer/streetsurface.h>
#include <transfer/tagging.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace gridhall::transfer {

namespace {

using geo::BasemapLayer;

Error cancelled()
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("transfer", "The import was cancelled"),
            {},
            QCoreApplication::translate("transfer", "Nothing was changed"),
            {}};
}

/// Everything that one import opens and gathers before it writes.
class Reading
{
public:
    Reading(const BasemapImport &import, const Progress &progress)
        : m_import(import), m_progress(progress)
    {
    }

    Result<void> openAll();
    Result<void> decideCrs(city::CityInfo &info);
    Result<void> readAll(const QString &crs);
    void addGround(const geo::Projection &projection);
    void sortByArea();

    MapContent content;
    ImportReport report;

private:
    Result<void> readOne(geo::VectorFile &file, const QString &crs, double from, double to);
    bool tell(double share, const QString &what) const
    {
        return !m_progress || m_progress(share, what);
    }

    const BasemapImport &m_import;
    const Progress &m_progress;
    std::vector<geo::VectorFile> m_files;
    geo::MapBox m_degrees;
};

Result<void> Reading::openAll()
{
    for (const QString &path : m_import.files) {
        auto file = geo::VectorFile::open(path);
        if (!file)
            return file.error();
        for (const geo::VectorLayerInfo &layer : file->layers())
            m_degrees.include(layer.extentDegrees);
        m_files.push_back(std::move(*file));
    }
    return {};
}

Result<void> Reading::decideCrs(city::CityInfo &info)
{
    if (!info.crs.isEmpty())
        return {};
    const geo::MapPoint middle = m_degrees.centre();
    const int epsg = m_degrees.isEmpty() ? 0 : geo::gaussKrugerEpsg({middle.east, middle.north});
    if (epsg == 0)
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("transfer",
                                        "The file doesn't tell which zone its map lies in"),
            m_import.files.value(0),
            QCoreApplication::translate("transfer", "Name the city's CRS with --crs EPSG:…"),
            {}};
    info.crs = QStringLiteral("EPSG:%1").arg(epsg);
    report.notes.append(
        QCoreApplication::translate("transfer", "The city's map is drawn in %1.").arg(info.crs));
    return {};
}

Result<void> Reading::readOne(geo::VectorFile &file, const QString &crs, double from, double to)
{
    const bool isDrawing = file.driver() == QLatin1String("DXF");
    QString assumed = m_import.sourceCrs;
    if (assumed.isEmpty() && isDrawing)
        assumed = crs;
    CassMeaning drawing;
    const auto take = [&](const QString &layer, const geo::VectorFeature &feature) {
        ++report.read;
        if (isDrawing)
            drawing.add(feature, content, report);
        else
            addByTags(tagsOf(layer, feature), feature, content, report);
        constexpr qint64 kStep = 2000;
        return report.read % kStep != 0 ||
               tell(from + (to - from) / 2,
                    QCoreApplication::translate("transfer", "reading: %1").arg(report.read));
    };
    auto read = file.read(crs, assumed, take);
    drawing.finish(content, report);
    return read;
}

Result<void> Reading::readAll(const QString &crs)
{
    const auto n = static_cast<double>(m_files.size());
    for (size_t i = 0; i < m_files.size(); ++i) {
        const auto at = static_cast<double>(i);
        auto read = readOne(m_files[i], crs, 0.3 * at / n, 0.3 * (at + 1) / n);
        if (!read)
            return read.error().kind == ErrorKind::Cancelled ? cancelled() : read;
    }
    if (content.entries.empty() && content.streets.empty())
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("transfer", "Nothing in the file belongs on a base map"),
            m_import.files.join(QStringLiteral(", ")),
            QCoreApplication::translate(
                "transfer", "Name layers as roads, buildings, water, landuse, or by CASS"),
            report.toText()};
    return {};
}

/// The land on which everything is drawn.
void Reading::addGround(const geo::Projection &projection)
{
    geo::MapBox box;
    if (!m_degrees.isEmpty()) {
        for (const double lon : {m_degrees.west, m_degrees.east}) {
            for (const double lat : {m_degrees.south, m_degrees.north})
                box.include(projection.toMap(geo::LonLat{lon, lat}));
        }
    }
    if (box.isEmpty()) {
        for (const MapEntry &entry : content.entries) {
            if (const auto *area = std::get_if<geo::MapPolygon>(&entry.shape))
                box.include(geo::boxOf({*area}));
            else if (const auto *line = std::get_if<geo::MapLine>(&entry.shape))
                std::for_each(line->begin(), line->end(), [&](const auto &p) { box.include(p); });
        }
    }
    if (box.isEmpty())
        return;
    geo::MapPolygon ground;
    ground.rings = {{{box.west, box.south},
                     {box.east, box.south},
                     {box.east, box.north},
                     {box.west, box.north},
                     {box.west, box.south}}};
    content.entries.push_back(
        {BasemapLayer::Boundary, ground, {QStringLiteral("city"), QString()}});
}

/// Large areas first, so that a pond in a park in a campus is seen.
void Reading::sortByArea()
{
    std::vector<std::pair<double, size_t>> order;
    order.reserve(content.entries.size());
    for (size_t i = 0; i < content.entries.size(); ++i) {
        const auto *area = std::get_if<geo::MapPolygon>(&content.entries[i].shape);
        order.emplace_back(area ? -geo::areaM2({*area}) : 0.0, i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<MapEntry> sorted;
    sorted.reserve(order.size());
    for (const auto &[area, i] : order)
        sorted.push_back(std::move(content.entries[i]));
    content.entries = std::move(sorted);
}

} // namespace

Result<ImportReport> importBasemap(const BasemapImport &import, const Progress &progress)
{
    auto connection = store::Connection::open(import.city);
    if (!connection)
        return connection.error();
    city::CityRepository repository(*connection);
    auto info = repository.info();
    if (!info)
        return info.error();
    Reading reading(import, progress);
    if (auto opened = reading.openAll(); !opened)
        return opened.error();
    const bool hadCrs = !info->crs.isEmpty();
    if (auto decided = reading.decideCrs(*info); !decided)
        return decided.error();
    auto projection = geo::Projection::create(info->crs);
    if (!projection)
        return projection.error();
    if (auto read = reading.readAll(info->crs); !read)
        return read.error();
    if (auto made = addStreets(reading.content, progress); !made)
        return made.error().kind == ErrorKind::Cancelled ? cancelled() : made.error();
    reading.addGround(*projection);
    reading.sortByArea();
    auto components = repository.components();
    if (!components)
        return components.error();
    if (progress && !progress(0.85, QCoreApplication::translate("transfer", "writing the map")))
        return cancelled();
    MapPublication publication(import.city);
    if (auto made = publication.make(*info, reading.content.entries, *components); !made)
        return made.error();
    if (progress && !progress(0.98, QCoreApplication::translate("transfer", "putting it in place")))
        return cancelled();
    auto stored = connection->transaction([&]() -> Result<void> {
        if (!hadCrs) {
            if (auto set = repository.setInfo(*info); !set)
                return set;
        }
        return publication.deliver();
    });
    if (!stored)
        return stored.error();
    for (const MapEntry &entry : reading.content.entries)
        reading.report.wrote(geo::basemapSchema(entry.layer).tableName);
    return reading.report;
}

} // namespace gridhall::transfer
