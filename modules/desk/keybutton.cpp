// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/keybutton.h>

#include <desk/deskpaint.h>
#include <look/style.h>

#include <QShortcutEvent>

#include <cmath>

namespace gridhall::desk {

KeyButton::KeyButton(const QString &text, const QKeySequence &key, Kind kind, QWidget *parent)
    : QAbstractButton(parent), m_kind(kind)
{
    setText(text);
    setShortcut(key);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(isFlat() ? Qt::NoFocus : Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyButton::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void KeyButton::setKeyName(const QString &name)
{
    m_keyName = name;
    updateGeometry();
    update();
}

void KeyButton::setDetail(const QString &detail)
{
    m_detail = detail;
    updateGeometry();
    update();
}

QString KeyButton::keyName() const
{
    return m_keyName.isEmpty() ? shortcut().toString(QKeySequence::NativeText) : m_keyName;
}

QSize KeyButton::sizeHint() const
{
    const QFont font = look::font(isFlat() ? 14 : 16, m_kind == Kind::Main);
    double width = lineWidth(text(), font);
    if (!keyName().isEmpty())
        width += keyWidth(keyName()) + (isFlat() ? 8 : 10);
    if (!m_detail.isEmpty())
        width += 10 + lineWidth(m_detail, look::font(14));
    return isFlat() ? QSize(int(std::ceil(width)) + 4, 28) : QSize(int(std::ceil(width)) + 30, 40);
}

bool KeyButton::event(QEvent *event)
{
    // Qt's own buttons show themselves pressed for 100 ms before a key does anything.
    if (event->type() == QEvent::Shortcut) {
        const auto *key = static_cast<QShortcutEvent *>(event);
        if (key->key() == shortcut() && !key->isAmbiguous()) {
            click();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void KeyButton::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    const Surfaces surfaces = surfacesOf(palette);
    const bool main = m_kind == Kind::Main && isEnabled();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isFlat()) {
        const bool lifted = underMouse() || isDown();
        painter.setPen(
            main ? QPen(Qt::NoPen)
                 : QPen(hasFocus() ? palette.ink : surfaces.chipEdge, hasFocus() ? 2 : 1));
        painter.setBrush(main ? palette.ink : lifted ? palette.selection : surfaces.pane);
        painter.drawRoundedRect(main ? QRectF(rect()) : QRectF(rect()).adjusted(1, 1, -1, -1), 4,
                                4);
        if (main && hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette.onInk, 1));
            painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), 2, 2);
        }
    }
    const QFont font = look::font(isFlat() ? 14 : 16, m_kind == Kind::Main);
    const QColor ink = main ? palette.onInk : isEnabled() ? palette.text : palette.secondaryText;
    double x = isFlat() ? 0 : 14;
    const double middle = height() / 2.0;
    if (!keyName().isEmpty() && m_kind != Kind::KeyLast)
        x += drawKey(painter, {x, middle}, keyName(), palette, main) + (isFlat() ? 8 : 10);
    const QColor words = m_kind == Kind::KeyLast ? palette.secondaryText : ink;
    x += drawLine(painter, {x, 0, width() - x, double(height())}, text(), font, words);
    if (!m_detail.isEmpty())
        drawLine(painter, {x + 10, 0, width() - x - 10, double(height())}, m_detail, look::font(14),
                 main ? palette.onInk : palette.secondaryText);
    if (!keyName().isEmpty() && m_kind == Kind::KeyLast)
        drawKey(painter, {x + 8, middle}, keyName(), palette);
}

} // namespace gridhall::desk
