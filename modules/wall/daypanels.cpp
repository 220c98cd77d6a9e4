// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/daypanels.h>

#include <look/words.h>

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gridhall::wall {

namespace {

constexpr double kMargin = 40;
constexpr double kDayRow = 136;
constexpr double kUnitRow = 76;

using Align = WallPainter::Align;

/// "较昨日 ↑ 36 件": always names its base.
QString againstYesterday(qint64 today, qint64 yesterday)
{
    const qint64 more = today - yesterday;
    if (more == 0)
        return DayPanel::tr("as yesterday by now");
    return more > 0 ? DayPanel::tr("yesterday ↑ %1").arg(look::countText(more))
                    : DayPanel::tr("yesterday ↓ %1").arg(look::countText(-more));
}

/// The next of 10, 20, 50, 100, 200 … that is not below `value`.
int roundUp(int value)
{
    int top = 10;
    for (int power = 10; top < value; power *= 10) {
        for (const int step : {1, 2, 5, 10}) {
            top = power * step;
            if (top >= value)
                break;
        }
    }
    return top;
}

} // namespace

void DayPanel::setNumbers(const Numbers &numbers)
{
    m_numbers = numbers;
    update();
}

void DayPanel::row(WallPainter &painter, double top, look::Mark mark, const QString &name,
                   const QString &note, qint64 value)
{
    const look::Palette &p = painter.palette();
    const QColor colour = mark == look::Mark::None ? p.text : look::markColour(mark, p);
    const double right = painter.width() - kMargin;
    // A number that nobody has told us yet is not a zero.
    const QString number = m_numbers.known ? look::countText(value) : QStringLiteral("–");
    // Calm when nothing is wrong: a zero needs no colour.
    const bool calm = mark != look::Mark::None && value == 0;
    const double width = painter.text(right, top + 104, number, 100,
                                      calm ? p.secondaryText : colour, true, Align::Right);
    double left = kMargin;
    if (mark != look::Mark::None) {
        painter.mark(mark, left + 26, top + 44, 54);
        left += 66;
    }
    const double room = right - width - 20;
    painter.text(left, top + 62, name, 50, mark == look::Mark::None ? p.text : colour,
                 mark != look::Mark::None, Align::Left, room - left);
    painter.text(kMargin, top + 114, note, 38, p.secondaryText, false, Align::Left, room - kMargin);
    painter.line(kMargin, top + kDayRow, right, top + kDayRow, p.edge);
}

void DayPanel::compose(WallPainter &painter)
{
    title(painter, tr("Today"),
          m_numbers.known ? tr("as of %1").arg(m_numbers.asOf.toString(QStringLiteral("HH:mm")))
                          : QString());
    const cases::DayCounters &day = m_numbers.day;
    const double top = 116;
    const QString longest = m_numbers.overdue > 0
                                ? tr("longest %1").arg(look::ageText(m_numbers.longestOverdueSecs))
                                : tr("none");
    row(painter, top, look::Mark::None, tr("Reported"),
        m_numbers.known ? againstYesterday(day.reported, day.reportedYesterday) : QString(),
        day.reported);
    row(painter, top + kDayRow, look::Mark::None, tr("Filed"),
        m_numbers.known ? againstYesterday(day.filed, day.filedYesterday) : QString(), day.filed);
    row(painter, top + 2 * kDayRow, look::Mark::None, tr("Closed"),
        m_numbers.known ? againstYesterday(day.closed, day.closedYesterday) : QString(),
        day.closed);
    row(painter, top + 3 * kDayRow, look::Mark::DueSoon, tr("Due soon"),
        tr("80 % of the limit used"), m_numbers.dueSoon);
    row(painter, top + 4 * kDayRow, look::Mark::Overdue, tr("Overdue"),
        m_numbers.known ? longest : QString(), m_numbers.overdue);
}

struct CurvePanel::Frame
{
    double left = 0, top = 0, right = 0, bottom = 0;
    int most = 10;
    double x(double hour) const { return left + (right - left) * hour / 24.0; }
    double y(double value) const { return bottom - (bottom - top) * value / most; }
};

void CurvePanel::setDays(const cases::DayCounters &today,
                         const std::optional<cases::DayCounters> &yesterday, const QTime &asOf)
{
    m_today = today;
    m_yesterday = yesterday;
    m_hour = asOf.msecsSinceStartOfDay() / 3'600'000.0;
    update();
}

void CurvePanel::axes(WallPainter &painter, const Frame &frame) const
{
    const look::Palette &p = painter.palette();
    for (const int value : {0, frame.most / 2, frame.most}) {
        painter.line(frame.left, frame.y(value), frame.right, frame.y(value), p.edge);
        painter.text(frame.left - 16, frame.y(value) + 13, look::countText(value), 36,
                     p.secondaryText, false, Align::Right);
    }
    for (const int hour : {0, 6, 12, 18, 24}) {
        const QString text = hour == 0 ? tr("0 h") : QString::number(hour);
        const Align align = hour == 24 ? Align::Right : Align::Centre;
        painter.text(hour == 24 ? frame.right + 4 : frame.x(hour), frame.bottom + 50, text, 36,
                     p.secondaryText, false, align);
    }
    painter.line(frame.x(m_hour), frame.top - 20, frame.x(m_hour), frame.bottom,
                 QColor(0x4A, 0x5E, 0x82), 2);
}

QPolygonF CurvePanel::curve(WallPainter &painter, const Frame &frame, const QList<int> &byHour,
                            double untilHour) const
{
    QPolygonF points;
    const auto add = [&](double hour, int value) {
        points << QPointF(painter.px(frame.x(hour)), painter.px(frame.y(value)));
    };
    add(0, 0);
    for (int hour = 0; hour < byHour.size() && byHour.at(hour) >= 0; ++hour) {
        if (hour + 1 >= untilHour) {
            add(untilHour, byHour.at(hour));
            break;
        }
        add(hour + 1, byHour.at(hour));
    }
    return points;
}

void CurvePanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    title(painter, tr("Today's curve"), tr("cases, cumulated"));
    int most = 1;
    for (const QList<int> &day : {m_today.reportedByHour, m_today.closedByHour,
                                  m_yesterday ? m_yesterday->reportedByHour : QList<int>()}) {
        for (const int value : day)
            most = std::max(most, value);
    }
    Frame frame;
    frame.most = roundUp(most);
    frame.left = kMargin + std::max(60.0, painter.widthOf(look::countText(frame.most), 36)) + 20;
    frame.right = painter.width() - kMargin;
    frame.top = 130;
    frame.bottom = painter.height() - 92;
    axes(painter, frame);

    QPainter &raw = painter.raw();
    raw.setBrush(Qt::NoBrush);
    if (m_yesterday && !m_yesterday->reportedByHour.isEmpty()) {
        const QPolygonF line = curve(painter, frame, m_yesterday->reportedByHour, 24);
        QPen pen(QColor(0x6C, 0x80, 0xA4), painter.px(4), Qt::CustomDashLine, Qt::RoundCap,
                 Qt::RoundJoin);
        pen.setDashPattern({0.8, 2.2});
        raw.setPen(pen);
        raw.drawPolyline(line);
        // Above its own end, where neither of today's lines can be yet.
        const double endY = line.isEmpty() ? frame.top : line.last().y() / painter.px(1);
        if (m_hour < 19)
            painter.text(frame.right, endY < frame.top + 60 ? endY + 56 : endY - 20,
                         tr("yesterday"), 36, p.secondaryText, false, Align::Right);
    }
    const QPolygonF closed = curve(painter, frame, m_today.closedByHour, m_hour);
    const QPolygonF reported = curve(painter, frame, m_today.reportedByHour, m_hour);
    raw.setPen(QPen(p.closed, painter.px(6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    raw.drawPolyline(closed);
    raw.setPen(QPen(p.text, painter.px(6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    raw.drawPolyline(reported);

    raw.setPen(Qt::NoPen);
    raw.setBrush(p.closed);
    raw.drawEllipse(closed.last(), painter.px(10), painter.px(10));
    raw.setBrush(p.text);
    raw.drawEllipse(reported.last(), painter.px(10), painter.px(10));

    // Names beside the ends: on the side where there is room, and never on each other.
    const bool leftSide = m_hour > 14;
    const double x = frame.x(m_hour) + (leftSide ? -24 : 24);
    const Align align = leftSide ? Align::Right : Align::Left;
    double upper = reported.last().y() / painter.px(1) - (leftSide ? 30 : 0);
    double lower = closed.last().y() / painter.px(1) + 26;
    upper = std::clamp(upper, frame.top + 6, frame.bottom - 56);
    lower = std::clamp(lower, upper + 48, std::max(upper + 48, frame.bottom - 8));
    painter.text(x, upper, tr("reported"), 38, p.text, true, align);
    painter.text(x, lower, tr("closed"), 38, p.closed, true, align);
}

void UnitsPanel::setUnits(const QList<UnitLoad> &units)
{
    m_units = units;
    update();
}

void UnitsPanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    title(painter, tr("Units"), tr("overdue / in hand"));
    if (m_units.isEmpty()) {
        nothing(painter, 176, tr("No unit has a case in hand"));
        return;
    }
    const int rows = std::min<int>(int(m_units.size()), int((painter.height() - 124) / kUnitRow));
    int most = 1;
    for (const UnitLoad &unit : std::as_const(m_units))
        most = std::max(most, unit.open);
    const double right = painter.width() - kMargin;
    for (int i = 0; i < rows; ++i) {
        const UnitLoad &unit = m_units.at(i);
        const double top = 112 + i * kUnitRow;
        const double width = painter.text(right, top + 56, look::countText(unit.open), 50, p.text,
                                          true, Align::Right);
        double taken = std::max(width, painter.widthOf(QStringLiteral("00"), 50, true)) + 28;
        if (unit.overdue > 0) {
            const double n = painter.text(right - taken, top + 56, look::countText(unit.overdue),
                                          50, p.overdue, true, Align::Right);
            painter.mark(look::Mark::Overdue, right - taken - n - 30, top + 38, 40);
            taken += n + 60;
        }
        painter.text(kMargin, top + 56, unit.name, 48, p.text, false, Align::Left,
                     right - kMargin - taken - 16);
        const double length = right - kMargin;
        painter.bar(kMargin, top + 67, length, 5, QColor(0x1E, 0x2B, 0x42));
        painter.bar(kMargin, top + 67, length * unit.open / most, 5, p.secondaryText);
    }
}

} // namespace gridhall::wall
