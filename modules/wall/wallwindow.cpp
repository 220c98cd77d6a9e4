// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/wallwindow.h>

#include <look/words.h>
#include <wall/casepanels.h>
#include <wall/daypanels.h>
#include <wall/headerpanel.h>
#include <wall/legendpanel.h>
#include <wall/wallfeed.h>
#include <wall/wallmap.h>
#include <wall/wallrows.h>

#include <QKeyEvent>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace gridhall::wall {

namespace {

// The overview scene in units of a wall 2160 pixels high.
constexpr double kHigh = 2160;
constexpr double kHeader = 128;
constexpr double kTicker = 112;
constexpr double kLeft = 656;
constexpr double kRight = 752;
constexpr double kDay = 820;
constexpr double kCurve = 520;
constexpr double kDuty = 112 + 7 * 76 + 24;
constexpr double kLegend = 80;
constexpr double kNarrowest =
    3000; ///< a window narrower than this for its height gets smaller units

constexpr int kNewestRows = 16; ///< more than any height has room for
constexpr int kPointerHidesMs = 3000;
constexpr int kLightsEverySecs = 5; ///< how often lights and ages are looked at without a change

} // namespace

class WallWindow::Private
{
public:
    Private(WallWindow *window, mapview::MapSource &source, cases::CaseBook &book,
            tracking::LivePicture &live)
        : q(window),
          movers(live),
          casesBook(book),
          map(source, window),
          header(new HeaderPanel(window)),
          day(new DayPanel(window)),
          curve(new CurvePanel(window)),
          units(new UnitsPanel(window)),
          newest(new NewestPanel(window)),
          duty(new DutyPanel(window)),
          ticker(new TickerPanel(window)),
          legend(new LegendPanel(map.view(), window)),
          notice(new NoticePanel(window))
    {
        notice->hide();
        duty->hide();
        legend->raise();
        notice->raise();
    }

    QList<WallPanel *> panels() const
    {
        return {header, day, curve, units, newest, duty, ticker, legend, notice};
    }

    void arrange();
    void tick();
    void makeFeed();
    void showCases();
    void showCounters();
    void showMovers();
    void checkComplete();
    void showAges();
    void pointerMoved();

    WallWindow *q;
    const Clock *clock = &Clock::system();
    tracking::LivePicture &movers;
    cases::CaseBook &casesBook;
    WallMap map;
    HeaderPanel *header;
    DayPanel *day;
    CurvePanel *curve;
    UnitsPanel *units;
    NewestPanel *newest;
    DutyPanel *duty;
    TickerPanel *ticker;
    LegendPanel *legend;
    NoticePanel *notice;
    std::unique_ptr<WallFeed> feed;
    std::shared_ptr<const city::CityIndex> city;
    std::shared_ptr<const catalog::Catalog> catalog;
    int cameras = 0;
    QTimer second;
    QTimer pointer;
    QTimer completeSoon;
    qint64 seconds = 0;
    double unit = 0;
    bool placed = false;
    bool mapFailed = false;
    bool toldComplete = false;
};

void WallWindow::Private::arrange()
{
    unit = std::min(q->height() / kHigh, q->width() / kNarrowest);
    if (unit <= 0)
        return;
    const auto px = [this](double length) { return int(std::lround(length * unit)); };
    const int top = px(kHeader);
    const int bottom = q->height() - px(kTicker);
    const int left = px(kLeft);
    const int right = q->width() - px(kRight);
    header->setGeometry(0, 0, q->width(), top);
    ticker->setGeometry(0, bottom, q->width(), q->height() - bottom);
    day->setGeometry(0, top, left, px(kDay));
    curve->setGeometry(0, top + px(kDay), left, px(kCurve));
    const int unitsTop = top + px(kDay) + px(kCurve);
    units->setGeometry(0, unitsTop, left, std::max(0, bottom - unitsTop));
    const int dutyTop = duty->isHidden() ? bottom : bottom - px(kDuty);
    newest->setGeometry(right, top, q->width() - right, dutyTop - top);
    duty->setGeometry(right, dutyTop, q->width() - right, px(kDuty));
    map.setUnit(unit);
    map.view().setGeometry(left, top, right - left, bottom - top);
    legend->setGeometry(left + px(24), bottom - px(24 + kLegend), right - left - px(48),
                        px(kLegend));
    const int noticeWidth = std::min(right - left - px(80), px(1600));
    const int noticeHeight = px(notice->wantedHeight());
    notice->setGeometry((left + right - noticeWidth) / 2, (top + bottom - noticeHeight) / 2,
                        noticeWidth, noticeHeight);
    for (WallPanel *panel : panels())
        panel->setUnit(unit);
    if (city && !placed && q->isVisible()) {
        placed = true;
        map.showBusyPart();
    }
}

void WallWindow::Private::tick()
{
    const QTimeZone zone = feed ? feed->zone() : QTimeZone("Asia/Shanghai");
    const QDateTime now = clock->nowUtc();
    header->setTime(now.toTimeZone(zone));
    showAges();
    if (feed && ++seconds % kLightsEverySecs == 0) {
        showCases();
        showMovers();
    }
    // On the full second, or the clock would skip one now and then.
    second.start(1000 - now.time().msec());
}

void WallWindow::Private::showAges()
{
    header->setDataAges(feed ? feed->answerAgeSecs() : -1,
                        newestFixSecs(movers.movers(), clock->nowUtc()));
}

void WallWindow::Private::makeFeed()
{
    feed = std::make_unique<WallFeed>(casesBook, *clock);
    QObject::connect(feed.get(), &WallFeed::casesUpdated, q, [this] { showCases(); });
    QObject::connect(feed.get(), &WallFeed::countersUpdated, q, [this] { showCounters(); });
    QObject::connect(feed.get(), &WallFeed::settled, q, [this] {
        showAges(); // that the data are there is said now, not a second later
        checkComplete();
    });
    feed->start(QTimeZone(city->info().timeZone.toLatin1()));
}

void WallWindow::Private::showCases()
{
    if (!feed->hasCases())
        return;
    const QDateTime now = clock->nowUtc();
    const CaseRoll &roll = feed->roll();
    const RowMaker rows{city.get(), catalog.get(), now, feed->zone()};
    newest->setRows(rows.newest(roll.newest(kNewestRows, now)),
                    roll.reportedSince(now.addSecs(-3600)));
    ticker->setEntries(rows.needing(roll.needing(now)), true);
    units->setUnits(rows.shortNames(roll.unitLoads(now)));
    map.setCases(roll, now);
    showCounters();
}

void WallWindow::Private::showCounters()
{
    const QDateTime now = clock->nowUtc();
    const QTime local = now.toTimeZone(feed->zone()).time();
    DayPanel::Numbers numbers;
    numbers.day = feed->today();
    numbers.dueSoon = feed->roll().countOf(cases::Light::DueSoon, now);
    numbers.overdue = feed->roll().countOf(cases::Light::Overdue, now);
    numbers.longestOverdueSecs = feed->roll().longestOverdueSecs(now);
    numbers.asOf = local;
    numbers.known = feed->hasData();
    day->setNumbers(numbers);
    curve->setDays(feed->today(), feed->yesterday(), local);
}

void WallWindow::Private::showMovers()
{
    if (!city)
        return;
    const QDateTime now = clock->nowUtc();
    map.setMovers(movers.movers(), now);
    const DutyRoll roll = dutyRoll(movers.movers(), *city, now);
    if (duty->isHidden() == (roll.enrolled > 0)) {
        duty->setVisible(roll.enrolled > 0);
        arrange();
    }
    duty->setRows(roll.rows, roll.onDuty, roll.enrolled);
    legend->setCounts(roll.onDuty, roll.vehicles, cameras);
}

void WallWindow::Private::checkComplete()
{
    if (toldComplete || completeSoon.isActive() || !q->isComplete())
        return;
    // Overlays lay out what came last when the event loop comes round once more.
    completeSoon.start(0);
}

void WallWindow::Private::pointerMoved()
{
    q->unsetCursor();
    map.view().unsetCursor();
    pointer.start();
}

WallWindow::WallWindow(mapview::MapSource &map, cases::CaseBook &cases,
                       tracking::LivePicture &movers, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, map, cases, movers))
{
    setWindowTitle(tr("Grid Command Hall · Wall"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusProxy(&d->map.view());
    resize(3840, 2160);

    d->second.setSingleShot(true);
    d->second.setTimerType(Qt::PreciseTimer);
    connect(&d->second, &QTimer::timeout, this, [this] { d->tick(); });
    d->pointer.setSingleShot(true);
    d->pointer.setInterval(kPointerHidesMs);
    connect(&d->pointer, &QTimer::timeout, this, [this] {
        setCursor(Qt::BlankCursor);
        d->map.view().setCursor(Qt::BlankCursor);
    });
    d->completeSoon.setSingleShot(true);
    connect(&d->completeSoon, &QTimer::timeout, this, [this] {
        if (d->toldComplete || !isComplete())
            return;
        d->toldComplete = true;
        emit completed();
    });
    for (QObject *watched : std::initializer_list<QObject *>{this, &d->map.view()})
        watched->installEventFilter(this);

    connect(&d->map.view(), &mapview::MapView::completed, this, [this] { d->checkComplete(); });
    connect(&map, &mapview::MapSource::failed, this, [this](const Error &error) {
        d->mapFailed = true;
        d->notice->setError(error);
        d->notice->show();
        d->arrange();
        d->checkComplete();
    });
    connect(&map, &mapview::MapSource::ready, this, [this, &map] {
        const std::optional<Error> trouble = map.info().incompleteness();
        if (!trouble)
            return;
        d->notice->setError(*trouble);
        d->notice->show();
        d->arrange();
    });
    connect(&movers, &tracking::LivePicture::moversChanged, this, [this] { d->showMovers(); });
    d->tick();
    d->pointer.start();
}

WallWindow::~WallWindow() = default;

void WallWindow::setClock(const Clock &clock)
{
    d->clock = &clock;
}

void WallWindow::setCity(std::shared_ptr<const city::CityIndex> city,
                         std::shared_ptr<const catalog::Catalog> catalog,
                         QList<video::Camera> cameras)
{
    d->city = std::move(city);
    d->catalog = std::move(catalog);
    d->cameras = int(cameras.size());
    d->header->setCity(d->city->info().name);
    d->map.setCity(d->city, cameras);
    d->makeFeed();
    d->showMovers();
    d->arrange();
    d->tick();
}

bool WallWindow::isComplete() const
{
    return d->feed && d->feed->isSettled() && (d->mapFailed || d->map.view().isComplete());
}

void WallWindow::resizeEvent(QResizeEvent *)
{
    d->arrange();
}

void WallWindow::showEvent(QShowEvent *)
{
    d->arrange();
}

void WallWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_F11:
        setWindowState(windowState() ^ Qt::WindowFullScreen);
        break;
    case Qt::Key_Escape:
        setWindowState(windowState() & ~Qt::WindowFullScreen);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool WallWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel)
        d->pointerMoved();
    return QWidget::eventFilter(watched, event);
}

} // namespace gridhall::wall
