// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskpaint.h>

#include <QLineEdit>

namespace gridhall::desk {

/// A field that prints, while it is empty, the key that leads to it.
class KeyEdit final : public QLineEdit
{
public:
    KeyEdit(const QString &key, QWidget *parent) : QLineEdit(parent), m_key(key) {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLineEdit::paintEvent(event);
        if (!text().isEmpty())
            return;
        QPainter painter(this);
        drawKey(painter, {width() - keyWidth(m_key) - 10, height() / 2.0}, m_key, paletteOf(this));
    }

private:
    QString m_key;
};

} // namespace gridhall::desk
