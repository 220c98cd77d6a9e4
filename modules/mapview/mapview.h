// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/mapsource.h>
#include <mapview/overlay.h>

#include <QPointer>
#include <QWidget>

namespace gridhall::mapview {

/// A window on a MapSource: raster tiles, and overlays above them. Drag or arrow keys pan, the
/// wheel zooms about the cursor through the standard scale steps, + and - zoom about the centre,
/// Home shows the whole city. Never an empty hole: a coarser or finer tile stands in until the
/// right one comes. GUI thread.
class MapView : public QWidget
{
    Q_OBJECT
public:
    explicit MapView(MapSource &source, QWidget *parent = nullptr);
    ~MapView() override;

    void setTheme(const QString &theme); ///< a map theme of the project; no blank frame between
    QString theme() const;
    void setGroundColour(const QColor &colour); ///< shown where the map has no ground at all

    /// Not owned; painted in the order they were added.
    void addOverlay(Overlay *overlay);

    ViewState viewState() const;
    geo::MapPoint centre() const;
    int scaleDenominator() const;
    void setCentre(const geo::MapPoint &centre);
    /// Any denominator (rounded to a whole one); tiles are rendered at exactly this scale.
    void setScale(double denominator);
    void showBox(const geo::MapBox &box, double marginShare = 0.05);
    /// Glides there (calmly, under half a second).
    void flyTo(const geo::MapPoint &centre, int scaleDenominator);
    /// Positive steps go closer. What is under `about` stays there.
    void zoomBy(int steps, const QPointF &about);
    /// Without it every change of place or scale is immediate (screenshots, tests).
    void setAnimated(bool animated);

    /// True when every tile that the view shows is the final one.
    bool isComplete() const;
    /// Dots per inch that scales are true for; the screen's unless set.
    void setDpi(double dpi);

signals:
    void viewChanged();
    void groundShown(); ///< once: the first frame with any of the map in it was painted
    void completed();   ///< isComplete() has become true
    void cursorMoved(const gridhall::geo::MapPoint &at);
    void cursorLeft();
    /// A click (not a drag) with what lies under it, nearest first.
    void clicked(const gridhall::geo::MapPoint &at,
                 const QList<gridhall::mapview::OverlayHit> &hits, Qt::MouseButton button);
    void doubleClicked(const gridhall::geo::MapPoint &at,
                       const QList<gridhall::mapview::OverlayHit> &hits);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gridhall::mapview
