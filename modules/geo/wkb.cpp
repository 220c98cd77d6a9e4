// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/wkb.h>

#include <QCoreApplication>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <cstring>

namespace gridhall::geo {

namespace {

enum Type : quint32 { kPoint = 1, kLine = 2, kPolygon = 3, kMultiPolygon = 6 };

class Writer
{
public:
    explicit Writer(qsizetype bytes) { m_bytes.reserve(bytes); }
    void header(Type type)
    {
        m_bytes.append('\x01');
        count(type);
    }
    void count(quint32 n)
    {
        n = qToLittleEndian(n);
        m_bytes.append(reinterpret_cast<const char *>(&n), sizeof n);
    }
    void point(const LonLat &p)
    {
        number(p.lon);
        number(p.lat);
    }
    void line(const LonLatLine &points)
    {
        count(static_cast<quint32>(points.size()));
        for (const LonLat &p : points)
            point(p);
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    void number(double value)
    {
        const quint64 bits = qToLittleEndian(std::bit_cast<quint64>(value));
        m_bytes.append(reinterpret_cast<const char *>(&bits), sizeof bits);
    }
    QByteArray m_bytes;
};

Error malformed(const char *detail)
{
    return Error{ErrorKind::InvalidInput,
                 QCoreApplication::translate("geo", "A stored geometry is damaged"),
                 {},
                 {},
                 QString::fromLatin1(detail)};
}

/// Reads one geometry; after the first fault every read answers zeros and `fault` says which.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_at(bytes.constData()), m_left(bytes.size()) {}

    const char *fault() const { return m_fault; }
    bool atEnd() const { return m_left == 0; }
    void fail(const char *why)
    {
        if (!m_fault)
            m_fault = why;
    }

    /// The flat type (1 … 7) of the geometry that starts here; sets byte order and dimensions.
    quint32 header()
    {
        const char order = byte();
        if (order != 0 && order != 1) {
            fail("byte order is neither 0 nor 1");
            return 0;
        }
        m_little = order == 1;
        quint32 type = number32();
        constexpr quint32 kEwkbZ = 0x80000000U;
        constexpr quint32 kEwkbM = 0x40000000U;
        constexpr quint32 kEwkbSrid = 0x20000000U;
        m_extra = ((type & kEwkbZ) ? 1 : 0) + ((type & kEwkbM) ? 1 : 0);
        const bool hasSrid = type & kEwkbSrid;
        type &= ~(kEwkbZ | kEwkbM | kEwkbSrid);
        if (hasSrid)
            number32();
        if (type >= 1000 && type < 4000) {
            m_extra = type / 1000 == 3 ? 2 : 1;
            type %= 1000;
        }
        return type;
    }

    /// A count of things of at least `bytesEach`, refused when the rest cannot hold them.
    quint32 count(qsizetype bytesEach)
    {
        const quint32 n = number32();
        if (static_cast<quint64>(n) * static_cast<quint64>(bytesEach) >
            static_cast<quint64>(m_left)) {
            fail("count exceeds the data");
            return 0;
        }
        return m_fault ? 0 : n;
    }

    LonLat point()
    {
        const LonLat p{number64(), number64()};
        skip(m_extra * 8);
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat))
            fail("coordinate is not a number");
        return p;
    }

    LonLatLine line()
    {
        LonLatLine points(count((2 + m_extra) * 8));
        for (LonLat &p : points) {
            p = point();
            if (m_fault)
                break;
        }
        return points;
    }

    LonLatPolygon polygon()
    {
        LonLatPolygon out;
        const quint32 rings = count(4);
        for (quint32 i = 0; i < rings && !m_fault; ++i) {
            out.rings.push_back(line());
            const LonLatLine &ring = out.rings.back();
            if (!m_fault && (ring.size() < 4 || ring.front() != ring.back()))
                fail("ring is not closed");
        }
        return out;
    }

private:
    const char *take(qsizetype n)
    {
        if (m_left < n) {
            fail("cut off");
            m_left = 0;
            return nullptr;
        }
        const char *at = m_at;
        m_at += n;
        m_left -= n;
        return at;
    }
    void skip(qsizetype n) { take(n); }
    char byte()
    {
        const char *at = take(1);
        return at ? *at : '\0';
    }
    quint32 number32()
    {
        const char *at = take(4);
        if (!at)
            return 0;
        return m_little ? qFromLittleEndian<quint32>(at) : qFromBigEndian<quint32>(at);
    }
    double number64()
    {
        const char *at = take(8);
        if (!at)
            return 0.0;
        return std::bit_cast<double>(m_little ? qFromLittleEndian<quint64>(at)
                                              : qFromBigEndian<quint64>(at));
    }

    const char *m_at;
    qsizetype m_left;
    const char *m_fault = nullptr;
    bool m_little = true;
    int m_extra = 0;
};

template <class T>
Result<T> finished(const Reader &reader, T value)
{
    if (reader.fault())
        return malformed(reader.fault());
    if (!reader.atEnd())
        return malformed("bytes behind the geometry");
    return value;
}

qsizetype bytesOf(const LonLatPolygon &polygon)
{
    qsizetype bytes = 9;
    for (const LonLatLine &ring : polygon.rings)
        bytes += 4 + static_cast<qsizetype>(ring.size()) * 16;
    return bytes;
}

} // namespace

QByteArray toWkb(const LonLat &point)
{
    Writer writer(21);
    writer.header(kPoint);
    writer.point(point);
    return writer.take();
}

QByteArray toWkb(const LonLatLine &line)
{
    Writer writer(9 + static_cast<qsizetype>(line.size()) * 16);
    writer.header(kLine);
    writer.line(line);
    return writer.take();
}

QByteArray toWkb(const LonLatMultiPolygon &polygons)
{
    qsizetype bytes = 9;
    for (const LonLatPolygon &polygon : polygons)
        bytes += bytesOf(polygon);
    Writer writer(bytes);
    writer.header(kMultiPolygon);
    writer.count(static_cast<quint32>(polygons.size()));
    for (const LonLatPolygon &polygon : polygons) {
        writer.header(kPolygon);
        writer.count(static_cast<quint32>(polygon.rings.size()));
        for (const LonLatLine &ring : polygon.rings)
            writer.line(ring);
    }
    return writer.take();
}

Result<LonLat> pointFromWkb(const QByteArray &wkb)
{
    Reader reader(wkb);
    if (reader.header() != kPoint)
        return malformed("not a point");
    return finished(reader, reader.point());
}

Result<LonLatLine> lineFromWkb(const QByteArray &wkb)
{
    Reader reader(wkb);
    if (reader.header() != kLine)
        return malformed("not a line");
    LonLatLine line = reader.line();
    if (line.size() == 1)
        reader.fail("line of one point");
    return finished(reader, std::move(line));
}

Result<LonLatMultiPolygon> multiPolygonFromWkb(const QByteArray &wkb)
{
    Reader reader(wkb);
    LonLatMultiPolygon polygons;
    const quint32 type = reader.header();
    if (type == kPolygon) {
        polygons.push_back(reader.polygon());
    } else if (type == kMultiPolygon) {
        const quint32 n = reader.count(9);
        for (quint32 i = 0; i < n && !reader.fault(); ++i) {
            if (reader.header() != kPolygon)
                reader.fail("part is no polygon");
            else
                polygons.push_back(reader.polygon());
        }
    } else {
        return malformed("not a polygon");
    }
    std::erase_if(polygons, [](const LonLatPolygon &polygon) { return polygon.isEmpty(); });
    return finished(reader, std::move(polygons));
}

} // namespace gridhall::geo
