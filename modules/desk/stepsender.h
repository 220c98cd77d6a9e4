// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/draftstore.h>

#include <QObject>
#include <QTimer>

#include <optional>

namespace gridhall::desk {

/// Sends steps to the case book. A step that may be taken back waits some seconds first; it goes
/// out when the time is up, when flush() is called, or at the next start if the program died
/// meanwhile. While the database is away steps wait and are tried again, in order; the event's id
/// keeps a second try from doubling it. GUI thread; owns nothing it is given.
class StepSender : public QObject
{
    Q_OBJECT
public:
    StepSender(cases::CaseBook &book, DraftStore &drafts, QObject *parent = nullptr);
    ~StepSender() override;

    void setDelayMs(int delayMs) { m_delayMs = delayMs; }
    void submit(const StepOnItsWay &step, bool mayBeUndone);
    /// The step that can still be taken back.
    const StepOnItsWay *held() const { return m_held ? &*m_held : nullptr; }
    int secondsLeft() const;
    bool undo();
    void flush();
    /// Steps that the database has not taken yet, without the held one.
    int unsent() const { return int(m_queue.size()); }
    bool isSending(const Id &caseId) const;
    /// Sends what was on its way when the program ended last time.
    void resume();

signals:
    void heldChanged();
    void undone(const gridhall::Id &caseId);
    void sent(const gridhall::cases::CaseFile &file, const QString &action);
    void refused(const gridhall::desk::StepOnItsWay &step, const gridhall::Error &error);
    void unsentChanged(int count);

private:
    void sendNext();
    void answered(const Result<cases::CaseFile> &answer);

    cases::CaseBook &m_book;
    DraftStore &m_drafts;
    std::optional<StepOnItsWay> m_held;
    QList<StepOnItsWay> m_queue;
    QTimer m_hold;
    QTimer m_retry;
    int m_delayMs = 5000;
    bool m_sending = false;
};

} // namespace gridhall::desk
