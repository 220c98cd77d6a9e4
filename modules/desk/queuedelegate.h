// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/queuemodel.h>

#include <QStyledItemDelegate>

namespace gridhall::look {
struct Palette;
}

namespace gridhall::desk {

/// Paints a queue's rows in two lines: mark, class, time left; address and grid, short number.
/// Above the first case that waits for others it paints a band that says so.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int kRowHeight = 72;
    static constexpr int kBandHeight = 32;

    QueueDelegate(const DeskContext &context, QObject *parent = nullptr);
    void setPending(const Id &id) { m_pending = id; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintBand(QPainter &painter, const QRectF &box, const look::Palette &palette,
                   int count) const;
    void paintRow(QPainter &painter, const QRectF &box, const look::Palette &palette,
                  const QueueModel &model, int row, bool chosen) const;

    const DeskContext &m_context;
    Id m_pending;
};

} // namespace gridhall::desk
