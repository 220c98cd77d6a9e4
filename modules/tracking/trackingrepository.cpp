// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <tracking/trackingrepository.h>

#include <geo/wkb.h>

#include <array>

namespace gridhall::tracking {

namespace {

constexpr std::array<std::pair<Activity, const char *>, 5> kActivities{{
    {Activity::Patrolling, "patrolling"},
    {Activity::Reporting, "reporting"},
    {Activity::Confirming, "confirming"},
    {Activity::Verifying, "verifying"},
    {Activity::OffDuty, "off_duty"},
}};

QString activityText(Activity activity)
{
    for (const auto &[value, text] : kActivities) {
        if (value == activity)
            return QString::fromLatin1(text);
    }
    return QStringLiteral("");
}

Activity activityFrom(const QString &text)
{
    for (const auto &[value, name] : kActivities) {
        if (text == QLatin1String(name))
            return value;
    }
    return Activity::None;
}

/// Negative means not known, which is NULL in the database.
QVariant knownOrNull(float value)
{
    return value < 0 ? QVariant() : QVariant(double(value));
}

float floatFrom(const QVariant &value)
{
    return value.isNull() ? -1.0f : value.toFloat();
}

QVariant pointParameter(store::Dialect dialect, const geo::LonLat &at)
{
    return store::geometryParameter(dialect, geo::toWkb(at));
}

Result<geo::LonLat> pointFrom(store::Dialect dialect, const QVariant &value)
{
    const QByteArray wkb = store::wkbFromColumn(dialect, value);
    return wkb.isEmpty() ? Result<geo::LonLat>(geo::LonLat{}) : geo::pointFromWkb(wkb);
}

const QString kMoverColumns = QStringLiteral(
    "SELECT id, kind, name, responsibility_grid_code, fix_at, geom, speed_mps, heading_deg, "
    "accuracy_m, activity, revision FROM mover ");

Result<Mover> moverFrom(store::Dialect dialect, const store::Row &row)
{
    Mover mover;
    mover.id = store::idFromColumn(row.at(0));
    mover.kind = row.at(1).toString() == QLatin1String("vehicle") ? MoverKind::Vehicle
                                                                  : MoverKind::Patroller;
    mover.name = row.at(2).toString();
    mover.responsibilityGridCode = row.at(3).toString();
    mover.latest.mover = mover.id;
    mover.latest.atUtc = store::timeFromColumn(row.at(4));
    const auto at = pointFrom(dialect, row.at(5));
    if (!at)
        return at.error();
    mover.latest.at = *at;
    mover.latest.speedMps = floatFrom(row.at(6));
    mover.latest.headingDeg = floatFrom(row.at(7));
    mover.latest.accuracyM = floatFrom(row.at(8));
    mover.latest.activity = activityFrom(row.at(9).toString());
    return mover;
}

} // namespace

Result<void> TrackingRepository::addMovers(const QList<Mover> &movers)
{
    QList<QVariantList> rows;
    for (const Mover &mover : movers) {
        const bool hasFix = mover.latest.atUtc.isValid();
        rows.append({store::idParameter(mover.id),
                     mover.kind == MoverKind::Vehicle ? QStringLiteral("vehicle")
                                                      : QStringLiteral("patroller"),
                     mover.name, mover.responsibilityGridCode,
                     store::timeParameter(mover.latest.atUtc),
                     hasFix ? pointParameter(m_db.dialect(), mover.latest.at) : QVariant(),
                     knownOrNull(mover.latest.speedMps), knownOrNull(mover.latest.headingDeg),
                     knownOrNull(mover.latest.accuracyM), activityText(mover.latest.activity)});
    }
    return m_db.transaction([&] {
        return m_db.executeMany(
            QStringLiteral("INSERT INTO mover (id, kind, name, responsibility_grid_code, fix_at, "
                           "geom, speed_mps, heading_deg, accuracy_m, activity) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            rows);
    });
}

Result<QList<Mover>> TrackingRepository::movers()
{
    qint64 revision = -1;
    return moversSince(revision);
}

Result<QList<Mover>> TrackingRepository::moversSince(qint64 &revision)
{
    auto rows = m_db.query(kMoverColumns + QStringLiteral("WHERE revision > ? ORDER BY revision"),
                           {revision});
    if (!rows)
        return rows.error();
    QList<Mover> movers;
    for (const store::Row &row : *rows) {
        auto mover = moverFrom(m_db.dialect(), row);
        if (!mover)
            return mover.error();
        movers.append(*mover);
        revision = row.at(10).toLongLong();
    }
    return movers;
}

Result<void> TrackingRepository::addFixes(const QList<Fix> &fixes)
{
    QList<QVariantList> track;
    QList<QVariantList> latest;
    for (const Fix &fix : fixes) {
        const QVariant at = store::timeParameter(fix.atUtc);
        const QVariant point = pointParameter(m_db.dialect(), fix.at);
        const QVariant id = store::idParameter(fix.mover);
        const QVariantList rest{knownOrNull(fix.speedMps), knownOrNull(fix.headingDeg),
                                knownOrNull(fix.accuracyM), activityText(fix.activity)};
        track.append(QVariantList{id, at, point} + rest);
        latest.append(QVariantList{at, point} + rest + QVariantList{id, at});
    }
    return m_db.transaction([&]() -> Result<void> {
        const Result<void> appended = m_db.executeMany(
            QStringLiteral("INSERT INTO fix (mover_id, at, geom, speed_mps, heading_deg, "
                           "accuracy_m, activity) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            track);
        if (!appended)
            return appended;
        // A late report lengthens the track, but nobody jumps back to it.
        return m_db.executeMany(
            QStringLiteral("UPDATE mover SET fix_at = ?, geom = ?, speed_mps = ?, heading_deg = ?, "
                           "accuracy_m = ?, activity = ? "
                           "WHERE id = ? AND (fix_at IS NULL OR fix_at < ?)"),
            latest);
    });
}

Result<QList<Fix>> TrackingRepository::track(const Id &mover, const QDateTime &fromUtc,
                                             const QDateTime &toUtc)
{
    auto rows = m_db.query(
        QStringLiteral("SELECT at, geom, speed_mps, heading_deg, accuracy_m, activity FROM fix "
                       "WHERE mover_id = ? AND at >= ? AND at <= ? ORDER BY at, fid"),
        {store::idParameter(mover), store::timeParameter(fromUtc), store::timeParameter(toUtc)});
    if (!rows)
        return rows.error();
    QList<Fix> fixes;
    for (const store::Row &row : *rows) {
        const auto at = pointFrom(m_db.dialect(), row.at(1));
        if (!at)
            return at.error();
        fixes.append({mover, store::timeFromColumn(row.at(0)), *at, floatFrom(row.at(2)),
                      floatFrom(row.at(3)), floatFrom(row.at(4)),
                      activityFrom(row.at(5).toString())});
    }
    return fixes;
}

} // namespace gridhall::tracking
