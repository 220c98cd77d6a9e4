// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace gridhall::desk {

/// A row of counts, one for each stage of work: how many cases, how many of them overdue. One is
/// chosen, by a click or by Alt and its number.
class CountTiles : public QWidget
{
    Q_OBJECT
public:
    struct Tile
    {
        QString name;
        QStringList states;
        qint64 count = -1; ///< -1: not known yet
        qint64 overdue = 0;
    };

    explicit CountTiles(QWidget *parent = nullptr);

    void setTiles(const QList<Tile> &tiles);
    const QList<Tile> &tiles() const { return m_tiles; }
    void setCounts(int tile, qint64 count, qint64 overdue);
    int current() const { return m_current; }
    void setCurrent(int tile);
    QSize sizeHint() const override { return {376, 64}; }

signals:
    void currentChanged(int tile);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF boxOf(int tile) const;

    QList<Tile> m_tiles;
    int m_current = 0;
};

} // namespace gridhall::desk
