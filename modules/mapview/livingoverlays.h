// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <city/cityindex.h>
#include <look/marks.h>
#include <mapview/overlay.h>
#include <tracking/mover.h>
#include <video/camera.h>

#include <QHash>

#include <memory>

namespace gridhall::mapview {

/// Unit grids as hairlines with their code where there is room, responsibility grids as soft dashed
/// outlines with the name once; one unit grid may be lifted.
class GridOverlay : public Overlay
{
    Q_OBJECT
public:
    GridOverlay(std::shared_ptr<const city::CityIndex> city, look::Theme theme, double labelPx,
                QObject *parent = nullptr);
    ~GridOverlay() override;
    void paint(QPainter &painter, const ViewState &view, const QRectF &dirty) override;
    void setHighlighted(const QString &unitGridCode);
    void setLabelPx(double px);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Markers at places: patrollers, cases, cameras. Items are set by key; only what changed is
/// painted again. Labels that would overlap are left out, the more urgent one stays; far out, dense
/// markers gather into discs with a count (overdue cases never).
class MarkerOverlay : public Overlay
{
    Q_OBJECT
public:
    struct Item
    {
        QString key;
        geo::MapPoint at;
        look::MarkerFace face;
        QString hitKind; ///< OverlayHit::kind
        int urgency = 0; ///< higher is drawn later and keeps its label
        float directionDeg = 0, fieldDeg = 0, reachM = 0; ///< a camera's cone
        QString title; ///< OverlayHit::label; the face's label when empty
    };

    MarkerOverlay(look::Theme theme, double glyphPx, double labelPx, QObject *parent = nullptr);
    ~MarkerOverlay() override;

    void setItems(QList<Item> items);
    void setItem(const Item &item);
    void removeItem(const QString &key);
    void setSizes(double glyphPx, double labelPx);
    void setClustering(bool on);
    void setChosen(const QString &key);

    void paint(QPainter &painter, const ViewState &view, const QRectF &dirty) override;
    /// The ground that changed() names has the whole marker on it.
    double outsetPx() const override { return 1; }
    QList<OverlayHit> hits(const QPointF &at, const ViewState &view) const override;

    // What the rooms' values look like as markers.
    static Item itemOf(const cases::CaseFile &file, cases::Light light, qint64 secsLeft,
                       const geo::MapPoint &at);
    static Item itemOf(const tracking::Mover &mover, const QDateTime &nowUtc,
                       const geo::MapPoint &at);
    static Item itemOf(const video::Camera &camera, const geo::MapPoint &at);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gridhall::mapview
