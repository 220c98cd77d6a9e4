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
/// coordinates, unit grid code and 1:500 sheet number. Takes a second row where one is too short.
class MapReadout : public QWidget
{
    Q_OBJECT
public:
    MapReadout(MapView &view, std::shared_ptr<const city::CityIndex> city, look::Theme theme,
               QWidget *parent = nullptr);
    QSize sizeHint() const override;

    struct Field
    {
        QString name;
        QString value;
        int rank = 0; ///< the higher goes first when there is no room
    };

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<Field> fieldsAt(const geo::MapPoint &at) const;
    double paintScale(QPainter &painter, double baseline) const;
    double paintField(QPainter &painter, const Field &field, double x, double baseline) const;

    MapView &m_view;
    std::shared_ptr<const city::CityIndex> m_city;
    geo::Projection m_projection;
    look::Theme m_theme;
    geo::MapPoint m_cursor;
    bool m_hasCursor = false;
    int m_rows = 1; ///< a second one where the pane is too narrow for everything
};

/// Draws a scale bar of a round length not longer than `mostPx` into `painter` at `leftBottom`.
void drawScaleBar(QPainter &painter, const ViewState &view, const QPointF &leftBottom,
                  double mostPx, const look::Palette &palette, double textPx);

} // namespace gridhall::mapview
