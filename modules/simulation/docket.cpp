// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/docket.h>

namespace gridhall::simulation {

namespace {

constexpr int kMostCases = 5000;
constexpr double kOldWaitsLonger = 10.0;
constexpr int kPhotosOfAKind = 3;

} // namespace

Docket::Docket(store::Connection &connection, const Clock &clock,
               std::shared_ptr<const city::CityIndex> city,
               std::shared_ptr<const catalog::Catalog> catalog, double speed, Chance chance)
    : m_clock(clock),
      m_cases(connection, clock),
      m_media(connection.address()),
      m_city(std::move(city)),
      m_catalog(std::move(catalog)),
      m_projection(m_city->projection()),
      m_speed(speed),
      m_chance(chance)
{
}

Result<void> Docket::look()
{
    cases::QueueFilter filter;
    filter.limit = kMostCases;
    auto files = m_cases.queue(filter);
    if (!files)
        return files.error();
    m_open = *files;
    QHash<Id, Standing> standing;
    for (const cases::CaseFile &file : m_open) {
        const auto known = m_standing.constFind(file.id);
        if (known != m_standing.constEnd() && known->version == file.version)
            standing.insert(file.id, *known);
        else
            standing.insert(file.id, {file.version, now(), m_chance.unit(), !m_hasLooked});
    }
    m_standing = std::move(standing);
    m_hasLooked = true;
    return {};
}

bool Docket::isDue(const cases::CaseFile &file, double leastSecs, double mostSecs) const
{
    const auto standing = m_standing.constFind(file.id);
    if (standing == m_standing.constEnd())
        return false;
    const double secs = (leastSecs + standing->share * (mostSecs - leastSecs)) *
                        (standing->isOld ? kOldWaitsLonger : 1.0) / m_speed;
    return static_cast<double>(standing->since.msecsTo(now())) / 1000.0 >= secs;
}

bool Docket::report(const cases::Report &report, const cases::Actor &actor)
{
    const auto done = m_cases.report(report, actor);
    if (!done)
        note(done.error());
    return done.ok();
}

bool Docket::step(const cases::CaseFile &file, cases::Step step, const cases::Actor &actor)
{
    step.caseId = file.id;
    step.seenVersion = file.version;
    const auto done = m_cases.step(step, actor);
    // Whatever came of it, the case is waited for anew.
    m_standing.insert(file.id,
                      {done ? done->version : file.version, now(), m_chance.unit(), false});
    if (done)
        return true;
    const ErrorKind kind = done.error().kind;
    if (kind != ErrorKind::Conflict && kind != ErrorKind::Refused)
        note(done.error());
    return false;
}

cases::Actor Docket::actor(const QString &role, const Id &unit, const QString &unitName)
{
    QList<const city::Person *> fitting;
    for (const city::Person &person : m_city->people()) {
        if (person.roles.contains(role) && (unit.isNull() || person.unit == unit))
            fitting.append(&person);
    }
    if (fitting.isEmpty())
        return {{}, unitName.isEmpty() ? m_city->info().name : unitName, role};
    const city::Person *person = m_chance.oneOf(fitting);
    return {person->id, person->name, role};
}

QStringList Docket::photo(Subject subject, bool after)
{
    QStringList &photos = m_photos[static_cast<int>(subject) * 2 + (after ? 1 : 0)];
    if (photos.size() < kPhotosOfAKind) {
        const auto put = m_media.put(drawPhoto(subject, after, m_chance.split()));
        if (put)
            photos.append(*put);
        else
            note(put.error());
    }
    return photos.isEmpty() ? QStringList() : QStringList{m_chance.oneOf(photos)};
}

} // namespace gridhall::simulation
