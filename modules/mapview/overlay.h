// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <geo/lonlat.h>

#include <QObject>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QTransform>
#include <QVariant>

namespace gridhall::mapview {

/// How ground lies on the screen at the moment; handed to overlays when they paint.
struct ViewState
{
    geo::MapBox ground;          ///< what is visible
    double metresPerPixel = 1.0; ///< logical pixel
    int scaleDenominator = 500;
    QSizeF size; ///< logical pixels
    qreal devicePixelRatio = 1.0;

    QPointF toScreen(const geo::MapPoint &p) const
    {
        return {(p.east - ground.west) / metresPerPixel, (ground.north - p.north) / metresPerPixel};
    }
    geo::MapPoint toMap(const QPointF &s) const
    {
        return {ground.west + s.x() * metresPerPixel, ground.north - s.y() * metresPerPixel};
    }
};

/// Something under the cursor.
struct OverlayHit
{
    QString kind; ///< "case", "mover", "camera", "unit_grid", "component"
    QString key;
    QString label;
    double distancePx = 0.0;
};

/// A thing that lives above the tiles. Paints itself with QPainter on the GUI thread; says what
/// changed, so that only that is painted again. Owned by whoever made it; a MapView only refers.
class Overlay : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// `dirty` is in logical pixels of the view; painting outside it is clipped.
    virtual void paint(QPainter &painter, const ViewState &view, const QRectF &dirty) = 0;
    /// What lies at `at`, nearest first.
    virtual QList<OverlayHit> hits(const QPointF &, const ViewState &) const { return {}; }
    /// How far what it draws may stick out of the ground it lies on (a marker's label, say).
    virtual double outsetPx() const { return 96; }
    bool isVisible() const { return m_visible; }
    void setVisible(bool visible)
    {
        if (m_visible == visible)
            return;
        m_visible = visible;
        emit changed({});
    }

signals:
    /// Ground rectangles, each with a margin in pixels for what sticks out of it; an empty list
    /// means everything.
    void changed(const QList<gridhall::geo::MapBox> &ground);

private:
    bool m_visible = true;
};

} // namespace gridhall::mapview
