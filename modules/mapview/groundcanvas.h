// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QRegion>

#include <functional>

namespace gridhall::mapview {

/// The ground that a view shows, kept composed so that repainting what moves above it is one blit.
/// It is addressed in device pixels from the CRS's origin and wraps around: when the view pans,
/// nothing is moved, and only what came into sight is painted. GUI thread.
class GroundCanvas
{
public:
    /// Shows `area` from now on. What it showed before and still shows stays valid.
    void setArea(const QRect &area);
    /// Everything has to be painted again: another scale, theme or colour.
    void invalidate() { m_stale = m_area; }
    void invalidate(const QRect &part) { m_stale += part & m_area; }
    bool isStale() const { return !m_stale.isEmpty(); }

    /// Paints what is stale: `paint` gets a painter that takes the same coordinates, and a part.
    void refresh(const QColor &colour, const std::function<void(QPainter &, const QRect &)> &paint);
    /// Copies `part` to `at`; the painter must count in device pixels.
    void blit(QPainter &painter, const QRect &part, const QPoint &at) const;

private:
    /// Calls `visit` with each piece of `part` and where it lies in the image.
    void
    forPieces(const QRect &part,
              const std::function<void(const QRect &piece, const QPoint &inImage)> &visit) const;

    QImage m_image;
    QRect m_area;
    QRegion m_stale;
};

} // namespace gridhall::mapview
