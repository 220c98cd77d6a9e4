// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/docket.h>

#include <functional>

namespace gridhall::simulation {

/// The seats of the hall that nobody sits at: they accept, file, dispatch, send to verify and close
/// a share of the cases. The rest waits for people; which ones is decided by the case's number, so
/// that it stays so from one run to the next.
class SeatWork
{
public:
    using PatrollerFor = std::function<Id(const cases::CaseFile &)>;
    SeatWork(Docket &docket, double share, PatrollerFor patrollerFor);

    void work();
    bool isMine(const cases::CaseFile &file) const;

private:
    /// The step that takes the case on, and the role that does it; nothing where it must wait.
    std::optional<std::pair<cases::Step, QString>> nextStep(const cases::CaseFile &file) const;

    Docket &m_docket;
    double m_share;
    PatrollerFor m_patrollerFor;
};

} // namespace gridhall::simulation
