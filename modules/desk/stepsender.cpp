// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/stepsender.h>

namespace gridhall::desk {

StepSender::StepSender(cases::CaseBook &book, DraftStore &drafts, QObject *parent)
    : QObject(parent), m_book(book), m_drafts(drafts)
{
    m_hold.setSingleShot(true);
    m_retry.setSingleShot(true);
    m_retry.setInterval(3000);
    connect(&m_hold, &QTimer::timeout, this, &StepSender::flush);
    connect(&m_retry, &QTimer::timeout, this, &StepSender::sendNext);
}

StepSender::~StepSender()
{
    blockSignals(true); // whoever listens is being destroyed too
    flush();
}

void StepSender::submit(const StepOnItsWay &step, bool mayBeUndone)
{
    flush();
    m_drafts.saveStep(step);
    m_held = step;
    if (!mayBeUndone || m_delayMs <= 0) {
        flush();
        return;
    }
    m_hold.start(m_delayMs);
    emit heldChanged();
}

int StepSender::secondsLeft() const
{
    return m_held ? (m_hold.remainingTime() + 999) / 1000 : 0;
}

bool StepSender::undo()
{
    if (!m_held)
        return false;
    m_hold.stop();
    const Id caseId = m_held->step.caseId;
    m_drafts.removeStep(m_held->step.eventId);
    m_held.reset();
    emit heldChanged();
    emit undone(caseId);
    return true;
}

void StepSender::flush()
{
    if (!m_held)
        return;
    m_hold.stop();
    m_queue.append(*std::exchange(m_held, std::nullopt));
    emit heldChanged();
    emit unsentChanged(unsent());
    sendNext();
}

bool StepSender::isSending(const Id &caseId) const
{
    return std::any_of(m_queue.cbegin(), m_queue.cend(),
                       [&](const StepOnItsWay &way) { return way.step.caseId == caseId; });
}

void StepSender::resume()
{
    const QList<StepOnItsWay> left = m_drafts.steps();
    for (const StepOnItsWay &way : left)
        m_queue.append(way);
    if (!left.isEmpty())
        emit unsentChanged(unsent());
    sendNext();
}

void StepSender::sendNext()
{
    if (m_sending || m_queue.isEmpty())
        return;
    m_sending = true;
    const StepOnItsWay &way = m_queue.constFirst();
    m_book.step(way.step, way.photos, way.actor)
        .then(this, [this](const Result<cases::CaseFile> &answer) { answered(answer); });
}

void StepSender::answered(const Result<cases::CaseFile> &answer)
{
    m_sending = false;
    if (!answer && answer.error().kind == ErrorKind::Unavailable) {
        m_retry.start();
        emit unsentChanged(unsent());
        return;
    }
    const StepOnItsWay way = m_queue.takeFirst();
    m_drafts.removeStep(way.step.eventId);
    emit unsentChanged(unsent());
    if (answer)
        emit sent(*answer, way.step.action);
    else
        emit refused(way, answer.error());
    sendNext();
}

} // namespace gridhall::desk
