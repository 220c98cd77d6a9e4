// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/catalog.h>
#include <city/cityindex.h>
#include <tracking/mover.h>
#include <wall/casepanels.h>
#include <wall/caseroll.h>

#include <QTimeZone>

namespace gridhall::wall {

/// Turns cases into the lines of the panels. Pure; `catalog` and `city` may be null.
struct RowMaker
{
    const city::CityIndex *city = nullptr;
    const catalog::Catalog *catalog = nullptr;
    QDateTime nowUtc;
    QTimeZone zone;

    QList<NewestPanel::Row> newest(const QList<LitCase> &cases) const;
    QList<TickerPanel::Entry> needing(const QList<LitCase> &cases) const;
    /// Units by the short names that lists and the wall use.
    QList<UnitLoad> shortNames(QList<UnitLoad> units) const;

    QString whatOf(const cases::CaseFile &file) const;
    QString placeOf(const cases::CaseFile &file) const;
    QString unitOf(const Id &unit, const QString &fullName) const;
};

/// Who is out there, and how many.
struct DutyRoll
{
    QList<DutyPanel::Row> rows;
    int onDuty = 0;
    int enrolled = 0;
    int vehicles = 0;
};

/// Silent ones first, then those with a task, then the rest by name.
DutyRoll dutyRoll(const QHash<Id, tracking::Mover> &movers, const city::CityIndex &city,
                  const QDateTime &nowUtc);
/// Age of the newest fix of anybody, -1 when there is none.
qint64 newestFixSecs(const QHash<Id, tracking::Mover> &movers, const QDateTime &nowUtc);

} // namespace gridhall::wall
