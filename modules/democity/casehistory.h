// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/citymaker.h>

#include <base/clock.h>
#include <cases/caserepository.h>
#include <catalog/catalog.h>
#include <store/connection.h>

namespace gridhall::democity {

/// Lets yesterday and today happen: patrollers and callers report, seats accept, file and dispatch,
/// units handle, each step written through CaseRepository at the time it would have been done. What
/// has not been done by `now` is left open, so that the hall has work on its first morning.
class CaseHistory
{
public:
    CaseHistory(const CityMaker &city, store::Connection &connection, const QDateTime &now);

    /// Answers the number of cases. One transaction.
    Result<qint64> write();

private:
    struct Matter
    {
        QString classCode;      ///< C0101, E0110
        QString componentClass; ///< 0101; empty for events
        QString unitKey;
        QString photo;
        QStringList words;
    };
    struct Story;

    void readMatters();
    Result<void> drawPhotos();
    std::vector<QDateTime> reportTimes(int count);
    Result<cases::Report> newReport(Story &story);
    Result<void> tell(Story &story);
    /// Does the next step if its time has come. False when the story stands still at `now`.
    Result<bool> goOn(Story &story);
    Result<bool> doStep(Story &story, const QString &action, const QString &role, double minutes,
                        const std::function<void(cases::Step &)> &fill = {});
    cases::Actor actor(const QString &role, const Story &story);
    QString photoOf(const QString &kind, bool after);

    const CityMaker &m_city;
    store::Connection &m_db;
    QDateTime m_now;
    Dice m_dice;
    ManualClock m_clock;
    cases::CaseRepository m_cases;
    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::vector<Matter> m_matters;
    std::vector<double> m_weights;
    std::vector<double> m_byHour;
    double m_perSquareKm = 0.0;
    QHash<QString, QList<int>> m_componentsByClass;
    QHash<QString, QStringList> m_photos;
};

} // namespace gridhall::democity
