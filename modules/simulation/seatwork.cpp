// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/seatwork.h>

#include <cases/suggestion.h>

#include <QCryptographicHash>

namespace gridhall::simulation {

SeatWork::SeatWork(Docket &docket, double share, PatrollerFor patrollerFor)
    : m_docket(docket), m_share(share), m_patrollerFor(std::move(patrollerFor))
{
}

bool SeatWork::isMine(const cases::CaseFile &file) const
{
    const QByteArray hash =
        QCryptographicHash::hash(file.number.toUtf8(), QCryptographicHash::Sha256);
    return static_cast<double>(static_cast<uchar>(hash.at(0))) / 256.0 < m_share;
}

std::optional<std::pair<cases::Step, QString>> SeatWork::nextStep(const cases::CaseFile &file) const
{
    namespace action = cases::action;
    namespace state = cases::state;
    cases::Step step;
    if (file.state == state::kToAccept) {
        step.action = action::kAccept;
        return std::pair{step, QStringLiteral("acceptor")};
    }
    if (file.state == state::kToFile) {
        const auto conditions = m_docket.catalog().conditionsOf(file.classCode);
        if (conditions.isEmpty())
            return std::nullopt;
        step.action = action::kFile;
        step.condition = conditions.first().id;
        return std::pair{step, QStringLiteral("shift_leader")};
    }
    if (file.state == state::kToDispatch) {
        const auto units = cases::suggestUnits(file, m_docket.catalog(), m_docket.city());
        if (units.isEmpty())
            return std::nullopt;
        step.action = action::kDispatch;
        step.unit = units.first().unit;
        return std::pair{step, QStringLiteral("dispatcher")};
    }
    if (file.state == state::kToVerify) {
        step.action = action::kSendVerify;
        step.person = m_patrollerFor(file);
        if (step.person.isNull())
            return std::nullopt;
        return std::pair{step, QStringLiteral("acceptor")};
    }
    if (file.state == state::kToClose) {
        step.action = action::kClose;
        return std::pair{step, QStringLiteral("shift_leader")};
    }
    return std::nullopt;
}

void SeatWork::work()
{
    for (const cases::CaseFile &file : m_docket.open()) {
        if (!isMine(file) || !m_docket.isDue(file, 60, 120))
            continue;
        if (const auto next = nextStep(file))
            m_docket.step(file, next->first, m_docket.actor(next->second));
    }
}

} // namespace gridhall::simulation
