// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>

namespace gridhall::cases {

/// Limits of the stages that run on the clock (CG defaults, domain 5.3): accept, file and dispatch
/// 15 min, confirm and verify tasks 30 min. 0 for a stage without a limit of its own.
inline qint64 stageLimitSecs(const QString &stateId)
{
    if (stateId == state::kToAccept || stateId == state::kToFile || stateId == state::kToDispatch)
        return 15 * 60;
    if (stateId == state::kConfirming || stateId == state::kToVerify ||
        stateId == state::kVerifying)
        return 30 * 60;
    return 0;
}

/// What a case's present stage is measured by: the stage's own limit, or the limit of handling.
struct StageTimer
{
    QDateTime sinceUtc;
    QDateTime dueUtc; ///< invalid where no limit runs (waiting to be closed, suspended, closed)
    Light light = Light::None;

    qint64 secsLeft(const QDateTime &nowUtc) const { return nowUtc.secsTo(dueUtc); }
};

inline StageTimer stageTimerOf(const CaseFile &file, const QDateTime &nowUtc,
                               double dueSoonShare = 0.8)
{
    StageTimer timer{file.stageSinceUtc, {}, lightOf(file, nowUtc, dueSoonShare)};
    if (file.state == state::kToHandle || file.state == state::kHandling) {
        timer.sinceUtc = file.dispatchedUtc;
        timer.dueUtc = file.deadlineUtc;
        return timer;
    }
    const qint64 limitSecs = stageLimitSecs(file.state);
    if (limitSecs == 0 || !file.stageSinceUtc.isValid())
        return timer;
    timer.dueUtc = file.stageSinceUtc.addSecs(limitSecs);
    const qint64 used = file.stageSinceUtc.secsTo(nowUtc);
    timer.light = used > limitSecs                                   ? Light::Overdue
                  : double(used) >= dueSoonShare * double(limitSecs) ? Light::DueSoon
                                                                     : Light::OnTime;
    return timer;
}

} // namespace gridhall::cases
