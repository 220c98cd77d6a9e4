// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/groundcanvas.h>

#include <algorithm>

namespace gridhall::mapview {
namespace {

int wrapped(int value, int size)
{
    const int rest = value % size;
    return rest < 0 ? rest + size : rest;
}

} // namespace

void GroundCanvas::setArea(const QRect &area)
{
    if (area.size() != m_area.size()) {
        m_image = QImage(area.size(), QImage::Format_RGB32);
        m_area = area;
        invalidate();
        return;
    }
    m_stale = (m_stale & area) + (QRegion(area) - m_area);
    m_area = area;
}

void GroundCanvas::refresh(const QColor &colour,
                           const std::function<void(QPainter &, const QRect &)> &paint)
{
    if (m_image.isNull())
        return;
    for (const QRect &part : m_stale) {
        forPieces(part, [&](const QRect &piece, const QPoint &inImage) {
            QPainter painter(&m_image);
            painter.setClipRect(QRect(inImage, piece.size()));
            painter.fillRect(QRect(inImage, piece.size()), colour);
            painter.translate(inImage - piece.topLeft());
            paint(painter, piece);
        });
    }
    m_stale = {};
}

void GroundCanvas::blit(QPainter &painter, const QRect &part, const QPoint &at) const
{
    forPieces(part & m_area, [&](const QRect &piece, const QPoint &inImage) {
        painter.drawImage(at + piece.topLeft() - part.topLeft(), m_image,
                          QRect(inImage, piece.size()));
    });
}

void GroundCanvas::forPieces(
    const QRect &part,
    const std::function<void(const QRect &piece, const QPoint &inImage)> &visit) const
{
    const QSize size = m_image.size();
    for (int y = part.top(); y <= part.bottom();) {
        const int inY = wrapped(y, size.height());
        const int height = std::min(part.bottom() + 1 - y, size.height() - inY);
        for (int x = part.left(); x <= part.right();) {
            const int inX = wrapped(x, size.width());
            const int width = std::min(part.right() + 1 - x, size.width() - inX);
            visit({x, y, width, height}, {inX, inY});
            x += width;
        }
        y += height;
    }
}

} // namespace gridhall::mapview
