// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/vectorfile.h>

#include "osmpbf.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStringDecoder>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <limits>
#include <mutex>

namespace gridhall::geo {

namespace {

/// Keeps GDAL's failures of one scope instead of printing them.
class Failures
{
public:
    Failures() { CPLPushErrorHandlerEx(&Failures::keep, this); }
    ~Failures() { CPLPopErrorHandler(); }
    Failures(const Failures &) = delete;
    Failures &operator=(const Failures &) = delete;
    const QString &first() const { return m_first; }

private:
    static void CPL_STDCALL keep(CPLErr severity, CPLErrorNum, const char *message)
    {
        auto *self = static_cast<Failures *>(CPLGetErrorHandlerUserData());
        if (severity >= CE_Failure && self->m_first.isEmpty())
            self->m_first = QString::fromUtf8(message);
    }
    QString m_first;
};

Error unreadable(const QString &path, const QString &detail)
{
    return Error{ErrorKind::Unreadable,
                 QCoreApplication::translate("geo", "The file is damaged or no map file"), path,
                 QCoreApplication::translate("geo", "Fetch or export it again, and check its kind"),
                 detail};
}

/// A DBF without a code page is taken for Latin-1 by GDAL; in China it is GBK, or UTF-8.
QByteArray shapefileEncoding(const QString &path)
{
    const QFileInfo info(path);
    const QString base = info.path() + QLatin1Char('/') + info.completeBaseName();
    if (QFile::exists(base + QStringLiteral(".cpg")) ||
        QFile::exists(base + QStringLiteral(".CPG")))
        return {};
    QFile dbf(base + QStringLiteral(".dbf"));
    if (!dbf.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = dbf.read(1 << 20);
    if (bytes.size() < 32 || bytes.at(29) != 0)
        return {};
    const QByteArray text = bytes.mid(32);
    if (std::none_of(text.begin(), text.end(), [](char c) { return c & 0x80; }))
        return {};
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8.decode(text.left(text.lastIndexOf(' ') + 1));
    return !utf8.hasError() && !decoded.isEmpty() ? QByteArray("UTF-8") : QByteArray("CP936");
}

bool setCrs(OGRSpatialReference &reference, const QString &text)
{
    const char *const local[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference.SetFromUserInput(text.toUtf8().constData(), local) == OGRERR_NONE;
}

QString crsName(const OGRSpatialReference *reference)
{
    if (!reference || reference->IsEmpty() || reference->IsLocal())
        return {};
    const char *authority = reference->GetAuthorityName(nullptr);
    const char *code = reference->GetAuthorityCode(nullptr);
    if (authority && code)
        return QString::fromLatin1(authority) + QLatin1Char(':') + QString::fromLatin1(code);
    char *wkt = nullptr;
    reference->exportToWkt(&wkt);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

/// "a"=>"b","c"=>"d" as GDAL writes what it has no column for.
void addOtherTags(const QString &text, QVariantMap &into)
{
    QString part;
    QString key;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('\\') && i + 1 < text.size()) {
            part += text.at(++i);
        } else if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
            if (isQuoted) {
                part.clear();
            } else if (text.mid(i + 1, 2) == QLatin1String("=>")) {
                key = part;
                i += 2;
            } else if (!into.contains(key)) {
                into.insert(key, part);
            }
        } else if (isQuoted) {
            part += c;
        }
    }
}

QVariant fieldValue(OGRFeature &feature, int i, OGRFieldType type)
{
    switch (type) {
    case OFTInteger:
        return feature.GetFieldAsInteger(i);
    case OFTInteger64:
        return static_cast<qlonglong>(feature.GetFieldAsInteger64(i));
    case OFTReal:
        return feature.GetFieldAsDouble(i);
    case OFTDate: {
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
        feature.GetFieldAsDateTime(i, &year, &month, &day, &hour, &minute, &second, &zone);
        return QDate(year, month, day);
    }
    default:
        return QString::fromUtf8(feature.GetFieldAsString(i));
    }
}

QVariantMap attributesOf(OGRFeature &feature)
{
    QVariantMap out;
    QString others;
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        if (!feature.IsFieldSetAndNotNull(i))
            continue;
        const OGRFieldDefn *definition = feature.GetFieldDefnRef(i);
        const QString name = QString::fromUtf8(definition->GetNameRef());
        if (name == QLatin1String("other_tags"))
            others = QString::fromUtf8(feature.GetFieldAsString(i));
        else
            out.insert(name, fieldValue(feature, i, definition->GetType()));
    }
    addOtherTags(others, out);
    return out;
}

/// Sorts the parts of any geometry by their dimension; the highest one present is the answer.
class Parts
{
public:
    void add(const OGRGeometry *geometry)
    {
        switch (wkbFlatten(geometry->getGeometryType())) {
        case wkbPoint:
            if (!geometry->IsEmpty())
                m_points.push_back({geometry->toPoint()->getX(), geometry->toPoint()->getY()});
            return;
        case wkbLineString:
            addLine(geometry->toLineString());
            return;
        case wkbPolygon:
        case wkbTriangle:
            addPolygon(geometry->toPolygon());
            return;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry *part : geometry->toGeometryCollection())
                add(part);
            return;
        case wkbTIN:
        case wkbPolyhedralSurface:
            for (const OGRPolygon *part : geometry->toPolyhedralSurface())
                addPolygon(part);
            return;
        default:
            return;
        }
    }

    void moveInto(VectorFeature &feature)
    {
        if (!m_polygons.empty())
            feature.geometry = std::move(m_polygons);
        else if (!m_lines.empty())
            feature.geometry = std::move(m_lines);
        else if (!m_points.empty())
            feature.geometry = std::move(m_points);
    }

private:
    static MapLine pointsOf(const OGRSimpleCurve *curve)
    {
        MapLine line(static_cast<size_t>(curve->getNumPoints()));
        for (size_t i = 0; i < line.size(); ++i) {
            line[i] = {curve->getX(static_cast<int>(i)), curve->getY(static_cast<int>(i))};
            if (!std::isfinite(line[i].east) || !std::isfinite(line[i].north))
                return {};
        }
        return line;
    }
    void addLine(const OGRSimpleCurve *curve)
    {
        if (MapLine line = pointsOf(curve); line.size() >= 2)
            m_lines.push_back(std::move(line));
    }
    void addPolygon(const OGRPolygon *polygon)
    {
        MapPolygon out;
        for (const OGRLinearRing *ring : polygon) {
            MapLine line = pointsOf(ring);
            if (!line.empty() && line.front() != line.back())
                line.push_back(line.front());
            if (line.size() >= 4)
                out.rings.push_back(std::move(line));
            else if (out.isEmpty())
                return;
        }
        if (!out.isEmpty())
            m_polygons.push_back(std::move(out));
    }

    std::vector<MapPoint> m_points;
    std::vector<MapLine> m_lines;
    MapMultiPolygon m_polygons;
};

double firstHeight(const OGRGeometry *geometry)
{
    if (!geometry->Is3D() || geometry->IsEmpty())
        return std::numeric_limits<double>::quiet_NaN();
    if (wkbFlatten(geometry->getGeometryType()) == wkbPoint)
        return geometry->toPoint()->getZ();
    if (wkbFlatten(geometry->getGeometryType()) == wkbLineString)
        return geometry->toLineString()->getZ(0);
    return std::numeric_limits<double>::quiet_NaN();
}

struct FeatureCloser
{
    void operator()(OGRFeature *feature) const { OGRFeature::DestroyFeature(feature); }
};

} // namespace

struct VectorFile::Private
{
    QString path;
    std::unique_ptr<GDALDataset> dataset;

    using Transformation = std::unique_ptr<OGRCoordinateTransformation>;

    bool isOsm() const { return driver() == QLatin1String("OSM"); }
    QString driver() const { return QString::fromLatin1(dataset->GetDriver()->GetDescription()); }

    Error noCrs(const QString &layer) const
    {
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("geo", "The layer \"%1\" names no coordinate system")
                .arg(layer),
            path,
            QCoreApplication::translate("geo", "Name it with --source-crs EPSG:…"),
            {}};
    }

    /// How to get a layer's coordinates into the target CRS.
    Result<Transformation> transformation(OGRLayer &layer, const OGRSpatialReference &target,
                                          const QString &assumedCrs) const
    {
        OGRSpatialReference source;
        const OGRSpatialReference *own = layer.GetSpatialRef();
        if (own && !crsName(own).isEmpty()) {
            source = *own;
            source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        } else if (assumedCrs.isEmpty()) {
            return noCrs(QString::fromUtf8(layer.GetName()));
        } else if (!setCrs(source, assumedCrs)) {
            return badCrs(assumedCrs);
        }
        Transformation out(OGRCreateCoordinateTransformation(&source, &target));
        if (!out)
            return badCrs(crsName(&source));
        return out;
    }

    static Error badCrs(const QString &crs)
    {
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("geo", "The coordinate system is not known"),
                     crs,
                     QCoreApplication::translate("geo", "Give a code such as EPSG:4547"),
                     {}};
    }
};

Result<VectorFile> VectorFile::open(const QString &path)
{
    static std::once_flag registered;
    std::call_once(registered, [] { GDALAllRegister(); });
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("geo", "There is no such file"),
                     path,
                     QCoreApplication::translate("geo", "Check the path"),
                     {}};
    if (path.endsWith(QLatin1String(".pbf"), Qt::CaseInsensitive)) {
        if (const QString fault = osmPbfFault(path); !fault.isEmpty())
            return unreadable(path, fault);
    }
    const Failures failures;
    QByteArray name = QFile::encodeName(info.absoluteFilePath());
    if (path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
        name.prepend("/vsizip/");
    const QByteArray encoding = path.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive)
                                    ? shapefileEncoding(info.absoluteFilePath())
                                    : QByteArray();
    const QByteArray encodingOption = "ENCODING=" + encoding;
    const char *const options[] = {encodingOption.constData(), nullptr};
    auto d = std::make_unique<Private>();
    d->path = path;
    d->dataset.reset(GDALDataset::Open(name.constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                                       encoding.isEmpty() ? nullptr : options, nullptr));
    if (!d->dataset || d->dataset->GetLayerCount() == 0)
        return unreadable(path, failures.first());
    return VectorFile(std::move(d));
}

VectorFile::VectorFile(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
VectorFile::~VectorFile() = default;
VectorFile::VectorFile(VectorFile &&) noexcept = default;
VectorFile &VectorFile::operator=(VectorFile &&) noexcept = default;

QString VectorFile::driver() const
{
    return d->driver();
}

QList<VectorLayerInfo> VectorFile::layers() const
{
    const Failures failures;
    QList<VectorLayerInfo> out;
    OGRSpatialReference degrees;
    setCrs(degrees, QStringLiteral("EPSG:4490"));
    for (OGRLayer *layer : d->dataset->GetLayers()) {
        VectorLayerInfo info;
        info.name = QString::fromUtf8(layer->GetName());
        info.geometryType = QString::fromLatin1(OGRGeometryTypeToName(layer->GetGeomType()));
        info.featureCount = d->isOsm() ? -1 : layer->GetFeatureCount(FALSE);
        const OGRFeatureDefn *definition = layer->GetLayerDefn();
        for (int i = 0; i < definition->GetFieldCount(); ++i)
            info.fields.append(QString::fromUtf8(definition->GetFieldDefn(i)->GetNameRef()));
        info.crs = crsName(layer->GetSpatialRef());
        OGREnvelope box;
        if (!info.crs.isEmpty() && layer->GetExtent(&box, FALSE) == OGRERR_NONE) {
            const auto transformation = d->transformation(*layer, degrees, {});
            if (transformation &&
                (*transformation)
                        ->TransformBounds(box.MinX, box.MinY, box.MaxX, box.MaxY,
                                          &info.extentDegrees.west, &info.extentDegrees.south,
                                          &info.extentDegrees.east, &info.extentDegrees.north,
                                          21) == 0)
                info.extentDegrees = {};
        }
        out.append(info);
    }
    return out;
}

Result<void>
VectorFile::read(const QString &targetCrs, const QString &assumedCrs,
                 const std::function<bool(const QString &layer, const VectorFeature &)> &visit)
{
    OGRSpatialReference target;
    const Failures failures;
    if (!setCrs(target, targetCrs))
        return Private::badCrs(targetCrs);
    struct Known
    {
        QString name;
        Private::Transformation transformation;
    };
    QHash<const OGRLayer *, std::shared_ptr<Known>> known;
    for (OGRLayer *layer : d->dataset->GetLayers()) {
        if (layer->GetGeomType() == wkbNone)
            continue;
        auto transformation = d->transformation(*layer, target, assumedCrs);
        if (!transformation)
            return transformation.error();
        known.insert(layer, std::make_shared<Known>(Known{QString::fromUtf8(layer->GetName()),
                                                          std::move(*transformation)}));
    }
    if (!failures.first().isEmpty())
        return unreadable(d->path, failures.first());
    d->dataset->ResetReading();
    OGRLayer *layer = nullptr;
    while (const std::unique_ptr<OGRFeature, FeatureCloser> raw{
        d->dataset->GetNextFeature(&layer, nullptr, nullptr, nullptr)}) {
        VectorFeature feature;
        feature.fid = raw->GetFID();
        feature.attributes = attributesOf(*raw);
        feature.z = std::numeric_limits<double>::quiet_NaN();
        const auto entry = known.value(layer);
        if (OGRGeometry *own = raw->GetGeometryRef(); own && entry) {
            feature.z = firstHeight(own);
            const std::unique_ptr<OGRGeometry> linear(own->getLinearGeometry());
            const Failures outside; // a place that the target CRS cannot hold is no damage
            if (linear && linear->transform(entry->transformation.get()) == OGRERR_NONE) {
                Parts parts;
                parts.add(linear.get());
                parts.moveInto(feature);
            }
        }
        if (!visit(entry ? entry->name : QString::fromUtf8(layer->GetName()), feature))
            return Error{ErrorKind::Cancelled,
                         QCoreApplication::translate("geo", "Reading was cancelled"),
                         d->path,
                         {},
                         {}};
        if (!failures.first().isEmpty())
            break;
    }
    if (!failures.first().isEmpty())
        return unreadable(d->path, failures.first());
    return {};
}

} // namespace gridhall::geo
