// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/connection.h>
#include <tracking/mover.h>

namespace gridhall::tracking {

/// Movers and fixes in the database. Blocking; call it on a database thread.
class TrackingRepository
{
public:
    explicit TrackingRepository(store::Connection &connection) : m_db(connection) {}

    Result<void> addMovers(const QList<Mover> &movers);
    /// All movers with their latest fix.
    Result<QList<Mover>> movers();
    /// Movers whose latest fix came in after `revision`; `revision` is then the newest one.
    Result<QList<Mover>> moversSince(qint64 &revision);
    /// Appends to the track and moves the latest fix on (never back), in one transaction.
    Result<void> addFixes(const QList<Fix> &fixes);
    Result<QList<Fix>> track(const Id &mover, const QDateTime &fromUtc, const QDateTime &toUtc);

private:
    store::Connection &m_db;
};

} // namespace gridhall::tracking
