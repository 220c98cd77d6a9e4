// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/searchbox.h>

#include <cases/stagetimer.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <desk/keyedit.h>
#include <desk/placefinder.h>
#include <desk/rowlist.h>

#include <QBoxLayout>
#include <QKeyEvent>

namespace gridhall::desk {

namespace {

constexpr int kMostCases = 8;

} // namespace

SearchBox::SearchBox(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    m_edit = new KeyEdit(QStringLiteral("Ctrl K"), this);
    m_edit->setObjectName(QStringLiteral("searchEdit"));
    m_edit->setAccessibleName(tr("Search cases, places, components, people"));
    m_edit->setPlaceholderText(tr("Search cases, places, components, people"));
    m_edit->setMaximumWidth(480);
    m_edit->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit);
    m_soon.setSingleShot(true);
    m_soon.setInterval(120);
    connect(&m_soon, &QTimer::timeout, this, &SearchBox::search);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_soon.start(); });
}

void SearchBox::begin()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    if (!m_edit->text().trimmed().isEmpty())
        search();
}

void SearchBox::search()
{
    const QString text = m_edit->text().trimmed();
    const int generation = ++m_generation;
    if (text.isEmpty()) {
        if (m_drop)
            m_drop->hide();
        return;
    }
    cases::QueueFilter filter;
    filter.states = openStates() + endStates();
    filter.text = text;
    filter.limit = kMostCases;
    filter.newestFirst = true;
    m_context.book.queue(filter).then(
        this, [this, generation](const Result<QList<cases::CaseFile>> &answer) {
            if (generation == m_generation && m_edit->hasFocus())
                showFound(answer ? *answer : QList<cases::CaseFile>());
        });
}

void SearchBox::showFound(const QList<cases::CaseFile> &files)
{
    if (!m_drop) {
        m_drop = new QWidget(window());
        m_drop->setObjectName(QStringLiteral("listFrame"));
        m_drop->setAttribute(Qt::WA_StyledBackground);
        m_list = new RowList({{0.36}, {0.4, Qt::AlignLeft, true}, {0.24, Qt::AlignRight, true}},
                             tr("Found"), m_drop);
        m_list->setObjectName(QStringLiteral("searchList"));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setEmptyText(tr("Nothing found."));
        auto *column = new QVBoxLayout(m_drop);
        column->setContentsMargins(1, 1, 1, 1);
        column->addWidget(m_list);
        connect(m_list, &RowList::chosen, this, &SearchBox::go);
    }
    QList<ListRow> rows;
    m_places.clear();
    for (const cases::CaseFile &file : files)
        rows.append({file.id.toString(),
                     {m_context.className(file), file.address,
                      shortNumber(file.number) + QStringLiteral("  ") + stateWord(file.state)},
                     {},
                     markOf(cases::stageTimerOf(file, m_context.now()).light)});
    const QString text = m_edit->text().trimmed();
    if (m_context.city) {
        for (const tracking::Mover &mover : m_context.movers.movers()) {
            const auto at = m_context.toMap(mover.latest.at);
            if (!mover.name.contains(text) || !at || !mover.latest.atUtc.isValid())
                continue;
            rows.append({QStringLiteral("@%1").arg(m_places.size()),
                         {mover.name, activityWord(mover.latest.activity), tr("person")}});
            m_places.append(*at);
        }
    }
    if (m_context.places) {
        for (const PlaceFinder::Found &found : m_context.places->search(text, 5)) {
            rows.append(
                {QStringLiteral("@%1").arg(m_places.size()), {found.label, {}, found.kind}});
            m_places.append(found.at);
        }
    }
    m_list->setRows(rows);
    m_list->setCurrentRow(0);
    const QPoint below = m_edit->mapTo(window(), QPoint(0, m_edit->height() + 4));
    const int width = std::max(m_edit->width(), 560);
    m_drop->setGeometry(below.x(), below.y(), width, std::max(44, m_list->heightOfRows(12)) + 2);
    m_drop->show();
    m_drop->raise();
}

void SearchBox::go(const QString &key)
{
    const QString target = key;
    leave();
    if (target.startsWith(QLatin1Char('@'))) {
        const int at = target.mid(1).toInt();
        if (at < m_places.size())
            emit placeWanted(m_places.at(at));
    } else if (!target.isEmpty()) {
        emit caseWanted(Id::fromString(target));
    }
}

void SearchBox::leave()
{
    ++m_generation;
    if (m_drop)
        m_drop->hide();
    emit left();
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut && m_drop)
        m_drop->hide();
    // Esc and Enter are this field's while it has the focus, whatever the panes do with them.
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (watched != m_edit || (event->type() != QEvent::KeyPress && !override))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (override) {
        if (enter || key == Qt::Key_Escape)
            event->accept();
        return enter || key == Qt::Key_Escape;
    }
    if (m_list && m_drop->isVisible() && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_list->moveCurrent(key == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (enter) {
        if (m_list && m_drop->isVisible())
            go(m_list->currentKey());
        return true;
    }
    if (key == Qt::Key_Escape) {
        leave();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridhall::desk
