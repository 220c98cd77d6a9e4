// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/cityindex.h>
#include <geo/projection.h>
#include <look/palette.h>
#include <mapview/mapview.h>

#include <QWidget>

namespace gridhall::mapview {

/// The strip under a map: 1:n with a scale bar, and for the place under the cursor lon/lat, project
/// coordinates, unit grid code and 1:500 sheet number.
class MapReadout : public QWidget
{
    Q_OBJECT
public:
    MapReadout(MapView &view, std::shared_ptr<const city::CityIndex> city, look::Theme theme,
               QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MapView &m_view;
    std::shared_ptr<const city::CityIndex> m_city;
    geo::Projection m_projection;
    look::Theme m_theme;
    geo::MapPoint m_cursor;
    bool m_hasCursor = false;
};

/// Draws a scale bar of a round length not longer than `mostPx` into `painter` at `leftBottom`.
void drawScaleBar(QPainter &painter, const ViewState &view, const QPointF &leftBottom, double mostPx,
                  const look::Palette &palette, double textPx);

} // namespace gridhall::mapview
