// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

struct sqlite3;

namespace gridhall::store {

/// The box of a geometry, in the order in which GeoPackage writes envelopes.
struct Envelope
{
    double minX = 0.0;
    double maxX = 0.0;
    double minY = 0.0;
    double maxY = 0.0;
};

/// Of well-known binary, any type and byte order; nothing when it is empty or malformed.
std::optional<Envelope> envelopeOfWkb(QByteArrayView wkb);

QByteArray geoPackageBlob(const QByteArray &wkb);
/// The WKB inside a GeoPackage blob; empty when it is none.
QByteArrayView wkbOfGeoPackageBlob(QByteArrayView blob);

/// Registers ST_MinX, ST_MaxX, ST_MinY, ST_MaxY and ST_IsEmpty, which the triggers of a
/// GeoPackage's R*Tree call.
void registerGeometryFunctions(sqlite3 *handle);

} // namespace gridhall::store
