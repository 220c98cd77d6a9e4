// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/casepanels.h>

#include <look/words.h>

#include <algorithm>

namespace gridhall::wall {

namespace {

constexpr double kMargin = 40;
constexpr double kCaseRow = 124;
constexpr double kPersonRow = 76;
constexpr double kListTop = 112;

using Align = WallPainter::Align;

} // namespace

int NewestPanel::capacity() const
{
    return std::max(0, int((height() / unit() - kListTop) / kCaseRow));
}

void NewestPanel::setRows(const QList<Row> &rows, int withinAnHour)
{
    if (m_rows == rows && m_withinAnHour == withinAnHour)
        return;
    m_rows = rows;
    m_withinAnHour = withinAnHour;
    update();
}

void NewestPanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    edges(painter, Edge::Left);
    title(painter, tr("Newest cases"), tr("%1 in an hour").arg(look::countText(m_withinAnHour)));
    if (m_rows.isEmpty()) {
        nothing(painter, 176, tr("No case today"));
        return;
    }
    const double right = painter.width() - kMargin;
    const double left = kMargin + 76;
    const int rows = std::min<int>(int(m_rows.size()), capacity());
    for (int i = 0; i < rows; ++i) {
        const Row &row = m_rows.at(i);
        const double top = kListTop + i * kCaseRow;
        painter.line(kMargin, top, right, top, p.edge);
        painter.mark(row.mark, kMargin + 27, top + 44, 54);
        const double width =
            painter.text(right, top + 62, row.when, 46, p.secondaryText, false, Align::Right);
        painter.text(left, top + 62, row.what, 50,
                     row.mark == look::Mark::Overdue ? p.overdue : p.text,
                     row.mark == look::Mark::Overdue, Align::Left, right - width - 24 - left);
        const QString source = row.where.isEmpty() || row.source.isEmpty()
                                   ? row.source
                                   : QStringLiteral(" · ") + row.source;
        const double place = painter.text(left, top + 110, row.where, 38, p.secondaryText, false,
                                          Align::Left, right - left - painter.widthOf(source, 38));
        painter.text(left + place, top + 110, source, 38, p.secondaryText, false, Align::Left,
                     right - left - place);
    }
}

int DutyPanel::capacity() const
{
    return std::max(0, int((height() / unit() - kListTop - 12) / kPersonRow));
}

void DutyPanel::setRows(const QList<Row> &rows, int onDuty, int enrolled)
{
    if (m_rows == rows && m_onDuty == onDuty && m_enrolled == enrolled)
        return;
    m_rows = rows;
    m_onDuty = onDuty;
    m_enrolled = enrolled;
    update();
}

void DutyPanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    edges(painter, Edge::Left | Edge::Top);
    title(painter, tr("Patrollers"), tr("on duty %1 ÷ all %2").arg(m_onDuty).arg(m_enrolled));
    if (m_rows.isEmpty()) {
        nothing(painter, 176, tr("Nobody is on duty"));
        return;
    }
    const double right = painter.width() - kMargin;
    const double left = kMargin + 60;
    const int rows = std::min<int>(int(m_rows.size()), capacity());
    for (int i = 0; i < rows; ++i) {
        const Row &row = m_rows.at(i);
        const double top = kListTop + i * kPersonRow;
        look::drawFigure(
            painter.raw(),
            QRectF(painter.px(kMargin + 6), painter.px(top + 6), painter.px(30), painter.px(60)), p,
            row.stale);
        const double name =
            painter.text(left, top + 56, row.name, 48, row.stale ? p.secondaryText : p.text, false,
                         Align::Left, (right - left) * 0.45);
        const double doing =
            painter.text(right, top + 56, row.doing, 40, row.stale ? p.secondaryText : p.text,
                         false, Align::Right, (right - left) * 0.4);
        painter.text(left + name + 24, top + 56, row.where, 38, p.secondaryText, false, Align::Left,
                     right - doing - 24 - left - name - 24);
    }
}

TickerPanel::TickerPanel(QWidget *parent) : WallPanel(parent)
{
    setGround(look::palette(look::Theme::Wall).ground);
}

void TickerPanel::setEntries(const QList<Entry> &entries, bool known)
{
    if (m_entries == entries && m_known == known)
        return;
    m_entries = entries;
    m_known = known;
    update();
}

void TickerPanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    painter.line(0, 1, painter.width(), 1, p.edge);
    const double baseline = painter.height() / 2 + 19;
    if (m_entries.isEmpty()) {
        if (m_known)
            painter.text(kMargin, baseline, tr("Nothing is overdue, nothing is urged"), 46,
                         p.secondaryText, false, Align::Left, painter.width() - 2 * kMargin);
        return;
    }
    const double gap = 56;
    const double right = painter.width() - kMargin;
    const auto restText = [](qsizetype rest) { return tr("%1 more").arg(rest); };
    const double restWidth = painter.widthOf(restText(m_entries.size()), 44);
    double x = kMargin;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const double width =
            62 + painter.widthOf(entry.why, 48, true) + 24 + painter.widthOf(entry.what, 48);
        const bool last = i + 1 == m_entries.size();
        const double room = right - x - (last ? 0 : restWidth + gap);
        if (width > room && i > 0) {
            painter.text(right, baseline, restText(m_entries.size() - i), 44, p.secondaryText,
                         false, Align::Right);
            return;
        }
        painter.mark(entry.mark, x + 24, painter.height() / 2, 52);
        const double why =
            painter.text(x + 62, baseline, entry.why, 48, look::markColour(entry.mark, p), true);
        painter.text(x + 62 + why + 24, baseline, entry.what, 48, p.text, false, Align::Left,
                     room - 62 - why - 24);
        x += width + gap;
    }
}

} // namespace gridhall::wall
