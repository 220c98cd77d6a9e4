// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/casefile.h>

#include <array>

namespace gridhall::cases {

bool CaseFile::isOpen() const
{
    static const std::array kEnds{&state::kClosed, &state::kSelfClosed, &state::kForcedClosed,
                                  &state::kNotAccepted, &state::kVoided};
    for (const QString *end : kEnds) {
        if (state == *end)
            return false;
    }
    return !state.isEmpty();
}

Light lightOf(const CaseFile &file, const QDateTime &nowUtc, double dueSoonShare)
{
    if (!file.isOpen())
        return Light::Closed;
    if (file.state == state::kSuspended)
        return Light::Suspended;
    if (file.handledUtc.isValid() && file.handledOnTime)
        return *file.handledOnTime ? Light::OnTime : Light::Overdue;
    if (!file.deadlineUtc.isValid())
        return Light::OnTime;
    if (nowUtc > file.deadlineUtc)
        return Light::Overdue;
    QDateTime dueSoon = file.dueSoonUtc;
    if (!dueSoon.isValid() && file.dispatchedUtc.isValid())
        dueSoon = file.dispatchedUtc.addMSecs(
            qint64(double(file.dispatchedUtc.msecsTo(file.deadlineUtc)) * dueSoonShare));
    return dueSoon.isValid() && nowUtc >= dueSoon ? Light::DueSoon : Light::OnTime;
}

} // namespace gridhall::cases
