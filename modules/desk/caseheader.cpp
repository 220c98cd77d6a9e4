// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/caseheader.h>

#include <cases/stagetimer.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <look/style.h>

namespace gridhall::desk {

CaseHeader::CaseHeader(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("caseHeader"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CaseHeader::setCase(const cases::CaseFile &file)
{
    m_file = file;
    setAccessibleName(
        QStringLiteral("%1 %2 %3")
            .arg(m_context.className(file), numberText(file.number), stateWord(file.state)));
    update();
}

void CaseHeader::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

double CaseHeader::paintCountdown(QPainter &painter, const QDateTime &now)
{
    const cases::StageTimer timer = cases::stageTimerOf(m_file, now);
    if (!timer.dueUtc.isValid() || !m_file.isOpen())
        return 0;
    const look::Palette &palette = paletteOf(this);
    const qint64 left = timer.secsLeft(now);
    const QColor colour = look::markColour(markOf(timer.light), palette);
    const double right = width();
    const QString figures = countdownText(left);
    const double figuresWidth =
        drawLine(painter, {0, 10, right, 44}, figures, look::font(36, true),
                 left < 0 ? palette.overdue : palette.text, Qt::AlignRight | Qt::AlignVCenter);
    const QString words = left < 0 ? tr("%1, over by").arg(stateWord(m_file.state))
                                   : tr("%1, left").arg(stateWord(m_file.state));
    const double wordsWidth =
        drawLine(painter, {0, 22, right - figuresWidth - 14, 26}, words, look::font(14),
                 palette.secondaryText, Qt::AlignRight | Qt::AlignVCenter);

    const double barWidth = std::min(184.0, right / 3);
    const QRectF bar(right - barWidth, 61, barWidth, 6);
    painter.fillRect(bar, palette.isDark() ? palette.edge : palette.selection);
    const double total = double(std::max<qint64>(1, timer.sinceUtc.secsTo(timer.dueUtc)));
    const double used = std::clamp(double(timer.sinceUtc.secsTo(now)) / total, 0.0, 1.0);
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * used, bar.height()), colour);
    // Where the light turns: what is left beyond it is due soon.
    painter.fillRect(QRectF(bar.left() + bar.width() * 0.8 - 1, bar.top() - 4, 2, 14),
                     palette.dueSoon);
    return std::max(barWidth, figuresWidth + 14 + wordsWidth);
}

void CaseHeader::paintEvent(QPaintEvent *)
{
    if (m_file.id.isNull())
        return;
    const look::Palette &palette = paletteOf(this);
    const QDateTime now = m_context.now();
    const cases::Light light = cases::stageTimerOf(m_file, now).light;
    QPainter painter(this);
    const double taken = paintCountdown(painter, now);
    const double room = width() - taken - 16;

    const QString words = lightWord(light);
    const double lightWidth = 44 + lineWidth(words, look::font(16, true));
    const double titleWidth =
        drawLine(painter, {0, 16, room - lightWidth, 42}, m_context.className(m_file),
                 look::font(28, true), palette.text);
    if (light != cases::Light::None) {
        look::drawMark(painter, markOf(light), {titleWidth + 20, 32, 16, 16}, palette, false);
        drawLine(painter, {titleWidth + 46, 26, room - titleWidth - 46, 28}, words,
                 look::font(16, true), look::markColour(markOf(light), palette));
    }
    double x = drawLine(painter, {0, 58, room, 24}, numberText(m_file.number), look::font(15),
                        palette.secondaryText);
    x += 16 + drawLine(painter, {x + 16, 58, room - x - 16, 24}, stateWord(m_file.state),
                       look::font(15), palette.text);
    if (!m_hint.isEmpty())
        drawLine(painter, {x + 16, 58, room - x - 16, 24}, m_hint, look::font(15), palette.text);
}

} // namespace gridhall::desk
