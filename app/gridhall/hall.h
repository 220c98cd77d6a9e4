// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "startoptions.h"
#include "startreport.h"

#include <cases/casebook.h>
#include <catalog/catalog.h>
#include <catalog/workingcalendar.h>
#include <city/cityindex.h>
#include <mapview/mapsource.h>
#include <store/changefeed.h>
#include <store/databasethread.h>
#include <tracking/livepicture.h>
#include <video/camera.h>

#include <QObject>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace gridhall {

/// The program put together: one city, its map, its cases and movers, and one face on them. The
/// window opens before the city is read; what is read arrives from the database thread. GUI thread.
class Hall : public QObject
{
    Q_OBJECT
public:
    Hall(StartOptions options, store::CityAddress address);
    ~Hall() override;

    void open();

private:
    struct CityData
    {
        std::shared_ptr<const city::CityIndex> index;
        std::shared_ptr<const catalog::Catalog> catalog;
        QList<video::Camera> cameras;
        catalog::WorkingCalendar calendar;
    };
    static Result<CityData> readCity(store::Connection &connection);

    void makeFace();
    void showFace();
    void loadCity();
    void enterCity(const CityData &data);
    void loadPlaces();
    const city::Person *personAtTheDesk(const city::CityIndex &index) const;
    /// Says which layers of the map have nothing to show.
    void checkLayers();
    void faceCompleted();
    void takePictureAndEnd();
    void fail(const Error &error);
    bool eventFilter(QObject *watched, QEvent *event) override;

    StartOptions m_options;
    store::CityAddress m_address;
    StartReport m_report;
    mapview::MapSource m_map;
    store::DatabaseThread m_database;
    store::ChangeFeed m_feed;
    cases::CaseBook m_cases;
    tracking::LivePicture m_movers;
    QTimer m_patience;
    Error m_lastError;
    std::unique_ptr<QWidget> m_face;
};

} // namespace gridhall
