// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/classpicker.h>

#include <desk/choices.h>
#include <desk/deskwords.h>
#include <desk/rowlist.h>

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace gridhall::desk {

namespace {
constexpr int kRow = 44;
constexpr int kCandidates = 6;
} // namespace

ClassPicker::ClassPicker(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("classEdit"));
    m_edit->setAccessibleName(tr("Class"));
    m_edit->setPlaceholderText(tr("Initials, words or code"));
    m_edit->installEventFilter(this);
    m_count = new QLabel(m_edit);
    m_count->setProperty("tone", QStringLiteral("secondary"));
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setAttribute(Qt::WA_TransparentForMouseEvents);

    m_drop = new QWidget(this);
    m_drop->setObjectName(QStringLiteral("listFrame"));
    m_drop->setAttribute(Qt::WA_StyledBackground);
    m_candidates = new RowList({{0.36}, {0.18, Qt::AlignLeft, true}, {0.46, Qt::AlignRight, true}},
                               tr("Classes"), m_drop);
    m_candidates->setObjectName(QStringLiteral("classList"));
    m_candidates->setFocusPolicy(Qt::NoFocus);
    m_candidates->setRowHeight(kRow);
    m_conditions =
        new RowList({{0.7}, {0.3, Qt::AlignRight, true}}, tr("Filing conditions"), m_drop);
    m_conditions->setObjectName(QStringLiteral("classConditionList"));
    m_conditions->setFocusPolicy(Qt::NoFocus);
    m_conditions->setRowHeight(kRow);
    m_conditions->setEmptyText(tr("No filing condition"));
    auto *row = new QHBoxLayout(m_drop);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    row->addWidget(m_candidates, 43);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    m_due = new QLabel(m_drop);
    m_due->setObjectName(QStringLiteral("classDueLabel"));
    m_due->setProperty("tone", QStringLiteral("secondary"));
    m_due->setContentsMargins(24, 0, 24, 0);
    m_due->setFixedHeight(kRow);
    right->addWidget(m_conditions);
    right->addWidget(m_due);
    row->addLayout(right, 57);
    m_drop->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_edit);
    column->addWidget(m_drop);
    connect(m_edit, &QLineEdit::textEdited, this, &ClassPicker::typed);
    connect(m_candidates, &RowList::currentKeyChanged, this, &ClassPicker::fillConditions);
    connect(m_candidates, &RowList::chosen, this, &ClassPicker::take);
    connect(m_conditions, &RowList::chosen, this, &ClassPicker::take);
    connect(m_conditions, &RowList::currentKeyChanged, this, &ClassPicker::showDue);
}

void ClassPicker::typed(const QString &text)
{
    if (!m_code.isEmpty()) {
        m_code.clear();
        emit classChanged({});
    }
    const QString wanted = text.trimmed();
    if (!m_context.catalog || wanted.isEmpty()) {
        m_drop->hide();
        m_count->clear();
        return;
    }
    QList<catalog::CaseClass> found = m_context.catalog->search(wanted, 20);
    const auto heard = [this](const catalog::CaseClass &one) {
        return one.name.size() >= 2 && m_heard.contains(one.name.left(2));
    };
    std::stable_partition(found.begin(), found.end(), heard);
    QList<ListRow> rows;
    for (const catalog::CaseClass &one : std::as_const(found)) {
        ListRow row;
        row.key = one.code;
        const QString code = classKindWord(one.kind) + QLatin1Char(' ') + classDigits(one.code);
        const QString name = isChineseScreen() || one.nameEn.isEmpty()
                                 ? one.name
                                 : one.name + QStringLiteral("  ") + one.nameEn;
        row.cells = {name, one.pinyinInitials,
                     heard(one) ? tr("“%1” was said").arg(one.name.left(2)) : code};
        qsizetype at = one.pinyinInitials.indexOf(wanted, 0, Qt::CaseInsensitive);
        if (at < 0)
            at = one.name.indexOf(wanted);
        row.boldFrom = at >= 0 && one.pinyinInitials.size() == one.name.size() ? int(at) : -1;
        row.boldLength = int(wanted.size());
        rows.append(row);
    }
    m_count->setText(tr("%1 found").arg(rows.size()));
    m_candidates->setRows(rows);
    m_candidates->setCurrentRow(0);
    fillConditions();
    m_drop->setFixedHeight(kRow * kCandidates + 2);
    m_drop->setVisible(!rows.isEmpty());
}

void ClassPicker::fillConditions()
{
    m_conditions->setRows(conditionRows(m_context, m_candidates->currentKey()));
    m_conditions->setCurrentRow(0);
    showDue();
}

void ClassPicker::showDue()
{
    const catalog::FilingCondition *condition =
        m_context.catalog ? m_context.catalog->condition(Id::fromString(m_conditions->currentKey()))
                          : nullptr;
    m_due->setText(condition ? tr("Filed under %1: %2")
                                   .arg(m_conditions->currentRow() + 1)
                                   .arg(m_context.dueText(condition->limit))
                             : QString());
}

void ClassPicker::take()
{
    const QString code = m_candidates->currentKey();
    if (code.isEmpty())
        return;
    m_condition = Id::fromString(m_conditions->currentKey());
    setClassCode(code);
    emit taken();
}

void ClassPicker::setClassCode(const QString &code)
{
    m_code = code;
    m_drop->hide();
    const catalog::CaseClass *one = m_context.catalog ? m_context.catalog->find(code) : nullptr;
    if (one) {
        const QString name = isChineseScreen() || one->nameEn.isEmpty() ? one->name : one->nameEn;
        m_edit->setText(name);
        m_count->setText(classKindWord(one->kind) + QLatin1Char(' ') + one->majorName +
                         QLatin1Char(' ') + classDigits(one->code));
    } else {
        m_code.clear();
        m_edit->clear();
        m_count->clear();
        m_condition = {};
    }
    emit classChanged(m_code);
}

bool ClassPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::Resize)
        m_count->setGeometry(m_edit->width() / 2, 0, m_edit->width() / 2 - 14, m_edit->height());
    if (watched != m_edit || event->type() != QEvent::KeyPress || !m_drop->isVisible())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        m_candidates->moveCurrent(key->key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        take();
        return true;
    }
    const int number = key->key() - Qt::Key_1;
    if ((key->modifiers() & Qt::AltModifier) && number >= 0 &&
        number < m_conditions->rows().size()) {
        m_conditions->setCurrentRow(number);
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        m_drop->hide();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridhall::desk
