// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/deskwindow.h>

#include <desk/casepane.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <desk/keysheet.h>
#include <desk/opencases.h>
#include <desk/photozoom.h>
#include <desk/placefinder.h>
#include <desk/placepane.h>
#include <desk/queuepane.h>
#include <desk/reportform.h>
#include <desk/searchbox.h>
#include <desk/stepsender.h>
#include <desk/tabstrip.h>
#include <desk/topbar.h>
#include <look/style.h>

#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>

namespace gridhall::desk {

class DeskWindow::Private
{
public:
    Private(cases::CaseBook &book, tracking::LivePicture &movers)
        : context(book, movers),
          drafts(DraftStore::folderOf(book.city())),
          openCases(book),
          sender(book, drafts)
    {
    }

    DeskContext context;
    DraftStore drafts;
    OpenCases openCases;
    StepSender sender;
    QSettings settings;
    look::Theme theme = look::Theme::DeskLight;
    std::vector<geo::StreetLine> streets;
    std::vector<geo::PlaceName> names;
    TopBar *top = nullptr;
    QSplitter *splitter = nullptr;
    QueuePane *queue = nullptr;
    CasePane *work = nullptr;
    PlacePane *place = nullptr;
    PhotoZoom *zoom = nullptr;
    KeySheet *keys = nullptr;
    QTimer clock;
    int ticks = 0;
    bool available = true;
    QString trouble;
    bool started = false; ///< the first queue has been shown
    bool toldComplete = false;
    bool panesChosen = false; ///< widths were set by a person
};

DeskWindow::DeskWindow(mapview::MapSource &map, cases::CaseBook &book,
                       tracking::LivePicture &movers, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(book, movers))
{
    setObjectName(QStringLiteral("deskWindow"));
    setWindowTitle(tr("GridHall · Desk"));
    setAttribute(Qt::WA_StyledBackground);
    setFont(look::font(15));
    // The program has applied the theme that was remembered or asked for.
    const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    d->theme = dark ? look::Theme::DeskDark : look::Theme::DeskLight;
    desk::setTheme(this, d->theme);
    d->top = new TopBar(d->context, this);
    d->queue = new QueuePane(d->context, d->openCases, this);
    d->work = new CasePane(d->context, d->drafts, d->sender, this);
    d->place = new PlacePane(d->context, map, d->openCases, this);
    buildPanes();
    connectPanes();
    addKeys();
    showTheme();

    connect(&d->clock, &QTimer::timeout, this, &DeskWindow::tick);
    d->clock.start(1000);
    d->openCases.load();
    readWorkflow();
    d->drafts.whenRead(this, [this] { d->sender.resume(); });
}

DeskWindow::~DeskWindow()
{
    d->sender.disconnect();
    d->openCases.disconnect();
    // The panes refer to the context; they go before it.
    delete d->zoom;
    delete d->keys;
    delete d->splitter;
    delete d->top;
}

void DeskWindow::buildPanes()
{
    d->splitter = new QSplitter(Qt::Horizontal, this);
    d->splitter->setHandleWidth(1);
    d->splitter->setChildrenCollapsible(false);
    d->splitter->addWidget(d->queue);
    d->splitter->addWidget(d->work);
    d->splitter->addWidget(d->place);
    d->queue->setMinimumWidth(280);
    d->work->setMinimumWidth(480);
    d->place->setMinimumWidth(320);
    d->splitter->setStretchFactor(0, 0);
    d->splitter->setStretchFactor(1, 46);
    d->splitter->setStretchFactor(2, 34);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(d->top);
    column->addWidget(d->splitter, 1);
    d->zoom = new PhotoZoom(d->context, this);
    d->keys = new KeySheet(this);
    resize(1920, 1080);
    const QByteArray kept = d->settings.value(QStringLiteral("desk/panes")).toByteArray();
    d->panesChosen = !kept.isEmpty() && d->splitter->restoreState(kept);
    d->splitter->setHandleWidth(1);
    connect(d->splitter, &QSplitter::splitterMoved, this, [this] { d->panesChosen = true; });
}

void DeskWindow::connectPanes()
{
    connect(d->queue, &QueuePane::caseWanted, this, &DeskWindow::casePicked);
    connect(d->place, &PlacePane::caseWanted, this, &DeskWindow::casePicked);
    connect(&d->top->search(), &SearchBox::caseWanted, this, &DeskWindow::casePicked);
    connect(&d->top->search(), &SearchBox::placeWanted, d->place, &PlacePane::flyTo);
    connect(&d->top->search(), &SearchBox::left, this, [this] {
        if (!d->work->isFormOpen())
            d->queue->focusList();
    });
    connect(&d->top->sections(), &TabStrip::currentChanged, this,
            [this](int tab) { d->queue->setSection(QueuePane::Section(tab)); });
    connect(d->work, &CasePane::caseShown, this, [this](const cases::CaseFile &file) {
        d->queue->setChosen(file.id);
        if (!d->work->isFormOpen())
            d->place->showCase(file);
        checkComplete();
    });
    connect(d->work, &CasePane::completed, this, &DeskWindow::checkComplete);
    connect(d->work, &CasePane::registrationWanted, this, &DeskWindow::openForm);
    connect(d->work, &CasePane::keysWanted, d->keys, &KeySheet::open);
    connect(d->work, &CasePane::zoomWanted, d->zoom, &PhotoZoom::open);
    connect(d->zoom, &PhotoZoom::closed, d->queue, &QueuePane::focusList);
    connect(d->keys, &KeySheet::closed, this, [this] {
        if (!d->work->isFormOpen())
            d->queue->focusList();
    });

    ReportForm &form = d->work->form();
    connect(&form, &ReportForm::placeChanged, this, [this] {
        if (d->work->isFormOpen())
            d->place->showReport(d->work->form().place());
    });
    connect(&form, &ReportForm::duplicatesFound, d->place, &PlacePane::showDuplicates);
    connect(&form, &ReportForm::attachWanted, this, [this] {
        ReportForm &report = d->work->form();
        report.attachComponent(d->place->nearestComponent(classDigits(report.classCode())));
    });
    connect(&form, &ReportForm::mapCentreWanted, this,
            [this] { d->work->form().setPlace(d->place->centre()); });
    connect(&form, &ReportForm::caseWanted, this, &DeskWindow::casePicked);
    connect(&form, &ReportForm::registered, this,
            [this](const cases::CaseFile &file, const Id &condition) {
                d->work->noteLikelyCondition(file.id, condition);
                d->openCases.take(file);
                casePicked(file.id);
                d->queue->focusList();
            });
    connect(d->place, &PlacePane::placePicked, &form, &ReportForm::setPlace);
    connect(d->place, &PlacePane::completed, this, &DeskWindow::checkComplete);

    connect(&d->openCases, &OpenCases::loaded, this, &DeskWindow::firstDataHere);
    connect(&d->openCases, &OpenCases::caseChanged, d->work, &CasePane::caseChanged);
    const auto showConnection = [this] {
        d->top->showConnection(d->available, d->sender.unsent(), d->trouble);
        d->queue->setTrouble(d->available ? QString() : d->trouble);
    };
    connect(&d->openCases, &OpenCases::availabilityChanged, this,
            [this, showConnection](bool available, const QString &message) {
                d->available = available;
                d->trouble = message;
                showConnection();
            });
    connect(&d->openCases, &OpenCases::loaded, this, showConnection);
    connect(&d->sender, &StepSender::unsentChanged, this, showConnection);
    connect(&d->sender, &StepSender::heldChanged, this, [this] {
        d->queue->setPending(d->sender.held() ? d->sender.held()->step.caseId : Id());
    });
    connect(&d->sender, &StepSender::sent, this,
            [this](const cases::CaseFile &file) { d->openCases.take(file); });
}

void DeskWindow::addKeys()
{
    const auto key = [this](const QKeySequence &sequence, auto &&act) {
        auto *shortcut = new QShortcut(sequence, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { openForm(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { d->top->search().begin(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_M), [this] { d->place->focusMap(); });
    key(QKeySequence(Qt::Key_F6), [this] { d->place->nextTab(); });
    key(QKeySequence(Qt::Key_Slash), [this] { d->queue->focusFilter(); });
    key(QKeySequence(Qt::Key_Question), [this] { d->keys->open(); });
    key(QKeySequence(Qt::Key_F1), [this] { d->keys->open(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] {
        setTheme(d->theme == look::Theme::DeskDark ? look::Theme::DeskLight
                                                   : look::Theme::DeskDark);
    });
    for (int i = 0; i < 2; ++i)
        key(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, i] {
            d->top->sections().setCurrent(i);
            d->queue->focusList();
        });
    for (int i = 0; i < 6; ++i)
        key(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] {
            d->queue->tiles().setCurrent(i);
            d->queue->focusList();
        });
}

void DeskWindow::setCity(std::shared_ptr<const city::CityIndex> city,
                         std::shared_ptr<const catalog::Catalog> catalog,
                         QList<video::Camera> cameras)
{
    d->context.city = std::move(city);
    d->context.catalog = std::move(catalog);
    d->context.cameras = std::move(cameras);
    d->context.projection.reset();
    if (d->context.city) {
        d->context.projection = d->context.city->projection();
        d->context.places =
            std::make_shared<const PlaceFinder>(d->context.city, d->streets, d->names);
    }
    contextChanged();
}

void DeskWindow::setCalendar(const catalog::WorkingCalendar &calendar)
{
    d->context.calendar = calendar;
}

void DeskWindow::setPlaces(std::vector<geo::StreetLine> streets, std::vector<geo::PlaceName> names)
{
    d->streets = std::move(streets);
    d->names = std::move(names);
    d->context.places = std::make_shared<const PlaceFinder>(d->context.city, d->streets, d->names);
}

void DeskWindow::setOperator(const city::Person &person)
{
    d->context.seat = person;
    contextChanged();
}

void DeskWindow::showTrouble(const Error &error)
{
    d->trouble = error.text();
    d->available = false;
    d->top->showConnection(false, d->sender.unsent(), d->trouble);
    d->queue->setTrouble(d->trouble);
}

void DeskWindow::setTheme(look::Theme theme)
{
    if (d->theme == theme)
        return;
    d->theme = theme;
    d->settings.setValue(QStringLiteral("desk/dark"), theme == look::Theme::DeskDark);
    if (auto *app = qobject_cast<QApplication *>(QCoreApplication::instance()))
        look::applyTheme(*app, theme);
    showTheme();
}

void DeskWindow::showTheme()
{
    desk::setTheme(this, d->theme);
    setStyleSheet(styleSheetOf(look::palette(d->theme)));
    d->place->applyTheme(d->theme);
    update();
}

look::Theme DeskWindow::theme() const
{
    return d->theme;
}

void DeskWindow::setUndoMs(int ms)
{
    d->sender.setDelayMs(ms);
}

void DeskWindow::openCase(const Id &id)
{
    casePicked(id);
}

void DeskWindow::contextChanged()
{
    d->top->contextChanged();
    d->queue->contextChanged();
    d->work->contextChanged();
    d->place->contextChanged();
    firstDataHere();
}

void DeskWindow::readWorkflow()
{
    d->context.book.workflow().then(
        this, [this](const Result<std::shared_ptr<const cases::Workflow>> &answer) {
            if (answer) {
                d->context.workflow = *answer;
                contextChanged();
            } else {
                QTimer::singleShot(3000, this, &DeskWindow::readWorkflow);
            }
        });
}

void DeskWindow::firstDataHere()
{
    if (d->started || !d->openCases.isLoaded() || !d->context.city || !d->context.workflow)
        return;
    d->started = true;
    // At the start of work the most pressing case is opened; afterwards only a person chooses.
    if (d->work->caseId().isNull() && !d->work->isFormOpen()) {
        d->work->openCase(d->queue->mostPressing());
        d->queue->focusList();
    }
    checkComplete();
}

void DeskWindow::casePicked(const Id &id)
{
    if (id.isNull())
        return;
    if (d->work->isFormOpen())
        d->work->closeForm();
    d->work->openCase(id);
}

void DeskWindow::openForm()
{
    d->work->openForm();
    d->place->showReport(d->work->form().place());
}

bool DeskWindow::isComplete() const
{
    return d->started && d->work->isComplete() && d->place->isComplete();
}

void DeskWindow::checkComplete()
{
    if (d->toldComplete || !isComplete())
        return;
    d->toldComplete = true;
    emit completed();
}

void DeskWindow::tick()
{
    d->work->refreshTimes();
    d->top->refreshClock();
    if (++d->ticks % 15 == 0)
        d->queue->refreshTimes();
    checkComplete();
}

void DeskWindow::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && !d->work->isFormOpen())
        d->queue->step(event->key() == Qt::Key_Down ? 1 : -1);
    else
        QWidget::keyPressEvent(event);
}

void DeskWindow::resizeEvent(QResizeEvent *)
{
    d->zoom->setGeometry(rect());
    d->keys->setGeometry(rect());
    if (!d->panesChosen) {
        const int left = std::clamp(width() * 196 / 1000, 300, 420);
        const int right = std::max(384, width() * 337 / 1000 - (width() < 1600 ? 70 : 0));
        d->splitter->setSizes({left, width() - left - right, right});
    }
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    d->sender.flush();
    if (d->panesChosen)
        d->settings.setValue(QStringLiteral("desk/panes"), d->splitter->saveState());
    event->accept();
}

} // namespace gridhall::desk
