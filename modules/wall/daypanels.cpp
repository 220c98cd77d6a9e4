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
constexpr int kRollMs = 450;

using Align = WallPainter::Align;

/// "较昨日 ↑ 36 件": always names its base.
QString againstYesterday(qint64 today, qint64 yesterday)
{
    const qint64 more = today - yesterday;
    if (more == 0)
        return DayPanel::tr("as yesterday");
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

DayPanel::DayPanel(QWidget *parent) : WallPanel(parent)
{
    m_roll.setDuration(kRollMs);
    m_roll.setStartValue(0.0);
    m_roll.setEndValue(1.0);
    m_roll.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_roll, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

std::array<qint64, 5> DayPanel::values() const
{
    return {m_numbers.day.reported, m_numbers.day.filed, m_numbers.day.closed, m_numbers.dueSoon,
            m_numbers.overdue};
}

void DayPanel::setNumbers(const Numbers &numbers)
{
    const auto before = values();
    const bool rolls = m_numbers.known && numbers.known;
    m_numbers = numbers;
    const auto now = values();
    if (rolls && now != before && isVisible()) {
        for (size_t i = 0; i < now.size(); ++i)
            m_before[i] = now[i] == before[i] ? QString() : look::countText(before[i]);
        m_roll.stop();
        m_roll.start();
    }
    update();
}

QString DayPanel::numberText(qint64 value) const
{
    // A number that nobody has told us yet is not a zero.
    return m_numbers.known ? look::countText(value) : QStringLiteral("–");
}

double DayPanel::number(WallPainter &painter, int index, double top, const QString &text,
                        const QColor &colour)
{
    const double right = painter.width() - kMargin;
    const QString &old = m_before[size_t(index)];
    if (m_roll.state() != QAbstractAnimation::Running || old.isEmpty())
        return painter.text(right, top + 104, text, 100, colour, true, Align::Right);
    const double t = m_roll.currentValue().toDouble();
    QPainter &raw = painter.raw();
    raw.save();
    raw.setClipRect(
        QRectF(0, painter.px(top + 14), painter.px(painter.width()), painter.px(kDayRow - 24)));
    painter.text(right, top + 104 - 110 * t, old, 100, colour, true, Align::Right);
    const double width =
        painter.text(right, top + 104 + 110 * (1 - t), text, 100, colour, true, Align::Right);
    raw.restore();
    return std::max(width, painter.widthOf(old, 100, true));
}

void DayPanel::row(WallPainter &painter, int index, look::Mark mark, const QString &name,
                   const QString &note, qint64 value)
{
    const look::Palette &p = painter.palette();
    const double top = 116 + index * kDayRow;
    const QColor colour = mark == look::Mark::None ? p.text : look::markColour(mark, p);
    const double right = painter.width() - kMargin;
    // Calm when nothing is wrong: a zero needs no colour.
    const bool calm = mark != look::Mark::None && value == 0;
    const double width =
        number(painter, index, top, numberText(value), calm ? p.secondaryText : colour);
    double left = kMargin;
    if (mark != look::Mark::None) {
        painter.mark(mark, left + 26, top + 44, 54);
        left += 66;
    }
    const double room = right - width - 20;
    painter.text(left, top + 62, name, 50, colour, mark != look::Mark::None, Align::Left,
                 room - left);
    painter.text(kMargin, top + 114, note, 38, p.secondaryText, false, Align::Left, room - kMargin);
    if (index < 4) // the next section has its own line
        painter.line(kMargin, top + kDayRow, right, top + kDayRow, p.edge);
}

void DayPanel::compose(WallPainter &painter)
{
    edges(painter, Edge::Right);
    title(painter, tr("Today"),
          m_numbers.known ? tr("as of %1").arg(m_numbers.asOf.toString(QStringLiteral("HH:mm")))
                          : QString());
    const cases::DayCounters &day = m_numbers.day;
    const QString longest = m_numbers.overdue > 0
                                ? tr("longest %1").arg(look::ageText(m_numbers.longestOverdueSecs))
                                : tr("none");
    row(painter, 0, look::Mark::None, tr("Reported"),
        m_numbers.known ? againstYesterday(day.reported, day.reportedYesterday) : QString(),
        day.reported);
    row(painter, 1, look::Mark::None, tr("Filed"),
        m_numbers.known ? againstYesterday(day.filed, day.filedYesterday) : QString(), day.filed);
    row(painter, 2, look::Mark::None, tr("Closed"),
        m_numbers.known ? againstYesterday(day.closed, day.closedYesterday) : QString(),
        day.closed);
    row(painter, 3, look::Mark::DueSoon, tr("Due soon"), tr("80 % of the limit used"),
        m_numbers.dueSoon);
    row(painter, 4, look::Mark::Overdue, tr("Overdue"), m_numbers.known ? longest : QString(),
        m_numbers.overdue);
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
    edges(painter, Edge::Right | Edge::Top);
    title(painter, tr("Day's curve"), tr("cumulated"));
    int most = 1;
    for (const QList<int> &day : {m_today.reportedByHour, m_today.closedByHour,
                                  m_yesterday ? m_yesterday->reportedByHour : QList<int>()}) {
        for (const int value : day)
            most = std::max(most, value);
    }
    Frame frame;
    frame.most = roundUp(most + most / 8); // the lines' names stand above them
    frame.left = kMargin + std::max(60.0, painter.widthOf(look::countText(frame.most), 36)) + 20;
    frame.right = painter.width() - kMargin;
    frame.top = 130;
    frame.bottom = painter.height() - 92;
    axes(painter, frame);

    QPainter &raw = painter.raw();
    raw.setBrush(Qt::NoBrush);
    if (m_yesterday && m_yesterday->reportedByHour.value(23) > 0) {
        const QPolygonF line = curve(painter, frame, m_yesterday->reportedByHour, 24);
        QPen pen(QColor(0x6C, 0x80, 0xA4), painter.px(4), Qt::CustomDashLine, Qt::RoundCap,
                 Qt::RoundJoin);
        pen.setDashPattern({0.8, 2.2});
        raw.setPen(pen);
        raw.drawPolyline(line);
        if (m_hour < 19)
            nameYesterday(painter, frame, line);
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

    if (m_today.reported == 0 && m_today.closed == 0)
        return; // two lines on the ground have no names worth reading
    nameEnds(painter, frame, reported.last().y() / painter.px(1),
             closed.last().y() / painter.px(1));
}

void CurvePanel::nameYesterday(WallPainter &painter, const Frame &frame,
                               const QPolygonF &line) const
{
    // Above its end: a cumulated curve never falls, so there the ground is free.
    const double endY = line.last().y() / painter.px(1);
    painter.text(frame.right, endY - 22, tr("yesterday"), 36, painter.palette().secondaryText,
                 false, Align::Right);
}

void CurvePanel::nameEnds(WallPainter &painter, const Frame &frame, double reportedY,
                          double closedY) const
{
    // Left and above, right and below a rising curve the ground is free.
    const look::Palette &p = painter.palette();
    const bool early = m_hour < 5;
    const double x = frame.x(m_hour);
    const double upper = std::clamp(reportedY - 24, frame.top + 6, frame.bottom - 60);
    painter.text(early ? x + 24 : x - 20, upper, tr("reported"), 38, p.text, true,
                 early ? Align::Left : Align::Right);
    const bool late = m_hour > 19;
    const double lower =
        std::clamp(closedY + (late ? 62 : 34), upper + 44, std::max(upper + 44, frame.bottom - 10));
    painter.text(late ? x - 20 : x + 22, lower, tr("closed"), 38, p.closed, true,
                 late ? Align::Right : Align::Left);
}

void UnitsPanel::setUnits(const QList<UnitLoad> &units)
{
    m_units = units;
    update();
}

void UnitsPanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    edges(painter, Edge::Right | Edge::Top);
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
