// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <cases/casebook.h>
#include <catalog/catalog.h>
#include <city/cityindex.h>
#include <mapview/mapsource.h>
#include <tracking/livepicture.h>
#include <video/camera.h>

#include <QWidget>

#include <memory>

namespace gridhall::wall {

/// The hall's face: the overview scene, for everybody in the hall to read from ten metres. All
/// sizes follow the window's height (2160 is the measure). Shows what the case book and the live
/// picture know; asks with futures and never waits. Does not own what it is given. F11 and Esc:
/// full screen and back; the map's keys, wheel and drag work. GUI thread.
class WallWindow : public QWidget
{
    Q_OBJECT
public:
    WallWindow(mapview::MapSource &map, cases::CaseBook &cases, tracking::LivePicture &movers,
               QWidget *parent = nullptr);
    ~WallWindow() override;

    /// Once; what is shown before is the frame with the clock.
    void setCity(std::shared_ptr<const city::CityIndex> city,
                 std::shared_ptr<const catalog::Catalog> catalog, QList<video::Camera> cameras);
    /// The clock that the hall goes by; the machine's unless set, before setCity().
    void setClock(const Clock &clock);

    /// True when the map's tiles are final (or the map has said why it cannot be shown) and the
    /// first data has arrived.
    bool isComplete() const;

signals:
    void completed(); ///< once, when isComplete() has become true

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gridhall::wall
