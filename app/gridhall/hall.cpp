// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hall.h"

#include <catalog/catalogrepository.h>
#include <desk/deskwindow.h>
#include <wall/wallwindow.h>

#include <QApplication>
#include <QEvent>
#include <QFutureWatcher>
#include <QPixmap>
#include <QtConcurrent>

#include <cstdio>

namespace gridhall {

namespace {

mapview::MapSource::Options mapOptions(const StartOptions &start)
{
    const bool isWall = start.face == Face::Wall;
    mapview::MapSource::Options options;
    options.firstTheme = isWall || start.dark ? QStringLiteral("night") : QStringLiteral("paper");
    if (isWall)
        options.cacheBytes = 512ll * 1024 * 1024;
    return options;
}

bool endsByItself(const StartOptions &options)
{
    return options.benchStart || !options.screenshot.isEmpty();
}

} // namespace

Hall::Hall(StartOptions options, store::CityAddress address)
    : m_options(std::move(options)),
      m_address(std::move(address)),
      m_map(m_address.projectFile(), mapOptions(m_options)),
      m_database(m_address),
      m_feed(m_address),
      m_cases(m_database, m_feed),
      m_movers(m_database, m_feed)
{
    connect(&m_map, &mapview::MapSource::failed, this, &Hall::fail);
    connect(&m_map, &mapview::MapSource::ready, this, &Hall::checkLayers);
    connect(&m_map, &mapview::MapSource::tileReady, this, [this] {
        if (m_report.firstMapMs < 0)
            m_report.firstMapMs = StartReport::sinceProcessStartMs();
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        fail(Error{ErrorKind::Unavailable,
                   tr("The window was not complete in time"),
                   tr("%n second(s)", nullptr, m_options.timeoutSecs),
                   m_lastError.text(),
                   {}});
    });
}

Hall::~Hall() = default;

void Hall::open()
{
    makeFace();
    m_face->installEventFilter(this);
    showFace();
    loadCity();
    if (endsByItself(m_options))
        m_patience.start(m_options.timeoutSecs * 1000);
}

void Hall::makeFace()
{
    if (m_options.face == Face::Wall) {
        auto wall = std::make_unique<wall::WallWindow>(m_map, m_cases, m_movers);
        connect(wall.get(), &wall::WallWindow::completed, this, &Hall::faceCompleted);
        m_face = std::move(wall);
    } else {
        auto desk = std::make_unique<desk::DeskWindow>(m_map, m_cases, m_movers);
        connect(desk.get(), &desk::DeskWindow::completed, this, &Hall::faceCompleted);
        m_face = std::move(desk);
    }
}

void Hall::showFace()
{
    if (!m_options.size.isEmpty()) {
        m_face->setFixedSize(m_options.size);
        m_face->show();
    } else if (m_options.face == Face::Wall) {
        m_face->showFullScreen();
    } else {
        m_face->show();
    }
}

void Hall::loadCity()
{
    auto *watcher = new QFutureWatcher<Result<CityData>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const Result<CityData> data = watcher->result();
        if (!data) {
            if (auto *desk = qobject_cast<desk::DeskWindow *>(m_face.get()))
                desk->showTrouble(data.error());
            fail(data.error());
            return;
        }
        enterCity(*data);
        loadPlaces();
    });
    watcher->setFuture(m_database.run(&Hall::readCity));
}

Result<Hall::CityData> Hall::readCity(store::Connection &connection)
{
    CityData data;
    auto index = city::CityIndex::load(connection);
    if (!index)
        return index.error();
    data.index = *index;
    auto catalog = catalog::CatalogRepository(connection).load();
    if (!catalog)
        return catalog.error();
    data.catalog = *catalog;
    auto cameras = video::CameraRepository(connection).cameras();
    if (!cameras)
        return cameras.error();
    data.cameras = *cameras;
    auto calendar = catalog::CatalogRepository(connection).calendar();
    if (!calendar)
        return calendar.error();
    data.calendar = *calendar;
    return data;
}

void Hall::enterCity(const CityData &data)
{
    if (auto *wall = qobject_cast<wall::WallWindow *>(m_face.get())) {
        wall->setCity(data.index, data.catalog, data.cameras);
        return;
    }
    auto *desk = qobject_cast<desk::DeskWindow *>(m_face.get());
    desk->setCalendar(data.calendar);
    desk->setCity(data.index, data.catalog, data.cameras);
    if (const city::Person *person = personAtTheDesk(*data.index)) {
        desk->setOperator(*person);
    } else {
        fail(Error{ErrorKind::NotFound,
                   tr("Nobody in this city may sit at the desk"),
                   m_options.seat,
                   tr("Name a person with --seat, or add one with the role of an acceptor"),
                   {}});
    }
}

void Hall::loadPlaces()
{
    auto *desk = qobject_cast<desk::DeskWindow *>(m_face.get());
    if (!desk)
        return;
    struct Places
    {
        std::vector<geo::StreetLine> streets;
        std::vector<geo::PlaceName> names;
    };
    auto *watcher = new QFutureWatcher<Places>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [desk, watcher] {
        watcher->deleteLater();
        Places places = watcher->future().takeResult();
        desk->setPlaces(std::move(places.streets), std::move(places.names));
    });
    // A city without a base map has no addresses, which the desk says where one would be.
    watcher->setFuture(QtConcurrent::run([file = m_address.basemapFile()] {
        Places places;
        if (auto streets = geo::readStreetLines(file))
            places.streets = std::move(streets).value();
        if (auto names = geo::readPlaceNames(file))
            places.names = std::move(names).value();
        return places;
    }));
}

const city::Person *Hall::personAtTheDesk(const city::CityIndex &index) const
{
    for (const city::Person &person : index.people()) {
        const bool isMeant = m_options.seat.isEmpty()
                                 ? person.roles.contains(QStringLiteral("acceptor"))
                                 : person.number == m_options.seat || person.name == m_options.seat;
        if (isMeant)
            return &person;
    }
    return nullptr;
}

void Hall::checkLayers()
{
    if (const std::optional<Error> trouble = m_map.info().incompleteness())
        fail(*trouble);
}

void Hall::faceCompleted()
{
    m_report.completeMapMs = StartReport::sinceProcessStartMs();
    if (!endsByItself(m_options))
        return;
    if (m_lastError.kind != ErrorKind::None) {
        QApplication::exit(1); // fail() has said why
        return;
    }
    // What the last tile changed is painted before the picture is taken.
    QTimer::singleShot(0, this, &Hall::takePictureAndEnd);
}

void Hall::takePictureAndEnd()
{
    m_patience.stop();
    if (m_options.benchStart)
        std::printf("%s\n", m_report.toJson(m_map.workerPids()).constData());
    if (!m_options.screenshot.isEmpty() && !m_face->grab().save(m_options.screenshot, "PNG")) {
        fail(Error{ErrorKind::Unwritable,
                   tr("The screenshot could not be written"),
                   m_options.screenshot,
                   tr("Check the folder and its rights"),
                   {}});
        return;
    }
    QApplication::exit(0);
}

void Hall::fail(const Error &error)
{
    m_lastError = error;
    std::fprintf(stderr, "gridhall: %s\n", qUtf8Printable(error.text()));
    if (endsByItself(m_options))
        QApplication::exit(1);
}

bool Hall::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_face.get() && event->type() == QEvent::Paint && m_report.firstWindowMs < 0)
        m_report.firstWindowMs = StartReport::sinceProcessStartMs();
    return QObject::eventFilter(watched, event);
}

} // namespace gridhall
