// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/caserepository.h>
#include <catalog/catalog.h>
#include <city/cityindex.h>
#include <democity/dice.h>

#include <QHash>

#include <functional>
#include <vector>

namespace gridhall::simulation {

/// One step that a simulated person at a unit or a seat takes now.
struct Work
{
    cases::Step step;
    cases::Actor actor;
    QString classCode;
    bool wantsPhoto = false; ///< of the place put right
};

/// The people behind desks: handling units sign for and handle what is dispatched to them; seats,
/// when they take part, move cases along and leave some to the person at the real one. Decides from
/// the cases as they are now, so it works on whatever others have done meanwhile. Knows no database.
class Casework
{
public:
    struct Rules
    {
        bool withSeats = false;
        int leftForThePerson = 12; ///< cases at the seats that the simulation leaves alone
        double shareForThePerson = 0.3;
        double shareOfLateUnits = 0.06;
    };

    Casework(const city::CityIndex &city, const catalog::Catalog &catalog, democity::Dice dice,
             Rules rules);

    /// States whose cases the simulation has to see.
    QStringList states() const;
    void setRules(const Rules &rules) { m_rules = rules; }
    const Rules &rules() const { return m_rules; }

    /// `open` are all cases in states(), oldest first. `patrollerFor` answers who is sent to a place
    /// (null: nobody is free). `wasUnfounded` tells whether the last confirmation found nothing.
    std::vector<Work> due(const QList<cases::CaseFile> &open, double nowSecs, const QDateTime &nowUtc,
                          const std::function<Id(const cases::CaseFile &)> &patrollerFor,
                          const std::function<bool(const cases::CaseFile &)> &wasUnfounded);
    /// A step that was refused is not tried again until somebody else moves the case.
    void giveUp(const Id &caseId, qint64 version);
    /// Cases that are, or will be, worked on.
    int underWay() const { return m_underWay; }

private:
    struct Seen
    {
        qint64 version = -1;
        double dueSecs = 0.0;
        bool givenUp = false;
    };

    bool isAtSeat(const QString &state) const;
    double delaySecs(const cases::CaseFile &file) const;
    bool isLate(const cases::CaseFile &file) const;
    democity::Dice diceFor(const cases::CaseFile &file) const;
    bool prepare(const cases::CaseFile &file, Work &work,
                 const std::function<Id(const cases::CaseFile &)> &patrollerFor,
                 const std::function<bool(const cases::CaseFile &)> &wasUnfounded) const;
    cases::Actor actorOf(const QString &role, const cases::CaseFile &file) const;

    const city::CityIndex &m_city;
    const catalog::Catalog &m_catalog;
    democity::Dice m_dice;
    Rules m_rules;
    QHash<Id, Seen> m_seen;
    QHash<QString, QList<const city::Person *>> m_peopleByRole;
    QHash<Id, const city::Person *> m_handlerOfUnit;
    int m_underWay = 0;
};

} // namespace gridhall::simulation
