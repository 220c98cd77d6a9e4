// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/cityindex.h>
#include <mapview/livingoverlays.h>
#include <mapview/mapview.h>
#include <wall/caseroll.h>

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>

namespace gridhall::wall {

/// The wall's map and what lives on it. People and vehicles glide from fix to fix within a second,
/// and only they are painted again. GUI thread.
class WallMap : public QObject
{
    Q_OBJECT
public:
    WallMap(mapview::MapSource &source, QWidget *parent);
    ~WallMap() override;

    mapview::MapView &view() { return *m_view; }
    /// Units of a 2160-pixel wall to logical pixels.
    void setUnit(double unit);
    void setCity(std::shared_ptr<const city::CityIndex> city, const QList<video::Camera> &cameras);
    void setCases(const CaseRoll &roll, const QDateTime &nowUtc);
    void setMovers(const QHash<Id, tracking::Mover> &movers, const QDateTime &nowUtc);
    /// The part of the city worth showing, once sizes are known.
    void showBusyPart();

    /// Whether a mover's last fix is recent enough to stand on the map at all.
    static bool isShown(const tracking::Mover &mover, const QDateTime &nowUtc);
    /// The box of `width` × `height` metres in `extent` with most of `points` in it.
    static geo::MapBox busiestBox(const std::vector<geo::MapPoint> &points,
                                  const geo::MapBox &extent, double width, double height);

private:
    struct Motion
    {
        geo::MapPoint from;
        geo::MapPoint to;
        qint64 startMs = 0;
        geo::MapPoint at(qint64 nowMs) const;
        bool isOver(qint64 nowMs) const;
    };

    void publish();
    void moveOn();

    std::shared_ptr<const city::CityIndex> m_city;
    std::optional<geo::Projection> m_projection;
    std::unique_ptr<mapview::MarkerOverlay> m_markers;
    std::unique_ptr<mapview::GridOverlay> m_grids;
    mapview::MapView *m_view;
    double m_unit = 0;
    QList<mapview::MarkerOverlay::Item> m_cameraItems;
    QList<mapview::MarkerOverlay::Item> m_caseItems;
    QHash<Id, mapview::MarkerOverlay::Item> m_moverItems;
    QHash<Id, Motion> m_motions;
    QElapsedTimer m_clock;
    QTimer m_frames;
};

} // namespace gridhall::wall
