// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/projection.h>

#include <QCoreApplication>

#include <proj.h>

#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>

namespace gridhall::geo {

namespace {

struct ContextCloser
{
    void operator()(PJ_CONTEXT *context) const { proj_context_destroy(context); }
};
struct PjCloser
{
    void operator()(PJ *pj) const { proj_destroy(pj); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, ContextCloser>;
using PjPtr = std::unique_ptr<PJ, PjCloser>;

ContextPtr quietContext()
{
    ContextPtr context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

Error notUsable(const QString &crs, const QString &detail)
{
    return Error{ErrorKind::InvalidInput,
                 QCoreApplication::translate("geo", "Not a projected coordinate system in metres"),
                 crs, QCoreApplication::translate("geo", "Give a code such as EPSG:4547"), detail};
}

/// What a CRS code, WKT or PROJ text names; PROJ text is a CRS only when it says so.
PjPtr parseCrs(PJ_CONTEXT *context, const QString &crs)
{
    QString text = crs.trimmed();
    if (text.startsWith(QLatin1String("+proj")) && !text.contains(QLatin1String("+type=crs")))
        text += QStringLiteral(" +type=crs");
    return PjPtr(proj_create(context, text.toUtf8().constData()));
}

/// Empty when `pj` is a projected CRS in metres, else why not.
QString whyNotProjected(PJ_CONTEXT *context, const PJ *pj)
{
    PjPtr base;
    const PJ *horizontal = pj;
    while (proj_get_type(horizontal) == PJ_TYPE_BOUND_CRS) {
        base.reset(proj_get_source_crs(context, horizontal));
        horizontal = base.get();
        if (!horizontal)
            return QStringLiteral("bound CRS without a base");
    }
    if (proj_get_type(horizontal) != PJ_TYPE_PROJECTED_CRS)
        return QStringLiteral("not a projected CRS");
    const PjPtr system(proj_crs_get_coordinate_system(context, horizontal));
    if (!system || proj_cs_get_axis_count(context, system.get()) < 2)
        return QStringLiteral("no axes");
    for (int axis = 0; axis < 2; ++axis) {
        double toMetres = 0.0;
        proj_cs_get_axis_info(context, system.get(), axis, nullptr, nullptr, nullptr, &toMetres,
                              nullptr, nullptr, nullptr);
        if (toMetres != 1.0)
            return QStringLiteral("axis not in metres");
    }
    return {};
}

} // namespace

struct Projection::Private
{
    /// What clones are made from, by any thread; never used to transform.
    struct Original
    {
        std::mutex mutex;
        ContextPtr context;
        PjPtr pj;
        QString crs;
    };

    std::shared_ptr<Original> original;
    ContextPtr context;
    PjPtr pj;

    static std::unique_ptr<Private> of(std::shared_ptr<Original> original)
    {
        auto d = std::make_unique<Private>();
        d->context = quietContext();
        const std::lock_guard lock(original->mutex);
        d->pj.reset(proj_clone(d->context.get(), original->pj.get()));
        d->original = std::move(original);
        return d;
    }

    template <class From, class To>
    LineOf<To> transform(const LineOf<From> &line, PJ_DIRECTION direction) const
    {
        static_assert(sizeof(From) == 2 * sizeof(double) && sizeof(To) == 2 * sizeof(double));
        LineOf<To> out(line.size());
        if (line.empty())
            return out;
        auto *from = reinterpret_cast<const double *>(line.data());
        auto *to = reinterpret_cast<double *>(out.data());
        std::copy(from, from + line.size() * 2, to);
        constexpr size_t stride = 2 * sizeof(double);
        proj_errno_reset(pj.get());
        proj_trans_generic(pj.get(), direction, to, stride, line.size(), to + 1, stride,
                           line.size(), nullptr, 0, 0, nullptr, 0, 0);
        return out;
    }

    template <class From, class To>
    PolygonOf<To> transform(const PolygonOf<From> &polygon, PJ_DIRECTION direction) const
    {
        PolygonOf<To> out;
        out.rings.reserve(polygon.rings.size());
        for (const LineOf<From> &ring : polygon.rings)
            out.rings.push_back(transform<From, To>(ring, direction));
        return out;
    }

    template <class From, class To>
    MultiPolygonOf<To> transform(const MultiPolygonOf<From> &polygons, PJ_DIRECTION direction) const
    {
        MultiPolygonOf<To> out;
        out.reserve(polygons.size());
        for (const PolygonOf<From> &polygon : polygons)
            out.push_back(transform<From, To>(polygon, direction));
        return out;
    }

    PJ_COORD transform(double x, double y, PJ_DIRECTION direction) const
    {
        proj_errno_reset(pj.get());
        return proj_trans(pj.get(), direction, proj_coord(x, y, 0.0, HUGE_VAL));
    }
};

Result<Projection> Projection::create(const QString &crs)
{
    auto original = std::make_shared<Private::Original>();
    original->context = quietContext();
    original->crs = crs.trimmed();
    PJ_CONTEXT *context = original->context.get();
    const PjPtr target = parseCrs(context, crs);
    if (!target)
        return notUsable(crs, QStringLiteral("not understood by PROJ"));
    if (const QString why = whyNotProjected(context, target.get()); !why.isEmpty())
        return notUsable(crs, why);
    const PjPtr source(proj_create(context, "EPSG:4490"));
    if (!source)
        return Error{
            ErrorKind::Internal,
            QCoreApplication::translate("geo", "The database of coordinate systems is missing"),
            QStringLiteral("proj.db"),
            QCoreApplication::translate("geo", "Install the package proj-data"),
            {}};
    const PjPtr plain(
        proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr));
    if (!plain)
        return notUsable(crs, QStringLiteral("no way from CGCS2000"));
    original->pj.reset(proj_normalize_for_visualization(context, plain.get()));
    if (!original->pj)
        return notUsable(crs, QStringLiteral("axes cannot be put in order"));
    auto d = Private::of(std::move(original));
    if (!d->pj)
        return notUsable(crs, QStringLiteral("cannot be cloned"));
    return Projection(std::move(d));
}

Projection::Projection(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
Projection::~Projection() = default;
Projection::Projection(Projection &&) noexcept = default;
Projection &Projection::operator=(Projection &&) noexcept = default;

Projection Projection::clone() const
{
    return Projection(Private::of(d->original));
}

const QString &Projection::crs() const
{
    return d->original->crs;
}

MapPoint Projection::toMap(const LonLat &place) const
{
    const PJ_COORD out = d->transform(place.lon, place.lat, PJ_FWD);
    return {out.xy.x, out.xy.y};
}

LonLat Projection::toLonLat(const MapPoint &point) const
{
    const PJ_COORD out = d->transform(point.east, point.north, PJ_INV);
    return {out.xy.x, out.xy.y};
}

MapLine Projection::toMap(const LonLatLine &line) const
{
    return d->transform<LonLat, MapPoint>(line, PJ_FWD);
}

MapPolygon Projection::toMap(const LonLatPolygon &polygon) const
{
    return d->transform<LonLat, MapPoint>(polygon, PJ_FWD);
}

MapMultiPolygon Projection::toMap(const LonLatMultiPolygon &polygons) const
{
    return d->transform<LonLat, MapPoint>(polygons, PJ_FWD);
}

LonLatLine Projection::toLonLat(const MapLine &line) const
{
    return d->transform<MapPoint, LonLat>(line, PJ_INV);
}

LonLatPolygon Projection::toLonLat(const MapPolygon &polygon) const
{
    return d->transform<MapPoint, LonLat>(polygon, PJ_INV);
}

LonLatMultiPolygon Projection::toLonLat(const MapMultiPolygon &polygons) const
{
    return d->transform<MapPoint, LonLat>(polygons, PJ_INV);
}

int gaussKrugerEpsg(const LonLat &place)
{
    constexpr double kSouth = 3.0;
    constexpr double kNorth = 54.0;
    if (!std::isfinite(place.lon) || !(place.lat >= kSouth && place.lat <= kNorth))
        return 0;
    const double zone = std::floor((place.lon + 1.5) / 3.0);
    if (zone < 25.0 || zone > 45.0)
        return 0;
    return 4534 + static_cast<int>(zone) - 25;
}

double distanceM(const LonLat &a, const LonLat &b)
{
    constexpr double kMeanRadiusM = 6371008.8;
    constexpr double kRadians = std::numbers::pi / 180.0;
    const double sinLat = std::sin((b.lat - a.lat) * kRadians / 2);
    const double sinLon = std::sin((b.lon - a.lon) * kRadians / 2);
    const double h =
        sinLat * sinLat + std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * sinLon * sinLon;
    return 2 * kMeanRadiusM * std::asin(std::sqrt(h < 1.0 ? h : 1.0));
}

} // namespace gridhall::geo
