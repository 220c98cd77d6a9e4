// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/basemap.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace gridhall::geo {

namespace {

/// Keeps GDAL's messages of one scope instead of printing them.
class GdalMessages
{
public:
    GdalMessages() { CPLPushErrorHandlerEx(&GdalMessages::keep, this); }
    ~GdalMessages() { CPLPopErrorHandler(); }
    GdalMessages(const GdalMessages &) = delete;
    GdalMessages &operator=(const GdalMessages &) = delete;

    const QString &text() const { return m_text; }

private:
    static void CPL_STDCALL keep(CPLErr severity, CPLErrorNum, const char *message)
    {
        if (severity < CE_Failure)
            return;
        auto *self = static_cast<GdalMessages *>(CPLGetErrorHandlerUserData());
        if (!self->m_text.isEmpty())
            self->m_text += QLatin1Char('\n');
        self->m_text += QString::fromUtf8(message);
    }
    QString m_text;
};

Error writeError(const QString &path, const QString &detail)
{
    if (detail.contains(QLatin1String("disk is full")) ||
        detail.contains(QLatin1String("No space left")))
        return {ErrorKind::DiskFull,
                QCoreApplication::translate("geo", "The disk is full while writing the base map"),
                path,
                QCoreApplication::translate(
                    "geo", "Free some space and try again; the old file is unchanged."),
                detail};
    return {ErrorKind::Unwritable,
            QCoreApplication::translate("geo", "The base map cannot be written"), path,
            QCoreApplication::translate(
                "geo", "Check that the folder exists and that you may write there."),
            detail};
}

Error readError(const QString &path, const QString &detail)
{
    if (!QFileInfo::exists(path))
        return {ErrorKind::NotFound, QCoreApplication::translate("geo", "There is no base map"),
                path,
                QCoreApplication::translate(
                    "geo", "Make one with gridhallctl import basemap or demo-city."),
                detail};
    return {ErrorKind::Unreadable,
            QCoreApplication::translate("geo", "The base map cannot be read"), path,
            QCoreApplication::translate("geo", "Import it again."), detail};
}

OGRwkbGeometryType wkbType(GeometryKind kind)
{
    switch (kind) {
    case GeometryKind::Point:
        return wkbPoint;
    case GeometryKind::Line:
        return wkbLineString;
    case GeometryKind::Polygon:
    case GeometryKind::None:
        break;
    }
    return wkbPolygon;
}

OGRFieldType fieldType(QMetaType::Type type)
{
    if (type == QMetaType::Double)
        return OFTReal;
    return type == QMetaType::Int ? OFTInteger : OFTString;
}

OGRGeometryH lineGeometry(OGRwkbGeometryType type, const MapLine &line)
{
    OGRGeometryH geometry = OGR_G_CreateGeometry(type);
    OGR_G_SetPoints(geometry, static_cast<int>(line.size()), &line.data()->east, sizeof(MapPoint),
                    &line.data()->north, sizeof(MapPoint), nullptr, 0);
    return geometry;
}

struct CloseSrs
{
    void operator()(OGRSpatialReferenceH srs) const { OSRRelease(srs); }
};
using Srs = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, CloseSrs>;

struct CloseDataset
{
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<std::remove_pointer_t<GDALDatasetH>, CloseDataset>;

void removeWithJournals(const QString &path)
{
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

} // namespace

struct BasemapWriter::Private
{
    struct Layer
    {
        OGRLayerH handle = nullptr;
        OGRFeatureDefnH definition = nullptr;
        const BasemapLayerSchema *schema = nullptr;
        qint64 count = 0;
    };

    QString path;
    QString temporary;
    Dataset dataset;
    std::array<Layer, 32> layers;
    bool committed = false;

    ~Private()
    {
        if (committed || temporary.isEmpty())
            return;
        const GdalMessages messages;
        dataset.reset();
        removeWithJournals(temporary);
    }

    Layer &at(BasemapLayer layer) { return layers[static_cast<size_t>(layer)]; }

    Result<void> createLayers(OGRSpatialReferenceH srs, const GdalMessages &messages);
    Result<void> add(BasemapLayer layer, GeometryKind kind, OGRGeometryH geometry,
                     const QVariantList &attributes);
};

Result<void> BasemapWriter::Private::createLayers(OGRSpatialReferenceH srs,
                                                  const GdalMessages &messages)
{
    char index[] = "SPATIAL_INDEX=NO";
    char column[] = "GEOMETRY_NAME=geom";
    char *options[] = {index, column, nullptr};
    for (const BasemapLayerSchema &schema : basemapSchema()) {
        Layer &layer = at(schema.layer);
        layer.schema = &schema;
        layer.handle = GDALDatasetCreateLayer(dataset.get(), schema.tableName.toUtf8().constData(),
                                              srs, wkbType(schema.geometry), options);
        if (!layer.handle)
            return writeError(path, messages.text());
        for (const BasemapField &field : schema.fields) {
            OGRFieldDefnH definition =
                OGR_Fld_Create(field.name.toUtf8().constData(), fieldType(field.type));
            const OGRErr failed = OGR_L_CreateField(layer.handle, definition, TRUE);
            OGR_Fld_Destroy(definition);
            if (failed != OGRERR_NONE)
                return writeError(path, messages.text());
        }
        layer.definition = OGR_L_GetLayerDefn(layer.handle);
    }
    return {};
}

Result<void> BasemapWriter::Private::add(BasemapLayer layer, GeometryKind kind,
                                         OGRGeometryH geometry, const QVariantList &attributes)
{
    Layer &target = at(layer);
    if (!target.schema || target.schema->geometry != kind ||
        attributes.size() != target.schema->fields.size()) {
        OGR_G_DestroyGeometry(geometry);
        return Error{
            ErrorKind::Internal,
            QCoreApplication::translate("geo", "A feature does not fit its base map layer"),
            target.schema ? target.schema->tableName : QString(),
            {},
            {}};
    }
    OGRFeatureH feature = OGR_F_Create(target.definition);
    OGR_F_SetGeometryDirectly(feature, geometry);
    for (int i = 0; i < static_cast<int>(attributes.size()); ++i) {
        const QVariant &value = attributes[i];
        if (value.isNull())
            continue;
        switch (target.schema->fields[i].type) {
        case QMetaType::Double:
            OGR_F_SetFieldDouble(feature, i, value.toDouble());
            break;
        case QMetaType::Int:
            OGR_F_SetFieldInteger(feature, i, value.toInt());
            break;
        default:
            OGR_F_SetFieldString(feature, i, value.toString().toUtf8().constData());
        }
    }
    const GdalMessages messages;
    const OGRErr failed = OGR_L_CreateFeature(target.handle, feature);
    OGR_F_Destroy(feature);
    if (failed != OGRERR_NONE)
        return writeError(path, messages.text());
    ++target.count;
    return {};
}

BasemapWriter::BasemapWriter(std::unique_ptr<Private> data) : d(std::move(data)) {}
BasemapWriter::~BasemapWriter() = default;
BasemapWriter::BasemapWriter(BasemapWriter &&) noexcept = default;
BasemapWriter &BasemapWriter::operator=(BasemapWriter &&) noexcept = default;

Result<BasemapWriter> BasemapWriter::create(const QString &path, const QString &crs)
{
    GDALAllRegister();
    const GdalMessages messages;
    const Srs srs(OSRNewSpatialReference(nullptr));
    if (OSRSetFromUserInput(srs.get(), crs.toUtf8().constData()) != OGRERR_NONE ||
        !OSRIsProjected(srs.get()))
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("geo", "This is no projected coordinate system"), crs,
            QCoreApplication::translate("geo", "Name one in metres, for example EPSG:4547."),
            messages.text()};
    OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);

    const QFileInfo file(path);
    auto d = std::make_unique<Private>();
    d->path = file.absoluteFilePath();
    if (!file.absoluteDir().exists())
        return writeError(d->path, {});
    d->temporary = file.absolutePath() + QStringLiteral("/.%1-%2.gpkg")
                                             .arg(file.completeBaseName())
                                             .arg(QCoreApplication::applicationPid());
    removeWithJournals(d->temporary);
    // The file is new and thrown away on any failure: nothing is gained by syncing before commit().
    CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF");
    d->dataset.reset(GDALCreate(GDALGetDriverByName("GPKG"), d->temporary.toUtf8().constData(), 0,
                                0, 0, GDT_Unknown, nullptr));
    CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", nullptr);
    if (!d->dataset)
        return writeError(d->path, messages.text());
    if (auto made = d->createLayers(srs.get(), messages); !made)
        return made.error();
    if (GDALDatasetStartTransaction(d->dataset.get(), FALSE) != OGRERR_NONE)
        return writeError(d->path, messages.text());
    return BasemapWriter(std::move(d));
}

Result<void> BasemapWriter::addPoint(BasemapLayer layer, const MapPoint &point,
                                     const QVariantList &attributes)
{
    OGRGeometryH geometry = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(geometry, 0, point.east, point.north);
    return d->add(layer, GeometryKind::Point, geometry, attributes);
}

Result<void> BasemapWriter::addLine(BasemapLayer layer, const MapLine &line,
                                    const QVariantList &attributes)
{
    if (line.size() < 2)
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("geo", "A line needs two points"),
                     basemapSchema(layer).tableName,
                     {},
                     {}};
    return d->add(layer, GeometryKind::Line, lineGeometry(wkbLineString, line), attributes);
}

Result<void> BasemapWriter::addPolygon(BasemapLayer layer, const MapPolygon &polygon,
                                       const QVariantList &attributes)
{
    OGRGeometryH geometry = OGR_G_CreateGeometry(wkbPolygon);
    for (const MapLine &ring : polygon.rings) {
        if (ring.size() >= 4)
            OGR_G_AddGeometryDirectly(geometry, lineGeometry(wkbLinearRing, ring));
    }
    if (OGR_G_GetGeometryCount(geometry) == 0) {
        OGR_G_DestroyGeometry(geometry);
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("geo", "An area needs three corners"),
                     basemapSchema(layer).tableName,
                     {},
                     {}};
    }
    return d->add(layer, GeometryKind::Polygon, geometry, attributes);
}

qint64 BasemapWriter::count(BasemapLayer layer) const
{
    return d->at(layer).count;
}

Result<void> BasemapWriter::commit()
{
    const GdalMessages messages;
    bool failed = GDALDatasetCommitTransaction(d->dataset.get()) != OGRERR_NONE;
    for (const BasemapLayerSchema &schema : basemapSchema()) {
        if (failed)
            break;
        const QString sql =
            QStringLiteral("SELECT CreateSpatialIndex('%1', 'geom')").arg(schema.tableName);
        OGRLayerH answer =
            GDALDatasetExecuteSQL(d->dataset.get(), sql.toUtf8().constData(), nullptr, nullptr);
        if (answer)
            GDALDatasetReleaseResultSet(d->dataset.get(), answer);
        failed = !messages.text().isEmpty();
    }
    GDALFlushCache(d->dataset.get());
    d->dataset.reset();
    if (failed || !messages.text().isEmpty())
        return writeError(d->path, messages.text());
    if (std::rename(QFile::encodeName(d->temporary).constData(),
                    QFile::encodeName(d->path).constData()) != 0)
        return writeError(d->path, QString::fromLocal8Bit(std::strerror(errno)));
    d->committed = true;
    return {};
}

namespace {

struct OpenLayer
{
    Dataset dataset;
    OGRLayerH layer = nullptr;
};

Result<OpenLayer> openLayer(const QString &path, BasemapLayer layer, const GdalMessages &messages)
{
    GDALAllRegister();
    OpenLayer open;
    open.dataset.reset(GDALOpenEx(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                  nullptr, nullptr, nullptr));
    if (!open.dataset)
        return readError(path, messages.text());
    const QByteArray table = basemapSchema(layer).tableName.toUtf8();
    open.layer = GDALDatasetGetLayerByName(open.dataset.get(), table.constData());
    if (!open.layer)
        return readError(path, QStringLiteral("no layer ") + QString::fromUtf8(table));
    return open;
}

template <class Visit>
Result<void> eachFeature(const QString &path, BasemapLayer layer, const Visit &visit)
{
    const GdalMessages messages;
    auto open = openLayer(path, layer, messages);
    if (!open)
        return open.error();
    OGR_L_ResetReading(open->layer);
    while (OGRFeatureH feature = OGR_L_GetNextFeature(open->layer)) {
        if (OGRGeometryH geometry = OGR_F_GetGeometryRef(feature))
            visit(feature, geometry);
        OGR_F_Destroy(feature);
    }
    if (!messages.text().isEmpty())
        return readError(path, messages.text());
    return {};
}

QString fieldText(OGRFeatureH feature, const char *name)
{
    const int index = OGR_F_GetFieldIndex(feature, name);
    return index < 0 ? QString() : QString::fromUtf8(OGR_F_GetFieldAsString(feature, index));
}

double fieldNumber(OGRFeatureH feature, const char *name)
{
    const int index = OGR_F_GetFieldIndex(feature, name);
    return index < 0 ? 0.0 : OGR_F_GetFieldAsDouble(feature, index);
}

} // namespace

Result<std::vector<StreetLine>> readStreetLines(const QString &basemapPath)
{
    std::vector<StreetLine> streets;
    auto read = eachFeature(
        basemapPath, BasemapLayer::RoadLine, [&](OGRFeatureH feature, OGRGeometryH geometry) {
            StreetLine street{fieldText(feature, "name"),
                              fieldText(feature, "kind"),
                              fieldNumber(feature, "width_m"),
                              {}};
            const int points = OGR_G_GetPointCount(geometry);
            street.line.resize(static_cast<size_t>(points));
            if (points < 2)
                return;
            OGR_G_GetPoints(geometry, &street.line.data()->east, sizeof(MapPoint),
                            &street.line.data()->north, sizeof(MapPoint), nullptr, 0);
            streets.push_back(std::move(street));
        });
    if (!read)
        return read.error();
    return streets;
}

Result<std::vector<PlaceName>> readPlaceNames(const QString &basemapPath)
{
    std::vector<PlaceName> names;
    auto read = eachFeature(
        basemapPath, BasemapLayer::PlaceName, [&](OGRFeatureH feature, OGRGeometryH geometry) {
            names.push_back({fieldText(feature, "name"), fieldText(feature, "kind"),
                             static_cast<int>(fieldNumber(feature, "rank")),
                             MapPoint{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)}});
        });
    if (!read)
        return read.error();
    return names;
}

Result<QString> basemapCrs(const QString &basemapPath)
{
    const GdalMessages messages;
    auto open = openLayer(basemapPath, BasemapLayer::RoadLine, messages);
    if (!open)
        return open.error();
    OGRSpatialReferenceH srs = OGR_L_GetSpatialRef(open->layer);
    if (!srs)
        return readError(basemapPath, QStringLiteral("road_line has no CRS"));
    const char *authority = OSRGetAuthorityName(srs, nullptr);
    const char *code = OSRGetAuthorityCode(srs, nullptr);
    if (authority && code)
        return QStringLiteral("%1:%2").arg(QString::fromUtf8(authority), QString::fromUtf8(code));
    char *wkt = nullptr;
    OSRExportToWkt(srs, &wkt);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

} // namespace gridhall::geo
