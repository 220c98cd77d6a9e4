// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/caserepository.h>
#include <city/cityindex.h>
#include <simulation/chance.h>
#include <simulation/photo.h>
#include <store/mediastore.h>

#include <QHash>

namespace gridhall::simulation {

/// The open cases as those who are simulated see them, and their way to do something about one. It
/// remembers since when a case stands as it does, so that everybody takes their time.
class Docket
{
public:
    Docket(store::Connection &connection, const Clock &clock,
           std::shared_ptr<const city::CityIndex> city,
           std::shared_ptr<const catalog::Catalog> catalog, double speed, Chance chance);

    /// Reads what is open now.
    Result<void> look();
    const QList<cases::CaseFile> &open() const { return m_open; }
    /// True once the case has stood as it does for a time drawn between the two (at speed 1). What
    /// was open before the simulation began waits longer, so that not all of it moves at once.
    bool isDue(const cases::CaseFile &file, double leastSecs, double mostSecs) const;

    /// False when it could not be done: somebody else was first (then it is looked at again), or
    /// there was trouble, which is kept.
    bool report(const cases::Report &report, const cases::Actor &actor);
    bool step(const cases::CaseFile &file, cases::Step step, const cases::Actor &actor);
    void note(const Error &trouble) { m_troubles.append(trouble); }
    QList<Error> takeTroubles() { return std::exchange(m_troubles, {}); }

    /// One of those with the role (and unit); without anybody the unit itself.
    cases::Actor actor(const QString &role, const Id &unit = {}, const QString &unitName = {});
    /// A photo in the store, as its SHA-256; empty when it cannot be written.
    QStringList photo(Subject subject, bool after);

    const city::CityIndex &city() const { return *m_city; }
    const catalog::Catalog &catalog() const { return *m_catalog; }
    geo::MapPoint mapPoint(const geo::LonLat &at) const { return m_projection.toMap(at); }
    geo::LonLat lonLat(const geo::MapPoint &at) const { return m_projection.toLonLat(at); }
    double speed() const { return m_speed; }
    QDateTime now() const { return m_clock.nowUtc(); }

private:
    struct Standing
    {
        qint64 version = 0;
        QDateTime since;
        double share = 0.0;
        bool isOld = false;
    };

    const Clock &m_clock;
    cases::CaseRepository m_cases;
    store::MediaStore m_media;
    std::shared_ptr<const city::CityIndex> m_city;
    std::shared_ptr<const catalog::Catalog> m_catalog;
    geo::Projection m_projection;
    double m_speed;
    Chance m_chance;
    bool m_hasLooked = false;
    QList<cases::CaseFile> m_open;
    QHash<Id, Standing> m_standing;
    QHash<int, QStringList> m_photos;
    QList<Error> m_troubles;
};

} // namespace gridhall::simulation
