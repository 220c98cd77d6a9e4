// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/photostrip.h>

#include <QWidget>

namespace gridhall::desk {

/// Photos over the whole window: one at a time with Left and Right, or before and after side by
/// side (V). Space or Esc goes back.
class PhotoZoom : public QWidget
{
    Q_OBJECT
public:
    PhotoZoom(const DeskContext &context, QWidget *parent);
    /// `photo` -1 compares `before` with `after` at once.
    void open(const QList<CasePhoto> &photos, int photo, int before, int after);
    void compare();

signals:
    void closed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void paintOne(QPainter &painter, const CasePhoto &photo, const QRectF &box);
    void leave();

    const DeskContext &m_context;
    QList<CasePhoto> m_photos;
    int m_photo = 0;
    int m_before = -1;
    int m_after = -1;
    bool m_comparing = false;
};

} // namespace gridhall::desk
