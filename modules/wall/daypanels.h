// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/caserepository.h>
#include <wall/caseroll.h>
#include <wall/wallpanel.h>

#include <QDateTime>

#include <optional>

namespace gridhall::wall {

/// The day's five numbers, each with what it is compared with.
class DayPanel : public WallPanel
{
    Q_OBJECT
public:
    using WallPanel::WallPanel;
    struct Numbers
    {
        cases::DayCounters day;
        int dueSoon = 0;
        int overdue = 0;
        qint64 longestOverdueSecs = 0;
        QTime asOf;
        bool known = false;
    };
    void setNumbers(const Numbers &numbers);

protected:
    void compose(WallPainter &painter) override;

private:
    void row(WallPainter &painter, double top, look::Mark mark, const QString &name,
             const QString &note, qint64 value);
    Numbers m_numbers;
};

/// Reported and closed so far today, cumulated, and yesterday's reported as a dashed line.
class CurvePanel : public WallPanel
{
    Q_OBJECT
public:
    using WallPanel::WallPanel;
    void setDays(const cases::DayCounters &today,
                 const std::optional<cases::DayCounters> &yesterday, const QTime &asOf);

protected:
    void compose(WallPainter &painter) override;

private:
    struct Frame;
    void axes(WallPainter &painter, const Frame &frame) const;
    QPolygonF curve(WallPainter &painter, const Frame &frame, const QList<int> &byHour,
                    double untilHour) const;

    cases::DayCounters m_today;
    std::optional<cases::DayCounters> m_yesterday;
    double m_hour = 0;
};

/// Handling units with what they have in hand, those with overdue cases first.
class UnitsPanel : public WallPanel
{
    Q_OBJECT
public:
    using WallPanel::WallPanel;
    void setUnits(const QList<UnitLoad> &units);

protected:
    void compose(WallPainter &painter) override;

private:
    QList<UnitLoad> m_units;
};

} // namespace gridhall::wall
