// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/livingoverlays.h>

#include <QPainterPath>
#include <QRectF>

#include <functional>
#include <vector>

namespace gridhall::mapview {

/// One marker as it lies on the screen: what is blitted where.
struct PlacedMarker
{
    QString key; ///< empty for a cluster
    look::MarkerFace face;
    QString hitKind;
    QString title;
    QPointF at;    ///< logical pixels, on whole device pixels
    QRectF bounds; ///< everything painted, the cone included
    QRectF glyph;  ///< what a click hits
    QPainterPath cone;
    int urgency = 0;

    bool looksLike(const PlacedMarker &o) const
    {
        return at == o.at && face == o.face && bounds == o.bounds;
    }
};

/// Rectangles in a coarse raster: "does anything meet this one". For some thousand small
/// rectangles.
class RectRaster
{
public:
    void insert(const QRectF &rect, int id);
    /// Ids of rectangles that meet `rect`, each perhaps several times.
    void visit(const QRectF &rect, const std::function<bool(int id, const QRectF &)> &meets) const;
    bool meets(const QRectF &rect, int exceptId) const;
    void clear() { m_cells.clear(); }

private:
    struct Entry
    {
        QRectF rect;
        int id;
    };
    QHash<quint64, std::vector<Entry>> m_cells;
};

/// Decides which markers gather into a disc, which keep their label and in what order all are
/// painted. GUI thread (fonts and pixmaps).
class MarkerLayout
{
public:
    MarkerLayout(look::Theme theme, double glyphPx, double labelPx)
        : m_cache(theme, glyphPx, labelPx)
    {
    }

    /// Lays out the items within and near the view, least urgent first.
    std::vector<PlacedMarker> place(const std::vector<MarkerOverlay::Item> &items,
                                    const QString &chosen, bool clustering, const ViewState &view);
    look::MarkerCache &cache() { return m_cache; }

private:
    std::vector<MarkerOverlay::Item> gathered(const std::vector<MarkerOverlay::Item> &items,
                                              const QString &chosen, double metresPerPixel) const;
    void settleLabels(std::vector<PlacedMarker> &placed, const ViewState &view);
    void measure(PlacedMarker &marker, qreal ratio);

    look::MarkerCache m_cache;
};

} // namespace gridhall::mapview
