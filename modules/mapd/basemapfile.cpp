// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/basemapfile.h>

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QtEndian>

#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgsproviderregistry.h>
#include <qgsprovidersublayerdetails.h>
#include <qgsvectorlayer.h>

namespace gridhall::mapd {

namespace {

/// Whether the file is as long as its SQLite header says. A copy that was cut off may still open
/// and even list its tables, but then lacks houses in the middle of the city.
bool isWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith("SQLite format 3"))
        return false;
    const auto *bytes = reinterpret_cast<const uchar *>(header.constData());
    const qint64 stated = qFromBigEndian<quint16>(bytes + 16);
    const qint64 pageSize = stated == 1 ? 65536 : stated;
    return file.size() >= pageSize * qFromBigEndian<quint32>(bytes + 28);
}

} // namespace

std::unique_ptr<BasemapFile> BasemapFile::open(const QString &path, QString &error)
{
    if (!QFileInfo(path).isFile()) {
        error =
            QStringLiteral("There is no base map %1. Import one, or make the demo city.").arg(path);
        return nullptr;
    }
    auto opened = std::make_unique<BasemapFile>();
    opened->m_path = path;
    opened->m_extent.setNull();
    const QList<QgsProviderSublayerDetails> tables =
        isWhole(path) ? QgsProviderRegistry::instance()->querySublayers(path)
                      : QList<QgsProviderSublayerDetails>();
    for (const QgsProviderSublayerDetails &details : tables) {
        const auto layer = opened->table(details.name(), details.name());
        if (!layer)
            continue;
        if (!opened->m_crs.isValid())
            opened->m_crs = layer->crs();
        opened->m_extent.combineExtentWith(layer->extent());
    }
    if (!opened->m_crs.isValid() || opened->m_extent.isEmpty()) {
        error =
            QStringLiteral(
                "The base map %1 cannot be read as a GeoPackage with layers: it is damaged, cut "
                "off or empty. Import it again.")
                .arg(path);
        return nullptr;
    }
    // The city's own outline, where there is one: stray features must not push it into a corner.
    if (const auto boundary = opened->table(QStringLiteral("boundary"), QString()))
        opened->m_extent = boundary->extent();
    return opened;
}

std::unique_ptr<QgsVectorLayer> BasemapFile::table(const QString &name, const QString &title) const
{
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    auto layer = std::make_unique<QgsVectorLayer>(m_path + QStringLiteral("|layername=") + name,
                                                  title, QStringLiteral("ogr"), options);
    if (!layer->isValid() || layer->featureCount() <= 0)
        return nullptr;
    return layer;
}

std::vector<NamedLine> BasemapFile::streets() const
{
    std::vector<NamedLine> streets;
    const auto layer = table(QStringLiteral("road_line"), QString());
    if (!layer)
        return streets;
    // Sorted by name and kind, so that the same base map gives the same lettering.
    QMap<QPair<QString, QString>, QVector<QgsGeometry>> stretches;
    QgsFeature feature;
    QgsFeatureIterator features = layer->getFeatures();
    while (features.nextFeature(feature)) {
        const QString name = feature.attribute(QStringLiteral("name")).toString();
        if (!name.isEmpty() && feature.hasGeometry())
            stretches[{name, feature.attribute(QStringLiteral("kind")).toString()}]
                << feature.geometry();
    }
    for (auto it = stretches.cbegin(); it != stretches.cend(); ++it) {
        const QgsGeometry whole =
            it->size() == 1 ? it->first() : QgsGeometry::collectGeometry(*it).mergeLines();
        for (auto part = whole.const_parts_begin(); part != whole.const_parts_end(); ++part) {
            NamedLine street{it.key().first, it.key().second, {}};
            for (auto vertex = (*part)->vertices_begin(); vertex != (*part)->vertices_end();
                 ++vertex)
                street.points.emplace_back((*vertex).x(), (*vertex).y());
            streets.push_back(std::move(street));
        }
    }
    return streets;
}

std::vector<NamedPoint> BasemapFile::places() const
{
    std::vector<NamedPoint> places;
    const auto layer = table(QStringLiteral("place_name"), QString());
    if (!layer)
        return places;
    QgsFeature feature;
    QgsFeatureIterator features = layer->getFeatures();
    while (features.nextFeature(feature)) {
        if (!feature.hasGeometry())
            continue;
        places.push_back({feature.attribute(QStringLiteral("name")).toString(),
                          feature.attribute(QStringLiteral("kind")).toString(),
                          feature.attribute(QStringLiteral("rank")).toInt(),
                          feature.geometry().asPoint()});
    }
    return places;
}

} // namespace gridhall::mapd
