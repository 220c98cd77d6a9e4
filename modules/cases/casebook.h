// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/caserepository.h>
#include <cases/workflow.h>
#include <store/changefeed.h>
#include <store/databasethread.h>

#include <QFuture>
#include <QObject>

#include <memory>

namespace gridhall::cases {

/// The cases as windows see them: every call answers at once with a future that a database thread
/// fulfils; changes by anybody arrive as a signal. Lives on the GUI thread; does not own `database`
/// and `feed`, which must outlive it.
class CaseBook : public QObject
{
    Q_OBJECT
public:
    CaseBook(store::DatabaseThread &database, store::ChangeFeed &feed, QObject *parent = nullptr);
    ~CaseBook() override;

    /// Whose cases these are.
    const store::CityAddress &city() const { return m_database.address(); }

    QFuture<Result<CaseFile>> report(Report report, QList<QByteArray> photos, Actor actor);
    QFuture<Result<CaseFile>> step(Step step, QList<QByteArray> photos, Actor actor);

    QFuture<Result<CaseFile>> load(Id caseId);
    QFuture<Result<QList<CaseEvent>>> history(Id caseId);
    QFuture<Result<QList<Media>>> media(Id caseId);
    QFuture<Result<QByteArray>> mediaBytes(QString sha256);
    QFuture<Result<QList<CaseFile>>> queue(QueueFilter filter);
    QFuture<Result<QHash<QString, qint64>>> countsByState();
    QFuture<Result<QList<CaseFile>>> onMap(QDateTime closedSinceUtc = {});
    QFuture<Result<DayCounters>> dayCounters(QDateTime dayStartUtc);
    QFuture<Result<QList<CaseFile>>> near(geo::LonLat at, double withinM, QDateTime sinceUtc);
    QFuture<Result<std::shared_ptr<const Workflow>>> workflow();

signals:
    /// These cases were made or changed, here or in another process.
    void casesChanged(const QList<gridhall::Id> &caseIds);

private:
    store::DatabaseThread &m_database;
};

} // namespace gridhall::cases
