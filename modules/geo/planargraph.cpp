// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/planargraph.h>

#include <QCoreApplication>

#include <geos_c.h>

#include <algorithm>
#include <memory>

namespace gridhall::geo {

namespace {

constexpr double kRasterM = 0.001;
/// Segments to a quarter circle: a 12 m kerb corner deviates by 1.5 cm.
constexpr int kQuadrantSegments = 12;

/// A GEOS context of one thread, with the last message that GEOS gave.
class Geos
{
public:
    Geos() : m_handle(GEOS_init_r())
    {
        GEOSContext_setErrorMessageHandler_r(m_handle, &Geos::keepMessage, this);
        GEOSContext_setNoticeMessageHandler_r(m_handle, [](const char *, void *) {}, nullptr);
    }
    ~Geos() { GEOS_finish_r(m_handle); }
    Geos(const Geos &) = delete;
    Geos &operator=(const Geos &) = delete;

    operator GEOSContextHandle_t() const { return m_handle; }

    Error error() const
    {
        return {ErrorKind::InvalidInput,
                QCoreApplication::translate("geo", "The shapes cannot be worked with"),
                {},
                QCoreApplication::translate("geo", "Check them for edges that cross themselves."),
                m_message};
    }

private:
    static void keepMessage(const char *message, void *self)
    {
        static_cast<Geos *>(self)->m_message = QString::fromUtf8(message);
    }

    GEOSContextHandle_t m_handle;
    QString m_message;
};

Geos &geos()
{
    thread_local Geos context;
    return context;
}

struct Destroy
{
    void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(geos(), geometry); }
};
using Shape = std::unique_ptr<GEOSGeometry, Destroy>;

static_assert(sizeof(MapPoint) == 2 * sizeof(double));

GEOSCoordSequence *sequenceOf(const MapLine &line)
{
    return GEOSCoordSeq_copyFromBuffer_r(geos(), reinterpret_cast<const double *>(line.data()),
                                         static_cast<unsigned>(line.size()), 0, 0);
}

Shape lineShape(const MapLine &line)
{
    if (line.size() < 2)
        return {};
    return Shape(GEOSGeom_createLineString_r(geos(), sequenceOf(line)));
}

GEOSGeometry *ringShape(MapLine ring)
{
    if (!ring.empty() && !(ring.front() == ring.back()))
        ring.push_back(ring.front());
    if (ring.size() < 4)
        return nullptr;
    return GEOSGeom_createLinearRing_r(geos(), sequenceOf(ring));
}

Shape polygonShape(const MapPolygon &polygon)
{
    if (polygon.isEmpty())
        return {};
    GEOSGeometry *shell = ringShape(polygon.rings.front());
    if (!shell)
        return {};
    std::vector<GEOSGeometry *> holes;
    for (size_t i = 1; i < polygon.rings.size(); ++i) {
        if (GEOSGeometry *hole = ringShape(polygon.rings[i]))
            holes.push_back(hole);
    }
    return Shape(
        GEOSGeom_createPolygon_r(geos(), shell, holes.data(), static_cast<unsigned>(holes.size())));
}

Shape collect(int type, std::vector<Shape> parts)
{
    std::vector<GEOSGeometry *> raw;
    raw.reserve(parts.size());
    for (Shape &part : parts) {
        if (part)
            raw.push_back(part.release());
    }
    return Shape(
        GEOSGeom_createCollection_r(geos(), type, raw.data(), static_cast<unsigned>(raw.size())));
}

Shape multiPolygonShape(const std::vector<MapPolygon> &polygons)
{
    std::vector<Shape> parts;
    parts.reserve(polygons.size());
    for (const MapPolygon &polygon : polygons)
        parts.push_back(polygonShape(polygon));
    return collect(GEOS_MULTIPOLYGON, std::move(parts));
}

Shape multiLineShape(const std::vector<MapLine> &lines)
{
    std::vector<Shape> parts;
    parts.reserve(lines.size());
    for (const MapLine &line : lines)
        parts.push_back(lineShape(line));
    return collect(GEOS_MULTILINESTRING, std::move(parts));
}

MapLine lineOf(const GEOSGeometry *geometry)
{
    const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r(geos(), geometry);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos(), sequence, &size);
    MapLine line(size);
    if (size)
        GEOSCoordSeq_copyToBuffer_r(geos(), sequence, reinterpret_cast<double *>(line.data()), 0,
                                    0);
    return line;
}

MapPolygon polygonOf(const GEOSGeometry *geometry)
{
    MapPolygon polygon;
    if (GEOSisEmpty_r(geos(), geometry))
        return polygon;
    polygon.rings.push_back(lineOf(GEOSGetExteriorRing_r(geos(), geometry)));
    const int holes = GEOSGetNumInteriorRings_r(geos(), geometry);
    for (int i = 0; i < holes; ++i)
        polygon.rings.push_back(lineOf(GEOSGetInteriorRingN_r(geos(), geometry, i)));
    return polygon;
}

template <class Visit>
void eachPart(const GEOSGeometry *geometry, const Visit &visit)
{
    const int type = GEOSGeomTypeId_r(geos(), geometry);
    if (type < GEOS_MULTIPOINT) {
        visit(geometry, type);
        return;
    }
    const int count = GEOSGetNumGeometries_r(geos(), geometry);
    for (int i = 0; i < count; ++i)
        eachPart(GEOSGetGeometryN_r(geos(), geometry, i), visit);
}

/// The polygons of a result; lines and points that an overlay leaves behind are dropped.
Result<MapMultiPolygon> polygonsOf(const Shape &shape)
{
    if (!shape)
        return geos().error();
    MapMultiPolygon polygons;
    eachPart(shape.get(), [&](const GEOSGeometry *part, int type) {
        if (type == GEOS_POLYGON && !GEOSisEmpty_r(geos(), part))
            polygons.push_back(polygonOf(part));
    });
    return polygons;
}

Result<std::vector<MapLine>> linesOf(const Shape &shape)
{
    if (!shape)
        return geos().error();
    std::vector<MapLine> lines;
    eachPart(shape.get(), [&](const GEOSGeometry *part, int type) {
        if ((type == GEOS_LINESTRING || type == GEOS_LINEARRING) && !GEOSisEmpty_r(geos(), part))
            lines.push_back(lineOf(part));
    });
    return lines;
}

Result<MapMultiPolygon> buffered(const Shape &shape, double distanceM, int cap)
{
    if (!shape)
        return geos().error();
    const Shape grown(GEOSBufferWithStyle_r(geos(), shape.get(), distanceM, kQuadrantSegments, cap,
                                            GEOSBUF_JOIN_ROUND, 5.0));
    if (!grown)
        return geos().error();
    return polygonsOf(Shape(GEOSGeom_setPrecision_r(geos(), grown.get(), kRasterM, 0)));
}

/// One valid area of polygons that may overlap each other, as an overlay needs it.
Shape areaShape(const std::vector<MapPolygon> &polygons)
{
    Shape all = multiPolygonShape(polygons);
    if (!all || polygons.size() < 2)
        return all;
    return Shape(GEOSUnaryUnionPrec_r(geos(), all.get(), kRasterM));
}

using Overlay = GEOSGeometry *(*)(GEOSContextHandle_t, const GEOSGeometry *, const GEOSGeometry *,
                                  double);

Shape overlay(Overlay operation, const Shape &a, const Shape &b)
{
    if (!a || !b)
        return {};
    return Shape(operation(geos(), a.get(), b.get(), kRasterM));
}

} // namespace

Result<std::vector<MapPolygon>> polygonize(const MapPolygon &boundary,
                                           const std::vector<MapLine> &lines)
{
    const Shape area = polygonShape(boundary);
    if (!area)
        return geos().error();
    std::vector<Shape> parts;
    parts.reserve(lines.size() + boundary.rings.size());
    for (const MapLine &line : lines)
        parts.push_back(lineShape(line));
    for (const MapLine &ring : boundary.rings)
        parts.push_back(lineShape(ring));
    const Shape all = collect(GEOS_MULTILINESTRING, std::move(parts));
    const Shape noded(all ? GEOSUnaryUnionPrec_r(geos(), all.get(), kRasterM) : nullptr);
    if (!noded)
        return geos().error();
    const GEOSGeometry *input = noded.get();
    const Shape faces(GEOSPolygonize_r(geos(), &input, 1));
    // The raster moves the boundary by up to a millimetre; a face is judged by a point inside it.
    const std::unique_ptr<const GEOSPreparedGeometry, void (*)(const GEOSPreparedGeometry *)>
        prepared(GEOSPrepare_r(geos(), area.get()),
                 [](const GEOSPreparedGeometry *p) { GEOSPreparedGeom_destroy_r(geos(), p); });
    if (!faces || !prepared)
        return geos().error();

    std::vector<MapPolygon> result;
    eachPart(faces.get(), [&](const GEOSGeometry *face, int) {
        const Shape inside(GEOSPointOnSurface_r(geos(), face));
        if (inside && GEOSPreparedContains_r(geos(), prepared.get(), inside.get()) == 1)
            result.push_back(polygonOf(face));
    });
    return result;
}

Result<MapMultiPolygon> unite(const std::vector<MapPolygon> &polygons)
{
    const Shape all = multiPolygonShape(polygons);
    return polygonsOf(Shape(all ? GEOSUnaryUnionPrec_r(geos(), all.get(), kRasterM) : nullptr));
}

Result<MapMultiPolygon> buffer(const std::vector<MapLine> &lines, double distanceM, bool roundCaps)
{
    return buffered(multiLineShape(lines), distanceM,
                    roundCaps ? GEOSBUF_CAP_ROUND : GEOSBUF_CAP_FLAT);
}

Result<MapMultiPolygon> buffer(const MapMultiPolygon &polygons, double distanceM)
{
    return buffered(areaShape(polygons), distanceM, GEOSBUF_CAP_ROUND);
}

Result<MapMultiPolygon> subtract(const MapMultiPolygon &from, const MapMultiPolygon &what)
{
    return polygonsOf(overlay(&GEOSDifferencePrec_r, areaShape(from), areaShape(what)));
}

Result<MapMultiPolygon> intersect(const MapMultiPolygon &a, const MapMultiPolygon &b)
{
    return polygonsOf(overlay(&GEOSIntersectionPrec_r, areaShape(a), areaShape(b)));
}

Result<std::vector<MapLine>> clip(const std::vector<MapLine> &lines, const MapMultiPolygon &to)
{
    return linesOf(overlay(&GEOSIntersectionPrec_r, multiLineShape(lines), areaShape(to)));
}

double sharedBorderM(const MapPolygon &a, const MapPolygon &b)
{
    const Shape borderA = multiLineShape(a.rings);
    const Shape borderB = multiLineShape(b.rings);
    const Shape shared = overlay(&GEOSIntersectionPrec_r, borderA, borderB);
    double length = 0.0;
    if (shared)
        GEOSLength_r(geos(), shared.get(), &length);
    return length;
}

QString invalidity(const MapMultiPolygon &polygons)
{
    const Shape shape = multiPolygonShape(polygons);
    if (!shape)
        return geos().error().text();
    if (GEOSisValid_r(geos(), shape.get()) == 1)
        return {};
    char *reason = GEOSisValidReason_r(geos(), shape.get());
    const QString text = QString::fromUtf8(reason);
    GEOSFree_r(geos(), reason);
    return text;
}

} // namespace gridhall::geo
