// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of CasePane lie; what it does is in casepane.cpp.
#include <desk/casepane.h>

#include <desk/caseheader.h>
#include <desk/factsheet.h>
#include <desk/keybutton.h>
#include <desk/noticeline.h>
#include <desk/reportform.h>
#include <desk/stagestrip.h>
#include <desk/stepbar.h>
#include <desk/steppanel.h>
#include <desk/stepsender.h>
#include <desk/timeline.h>

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

namespace gridhall::desk {

CasePane::CasePane(const DeskContext &context, DraftStore &drafts, StepSender &sender,
                   QWidget *parent)
    : QWidget(parent), m_context(context), m_sender(sender)
{
    setObjectName(QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    m_pages = new QStackedWidget(this);
    m_empty = buildEmpty();

    m_casePage = new QWidget(this);
    m_notice = new NoticeLine(m_casePage);
    m_panel = new StepPanel(context, m_casePage);
    m_bar = new StepBar(m_casePage);
    auto *line = new QWidget(m_casePage);
    line->setObjectName(QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    line->setFixedHeight(1);
    auto *page = new QVBoxLayout(m_casePage);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(buildSheet(), 1);
    page->addWidget(line);
    page->addWidget(m_notice);
    page->addWidget(m_panel);
    page->addWidget(m_bar);

    m_form = new ReportForm(context, drafts, this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_casePage);
    m_pages->addWidget(m_form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);

    connect(m_bar, &StepBar::stepWanted, this, &CasePane::beginStep);
    connect(m_bar, &StepBar::keysWanted, this, &CasePane::keysWanted);
    connect(m_panel, &StepPanel::confirmed, this, &CasePane::stepConfirmed);
    connect(m_panel, &StepPanel::left, this, &CasePane::leavePanel);
    connect(m_notice, &NoticeLine::undoWanted, &m_sender, &StepSender::undo);
    connect(m_notice, &NoticeLine::sendNowWanted, &m_sender, &StepSender::flush);
    connect(&m_sender, &StepSender::heldChanged, this, &CasePane::showHeld);
    connect(&m_sender, &StepSender::undone, this, [this](const Id &id) {
        if (id != m_file.id)
            return;
        m_stepAfterSending.clear();
        showSteps();
        m_notice->showPlain(tr("Taken back. Nothing was sent."));
    });
    connect(&m_sender, &StepSender::sent, this, &CasePane::stepSent);
    connect(&m_sender, &StepSender::refused, this, &CasePane::stepRefused);
    connect(m_photos, &PhotoStrip::photosChanged, this, &CasePane::showPhotos);
    connect(m_photos, &PhotoStrip::zoomWanted, this, [this](int photo) {
        emit zoomWanted(m_photos->photos(), photo, m_photos->newestOf(0),
                        m_photos->newestOf(2) >= 0 ? m_photos->newestOf(2) : m_photos->newestOf(1));
    });
    connect(m_form, &ReportForm::leaveWanted, this, &CasePane::closeForm);
}

QWidget *CasePane::buildEmpty()
{
    auto *page = new QWidget(this);
    m_emptyWords = new QLabel(tr("Opening the city…"), page);
    m_emptyWords->setObjectName(QStringLiteral("caseEmptyLabel"));
    m_emptyWords->setProperty("tone", QStringLiteral("secondary"));
    auto *report = new KeyButton(tr("New report"), QKeySequence(), KeyButton::Kind::Plain, page);
    report->setObjectName(QStringLiteral("newReportButton"));
    report->setKeyName(QStringLiteral("Ctrl+N"));
    connect(report, &KeyButton::clicked, this, &CasePane::registrationWanted);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 32, 24, 24);
    column->setSpacing(16);
    column->addWidget(m_emptyWords);
    column->addWidget(report);
    column->addStretch(1);
    return page;
}

QWidget *CasePane::buildSheet()
{
    m_scroll = new QScrollArea(m_casePage);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *sheet = new QWidget(m_scroll);
    m_header = new CaseHeader(m_context, sheet);
    m_stages = new StageStrip(m_context, sheet);
    m_facts = new FactSheet(m_context, sheet);

    m_photoBlock = new QWidget(sheet);
    auto *photoTitle = new QLabel(tr("Photos"), m_photoBlock);
    photoTitle->setProperty("tone", QStringLiteral("heading"));
    m_zoomKey = new KeyButton(tr("enlarge"), QKeySequence(Qt::Key_Space), KeyButton::Kind::Flat,
                              m_photoBlock);
    m_zoomKey->setKeyName(tr("Space"));
    m_compareKey = new KeyButton(tr("before and after"), QKeySequence(Qt::Key_V),
                                 KeyButton::Kind::Flat, m_photoBlock);
    m_photoNote = new QLabel(m_photoBlock);
    m_photoNote->setObjectName(QStringLiteral("photoNote"));
    m_photoNote->setProperty("tone", QStringLiteral("secondary"));
    m_photos = new PhotoStrip(m_context, m_photoBlock);
    connect(m_zoomKey, &KeyButton::clicked, this, &CasePane::zoomPhotos);
    connect(m_compareKey, &KeyButton::clicked, this, &CasePane::comparePhotos);
    auto *photoHead = new QHBoxLayout;
    photoHead->setSpacing(16);
    photoHead->addWidget(photoTitle);
    photoHead->addWidget(m_zoomKey);
    photoHead->addWidget(m_compareKey);
    photoHead->addStretch(1);
    photoHead->addWidget(m_photoNote);
    auto *photoColumn = new QVBoxLayout(m_photoBlock);
    photoColumn->setContentsMargins(0, 0, 0, 0);
    photoColumn->setSpacing(4);
    photoColumn->addLayout(photoHead);
    photoColumn->addWidget(m_photos);

    auto *rule = new QWidget(sheet);
    rule->setObjectName(QStringLiteral("line"));
    rule->setAttribute(Qt::WA_StyledBackground);
    rule->setFixedHeight(1);
    auto *historyTitle = new QLabel(tr("History"), sheet);
    historyTitle->setProperty("tone", QStringLiteral("heading"));
    auto *order = new QLabel(tr("newest on top"), sheet);
    order->setProperty("tone", QStringLiteral("secondary"));
    auto *historyHead = new QHBoxLayout;
    historyHead->addWidget(historyTitle);
    historyHead->addStretch(1);
    historyHead->addWidget(order);
    m_timeline = new Timeline(m_context, sheet);

    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 8, 24, 16);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addSpacing(8);
    column->addWidget(m_stages);
    column->addSpacing(14);
    column->addWidget(m_facts);
    column->addSpacing(14);
    column->addWidget(m_photoBlock);
    column->addSpacing(14);
    column->addWidget(rule);
    column->addSpacing(12);
    column->addLayout(historyHead);
    column->addSpacing(4);
    column->addWidget(m_timeline);
    column->addStretch(1);
    m_scroll->setWidget(sheet);
    return m_scroll;
}

} // namespace gridhall::desk
