// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/wallrows.h>

#include <look/words.h>
#include <wall/wallmap.h>

#include <QCoreApplication>

#include <algorithm>

namespace gridhall::wall {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wall)
};

QString doing(tracking::Activity activity)
{
    switch (activity) {
    case tracking::Activity::Patrolling:
        return Words::tr("patrolling");
    case tracking::Activity::Reporting:
        return Words::tr("reporting");
    case tracking::Activity::Confirming:
        return Words::tr("confirming");
    case tracking::Activity::Verifying:
        return Words::tr("verifying");
    case tracking::Activity::OffDuty:
    case tracking::Activity::None:
        break;
    }
    return Words::tr("on duty");
}

/// 0: needs attention, 1: has a task, 2: the rest.
int rankOf(const tracking::Mover &mover, const QDateTime &nowUtc)
{
    if (mover.isStale(nowUtc))
        return 0;
    switch (mover.latest.activity) {
    case tracking::Activity::Reporting:
    case tracking::Activity::Confirming:
    case tracking::Activity::Verifying:
        return 1;
    default:
        return 2;
    }
}

} // namespace

QString RowMaker::whatOf(const cases::CaseFile &file) const
{
    if (!file.className.isEmpty())
        return file.className;
    const catalog::CaseClass *known = catalog ? catalog->find(file.classCode) : nullptr;
    return known ? known->name : file.classCode;
}

QString RowMaker::placeOf(const cases::CaseFile &file) const
{
    if (!file.address.isEmpty())
        return file.address;
    const city::UnitGrid *grid = city ? city->unitGrid(file.unitGridCode) : nullptr;
    if (!grid)
        return file.unitGridCode;
    return grid->communityName.isEmpty() ? grid->name : grid->communityName;
}

QString RowMaker::unitOf(const Id &unit, const QString &fullName) const
{
    const city::Unit *known = city ? city->unit(unit) : nullptr;
    return known && !known->shortName.isEmpty() ? known->shortName : fullName;
}

QList<NewestPanel::Row> RowMaker::newest(const QList<LitCase> &cases) const
{
    QList<NewestPanel::Row> rows;
    for (const LitCase &one : cases) {
        rows.append({markOf(one.light), whatOf(*one.file), placeOf(*one.file),
                     sourceText(one.file->source),
                     look::timeText(one.file->reportedUtc, nowUtc, zone)});
    }
    return rows;
}

QList<TickerPanel::Entry> RowMaker::needing(const QList<LitCase> &cases) const
{
    QList<TickerPanel::Entry> entries;
    for (const LitCase &one : cases) {
        const cases::CaseFile &file = *one.file;
        TickerPanel::Entry entry;
        const QString unit = unitOf(file.handlingUnit, file.handlingUnitName);
        entry.what = whatOf(file) + u' ' + (unit.isEmpty() ? placeOf(file) : unit);
        if (one.light == cases::Light::Overdue) {
            entry.mark = look::Mark::Overdue;
            entry.why = look::leftText(std::min<qint64>(one.secsLeft, -1));
        } else {
            entry.mark = look::Mark::DueSoon;
            entry.why = file.supervised ? Words::tr("supervised") : Words::tr("urged");
            if (file.deadlineUtc.isValid())
                entry.what += u' ' + look::leftText(one.secsLeft);
        }
        entries.append(entry);
    }
    return entries;
}

QList<UnitLoad> RowMaker::shortNames(QList<UnitLoad> units) const
{
    for (UnitLoad &load : units)
        load.name = unitOf(load.unit, load.name);
    return units;
}

DutyRoll dutyRoll(const QHash<Id, tracking::Mover> &movers, const city::CityIndex &city,
                  const QDateTime &nowUtc)
{
    QHash<QString, QString> gridNames;
    for (const city::ResponsibilityGrid &grid : city.responsibilityGrids())
        gridNames.insert(grid.code, grid.name);

    DutyRoll roll;
    QList<const tracking::Mover *> shown;
    for (const tracking::Mover &mover : movers) {
        const bool out = WallMap::isShown(mover, nowUtc);
        if (mover.kind == tracking::MoverKind::Vehicle) {
            roll.vehicles += out && !mover.isStale(nowUtc) ? 1 : 0;
            continue;
        }
        ++roll.enrolled;
        roll.onDuty += out && !mover.isStale(nowUtc) ? 1 : 0;
        if (out)
            shown.append(&mover);
    }
    std::sort(shown.begin(), shown.end(),
              [&nowUtc](const tracking::Mover *a, const tracking::Mover *b) {
                  const int rankA = rankOf(*a, nowUtc);
                  const int rankB = rankOf(*b, nowUtc);
                  if (rankA != rankB)
                      return rankA < rankB;
                  if (rankA == 0 && a->latest.atUtc != b->latest.atUtc)
                      return a->latest.atUtc < b->latest.atUtc;
                  return a->name != b->name ? a->name < b->name : a->id < b->id;
              });
    for (const tracking::Mover *mover : std::as_const(shown)) {
        const bool stale = mover->isStale(nowUtc);
        roll.rows.append(
            {mover->name,
             stale ? Words::tr("silent %1").arg(look::ageText(mover->latest.atUtc.secsTo(nowUtc)))
                   : doing(mover->latest.activity),
             gridNames.value(mover->responsibilityGridCode), stale});
    }
    return roll;
}

qint64 newestFixSecs(const QHash<Id, tracking::Mover> &movers, const QDateTime &nowUtc)
{
    qint64 newest = -1;
    for (const tracking::Mover &mover : movers) {
        if (!mover.latest.atUtc.isValid())
            continue;
        const qint64 age = std::max<qint64>(0, mover.latest.atUtc.secsTo(nowUtc));
        newest = newest < 0 ? age : std::min(newest, age);
    }
    return newest;
}

} // namespace gridhall::wall
