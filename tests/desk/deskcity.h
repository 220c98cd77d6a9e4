// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../support/smallcity.h"

#include <cases/caserepository.h>

#include <QJsonObject>

namespace gridhall::test {

/// The small city with people at the seats, three handling units and a well cover that one of them
/// maintains: enough to take a case from report to close.
class DeskCity
{
public:
    DeskCity();

    SmallCity &city() { return m_city; }
    city::Person seat() const { return m_seat; }
    /// A case reported by the hotline `minutesAgo`, straight into the database, as another program
    /// would do it.
    cases::CaseFile reportCase(const QString &description,
                               const QString &classCode = QStringLiteral("C0101"));
    cases::CaseFile step(const cases::CaseFile &file, const QString &action, const QString &role);

    static constexpr auto kCover = "9901020101000001";
    Id coverUnit;
    static QByteArray photo(Qt::GlobalColor colour = Qt::darkGray);

private:
    SmallCity m_city;
    city::Person m_seat;
};

} // namespace gridhall::test
