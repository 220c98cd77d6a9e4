// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caserows.h"

#include <cases/caserepository.h>

#include <geo/projection.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::cases {

namespace {

constexpr qint64 kDaySecs = 24 * 3600;

MediaUse useOf(const QString &text)
{
    static const QHash<QString, MediaUse> kUses{
        {QStringLiteral("report"), MediaUse::Report},
        {QStringLiteral("confirm"), MediaUse::Confirm},
        {QStringLiteral("handle"), MediaUse::Handle},
        {QStringLiteral("verify"), MediaUse::Verify},
        {QStringLiteral("self_handle"), MediaUse::SelfHandle}};
    return kUses.value(text, MediaUse::None);
}

QString likePattern(QString text)
{
    text.replace(u'!', QLatin1String("!!")).replace(u'%', QLatin1String("!%"));
    text.replace(u'_', QLatin1String("!_"));
    return u'%' + text + u'%';
}

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

Error noSuchCase(const QString &subject)
{
    return Error{ErrorKind::NotFound,
                 said(QT_TRANSLATE_NOOP("cases", "There is no such case")),
                 subject,
                 {},
                 {}};
}

} // namespace

Result<QList<CaseFile>> CaseRepository::files(const QString &where, const QVariantList &values)
{
    QList<CaseFile> list;
    std::optional<Error> fault;
    const auto read = m_db.query(QStringLiteral("SELECT ") + caseColumnList() +
                                     QStringLiteral(" FROM cases ") + where,
                                 values, [&](const store::Row &row) {
                                     auto file = fileOf(row, m_db.dialect());
                                     if (!file) {
                                         fault = file.error();
                                         return false;
                                     }
                                     list.append(std::move(*file));
                                     return true;
                                 });
    if (!read)
        return read.error();
    if (fault)
        return *fault;
    return list;
}

/// A list of literals, so that the index on state is used without a bound list.
QString CaseRepository::inOpenStates() const
{
    return QStringLiteral("state IN ('") + m_workflow->openStates().join(QStringLiteral("','")) +
           QStringLiteral("')");
}

Result<CaseFile> CaseRepository::load(const Id &caseId)
{
    auto found = files(QStringLiteral("WHERE id = ?"), {caseId.toString()});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return noSuchCase(caseId.toString());
    return std::move(found->first());
}

Result<CaseFile> CaseRepository::loadByNumber(const QString &number)
{
    auto found = files(QStringLiteral("WHERE number = ?"), {number});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return noSuchCase(number);
    return std::move(found->first());
}

Result<QList<CaseEvent>> CaseRepository::history(const Id &caseId)
{
    QList<CaseEvent> events;
    const auto read = m_db.query(
        QStringLiteral(
            "SELECT id, case_id, sequence, action, from_state, to_state, role, actor_id, "
            "actor_name, note, at, hash FROM case_event WHERE case_id = ? ORDER BY sequence"),
        {caseId.toString()}, [&](const store::Row &row) {
            events.append({store::idFromColumn(row[0]), store::idFromColumn(row[1]),
                           row[2].toLongLong(), row[3].toString(), row[4].toString(),
                           row[5].toString(), row[6].toString(), store::idFromColumn(row[7]),
                           row[8].toString(), row[9].toString(), store::timeFromColumn(row[10]),
                           row[11].toString()});
            return true;
        });
    if (!read)
        return read.error();
    return events;
}

Result<QList<Media>> CaseRepository::media(const Id &caseId)
{
    QList<Media> list;
    const auto read = m_db.query(
        QStringLiteral("SELECT sha256, usage, mime_type, added_at, added_by FROM case_media WHERE "
                       "case_id = ? ORDER BY added_at, event_id, position"),
        {caseId.toString()}, [&](const store::Row &row) {
            list.append({row[0].toString(), useOf(row[1].toString()), row[2].toString(),
                         store::timeFromColumn(row[3]), row[4].toString()});
            return true;
        });
    if (!read)
        return read.error();
    return list;
}

Result<QList<CaseFile>> CaseRepository::queue(const QueueFilter &filter)
{
    if (const auto ready = prepare(); !ready)
        return ready.error();
    QString where = QStringLiteral("WHERE ");
    QVariantList values;
    if (filter.states.isEmpty()) {
        where += inOpenStates();
    } else {
        where += QStringLiteral("state IN (%1)").arg(marks(filter.states.size()));
        for (const QString &state : filter.states)
            values.append(state);
    }
    const QString text = filter.text.trimmed();
    if (!text.isEmpty()) {
        where += QStringLiteral(" AND (number LIKE ? ESCAPE '!' OR address LIKE ? ESCAPE '!' OR "
                                "description LIKE ? ESCAPE '!' OR class_name LIKE ? ESCAPE '!')");
        for (int i = 0; i < 4; ++i)
            values.append(likePattern(text));
    }
    where += filter.newestFirst ? QStringLiteral(" ORDER BY reported_at DESC, number DESC")
                                : QStringLiteral(" ORDER BY stage_since, number");
    where += QStringLiteral(" LIMIT %1").arg(std::max(0, filter.limit));
    return files(where, values);
}

Result<QHash<QString, qint64>> CaseRepository::countsByState()
{
    QHash<QString, qint64> counts;
    const auto read = m_db.query(QStringLiteral("SELECT state, count(*) FROM cases GROUP BY state"),
                                 {}, [&](const store::Row &row) {
                                     counts.insert(row[0].toString(), row[1].toLongLong());
                                     return true;
                                 });
    if (!read)
        return read.error();
    return counts;
}

Result<QList<CaseFile>> CaseRepository::onMap(const QDateTime &closedSinceUtc)
{
    if (const auto ready = prepare(); !ready)
        return ready.error();
    auto list = files(QStringLiteral("WHERE ") + inOpenStates(), {});
    if (!list || !closedSinceUtc.isValid())
        return list;
    const auto closed =
        files(QStringLiteral("WHERE closed_at >= ?"), {store::timeParameter(closedSinceUtc)});
    if (!closed)
        return closed;
    list->append(*closed);
    return list;
}

Result<DayCounters> CaseRepository::dayCounters(const QDateTime &dayStartUtc)
{
    if (const auto ready = prepare(); !ready)
        return ready.error();
    const QDateTime now = m_clock.nowUtc();
    DayCounters counters;
    const auto count = [this](const QString &where, const QVariantList &values,
                              qint64 &into) -> Result<void> {
        const auto rows =
            m_db.query(QStringLiteral("SELECT count(*) FROM cases WHERE ") + where, values);
        if (!rows)
            return rows.error();
        into = rows->first()[0].toLongLong();
        return {};
    };
    const auto between = [&](const char *column, const QString &extra, qint64 dayOffsetSecs,
                             qint64 &into) {
        return count(QStringLiteral("%1 >= ? AND %1 <= ?%2").arg(QLatin1String(column), extra),
                     {store::timeParameter(dayStartUtc.addSecs(dayOffsetSecs)),
                      store::timeParameter(now.addSecs(dayOffsetSecs))},
                     into);
    };
    const QString reallyClosed = QStringLiteral(" AND state IN ('closed', 'self_closed')");
    for (const auto &done :
         {between("reported_at", {}, 0, counters.reported),
          between("reported_at", {}, -kDaySecs, counters.reportedYesterday),
          between("filed_at", {}, 0, counters.filed),
          between("filed_at", {}, -kDaySecs, counters.filedYesterday),
          between("closed_at", reallyClosed, 0, counters.closed),
          between("closed_at", reallyClosed, -kDaySecs, counters.closedYesterday)}) {
        if (!done)
            return done.error();
    }
    // One row for each open case with a deadline or a late handling; the light is lightOf's.
    const auto open =
        files(QStringLiteral("WHERE ") + inOpenStates() +
                  QStringLiteral(" AND (due_soon_at <= ? OR handled_on_time IS NOT NULL)"),
              {store::timeParameter(now)});
    if (!open)
        return open.error();
    for (const CaseFile &file : *open) {
        const Light light = lightOf(file, now);
        counters.dueSoon += light == Light::DueSoon;
        counters.overdue += light == Light::Overdue;
    }

    const auto byHour = [&](const char *column, const QString &extra) -> Result<QList<int>> {
        QList<int> hours(24, 0);
        const auto read =
            m_db.query(QStringLiteral("SELECT %1 FROM cases WHERE %1 >= ? AND %1 <= ?%2")
                           .arg(QLatin1String(column), extra),
                       {store::timeParameter(dayStartUtc), store::timeParameter(now)},
                       [&](const store::Row &row) {
                           const qint64 hour =
                               dayStartUtc.secsTo(store::timeFromColumn(row[0])) / 3600;
                           ++hours[std::clamp<qint64>(hour, 0, 23)];
                           return true;
                       });
        if (!read)
            return read.error();
        const qint64 current = dayStartUtc.secsTo(now) / 3600;
        for (int i = 1; i < 24; ++i)
            hours[i] = i <= current ? hours[i] + hours[i - 1] : -1;
        return hours;
    };
    auto reported = byHour("reported_at", {});
    if (!reported)
        return reported.error();
    auto closed = byHour("closed_at", reallyClosed);
    if (!closed)
        return closed.error();
    counters.reportedByHour = std::move(*reported);
    counters.closedByHour = std::move(*closed);
    return counters;
}

Result<QList<CaseFile>> CaseRepository::near(const geo::LonLat &at, double withinM,
                                             const QDateTime &sinceUtc)
{
    constexpr double kMetresPerDegree = 111000.0;
    const double dLat = withinM / kMetresPerDegree;
    const double dLon = dLat / std::max(0.01, std::cos(at.lat * std::numbers::pi / 180.0));
    const QString box = m_db.pick(
        QStringLiteral("fid IN (SELECT id FROM rtree_cases_geom WHERE maxx >= ? AND minx <= ? AND "
                       "maxy >= ? AND miny <= ?)"),
        QStringLiteral("geom && ST_MakeEnvelope(?, ?, ?, ?, 4490)"));
    const QVariantList corners =
        m_db.dialect() == store::Dialect::Sqlite
            ? QVariantList{at.lon - dLon, at.lon + dLon, at.lat - dLat, at.lat + dLat}
            : QVariantList{at.lon - dLon, at.lat - dLat, at.lon + dLon, at.lat + dLat};
    auto list =
        files(QStringLiteral("WHERE ") + box + QStringLiteral(" AND reported_at >= ?"),
              corners + QVariantList{store::timeParameter(
                            sinceUtc.isValid() ? sinceUtc : QDateTime::fromSecsSinceEpoch(0))});
    if (!list)
        return list;
    const auto distance = [&at](const CaseFile &file) { return geo::distanceM(file.at, at); };
    list->removeIf([&](const CaseFile &file) { return distance(file) > withinM; });
    std::stable_sort(list->begin(), list->end(), [&](const CaseFile &a, const CaseFile &b) {
        return distance(a) < distance(b);
    });
    return list;
}

} // namespace gridhall::cases
