// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/counttiles.h>

#include <desk/deskpaint.h>
#include <look/style.h>
#include <look/words.h>

#include <QMouseEvent>

namespace gridhall::desk {

CountTiles::CountTiles(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("countTiles"));
    setAccessibleName(tr("Cases by stage"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void CountTiles::setTiles(const QList<Tile> &tiles)
{
    m_tiles = tiles;
    m_current = std::clamp(m_current, 0, std::max(0, int(tiles.size()) - 1));
    update();
}

void CountTiles::setCounts(int tile, qint64 count, qint64 overdue)
{
    m_tiles[tile].count = count;
    m_tiles[tile].overdue = overdue;
    update();
}

void CountTiles::setCurrent(int tile)
{
    if (tile < 0 || tile >= m_tiles.size() || tile == m_current)
        return;
    m_current = tile;
    update();
    emit currentChanged(tile);
}

QRectF CountTiles::boxOf(int tile) const
{
    const double inset = 8;
    const double each = (width() - 2 * inset) / std::max<double>(1, double(m_tiles.size()));
    return {inset + each * tile, 0, each, double(height())};
}

void CountTiles::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    QPainter painter(this);
    for (int i = 0; i < m_tiles.size(); ++i) {
        const Tile &tile = m_tiles.at(i);
        const QRectF box = boxOf(i);
        const bool current = i == m_current;
        if (current) {
            painter.fillRect(box, palette.selection);
            painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), palette.ink);
        }
        const QString count = tile.count < 0 ? QStringLiteral("–") : look::countText(tile.count);
        const QString overdue = tile.overdue > 0 ? QString::number(tile.overdue) : QString();
        const double overdueWidth =
            overdue.isEmpty() ? 0 : 16 + lineWidth(overdue, look::font(13, true));
        // A large count gets smaller rather than cut.
        double px = 24;
        while (px > 14 && lineWidth(count, look::font(px, true)) + overdueWidth > box.width() - 8)
            px -= 1;
        const double left = box.left() + std::min(8.0, box.width() * 0.1);
        const double countWidth = drawLine(painter, {left, 6, box.width() - 8, 30}, count,
                                           look::font(px, true), palette.text);
        if (!overdue.isEmpty()) {
            const double x = left + countWidth + 3;
            look::drawMark(painter, look::Mark::Overdue, {x, 15, 12, 12}, palette, false);
            drawLine(painter, {x + 12, 6, 40, 30}, overdue, look::font(13, true), palette.overdue);
        }
        double namePx = 13;
        while (namePx > 11 &&
               lineWidth(tile.name, look::font(namePx, true)) > box.right() - left - 2)
            namePx -= 1;
        drawLine(painter, {left, 36, box.right() - left, 20}, tile.name,
                 look::font(namePx, current), current ? palette.text : palette.secondaryText);
    }
}

void CountTiles::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_tiles.size(); ++i) {
        if (boxOf(i).contains(event->position()))
            setCurrent(i);
    }
}

} // namespace gridhall::desk
