// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/stagestrip.h>

#include <cases/stagetimer.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <look/style.h>
#include <look/words.h>

namespace gridhall::desk {

StageStrip::StageStrip(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("stageStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageStrip::setCase(const cases::CaseFile &file, const QList<cases::CaseEvent> &history)
{
    m_file = file;
    m_history = history;
    std::sort(m_history.begin(), m_history.end(),
              [](const auto &a, const auto &b) { return a.sequence < b.sequence; });
    refresh();
}

StageStrip::Stage StageStrip::stageOf(const QString &name, const QStringList &states,
                                      qint64 limitSecs, double weight) const
{
    Stage stage;
    stage.name = name;
    stage.weight = weight;
    // A stage lasts from each event that leads into it to the next that leads out of it.
    qint64 spent = 0;
    bool entered = false;
    QDateTime since;
    for (const cases::CaseEvent &event : m_history) {
        const bool inside = states.contains(event.toState);
        if (inside && !since.isValid()) {
            since = event.atUtc;
            entered = true;
        } else if (!inside && since.isValid()) {
            spent += since.secsTo(event.atUtc);
            since = {};
        }
    }
    stage.current = states.contains(m_file.state);
    const QDateTime now = m_context.now();
    if (since.isValid())
        spent += since.secsTo(now);
    if (!entered)
        return stage;
    stage.time = look::ageText(spent);
    if (limitSecs > 0) {
        stage.limit = tr("of %1").arg(look::ageText(limitSecs));
        stage.light = stage.current       ? cases::stageTimerOf(m_file, now).light
                      : spent > limitSecs ? cases::Light::Overdue
                                          : cases::Light::OnTime;
    }
    return stage;
}

QString StageStrip::shortTime(const QDateTime &utc) const
{
    // Of another day than today the day is enough here; the history has the minute.
    const QString text = m_context.timeText(utc);
    return text.size() > 5 ? text.left(text.size() - 6) : text;
}

void StageStrip::refresh()
{
    using namespace cases::state;
    m_stages.clear();
    if (m_file.id.isNull())
        return;
    Stage reported{tr("Report"), shortTime(m_file.reportedUtc), {}, cases::Light::OnTime, false,
                   1.1};
    Stage handle =
        stageOf(tr("Handle"),
                {kToHandle, kHandling, kSuspended, QStringLiteral("return_review"),
                 QStringLiteral("extension_review"), QStringLiteral("suspension_review")},
                0, 2.1);
    if (!handle.time.isEmpty()) {
        if (m_file.limit.unit != catalog::LimitUnit::None)
            handle.limit = tr("of %1").arg(limitWord(m_file.limit));
        handle.light = m_file.handledOnTime.has_value()
                           ? (*m_file.handledOnTime ? cases::Light::OnTime : cases::Light::Overdue)
                           : cases::lightOf(m_file, m_context.now());
    }
    Stage close = stageOf(tr("Close"), {kToClose}, 0, 1.4);
    if (m_file.closedUtc.isValid()) {
        close.time = shortTime(m_file.closedUtc);
        close.light = cases::Light::Closed;
        close.current = true;
    }
    m_stages = {
        reported,
        stageOf(tr("Accept"), {kToAccept, kConfirming, QStringLiteral("self_review")},
                cases::stageLimitSecs(kToAccept), 1.3),
        stageOf(tr("File"), {kToFile, QStringLiteral("void_review")},
                cases::stageLimitSecs(kToFile), 1.3),
        stageOf(tr("Dispatch"), {kToDispatch}, cases::stageLimitSecs(kToDispatch), 1.3),
        handle,
        stageOf(tr("Verify"), {kToVerify, kVerifying}, cases::stageLimitSecs(kVerifying), 1.6),
        close};
    QStringList spoken;
    for (const Stage &stage : std::as_const(m_stages)) {
        if (!stage.time.isEmpty())
            spoken.append(stage.name + QLatin1Char(' ') + stage.time);
    }
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    update();
}

void StageStrip::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    const Surfaces surfaces = surfacesOf(palette);
    QPainter painter(this);
    double weights = 0;
    for (const Stage &stage : std::as_const(m_stages))
        weights += stage.weight;
    const double gap = 4;
    const double unit = (width() - gap * (double(m_stages.size()) - 1)) / std::max(1.0, weights);
    double x = 0;
    for (const Stage &stage : std::as_const(m_stages)) {
        const QRectF box(std::round(x), 0, std::round(unit * stage.weight), height());
        painter.fillRect(box, stage.current ? palette.selection : surfaces.band);
        if (stage.current)
            painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), palette.ink);
        const bool narrow = box.width() < 84;
        const QRectF inner = narrow ? box.adjusted(7, 0, -3, 0) : box.adjusted(12, 0, -8, 0);
        const double nameWidth = lineWidth(stage.name, look::font(15, stage.current));
        const bool markFits = nameWidth + 18 <= inner.width();
        drawLine(painter, {inner.left(), 5, inner.width() - (markFits ? 18 : 0), 26}, stage.name,
                 look::font(15, stage.current),
                 stage.time.isEmpty() ? palette.secondaryText : palette.text);
        if (stage.light != cases::Light::None && markFits)
            look::drawMark(painter, markOf(stage.light), {inner.right() - 13, 12, 12, 12}, palette,
                           false);
        const double taken = drawLine(painter, {inner.left(), 28, inner.width(), 22}, stage.time,
                                      look::font(14), palette.text);
        if (lineWidth(stage.limit, look::font(13)) + taken + 6 <= inner.width())
            drawLine(painter, {inner.left(), 28, inner.width(), 22}, stage.limit, look::font(13),
                     palette.secondaryText, Qt::AlignRight | Qt::AlignVCenter);
        x += unit * stage.weight + gap;
    }
}

} // namespace gridhall::desk
