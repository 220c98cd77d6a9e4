// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/queuepane.h>

#include <cases/stagetimer.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <desk/keybutton.h>
#include <desk/keyedit.h>

#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>

namespace gridhall::desk {

namespace {

/// A list that leaves letters to the window's keys.
class QueueList final : public QListView
{
public:
    using QListView::QListView;
    void keyboardSearch(const QString &) override {}
};

QList<CountTiles::Tile> todoTiles()
{
    using namespace cases::state;
    return {{QueuePane::tr("Accept"), {kToAccept, kConfirming, QStringLiteral("self_review")}},
            {QueuePane::tr("File"), {kToFile, QStringLiteral("void_review")}},
            {QueuePane::tr("Dispatch"),
             {kToDispatch, QStringLiteral("return_review"), QStringLiteral("extension_review"),
              QStringLiteral("suspension_review")}},
            {QueuePane::tr("Handle"), {kToHandle, kHandling}},
            {QueuePane::tr("Verify"), {kToVerify, kVerifying}},
            {QueuePane::tr("Close"), {kToClose}}};
}

QList<CountTiles::Tile> caseTiles()
{
    return {{QueuePane::tr("Open"), openStates()},
            {QueuePane::tr("Ended"), endStates()},
            {QueuePane::tr("All"), openStates() + endStates()}};
}

} // namespace

QueuePane::QueuePane(const DeskContext &context, OpenCases &openCases, QWidget *parent)
    : QWidget(parent), m_context(context), m_openCases(openCases), m_todo(context), m_found(context)
{
    setObjectName(QStringLiteral("pane"));
    setAttribute(Qt::WA_StyledBackground);
    m_found.setSorted(false);

    m_tiles = new CountTiles(this);
    m_filter = new KeyEdit(QStringLiteral("/"), this);
    m_filter->setObjectName(QStringLiteral("filterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);

    m_arrivals = new QWidget(this);
    m_arrivals->setObjectName(QStringLiteral("band"));
    m_arrivals->setAttribute(Qt::WA_StyledBackground);
    m_arrivalsText = new QLabel(m_arrivals);
    m_arrivalsText->setObjectName(QStringLiteral("arrivalsLabel"));
    m_arrivalsText->setProperty("tone", QStringLiteral("heading"));
    auto *quiet = new QLabel(tr("not interrupting this case"), m_arrivals);
    quiet->setProperty("tone", QStringLiteral("secondary"));
    auto *letIn =
        new KeyButton(tr("let in"), QKeySequence(Qt::Key_N), KeyButton::Kind::Flat, m_arrivals);
    letIn->setObjectName(QStringLiteral("letInButton"));
    connect(letIn, &KeyButton::clicked, this, &QueuePane::letArrivalsIn);
    auto *arrivalsRow = new QHBoxLayout(m_arrivals);
    arrivalsRow->setContentsMargins(24, 2, 20, 2);
    arrivalsRow->setSpacing(10);
    arrivalsRow->addWidget(m_arrivalsText);
    arrivalsRow->addWidget(quiet, 1);
    arrivalsRow->addWidget(letIn);
    m_arrivals->hide();

    m_list = new QueueList(this);
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Queue"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setModel(&m_todo);
    m_delegate = new QueueDelegate(context, this);
    m_list->setItemDelegate(m_delegate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QueuePane::openCurrent);

    m_empty = new QLabel(m_list->viewport());
    m_empty->setObjectName(QStringLiteral("queueEmptyLabel"));
    m_empty->setProperty("tone", QStringLiteral("secondary"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->viewport()->installEventFilter(this);

    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(12, 8, 12, 8);
    filterRow->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tiles);
    column->addLayout(filterRow);
    column->addWidget(m_arrivals);
    column->addWidget(m_list, 1);

    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(150);
    connect(&m_searchSoon, &QTimer::timeout, this, &QueuePane::search);
    connect(m_tiles, &CountTiles::currentChanged, this, &QueuePane::tileChosen);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_section == Section::ToDo)
            m_todo.setFilterText(text);
        else
            m_searchSoon.start();
        setChosen(m_chosen);
    });
    connect(&m_todo, &QueueModel::arrivalsChanged, this, &QueuePane::showArrivals);
    for (QueueModel *model : {&m_todo, &m_found}) {
        connect(model, &QueueModel::modelReset, this, &QueuePane::updateEmptyWords);
        connect(model, &QueueModel::rowsInserted, this, &QueuePane::updateEmptyWords);
        connect(model, &QueueModel::rowsRemoved, this, &QueuePane::updateEmptyWords);
    }
    connect(&m_openCases, &OpenCases::loaded, this, [this] {
        m_todo.reset(m_openCases.files().values());
        setChosen(m_chosen);
        countTiles();
    });
    connect(&m_openCases, &OpenCases::caseChanged, this, [this](const cases::CaseFile &file) {
        m_todo.update(file);
        m_found.update(file);
        countTiles();
    });
    connect(&m_openCases, &OpenCases::countsChanged, this, &QueuePane::countTiles);
    buildTiles();
    m_todo.setStates(m_tiles->tiles().at(0).states);
    updateEmptyWords();
}

void QueuePane::buildTiles()
{
    const bool todo = m_section == Section::ToDo;
    m_tiles->setTiles(todo ? todoTiles() : caseTiles());
    const QSignalBlocker quiet(m_tiles);
    m_tiles->setCurrent(todo ? m_todoTile : m_foundTile);
    m_filter->setPlaceholderText(todo ? tr("Filter these cases")
                                      : tr("Number, address, description"));
    m_filter->setAccessibleName(todo ? tr("Filter the queue") : tr("Search cases"));
    countTiles();
}

void QueuePane::countTiles()
{
    const QHash<QString, qint64> &counts = m_openCases.counts();
    if (!m_openCases.isLoaded())
        return;
    const QDateTime now = m_context.now();
    QHash<QString, qint64> overdue;
    for (const cases::CaseFile &file : m_openCases.files()) {
        if (cases::stageTimerOf(file, now).light == cases::Light::Overdue)
            ++overdue[file.state];
    }
    for (int i = 0; i < m_tiles->tiles().size(); ++i) {
        qint64 count = 0;
        qint64 late = 0;
        for (const QString &state : m_tiles->tiles().at(i).states) {
            count += counts.value(state);
            late += overdue.value(state);
        }
        m_tiles->setCounts(i, count, m_section == Section::ToDo ? late : 0);
    }
}

void QueuePane::setSection(Section section)
{
    if (m_section == section)
        return;
    m_section = section;
    m_filling = true;
    m_filter->clear();
    m_list->setModel(&model());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QueuePane::openCurrent);
    m_filling = false;
    m_arrivals->setVisible(section == Section::ToDo && m_todo.arrivals() > 0);
    buildTiles();
    if (section == Section::Cases)
        search();
    setChosen(m_chosen);
    updateEmptyWords();
}

void QueuePane::tileChosen(int tile)
{
    if (m_section == Section::ToDo) {
        m_todoTile = tile;
        m_todo.setStates(m_tiles->tiles().at(tile).states);
        setChosen(m_chosen);
    } else {
        m_foundTile = tile;
        search();
    }
}

void QueuePane::search()
{
    cases::QueueFilter filter;
    filter.states = m_tiles->tiles().at(m_foundTile).states;
    filter.text = m_filter->text().trimmed();
    filter.newestFirst = true;
    const int generation = ++m_searchGeneration;
    m_context.book.queue(filter).then(
        this, [this, generation](const Result<QList<cases::CaseFile>> &answer) {
            if (generation != m_searchGeneration)
                return;
            setTrouble(answer ? QString() : answer.error().text());
            if (answer)
                m_found.reset(*answer);
            setChosen(m_chosen);
        });
}

void QueuePane::openCurrent(const QModelIndex &index)
{
    if (m_filling || !index.isValid())
        return;
    const Id id = index.data(QueueModel::IdRole).value<Id>();
    if (id != m_chosen)
        emit caseWanted(id);
}

void QueuePane::setChosen(const Id &id)
{
    m_filling = true;
    m_chosen = id;
    m_todo.setChosen(id);
    m_found.setChosen(id);
    const int row = model().rowOf(id);
    if (row >= 0)
        m_list->setCurrentIndex(model().index(row));
    else
        m_list->setCurrentIndex({});
    m_filling = false;
}

void QueuePane::setPending(const Id &id)
{
    m_delegate->setPending(id);
    m_list->viewport()->update();
}

void QueuePane::setTrouble(const QString &message)
{
    m_trouble = message;
    updateEmptyWords();
}

void QueuePane::contextChanged()
{
    m_todo.refresh();
    setChosen(m_chosen);
    m_list->viewport()->update();
}

void QueuePane::refreshTimes()
{
    m_list->viewport()->update();
    countTiles();
}

Id QueuePane::mostPressing()
{
    for (int i = 0; i < m_tiles->tiles().size(); ++i) {
        if (m_tiles->tiles().at(m_todoTile).count <= 0 && m_tiles->tiles().at(i).count > 0)
            m_tiles->setCurrent(i);
    }
    return m_todo.rowCount() > 0 ? m_todo.at(0).id : Id();
}

void QueuePane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void QueuePane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void QueuePane::letArrivalsIn()
{
    m_filling = true;
    m_todo.letArrivalsIn();
    m_filling = false;
    setChosen(m_chosen);
}

void QueuePane::step(int by)
{
    const int count = model().rowCount();
    if (count == 0)
        return;
    const int row = model().rowOf(m_chosen);
    const int next = row < 0 ? (by > 0 ? 0 : count - 1) : std::clamp(row + by, 0, count - 1);
    m_list->setCurrentIndex(model().index(next));
}

void QueuePane::showArrivals(qsizetype count)
{
    m_arrivalsText->setText(tr("%1 new").arg(count));
    m_arrivals->setVisible(count > 0 && m_section == Section::ToDo);
}

void QueuePane::updateEmptyWords()
{
    QString words;
    if (!m_trouble.isEmpty() && model().rowCount() == 0)
        words = m_trouble;
    else if (!m_openCases.isLoaded())
        words = tr("Opening the city…");
    else if (model().rowCount() == 0 && !m_filter->text().isEmpty())
        words = tr("No case matches “%1”.").arg(m_filter->text());
    else if (model().rowCount() == 0)
        words = m_section == Section::ToDo ? tr("Nothing to do here. New report: Ctrl+N")
                                           : tr("No cases.");
    m_empty->setText(words);
    m_empty->setVisible(!words.isEmpty());
    m_empty->setGeometry(24, 16, std::max(80, m_list->viewport()->width() - 48), 160);
}

bool QueuePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        updateEmptyWords();
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            m_filter->clear();
            focusList();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusList();
            if (model().rowOf(m_chosen) < 0)
                step(1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridhall::desk
