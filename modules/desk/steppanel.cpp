// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/steppanel.h>

#include <desk/choices.h>
#include <desk/deskwords.h>
#include <desk/keybutton.h>
#include <desk/photopicker.h>
#include <desk/rowlist.h>

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>

namespace gridhall::desk {

StepPanel::StepPanel(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("band"));
    setAttribute(Qt::WA_StyledBackground);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_title->setProperty("tone", QStringLiteral("heading"));
    m_foreseen = new QLabel(this);
    m_foreseen->setObjectName(QStringLiteral("panelForeseen"));
    m_foreseen->setProperty("tone", QStringLiteral("secondary"));
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("panelFilter"));
    m_filter->setAccessibleName(tr("Filter units"));
    buildList();
    m_until = new QDateTimeEdit(this);
    m_until->setObjectName(QStringLiteral("panelUntil"));
    m_until->setAccessibleName(tr("Until"));
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("panelReason"));
    m_reason->setAccessibleName(tr("Note"));
    m_phrases = new QWidget(this);
    m_photos = new PhotoPicker(this);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("panelProblem"));
    m_problem->setProperty("tone", QStringLiteral("wrong"));
    m_problem->setWordWrap(true);
    m_confirm =
        new KeyButton(tr("Confirm"), QKeySequence(Qt::Key_Return), KeyButton::Kind::Main, this);
    m_confirm->setObjectName(QStringLiteral("panelConfirm"));
    m_confirm->setKeyName(tr("Enter"));
    m_leave =
        new KeyButton(tr("Not now"), QKeySequence(Qt::Key_Escape), KeyButton::Kind::Plain, this);
    m_leave->setObjectName(QStringLiteral("panelLeave"));
    connect(m_confirm, &KeyButton::clicked, this, &StepPanel::confirm);
    connect(m_leave, &KeyButton::clicked, this, &StepPanel::leave);
    auto *keypadEnter = new QShortcut(QKeySequence(Qt::Key_Enter), this);
    keypadEnter->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keypadEnter, &QShortcut::activated, this, &StepPanel::confirm);
    connect(m_photos, &PhotoPicker::trouble, this, &StepPanel::say);
    connect(m_photos, &PhotoPicker::changed, this, [this] { say({}); });

    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_foreseen);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(16);
    foot->addWidget(m_confirm);
    foot->addWidget(m_leave);
    foot->addWidget(m_problem, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 18);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_filter);
    column->addWidget(m_listFrame);
    column->addWidget(m_until);
    column->addWidget(m_reason);
    column->addWidget(m_phrases);
    column->addWidget(m_photos);
    column->addSpacing(2);
    column->addLayout(foot);

    for (QWidget *field : QList<QWidget *>{m_filter, m_reason, m_conditions, m_units, m_people}) {
        field->installEventFilter(this);
        m_photos->watch(field);
    }
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        if (m_list == m_units)
            fillUnits();
        else if (m_list == m_people)
            fillPeople();
    });
    hide();
}

void StepPanel::buildList()
{
    m_listFrame = new QWidget(this);
    m_listFrame->setObjectName(QStringLiteral("listFrame"));
    m_listFrame->setAttribute(Qt::WA_StyledBackground);
    m_conditions =
        new RowList({{0.82}, {0.18, Qt::AlignRight, true}}, tr("Filing conditions"), m_listFrame);
    m_conditions->setObjectName(QStringLiteral("conditionList"));
    m_units =
        new RowList({{0.45}, {0.55, Qt::AlignRight, true}}, tr("Handling units"), m_listFrame);
    m_units->setObjectName(QStringLiteral("unitList"));
    m_people = new RowList({{0.28},
                            {0.28, Qt::AlignLeft, true},
                            {0.22, Qt::AlignLeft, true},
                            {0.22, Qt::AlignRight, true}},
                           tr("People"), m_listFrame);
    m_people->setObjectName(QStringLiteral("personList"));
    auto *column = new QVBoxLayout(m_listFrame);
    column->setContentsMargins(1, 1, 1, 1);
    for (RowList *list : {m_conditions, m_units, m_people}) {
        list->setRowHeight(40);
        column->addWidget(list);
        connect(list, &RowList::currentKeyChanged, this, &StepPanel::showForeseen);
    }
}

bool StepPanel::isNeededFor(const cases::Transition &step)
{
    return step.needsReason || step.needsPhoto || step.needsCondition || step.needsUnit ||
           step.needsPerson || step.needsDate;
}

void StepPanel::open(const cases::CaseFile &file, const cases::Transition &step,
                     const Id &likelyCondition)
{
    const bool again = m_file.id == file.id && m_step.action == step.action;
    m_file = file;
    m_step = step;
    m_title->setText(actionWord(step.action));
    m_list = step.needsCondition ? m_conditions
             : step.needsUnit    ? m_units
             : step.needsPerson  ? m_people
                                 : nullptr;
    m_listFrame->setVisible(m_list != nullptr);
    for (RowList *list : {m_conditions, m_units, m_people})
        list->setVisible(list == m_list);
    m_filter->setVisible(m_list == m_units || m_list == m_people);
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
    }
    m_until->setVisible(step.needsDate);
    if (step.needsDate)
        m_until->setDateTime(m_context.now().addDays(7).toTimeZone(m_context.zone()));
    m_photos->setVisible(step.needsPhoto);
    m_reason->setPlaceholderText(step.needsReason ? tr("Reason") : tr("Note (may be left empty)"));
    m_reason->setAccessibleName(step.needsReason ? tr("Reason") : tr("Note"));
    if (!again) {
        m_reason->clear();
        m_photos->clear();
    }
    say({});
    fillPhrases();
    if (m_list == m_conditions)
        fillConditions(likelyCondition);
    else if (m_list == m_units)
        fillUnits();
    else if (m_list == m_people)
        fillPeople();
    showForeseen();
    show();
    QWidget *first = m_filter->isVisibleTo(this) ? static_cast<QWidget *>(m_filter)
                     : m_list == m_conditions    ? static_cast<QWidget *>(m_conditions)
                                                 : static_cast<QWidget *>(m_reason);
    first->setFocus(Qt::OtherFocusReason);
}

void StepPanel::fillConditions(const Id &likely)
{
    m_conditions->setRows(conditionRows(m_context, m_file.classCode));
    m_conditions->setEmptyText(tr("This class has no filing condition in the catalog."));
    m_conditions->setCurrentRow(0);
    m_conditions->setCurrentKey(likely.isNull() ? QString() : likely.toString());
    m_listFrame->setFixedHeight(std::max(40, m_conditions->heightOfRows(5)) + 2);
}

void StepPanel::fillUnits()
{
    m_units->setRows(unitRows(m_context, m_file, m_filter->text()));
    m_units->setEmptyText(tr("No unit matches."));
    m_units->setCurrentRow(0);
    m_filter->setPlaceholderText(tr("Another unit: type its name"));
    m_filter->setAccessibleName(tr("Filter units"));
    m_listFrame->setFixedHeight(5 * 40 + 2);
}

void StepPanel::fillPeople()
{
    m_people->setRows(personRows(m_context, m_file, m_filter->text()));
    m_people->setEmptyText(tr("Nobody matches."));
    m_people->setCurrentRow(0);
    m_filter->setPlaceholderText(tr("Another person: type the name"));
    m_filter->setAccessibleName(tr("Filter people"));
    m_listFrame->setFixedHeight(5 * 40 + 2);
}

void StepPanel::fillPhrases()
{
    delete m_phrases->layout();
    qDeleteAll(m_phrases->findChildren<KeyButton *>());
    auto *row = new QHBoxLayout(m_phrases);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    const QStringList phrases = phrasesFor(m_step.action);
    for (int i = 0; i < phrases.size(); ++i) {
        auto *button = new KeyButton(phrases.at(i), QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)),
                                     KeyButton::Kind::Flat, m_phrases);
        connect(button, &KeyButton::clicked, this, [this, phrase = phrases.at(i)] {
            m_reason->setText(phrase);
            m_reason->setFocus();
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    m_phrases->setVisible(!phrases.isEmpty());
}

void StepPanel::showForeseen()
{
    const catalog::FilingCondition *condition = nullptr;
    if (m_context.catalog)
        condition = m_context.catalog->condition(m_list == m_conditions
                                                     ? Id::fromString(m_conditions->currentKey())
                                                     : m_file.conditionId);
    QStringList words;
    if (m_list == m_conditions && condition)
        words = {m_context.dueText(condition->limit)};
    else if (m_list == m_units)
        words = {m_context.dueText(m_file.limit)};
    const bool closing = m_list == m_conditions || m_step.needsPhoto;
    if (closing && condition && !condition->closingCondition.isEmpty())
        words.append(tr("to close: %1").arg(condition->closingCondition));
    words.removeAll(QString());
    m_foreseen->setText(words.join(QStringLiteral("    ")));
}

void StepPanel::setTyped(const QString &reason)
{
    m_reason->setText(reason);
}

void StepPanel::say(const QString &problem)
{
    m_problem->setText(problem);
}

void StepPanel::confirm()
{
    if (!isVisible())
        return;
    const QString key = m_list ? m_list->currentKey() : QString();
    const QString reason = m_reason->text().trimmed();
    if (m_list && key.isEmpty()) {
        say(m_list == m_conditions ? tr("Choose a filing condition first.")
            : m_list == m_units    ? tr("Choose a unit first.")
                                   : tr("Choose a person first."));
        return;
    }
    if (m_step.needsReason && reason.isEmpty()) {
        say(tr("A reason is needed: type one, or take a phrase with Alt+1."));
        m_reason->setFocus();
        return;
    }
    if (m_step.needsPhoto && m_photos->photos().isEmpty()) {
        say(tr("A photo is needed: add, paste or drop one."));
        return;
    }
    cases::Step step;
    step.caseId = m_file.id;
    step.seenVersion = m_file.version;
    step.action = m_step.action;
    step.reason = reason;
    const Id id = Id::fromString(key);
    step.condition = m_step.needsCondition ? id : Id();
    step.unit = m_step.needsUnit ? id : Id();
    step.person = m_step.needsPerson ? id : Id();
    if (m_step.needsDate)
        step.untilUtc = m_until->dateTime().toUTC();
    const QList<QByteArray> photos = m_step.needsPhoto ? m_photos->photos() : QList<QByteArray>();
    const cases::Transition transition = m_step;
    hide();
    m_file = {};
    emit confirmed(transition, step, photos);
}

void StepPanel::leave()
{
    if (!isVisible())
        return;
    hide();
    emit left();
}

bool StepPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_list &&
        (watched == m_filter || watched == m_reason)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            m_list->moveCurrent(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StepPanel::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_1;
    if (m_list == m_conditions && number >= 0 && number < m_conditions->rows().size()) {
        m_conditions->setCurrentRow(number);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace gridhall::desk
