// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/deskcontext.h>

#include <desk/deskwords.h>
#include <look/words.h>

#include <QCoreApplication>

namespace gridhall::desk {

QTimeZone DeskContext::zone() const
{
    const QTimeZone named(city ? city->info().timeZone.toLatin1() : QByteArray("Asia/Shanghai"));
    return named.isValid() ? named : QTimeZone::systemTimeZone();
}

QString DeskContext::timeText(const QDateTime &utc) const
{
    return utc.isValid() ? look::timeText(utc, now(), zone()) : QString();
}

QString DeskContext::gridName(const cases::CaseFile &file) const
{
    if (!city)
        return file.unitGridCode;
    for (const city::ResponsibilityGrid &grid : city->responsibilityGrids()) {
        if (grid.code == file.responsibilityGridCode && !grid.name.isEmpty())
            return grid.name;
    }
    const city::UnitGrid *unitGrid = city->unitGrid(file.unitGridCode);
    return unitGrid && !unitGrid->communityName.isEmpty() ? unitGrid->communityName
                                                          : file.unitGridCode;
}

QString DeskContext::className(const cases::CaseFile &file) const
{
    const catalog::CaseClass *caseClass = catalog ? catalog->find(file.classCode) : nullptr;
    if (caseClass && !isChineseScreen() && !caseClass->nameEn.isEmpty())
        return caseClass->nameEn;
    if (!file.className.isEmpty())
        return file.className;
    return caseClass ? caseClass->name : file.classCode;
}

std::optional<geo::MapPoint> DeskContext::toMap(const geo::LonLat &place) const
{
    if (!projection)
        return std::nullopt;
    const geo::MapPoint point = projection->toMap(place);
    if (!std::isfinite(point.east) || !std::isfinite(point.north))
        return std::nullopt;
    return point;
}

QString DeskContext::dueText(const catalog::Limit &limit) const
{
    if (limit.unit == catalog::LimitUnit::None)
        return {};
    return QCoreApplication::translate("desk", "limit %1, due %2")
        .arg(limitWord(limit), timeText(calendar.deadline(now(), limit)));
}

QList<cases::Transition> DeskContext::stepsIn(const QString &state) const
{
    QList<cases::Transition> steps;
    if (!workflow)
        return steps;
    for (const cases::Transition &transition : workflow->allowed(state, seat.roles)) {
        const bool known = std::any_of(steps.cbegin(), steps.cend(), [&](const auto &other) {
            return other.action == transition.action;
        });
        if (!known)
            steps.append(transition);
    }
    return steps;
}

} // namespace gridhall::desk
