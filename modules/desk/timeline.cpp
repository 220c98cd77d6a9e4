// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/timeline.h>

#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <look/style.h>
#include <look/words.h>

#include <QHelpEvent>
#include <QToolTip>

namespace gridhall::desk {

namespace {
constexpr int kRow = 36;
constexpr double kTimeWidth = 48;
} // namespace

Timeline::Timeline(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Timeline::setHistory(const cases::CaseFile &file, QList<cases::CaseEvent> history)
{
    m_file = file;
    m_history = std::move(history);
    std::sort(m_history.begin(), m_history.end(),
              [](const auto &a, const auto &b) { return a.sequence > b.sequence; });
    QStringList spoken;
    for (const cases::CaseEvent &event : std::as_const(m_history))
        spoken.append(QStringLiteral("%1 %2 %3 %4")
                          .arg(m_context.timeText(event.atUtc), actionWord(event.action),
                               event.actorName, event.note));
    setAccessibleName(tr("History"));
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize Timeline::sizeHint() const
{
    return {400, int(m_history.size()) * kRow};
}

void Timeline::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    QPainter painter(this);
    for (int row = 0; row < m_history.size(); ++row)
        paintRow(painter, row, palette);
}

void Timeline::paintRow(QPainter &painter, int row, const look::Palette &palette) const
{
    const cases::CaseEvent &event = m_history.at(row);
    const bool newest = row == 0;
    const double top = row * kRow;
    const double middle = top + kRow / 2.0;
    const bool longDates = std::any_of(m_history.cbegin(), m_history.cend(), [this](const auto &e) {
        return m_context.timeText(e.atUtc).size() > 5;
    });
    const double timeWidth = longDates ? kTimeWidth + 46 : kTimeWidth;
    drawLine(painter, {0, top, timeWidth, kRow}, m_context.timeText(event.atUtc),
             look::font(15, newest), newest ? palette.text : palette.secondaryText,
             Qt::AlignRight | Qt::AlignVCenter);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = timeWidth + 20;
    const QColor thread = surfacesOf(palette).chipEdge;
    painter.setPen(QPen(thread, 2));
    if (row + 1 < m_history.size())
        painter.drawLine(QPointF(x, middle + 6), QPointF(x, middle + kRow - 6));
    painter.setPen(QPen(newest ? palette.ink : palette.secondaryText, 1.6));
    painter.setBrush(newest ? QBrush(palette.ink) : QBrush(surfacesOf(palette).pane));
    painter.drawEllipse(QPointF(x, middle), 5, 5);
    painter.restore();

    QString took;
    QColor tookColour = palette.secondaryText;
    if (row + 1 < m_history.size())
        took = look::ageText(m_history.at(row + 1).atUtc.secsTo(event.atUtc));
    if (event.action == cases::action::kHandle && m_file.handledOnTime.has_value()) {
        const cases::Light light =
            *m_file.handledOnTime ? cases::Light::OnTime : cases::Light::Overdue;
        took = lightWord(light) + QStringLiteral("    ") + took;
        tookColour = look::markColour(markOf(light), palette);
    }
    const double tookWidth =
        drawLine(painter, {0, top, double(width()), kRow}, took, look::font(14), tookColour,
                 Qt::AlignRight | Qt::AlignVCenter);

    const bool wide = width() > 700;
    const double actionLeft = x + 24;
    const double actorLeft = actionLeft + (isChineseScreen() ? 88 : 124);
    const double noteLeft = actorLeft + (wide ? 96 : 80);
    drawLine(painter, {actionLeft, top, actorLeft - actionLeft - 8, kRow}, actionWord(event.action),
             look::font(15, newest), palette.text);
    drawLine(painter, {actorLeft, top, noteLeft - actorLeft - 8, kRow}, event.actorName,
             look::font(15), palette.secondaryText);
    drawLine(painter, {noteLeft, top, width() - noteLeft - tookWidth - 16, kRow}, event.note,
             look::font(15), palette.text);
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / kRow;
        if (row >= 0 && row < m_history.size() && !m_history.at(row).note.isEmpty())
            QToolTip::showText(help->globalPos(), m_history.at(row).note, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace gridhall::desk
