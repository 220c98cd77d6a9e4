// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>
#include <desk/draftstore.h>
#include <desk/photostrip.h>

#include <QHash>
#include <QTimer>
#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace gridhall::desk {

class CaseHeader;
class FactSheet;
class KeyButton;
class NoticeLine;
class ReportForm;
class StageStrip;
class StepBar;
class StepPanel;
class StepSender;
class Timeline;

/// The middle pane: one case with its facts, photos, history and next steps, or the form for a new
/// report. Only the workflow table decides which steps there are; what a step needs is asked in
/// place.
class CasePane : public QWidget
{
    Q_OBJECT
public:
    CasePane(const DeskContext &context, DraftStore &drafts, StepSender &sender,
             QWidget *parent = nullptr);

    void openCase(const Id &id);
    void openForm();
    void closeForm(); ///< back to the case that was open before
    bool isFormOpen() const;
    ReportForm &form() { return *m_form; }
    Id caseId() const { return m_file.id; }
    const cases::CaseFile &file() const { return m_file; }
    /// Somebody changed this case; it is read again if it is the one shown.
    void caseChanged(const cases::CaseFile &file);
    void contextChanged();
    void beginStep(const QString &action);
    void noteLikelyCondition(const Id &caseId, const Id &condition);
    void zoomPhotos();
    void comparePhotos();
    /// Once a second: countdown, stage times, seconds until a held step goes out.
    void refreshTimes();
    /// True when everything of the case is on screen, photos included (or there is no case).
    bool isComplete() const;

signals:
    void caseShown(const gridhall::cases::CaseFile &file);
    void completed();
    void keysWanted();
    void registrationWanted();
    void zoomWanted(const QList<gridhall::desk::CasePhoto> &photos, int photo, int before,
                    int after);

private:
    QWidget *buildSheet();
    QWidget *buildEmpty();
    void load(const Id &id);
    void loadDetails(const Id &id);
    void show(const cases::CaseFile &file);
    void showSteps();
    /// The table's bounds on what a case may see how often and after what.
    bool isStillOpenTo(const cases::Transition &step) const;
    void showHeld();
    void showPhotos();
    void stepConfirmed(const cases::Transition &transition, const cases::Step &step,
                       const QList<QByteArray> &photos);
    void stepSent(const cases::CaseFile &file);
    void stepRefused(const StepOnItsWay &way, const Error &error);
    void leavePanel();
    void checkComplete();

    const DeskContext &m_context;
    StepSender &m_sender;
    cases::CaseFile m_file;
    QList<cases::CaseEvent> m_history;
    Id m_wanted; ///< asked for, perhaps not here yet
    int m_generation = 0;
    bool m_historyHere = false;
    bool m_mediaHere = false;
    QString m_stepAfterSending;
    QHash<Id, Id> m_likelyConditions;

    QStackedWidget *m_pages;
    QWidget *m_empty;
    QLabel *m_emptyWords;
    QScrollArea *m_scroll;
    CaseHeader *m_header;
    StageStrip *m_stages;
    FactSheet *m_facts;
    QWidget *m_photoBlock;
    QLabel *m_photoNote;
    KeyButton *m_zoomKey;
    KeyButton *m_compareKey;
    PhotoStrip *m_photos;
    Timeline *m_timeline;
    NoticeLine *m_notice;
    StepPanel *m_panel;
    StepBar *m_bar;
    QWidget *m_casePage;
    ReportForm *m_form;
};

} // namespace gridhall::desk
