// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/caserepository.h>
#include <wall/caseroll.h>
#include <wall/wallpanel.h>

#include <QDateTime>
#include <QVariantAnimation>

#include <array>
#include <optional>

namespace gridhall::wall {

/// The day's five numbers, each with what it is compared with. A number that changes rolls in
/// place; nothing else moves.
class DayPanel : public WallPanel
{
    Q_OBJECT
public:
    explicit DayPanel(QWidget *parent = nullptr);
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
    void row(WallPainter &painter, int index, look::Mark mark, const QString &name,
             const QString &note, qint64 value);
    double number(WallPainter &painter, int index, double top, const QString &text,
                  const QColor &colour);
    QString numberText(qint64 value) const;
    std::array<qint64, 5> values() const;

    std::array<QString, 5> m_before; ///< what rolls away
    QVariantAnimation m_roll;
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
    void nameYesterday(WallPainter &painter, const Frame &frame, const QPolygonF &line) const;
    void nameEnds(WallPainter &painter, const Frame &frame, double reportedY, double closedY) const;

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
