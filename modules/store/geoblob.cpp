// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geoblob.h"

#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace gridhall::store {

namespace {

constexpr qint32 kSrsId = 4490;
constexpr int kDeepest = 8; ///< collections in collections, in damaged or hostile blobs

/// Walks well-known binary and gathers its box; gives up at the first impossible count.
class BoxWalker
{
public:
    explicit BoxWalker(QByteArrayView wkb) : m_wkb(wkb) {}

    std::optional<Envelope> walk()
    {
        if (!geometry(0) || m_box.minX > m_box.maxX)
            return std::nullopt;
        return m_box;
    }

private:
    bool has(qsizetype bytes) const { return m_wkb.size() - m_at >= bytes; }

    quint32 count()
    {
        const auto *at = m_wkb.data() + m_at;
        m_at += 4;
        return m_little ? qFromLittleEndian<quint32>(at) : qFromBigEndian<quint32>(at);
    }

    double number()
    {
        const auto *at = m_wkb.data() + m_at;
        m_at += 8;
        return std::bit_cast<double>(m_little ? qFromLittleEndian<quint64>(at)
                                              : qFromBigEndian<quint64>(at));
    }

    bool points(quint32 n, int dimensions)
    {
        if (!has(qsizetype(n) * dimensions * 8))
            return false;
        for (quint32 i = 0; i < n; ++i) {
            const double x = number();
            const double y = number();
            m_at += (dimensions - 2) * 8;
            if (std::isnan(x) || std::isnan(y)) // GeoPackage's empty point
                continue;
            m_box = {std::min(m_box.minX, x), std::max(m_box.maxX, x), std::min(m_box.minY, y),
                     std::max(m_box.maxY, y)};
        }
        return true;
    }

    bool geometry(int depth)
    {
        if (depth > kDeepest || !has(5))
            return false;
        m_little = m_wkb[m_at++] == 1;
        const quint32 code = count();
        const quint32 iso = (code & 0x0fffffff) % 1000;
        const quint32 isoDimension = (code & 0x0fffffff) / 1000;
        const bool z = (code & 0x80000000) || isoDimension == 1 || isoDimension == 3;
        const bool m = (code & 0x40000000) || isoDimension == 2 || isoDimension == 3;
        const int dimensions = 2 + int(z) + int(m);
        if (code & 0x20000000) {
            if (!has(4))
                return false;
            m_at += 4;
        }
        if (iso == 1)
            return points(1, dimensions);
        if (!has(4))
            return false;
        const quint32 n = count();
        if (iso == 2)
            return points(n, dimensions);
        for (quint32 i = 0; i < n; ++i) {
            if (iso == 3) {
                if (!has(4) || !points(count(), dimensions))
                    return false;
            } else if (iso < 4 || iso > 7 || !geometry(depth + 1)) {
                return false;
            }
        }
        return true;
    }

    QByteArrayView m_wkb;
    qsizetype m_at = 0;
    bool m_little = true;
    Envelope m_box{
        std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
        std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
};

constexpr qsizetype kEnvelopeBytes[] = {0, 32, 48, 48, 64};

std::optional<Envelope> envelopeOfBlob(QByteArrayView blob)
{
    if (blob.size() < 8 || blob[0] != 'G' || blob[1] != 'P')
        return std::nullopt;
    const auto flags = static_cast<quint8>(blob[3]);
    const int kind = (flags >> 1) & 7;
    if (flags & 0x10)
        return std::nullopt;
    if (kind >= 1 && kind <= 4 && blob.size() >= 8 + kEnvelopeBytes[kind]) {
        double v[4];
        for (int i = 0; i < 4; ++i) {
            const char *at = blob.data() + 8 + 8 * i;
            v[i] = std::bit_cast<double>((flags & 1) ? qFromLittleEndian<quint64>(at)
                                                     : qFromBigEndian<quint64>(at));
        }
        return Envelope{v[0], v[1], v[2], v[3]};
    }
    return envelopeOfWkb(wkbOfGeoPackageBlob(blob));
}

QByteArrayView blobOf(sqlite3_value *value)
{
    return {static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value)};
}

template <double Envelope::*Side>
void side(sqlite3_context *context, int, sqlite3_value **values)
{
    if (const auto box = envelopeOfBlob(blobOf(values[0])))
        sqlite3_result_double(context, (*box).*Side);
    else
        sqlite3_result_null(context);
}

void isEmpty(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) != SQLITE_BLOB)
        sqlite3_result_null(context);
    else
        sqlite3_result_int(context, envelopeOfBlob(blobOf(values[0])) ? 0 : 1);
}

} // namespace

std::optional<Envelope> envelopeOfWkb(QByteArrayView wkb)
{
    return BoxWalker(wkb).walk();
}

QByteArray geoPackageBlob(const QByteArray &wkb)
{
    const auto box = envelopeOfWkb(wkb);
    const bool isPoint = wkb.size() == 21;
    const bool withEnvelope = box && !isPoint;
    QByteArray blob;
    blob.reserve(8 + (withEnvelope ? 32 : 0) + wkb.size());
    blob.append("GP", 2);
    blob.append('\0');
    blob.append(static_cast<char>(0x01 | (withEnvelope ? 0x02 : 0) | (box ? 0 : 0x10)));
    const qint32 srs = qToLittleEndian(kSrsId);
    blob.append(reinterpret_cast<const char *>(&srs), sizeof srs);
    if (withEnvelope) {
        for (const double v : {box->minX, box->maxX, box->minY, box->maxY}) {
            const quint64 bits = qToLittleEndian(std::bit_cast<quint64>(v));
            blob.append(reinterpret_cast<const char *>(&bits), sizeof bits);
        }
    }
    blob.append(wkb);
    return blob;
}

QByteArrayView wkbOfGeoPackageBlob(QByteArrayView blob)
{
    if (blob.size() < 8 || blob[0] != 'G' || blob[1] != 'P')
        return {};
    const int kind = (static_cast<quint8>(blob[3]) >> 1) & 7;
    if (kind > 4 || blob.size() < 8 + kEnvelopeBytes[kind])
        return {};
    return blob.sliced(8 + kEnvelopeBytes[kind]);
}

void registerGeometryFunctions(sqlite3 *handle)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto add = [&](const char *name,
                         void (*function)(sqlite3_context *, int, sqlite3_value **)) {
        sqlite3_create_function_v2(handle, name, 1, flags, nullptr, function, nullptr, nullptr,
                                   nullptr);
    };
    add("ST_MinX", side<&Envelope::minX>);
    add("ST_MaxX", side<&Envelope::maxX>);
    add("ST_MinY", side<&Envelope::minY>);
    add("ST_MaxY", side<&Envelope::maxY>);
    add("ST_IsEmpty", isEmpty);
}

} // namespace gridhall::store
