// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of ReportForm and how they lie; what they do is in reportform.cpp.
#include <desk/classpicker.h>
#include <desk/deskwords.h>
#include <desk/keybutton.h>
#include <desk/photopicker.h>
#include <desk/reportform.h>
#include <desk/rowlist.h>

#include <QBoxLayout>
#include <QScrollArea>

namespace gridhall::desk {

ReportForm::ReportForm(const DeskContext &context, DraftStore &drafts, QWidget *parent)
    : QWidget(parent), m_context(context), m_drafts(drafts)
{
    setObjectName(QStringLiteral("reportForm"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *sheet = new QWidget(scroll);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    buildFields(column);
    column->addStretch(1);
    scroll->setWidget(sheet);

    auto *foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("band"));
    foot->setAttribute(Qt::WA_StyledBackground);
    foot->setFixedHeight(80);
    m_problem = new QLabel(foot);
    m_problem->setObjectName(QStringLiteral("reportProblem"));
    m_problem->setProperty("tone", QStringLiteral("wrong"));
    m_problem->setWordWrap(true);
    m_submit = new KeyButton(tr("Register"), QKeySequence(Qt::Key_F5), KeyButton::Kind::Main, foot);
    m_submit->setObjectName(QStringLiteral("registerButton"));
    auto *leave =
        new KeyButton(tr("Put aside"), QKeySequence(Qt::Key_Escape), KeyButton::Kind::Plain, foot);
    leave->setObjectName(QStringLiteral("leaveFormButton"));
    auto *discard =
        new KeyButton(tr("Discard"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete),
                      KeyButton::Kind::Plain, foot);
    discard->setObjectName(QStringLiteral("discardFormButton"));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(16);
    row->addWidget(m_submit);
    row->addWidget(leave);
    row->addWidget(discard);
    row->addWidget(m_problem, 1);
    connect(m_submit, &KeyButton::clicked, this, &ReportForm::submit);
    connect(leave, &KeyButton::clicked, this, &ReportForm::leaveWanted);
    connect(discard, &KeyButton::clicked, this, [this] {
        clear();
        emit leaveWanted();
    });

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addWidget(foot);

    m_draftSoon.setSingleShot(true);
    m_draftSoon.setInterval(400);
    connect(&m_draftSoon, &QTimer::timeout, this, &ReportForm::keepDraft);
    for (QWidget *field : QList<QWidget *>{m_description, m_address, m_caller, m_phone})
        field->installEventFilter(this);
    for (QWidget *field :
         QList<QWidget *>{m_description, m_address, m_caller, m_phone, m_class->field()})
        m_photos->watch(field);
    showPlaceFacts();
}

QWidget *ReportForm::labelled(const QString &name, const QString &hint, QWidget *field)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(name, box);
    label->setProperty("tone", QStringLiteral("secondary"));
    auto *right = new QLabel(hint, box);
    right->setProperty("tone", QStringLiteral("secondary"));
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(right);
    column->addLayout(row);
    column->addWidget(field);
    return box;
}

void ReportForm::buildFields(QVBoxLayout *column)
{
    auto *title = new QLabel(tr("New report"), this);
    title->setProperty("tone", QStringLiteral("title"));
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("draftLabel"));
    m_state->setProperty("tone", QStringLiteral("secondary"));
    auto *head = new QHBoxLayout;
    head->setSpacing(20);
    head->addWidget(title);
    head->addWidget(m_state, 1, Qt::AlignBottom);
    column->addLayout(head);

    m_source = new QComboBox(this);
    m_source->setObjectName(QStringLiteral("sourceBox"));
    m_source->setAccessibleName(tr("Source"));
    for (const QString &source : seatSources())
        m_source->addItem(sourceWord(source), source);
    m_caller = new QLineEdit(this);
    m_caller->setObjectName(QStringLiteral("callerEdit"));
    m_caller->setAccessibleName(tr("Caller"));
    m_phone = new QLineEdit(this);
    m_phone->setObjectName(QStringLiteral("phoneEdit"));
    m_phone->setAccessibleName(tr("Phone"));
    auto *who = new QHBoxLayout;
    who->setSpacing(16);
    who->addWidget(labelled(tr("Source"), {}, m_source), 1);
    who->addWidget(labelled(tr("Caller"), {}, m_caller), 1);
    who->addWidget(labelled(tr("Phone"), {}, m_phone), 1);
    column->addLayout(who);

    m_description = new QPlainTextEdit(this);
    m_description->setObjectName(QStringLiteral("descriptionEdit"));
    m_description->setAccessibleName(tr("What is the matter"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(80);
    column->addWidget(
        labelled(tr("What is the matter"), tr("Shift+Enter: new line"), m_description));

    m_class = new ClassPicker(m_context, this);
    column->addWidget(labelled(tr("Class"), tr("initials, words or code"), m_class));

    m_address = new QLineEdit(this);
    m_address->setObjectName(QStringLiteral("addressEdit"));
    m_address->setAccessibleName(tr("Place"));
    m_gridLabel = new QLabel(m_address);
    m_gridLabel->setObjectName(QStringLiteral("placeGridLabel"));
    m_gridLabel->setProperty("tone", QStringLiteral("secondary"));
    m_gridLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_gridLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *place = new QWidget(this);
    auto *placeColumn = new QVBoxLayout(place);
    placeColumn->setContentsMargins(0, 0, 0, 0);
    placeColumn->setSpacing(6);
    placeColumn->addWidget(m_address);
    m_placesFrame = new QWidget(place);
    m_placesFrame->setObjectName(QStringLiteral("listFrame"));
    m_placesFrame->setAttribute(Qt::WA_StyledBackground);
    m_places = new RowList({{0.7}, {0.3, Qt::AlignRight, true}}, tr("Places found"), m_placesFrame);
    m_places->setObjectName(QStringLiteral("placeList"));
    m_places->setFocusPolicy(Qt::NoFocus);
    m_places->setRowHeight(36);
    auto *framed = new QVBoxLayout(m_placesFrame);
    framed->setContentsMargins(1, 1, 1, 1);
    framed->addWidget(m_places);
    placeColumn->addWidget(m_placesFrame);
    m_placesFrame->hide();
    auto *attachRow = new QHBoxLayout;
    m_componentLabel = new QLabel(place);
    m_componentLabel->setObjectName(QStringLiteral("componentLabel"));
    m_componentLabel->setProperty("tone", QStringLiteral("secondary"));
    m_attach = new KeyButton(tr("attach the nearest component"), QKeySequence(Qt::Key_F2),
                             KeyButton::Kind::Flat, place);
    m_attach->setObjectName(QStringLiteral("attachButton"));
    auto *centre = new KeyButton(tr("take the map's centre"), QKeySequence(Qt::Key_F4),
                                 KeyButton::Kind::Flat, place);
    centre->setObjectName(QStringLiteral("mapCentreButton"));
    attachRow->setSpacing(20);
    attachRow->addWidget(m_componentLabel, 1);
    attachRow->addWidget(m_attach);
    attachRow->addWidget(centre);
    placeColumn->addLayout(attachRow);
    column->addWidget(
        labelled(tr("Place"), tr("street, crossing, name or code, or click the map"), place));

    m_duplicates = new RowList({{0.3}, {0.48, Qt::AlignLeft, true}, {0.22, Qt::AlignRight}},
                               tr("Likely duplicates"), this);
    m_duplicates->setObjectName(QStringLiteral("duplicateList"));
    m_duplicatesBox = labelled(tr("Likely duplicates"), tr("same class, 50 m, 24 h"), m_duplicates);
    m_duplicatesBox->hide();
    column->addWidget(m_duplicatesBox);

    m_photos = new PhotoPicker(this);
    column->addWidget(labelled(tr("Photos"), {}, m_photos));

    connect(m_attach, &KeyButton::clicked, this, &ReportForm::attachWanted);
    connect(centre, &KeyButton::clicked, this, &ReportForm::mapCentreWanted);
    connect(m_class, &ClassPicker::classChanged, this, &ReportForm::lookForDuplicates);
    connect(m_class, &ClassPicker::classChanged, &m_draftSoon, qOverload<>(&QTimer::start));
    connect(m_class, &ClassPicker::taken, this,
            [this] { m_address->setFocus(Qt::TabFocusReason); });
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
        m_class->setHeard(m_description->toPlainText());
        m_draftSoon.start();
        say({});
    });
    connect(m_address, &QLineEdit::textEdited, this, &ReportForm::searchPlaces);
    connect(m_places, &RowList::chosen, this, &ReportForm::placeTaken);
    connect(m_caller, &QLineEdit::textEdited, &m_draftSoon, qOverload<>(&QTimer::start));
    connect(m_phone, &QLineEdit::textEdited, &m_draftSoon, qOverload<>(&QTimer::start));
    connect(m_source, &QComboBox::currentIndexChanged, &m_draftSoon, qOverload<>(&QTimer::start));
    connect(m_photos, &PhotoPicker::changed, &m_draftSoon, qOverload<>(&QTimer::start));
    connect(m_photos, &PhotoPicker::trouble, this, &ReportForm::say);
    connect(m_duplicates, &RowList::chosen, this,
            [this](const QString &key) { emit caseWanted(Id::fromString(key)); });
}

} // namespace gridhall::desk
