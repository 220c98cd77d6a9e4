// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/casepane.h>

#include <desk/caseheader.h>
#include <desk/deskwords.h>
#include <desk/factsheet.h>
#include <desk/keybutton.h>
#include <desk/noticeline.h>
#include <desk/reportform.h>
#include <desk/stagestrip.h>
#include <desk/stepbar.h>
#include <desk/steppanel.h>
#include <desk/stepsender.h>
#include <desk/timeline.h>

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace gridhall::desk {

void CasePane::openCase(const Id &id)
{
    if (m_wanted == id && !isFormOpen() && !id.isNull())
        return;
    if (m_sender.held() && m_sender.held()->step.caseId != id)
        m_sender.flush();
    m_wanted = id;
    m_stepAfterSending.clear();
    m_panel->leave();
    m_notice->clear();
    ++m_generation;
    if (id.isNull()) {
        m_file = {};
        m_pages->setCurrentWidget(m_empty);
        m_emptyWords->setText(tr("No case is open. Choose one in the queue."));
        emit caseShown(m_file);
        return;
    }
    load(id);
}

void CasePane::load(const Id &id)
{
    const int generation = m_generation;
    m_context.book.load(id).then(this, [this, generation](const Result<cases::CaseFile> &answer) {
        if (generation != m_generation)
            return;
        if (!answer) {
            m_pages->setCurrentWidget(m_empty);
            m_emptyWords->setText(answer.error().text());
            return;
        }
        if (m_file.id != answer->id) {
            m_historyHere = m_mediaHere = false;
            m_history.clear();
            m_scroll->verticalScrollBar()->setValue(0);
            m_timeline->setHistory(*answer, {});
            m_stages->setCase(*answer, {});
            m_photos->setMedia({});
        }
        show(*answer);
        loadDetails(answer->id);
    });
}

void CasePane::loadDetails(const Id &id)
{
    const int generation = m_generation;
    m_context.book.history(id).then(
        this, [this, generation](const Result<QList<cases::CaseEvent>> &answer) {
            if (generation != m_generation)
                return;
            if (answer) {
                m_history = *answer;
                showSteps();
                m_timeline->setHistory(m_file, *answer);
                m_stages->setCase(m_file, *answer);
            } else {
                m_notice->showTrouble(answer.error().text());
            }
            m_historyHere = true;
            checkComplete();
        });
    m_context.book.media(id).then(this,
                                  [this, generation](const Result<QList<cases::Media>> &answer) {
                                      if (generation != m_generation)
                                          return;
                                      m_mediaHere = true;
                                      m_photos->setMedia(answer ? *answer : QList<cases::Media>());
                                  });
}

void CasePane::show(const cases::CaseFile &file)
{
    m_file = file;
    m_header->setCase(file);
    m_facts->setCase(file);
    if (!isFormOpen())
        m_pages->setCurrentWidget(m_casePage);
    showPhotos();
    showSteps();
    showHeld();
    emit caseShown(file);
}

void CasePane::showPhotos()
{
    const bool any = !m_photos->isEmpty();
    m_photos->setVisible(any);
    m_zoomKey->setVisible(any);
    const bool pair =
        m_photos->newestOf(0) >= 0 && (m_photos->newestOf(1) >= 0 || m_photos->newestOf(2) >= 0);
    m_compareKey->setVisible(pair);
    m_photoNote->setText(any           ? tr("before → after → verified")
                         : m_mediaHere ? tr("no photos yet")
                                       : QString());
    checkComplete();
}

void CasePane::showSteps()
{
    const StepOnItsWay *held = m_sender.held();
    const bool mine = held && held->step.caseId == m_file.id;
    const QString state = mine ? held->toState : m_file.state;
    QList<cases::Transition> steps = m_context.stepsIn(state);
    steps.removeIf([this](const auto &step) { return !isStillOpenTo(step); });
    if (!m_context.workflow)
        m_bar->setMessage(tr("Reading the workflow…"));
    else if (!m_file.isOpen() && steps.isEmpty())
        m_bar->setMessage(tr("This case has ended."));
    else if (steps.isEmpty())
        m_bar->setMessage(tr("Nothing for you to do here: it waits for others."));
    else
        m_bar->setSteps(steps);
}

bool CasePane::isStillOpenTo(const cases::Transition &step) const
{
    return step.isOpenTo(m_file, m_history, m_context.now());
}

void CasePane::showHeld()
{
    const StepOnItsWay *held = m_sender.held();
    if (held && held->step.caseId == m_file.id) {
        m_notice->showHeld(doneWord(held->step.action), m_sender.secondsLeft());
        return;
    }
    if (!m_notice->isTrouble())
        m_notice->clear();
}

void CasePane::beginStep(const QString &action)
{
    if (isFormOpen() || m_panel->isVisible() || m_file.id.isNull())
        return;
    const StepOnItsWay *held = m_sender.held();
    if ((held && held->step.caseId == m_file.id) || m_sender.isSending(m_file.id)) {
        // The step before goes out now; this one begins once the database has taken it.
        m_stepAfterSending = action;
        m_sender.flush();
        return;
    }
    for (const cases::Transition &step : m_context.stepsIn(m_file.state)) {
        if (step.action != action || !isStillOpenTo(step))
            continue;
        m_notice->clear();
        if (StepPanel::isNeededFor(step)) {
            m_panel->open(m_file, step, m_likelyConditions.value(m_file.id));
            m_bar->hide();
        } else {
            cases::Step plain;
            plain.caseId = m_file.id;
            plain.seenVersion = m_file.version;
            plain.action = action;
            stepConfirmed(step, plain, {});
        }
        return;
    }
}

void CasePane::stepConfirmed(const cases::Transition &transition, const cases::Step &step,
                             const QList<QByteArray> &photos)
{
    m_bar->show();
    m_notice->clear();
    setFocus(Qt::OtherFocusReason);
    const bool mayBeUndone = photos.isEmpty();
    if (!mayBeUndone)
        m_bar->setMessage(tr("Sending…"));
    m_sender.submit({step,
                     photos,
                     {m_context.seat.id, m_context.seat.name, transition.role},
                     m_file.number,
                     transition.toState},
                    mayBeUndone);
    if (mayBeUndone)
        showSteps();
}

void CasePane::stepSent(const cases::CaseFile &file)
{
    // A person may have gone on to another case, which is still being read.
    if (file.id != m_wanted)
        return;
    ++m_generation;
    const QString next = std::exchange(m_stepAfterSending, {});
    show(file);
    loadDetails(file.id);
    if (!next.isEmpty())
        beginStep(next);
}

void CasePane::stepRefused(const StepOnItsWay &way, const Error &error)
{
    if (way.step.caseId != m_wanted) {
        m_notice->showTrouble(
            tr("%1 of case %2 was not taken: %3")
                .arg(actionWord(way.step.action), numberText(way.caseNumber), error.text()));
        return;
    }
    m_stepAfterSending.clear();
    ++m_generation;
    load(m_file.id);
    showSteps();
    if (error.kind == ErrorKind::Conflict)
        m_notice->showTrouble(
            tr("Somebody else has just changed this case. It is shown as it is now; "
               "decide again."));
    else
        m_notice->showTrouble(
            tr("%1 was not taken: %2").arg(actionWord(way.step.action), error.text()));
}

void CasePane::leavePanel()
{
    m_bar->show();
    setFocus(Qt::OtherFocusReason);
}

void CasePane::caseChanged(const cases::CaseFile &file)
{
    if (file.id != m_wanted || m_file.id != m_wanted || file.version <= m_file.version)
        return;
    const bool deciding = m_panel->isVisible();
    ++m_generation;
    show(file);
    loadDetails(file.id);
    if (!deciding)
        return;
    if (m_context.workflow && m_context.workflow->find(file.state, m_panel->transition().action,
                                                       m_panel->transition().role))
        return;
    m_panel->leave();
    m_notice->showTrouble(
        tr("Somebody else has just moved this case on; %1 is no longer a step here.")
            .arg(actionWord(m_panel->transition().action)));
}

void CasePane::contextChanged()
{
    if (m_file.id.isNull())
        return;
    m_header->setCase(m_file);
    m_facts->setCase(m_file);
    m_stages->refresh();
    showSteps();
}

void CasePane::openForm()
{
    m_sender.flush();
    m_panel->leave();
    m_pages->setCurrentWidget(m_form);
    m_form->open();
}

void CasePane::closeForm()
{
    if (!isFormOpen())
        return;
    m_pages->setCurrentWidget(m_file.id.isNull() ? m_empty : m_casePage);
    setFocus(Qt::OtherFocusReason);
    emit caseShown(m_file);
}

bool CasePane::isFormOpen() const
{
    return m_pages->currentWidget() == m_form;
}

void CasePane::noteLikelyCondition(const Id &caseId, const Id &condition)
{
    if (!condition.isNull())
        m_likelyConditions.insert(caseId, condition);
}

void CasePane::zoomPhotos()
{
    for (int column = 2; column >= 0; --column) {
        const int photo = m_photos->newestOf(column);
        if (photo < 0)
            continue;
        emit m_photos->zoomWanted(photo);
        return;
    }
}

void CasePane::comparePhotos()
{
    const int before = m_photos->newestOf(0);
    const int after = m_photos->newestOf(2) >= 0 ? m_photos->newestOf(2) : m_photos->newestOf(1);
    if (before >= 0 && after >= 0)
        emit zoomWanted(m_photos->photos(), -1, before, after);
}

void CasePane::refreshTimes()
{
    m_header->refresh();
    if (m_file.isOpen())
        m_stages->refresh();
    if (m_sender.held())
        showHeld();
}

bool CasePane::isComplete() const
{
    if (m_wanted.isNull())
        return true;
    return m_file.id == m_wanted && m_historyHere && m_mediaHere && m_photos->isLoaded();
}

void CasePane::checkComplete()
{
    if (isComplete())
        emit completed();
}

} // namespace gridhall::desk
