// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/casebook.h>

#include <store/mediastore.h>

namespace gridhall::cases {

namespace {

/// Puts the photos away first: an event may name only what is safely stored.
Result<QStringList> stored(const store::CityAddress &address, const QList<QByteArray> &photos)
{
    const store::MediaStore media(address);
    QStringList keys;
    for (const QByteArray &photo : photos) {
        auto key = media.put(photo);
        if (!key)
            return key.error();
        keys.append(*key);
    }
    return keys;
}

} // namespace

CaseBook::CaseBook(store::DatabaseThread &database, store::ChangeFeed &feed, QObject *parent)
    : QObject(parent), m_database(database)
{
    connect(&feed, &store::ChangeFeed::changed, this, [this](const QList<store::Change> &changes) {
        QList<Id> ids;
        for (const store::Change &change : changes) {
            const Id id = change.topic == QLatin1String("case") ? Id::fromString(change.key) : Id();
            if (!id.isNull())
                ids.append(id);
        }
        if (!ids.isEmpty())
            emit casesChanged(ids);
    });
}

CaseBook::~CaseBook() = default;

QFuture<Result<CaseFile>> CaseBook::report(Report report, QList<QByteArray> photos, Actor actor)
{
    return m_database.run(
        [report = std::move(report), photos = std::move(photos),
         actor = std::move(actor)](store::Connection &c) mutable -> Result<CaseFile> {
            const auto keys = stored(c.address(), photos);
            if (!keys)
                return keys.error();
            report.photos += *keys;
            return CaseRepository(c).report(report, actor);
        });
}

QFuture<Result<CaseFile>> CaseBook::step(Step step, QList<QByteArray> photos, Actor actor)
{
    return m_database.run(
        [step = std::move(step), photos = std::move(photos),
         actor = std::move(actor)](store::Connection &c) mutable -> Result<CaseFile> {
            const auto keys = stored(c.address(), photos);
            if (!keys)
                return keys.error();
            step.photos += *keys;
            return CaseRepository(c).step(step, actor);
        });
}

QFuture<Result<CaseFile>> CaseBook::load(Id caseId)
{
    return m_database.run(
        [caseId](store::Connection &c) { return CaseRepository(c).load(caseId); });
}

QFuture<Result<QList<CaseEvent>>> CaseBook::history(Id caseId)
{
    return m_database.run(
        [caseId](store::Connection &c) { return CaseRepository(c).history(caseId); });
}

QFuture<Result<QList<Media>>> CaseBook::media(Id caseId)
{
    return m_database.run(
        [caseId](store::Connection &c) { return CaseRepository(c).media(caseId); });
}

QFuture<Result<QByteArray>> CaseBook::mediaBytes(QString sha256)
{
    return m_database.run([sha256 = std::move(sha256)](store::Connection &c) {
        return store::MediaStore(c.address()).get(sha256);
    });
}

QFuture<Result<QList<CaseFile>>> CaseBook::queue(QueueFilter filter)
{
    return m_database.run([filter = std::move(filter)](store::Connection &c) {
        return CaseRepository(c).queue(filter);
    });
}

QFuture<Result<QHash<QString, qint64>>> CaseBook::countsByState()
{
    return m_database.run([](store::Connection &c) { return CaseRepository(c).countsByState(); });
}

QFuture<Result<QList<CaseFile>>> CaseBook::onMap(QDateTime closedSinceUtc)
{
    return m_database.run(
        [closedSinceUtc](store::Connection &c) { return CaseRepository(c).onMap(closedSinceUtc); });
}

QFuture<Result<DayCounters>> CaseBook::dayCounters(QDateTime dayStartUtc)
{
    return m_database.run(
        [dayStartUtc](store::Connection &c) { return CaseRepository(c).dayCounters(dayStartUtc); });
}

QFuture<Result<QList<CaseFile>>> CaseBook::near(geo::LonLat at, double withinM, QDateTime sinceUtc)
{
    return m_database.run([at, withinM, sinceUtc](store::Connection &c) {
        return CaseRepository(c).near(at, withinM, sinceUtc);
    });
}

QFuture<Result<std::shared_ptr<const Workflow>>> CaseBook::workflow()
{
    return m_database.run([](store::Connection &c) { return Workflow::load(c); });
}

} // namespace gridhall::cases
