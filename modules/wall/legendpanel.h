// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/mapview.h>
#include <wall/wallpanel.h>

namespace gridhall::wall {

/// The strip along the map's lower edge: what the marks mean, how many there are, the scale.
class LegendPanel : public WallPanel
{
    Q_OBJECT
public:
    explicit LegendPanel(const mapview::MapView &map, QWidget *parent = nullptr);
    void setCounts(int patrollers, int vehicles, int cameras);

protected:
    void compose(WallPainter &painter) override;

private:
    const mapview::MapView &m_map;
    int m_patrollers = 0;
    int m_vehicles = 0;
    int m_cameras = 0;
};

/// An error over the map, in words: what happened, to what, what to do next.
class NoticePanel : public WallPanel
{
    Q_OBJECT
public:
    using WallPanel::WallPanel;
    void setError(const Error &error);
    double wantedHeight() const; ///< in units

protected:
    void compose(WallPainter &painter) override;

private:
    QStringList m_lines;
    QString m_head;
};

} // namespace gridhall::wall
