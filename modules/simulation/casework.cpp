// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/casework.h>

#include <cases/suggestion.h>
#include <democity/matters.h>

#include <algorithm>

namespace gridhall::simulation {

using cases::CaseFile;
namespace action = cases::action;
namespace state = cases::state;

namespace {

const QString kAcceptor = QStringLiteral("acceptor");
const QString kShiftLeader = QStringLiteral("shift_leader");
const QString kDispatcher = QStringLiteral("dispatcher");
const QString kHandlingUnit = QStringLiteral("handling_unit");

} // namespace

Casework::Casework(const city::CityIndex &city, const catalog::Catalog &catalog,
                   democity::Dice dice, Rules rules)
    : m_city(city), m_catalog(catalog), m_dice(std::move(dice)), m_rules(rules)
{
    for (const city::Person &person : city.people()) {
        for (const QString &role : person.roles) {
            m_peopleByRole[role].append(&person);
            if (role == kHandlingUnit && !m_handlerOfUnit.contains(person.unit))
                m_handlerOfUnit.insert(person.unit, &person);
        }
    }
}

QStringList Casework::states() const
{
    QStringList states{state::kConfirming, state::kToHandle, state::kHandling, state::kVerifying};
    if (m_rules.withSeats)
        states += {state::kToAccept, state::kToFile, state::kToDispatch, state::kToVerify,
                   state::kToClose};
    return states;
}

bool Casework::isAtSeat(const QString &caseState) const
{
    return caseState == state::kToAccept || caseState == state::kToFile ||
           caseState == state::kToDispatch || caseState == state::kToVerify ||
           caseState == state::kToClose;
}

democity::Dice Casework::diceFor(const CaseFile &file) const
{
    return m_dice.forPart(file.number, static_cast<std::uint64_t>(file.version));
}

double Casework::delaySecs(const CaseFile &file) const
{
    democity::Dice dice = diceFor(file);
    if (file.state == state::kToHandle)
        return dice.between(2.0, 12.0) * 60.0;
    if (file.state == state::kHandling)
        return (10.0 + 60.0 * dice.unit() * dice.unit()) * 60.0;
    return dice.between(1.0, 4.0) * 60.0;
}

bool Casework::isLate(const CaseFile &file) const
{
    return file.state == state::kHandling && file.deadlineUtc.isValid() &&
           m_dice.forPart(file.number).chance(m_rules.shareOfLateUnits);
}

void Casework::giveUp(const Id &caseId, qint64 version)
{
    Seen &seen = m_seen[caseId];
    if (seen.version == version)
        seen.givenUp = true;
}

std::vector<Work> Casework::due(const QList<CaseFile> &open, double nowSecs,
                                const QDateTime &nowUtc,
                                const std::function<Id(const CaseFile &)> &patrollerFor,
                                const std::function<bool(const CaseFile &)> &wasUnfounded)
{
    std::vector<Work> works;
    QHash<Id, Seen> stillOpen;
    m_underWay = 0;
    int atSeats = static_cast<int>(std::count_if(
        open.begin(), open.end(), [this](const CaseFile &file) { return isAtSeat(file.state); }));
    for (const CaseFile &file : open) {
        Seen seen = m_seen.value(file.id);
        if (seen.version != file.version)
            seen = {file.version, nowSecs + delaySecs(file), false};
        stillOpen.insert(file.id, seen);
        if (seen.givenUp || file.state == state::kConfirming || file.state == state::kVerifying)
            continue;
        if (isAtSeat(file.state)) {
            // The person at the seat keeps some cases, and all of them when there are few.
            if (atSeats <= m_rules.leftForThePerson &&
                m_dice.forPart(file.number).forPart(u"seat").chance(m_rules.shareForThePerson))
                continue;
            --atSeats;
        }
        ++m_underWay;
        const bool isDue = isLate(file) ? file.deadlineUtc.secsTo(nowUtc) > 0 && nowSecs >= seen.dueSecs
                                        : nowSecs >= seen.dueSecs;
        Work work;
        if (isDue && prepare(file, work, patrollerFor, wasUnfounded))
            works.push_back(std::move(work));
    }
    m_seen = std::move(stillOpen);
    return works;
}

bool Casework::prepare(const CaseFile &file, Work &work,
                       const std::function<Id(const CaseFile &)> &patrollerFor,
                       const std::function<bool(const CaseFile &)> &wasUnfounded) const
{
    cases::Step &step = work.step;
    step.caseId = file.id;
    step.seenVersion = file.version;
    work.classCode = file.classCode;
    QString role = kAcceptor;
    democity::Dice dice = diceFor(file).forPart(u"decision");
    if (file.state == state::kToAccept) {
        const bool isFromPatroller = file.source == QLatin1String("patroller");
        if (file.version > 1 && wasUnfounded(file)) {
            step.action = action::kRefuse;
            step.reason = QStringLiteral("经现场核实，问题不存在");
        } else if (file.version == 1 && !isFromPatroller && dice.chance(0.6)) {
            step.action = action::kSendConfirm;
            step.person = patrollerFor(file);
            if (step.person.isNull())
                return false;
        } else {
            step.action = action::kAccept;
        }
    } else if (file.state == state::kToFile) {
        role = kShiftLeader;
        step.action = action::kFile;
        step.condition = democity::fittingCondition(m_catalog.conditionsOf(file.classCode),
                                                    file.description);
        if (step.condition.isNull())
            return false;
    } else if (file.state == state::kToDispatch) {
        role = kDispatcher;
        step.action = action::kDispatch;
        const QList<cases::UnitSuggestion> units = cases::suggestUnits(file, m_catalog, m_city);
        if (units.isEmpty())
            return false;
        step.unit = units.first().unit;
    } else if (file.state == state::kToHandle) {
        role = kHandlingUnit;
        step.action = action::kSign;
    } else if (file.state == state::kHandling) {
        role = kHandlingUnit;
        step.action = action::kHandle;
        step.reason = dice.oneOf(QStringList{QStringLiteral("已处置完毕"),
                                             QStringLiteral("已安排人员处置，现场恢复正常"),
                                             QStringLiteral("已修复，请核查")});
        work.wantsPhoto = true;
    } else if (file.state == state::kToVerify) {
        step.action = action::kSendVerify;
        step.person = patrollerFor(file);
        if (step.person.isNull())
            return false;
    } else if (file.state == state::kToClose) {
        role = kShiftLeader;
        step.action = action::kClose;
    } else {
        return false;
    }
    work.actor = actorOf(role, file);
    return true;
}

cases::Actor Casework::actorOf(const QString &role, const CaseFile &file) const
{
    if (role == kHandlingUnit) {
        const city::Person *handler = m_handlerOfUnit.value(file.handlingUnit);
        return handler ? cases::Actor{handler->id, handler->name, role}
                       : cases::Actor{{}, file.handlingUnitName, role};
    }
    const QList<const city::Person *> people = m_peopleByRole.value(role);
    if (people.isEmpty())
        return {{}, m_city.info().name, role};
    const city::Person *person = diceFor(file).oneOf(people);
    return {person->id, person->name, role};
}

} // namespace gridhall::simulation
