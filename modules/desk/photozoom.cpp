// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/photozoom.h>

#include <desk/deskpaint.h>
#include <look/style.h>

#include <QKeyEvent>

namespace gridhall::desk {

PhotoZoom::PhotoZoom(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("photoZoom"));
    setAccessibleName(tr("Photo, large"));
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void PhotoZoom::open(const QList<CasePhoto> &photos, int photo, int before, int after)
{
    if (photos.isEmpty() || photo >= photos.size())
        return;
    m_photos = photos;
    m_photo = std::max(0, photo);
    m_before = before;
    m_after = after;
    m_comparing = photo < 0;
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void PhotoZoom::compare()
{
    m_comparing = m_before >= 0 && m_after >= 0 && !m_comparing;
    update();
}

void PhotoZoom::leave()
{
    hide();
    emit closed();
}

void PhotoZoom::paintOne(QPainter &painter, const CasePhoto &photo, const QRectF &box)
{
    const look::Palette &palette = look::palette(look::Theme::DeskDark);
    const QRectF room = box.adjusted(0, 0, 0, -48);
    if (!photo.image.isNull()) {
        const QSizeF size = QSizeF(photo.image.size()).scaled(room.size(), Qt::KeepAspectRatio);
        const QRectF at(
            QPointF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2),
            size);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(at, photo.image);
    }
    drawLine(painter, {box.left(), box.bottom() - 40, box.width(), 32},
             photo.media.addedBy + QStringLiteral("   ") + m_context.timeText(photo.media.addedUtc),
             look::font(16), palette.text, Qt::AlignCenter);
}

void PhotoZoom::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = look::palette(look::Theme::DeskDark);
    QPainter painter(this);
    painter.fillRect(rect(), palette.ground);
    const QRectF room = QRectF(rect()).adjusted(24, 24, -24, -56);
    if (m_comparing) {
        const double half = room.width() / 2 - 8;
        paintOne(painter, m_photos.at(m_before), {room.left(), room.top(), half, room.height()});
        paintOne(painter, m_photos.at(m_after),
                 {room.left() + half + 16, room.top(), half, room.height()});
    } else {
        paintOne(painter, m_photos.at(m_photo), room);
    }
    double x = 24;
    const double middle = height() - 28;
    const QList<std::pair<QString, QString>> keys{{QStringLiteral("← →"), tr("other photos")},
                                                  {QStringLiteral("V"), tr("before and after")},
                                                  {tr("Space"), tr("back")}};
    for (const auto &[key, words] : keys) {
        x += drawKey(painter, {x, middle}, key, palette) + 8;
        x += drawLine(painter, {x, middle - 14, 240, 28}, words, look::font(14),
                      palette.secondaryText) +
             24;
    }
}

bool PhotoZoom::event(QEvent *event)
{
    // While a photo is large, every key is its own: none may reach a step of the case behind it.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void PhotoZoom::keyPressEvent(QKeyEvent *event)
{
    const int count = int(m_photos.size());
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_comparing = false;
        m_photo = (m_photo + (event->key() == Qt::Key_Right ? 1 : count - 1)) % count;
        update();
        break;
    case Qt::Key_V:
        compare();
        break;
    default:
        leave();
    }
}

void PhotoZoom::mousePressEvent(QMouseEvent *)
{
    leave();
}

} // namespace gridhall::desk
