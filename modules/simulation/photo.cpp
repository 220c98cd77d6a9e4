// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/photo.h>

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace gridhall::simulation {

namespace {

constexpr int kWidth = 480;
constexpr int kHeight = 360;

void drawGround(QPainter &painter, Chance &chance)
{
    for (int y = 0; y < kHeight; y += 40) {
        for (int x = (y / 40 % 2) * -30; x < kWidth; x += 60) {
            const int light = static_cast<int>(chance.between(146, 168));
            painter.fillRect(x, y, 58, 38, QColor(light, light - 4, light - 12));
        }
    }
    painter.fillRect(0, 0, kWidth, 46, QColor(92, 96, 100));
    painter.fillRect(0, 46, kWidth, 10, QColor(188, 186, 180));
}

void drawCover(QPainter &painter, bool after)
{
    painter.setBrush(QColor(58, 60, 64));
    painter.drawEllipse(140, 110, 200, 180);
    painter.setBrush(QColor(84, 86, 92));
    painter.drawEllipse(152, 120, 176, 160);
    painter.setBrush(QColor(64, 66, 70));
    for (int i = 0; i < 4; ++i)
        painter.drawRect(190, 150 + i * 28, 100, 10);
    if (after)
        return;
    painter.setBrush(QColor(14, 14, 16));
    painter.drawPie(152, 120, 176, 160, 20 * 16, 70 * 16);
}

void drawPost(QPainter &painter, bool after)
{
    painter.translate(240, 340);
    painter.rotate(after ? 0 : 17);
    painter.setBrush(QColor(92, 102, 108));
    painter.drawRect(-9, -300, 18, 300);
    painter.setBrush(after ? QColor(246, 232, 170) : QColor(60, 64, 70));
    painter.drawEllipse(-34, -316, 68, 34);
}

void drawBin(QPainter &painter, bool after)
{
    painter.setBrush(QColor(44, 108, 78));
    painter.drawRoundedRect(170, 110, 140, 190, 10, 10);
    painter.setBrush(QColor(24, 34, 30));
    painter.drawRect(190, 134, 100, 34);
    if (after)
        return;
    painter.drawRect(210, 210, 60, 66);
}

void drawLitter(QPainter &painter, bool after, Chance &chance)
{
    for (int i = 0; !after && i < 46; ++i) {
        const int light = static_cast<int>(chance.between(70, 235));
        painter.setBrush(QColor(light, static_cast<int>(light * chance.between(0.7, 1.0)),
                                static_cast<int>(light * chance.between(0.6, 1.0))));
        painter.drawEllipse(QPointF(chance.between(130, 350), chance.between(160, 300)),
                            chance.between(6, 24), chance.between(5, 16));
    }
}

void drawStall(QPainter &painter, bool after)
{
    painter.setBrush(QColor(120, 78, 58));
    painter.drawRect(0, 56, kWidth, 70);
    painter.setBrush(QColor(62, 78, 92));
    painter.drawRect(60, 66, 360, 60);
    if (after)
        return;
    painter.setBrush(QColor(190, 48, 44));
    painter.drawPolygon(QPolygon({{110, 150}, {370, 150}, {410, 206}, {70, 206}}));
    painter.setBrush(QColor(196, 160, 92));
    painter.drawRect(96, 226, 290, 60);
}

void drawBicycles(QPainter &painter, bool after, Chance &chance)
{
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < 5; ++i) {
        const double skew = after ? 0.0 : chance.between(-26, 26);
        painter.setPen(
            QPen(QColor::fromHsv(static_cast<int>(chance.between(20, 220)), 170, 150), 5));
        const QPointF hub(70 + i * 74, 220 + skew);
        painter.drawEllipse(hub, 30, 30);
        painter.drawEllipse(hub + QPointF(64, skew), 30, 30);
        painter.drawLine(hub, hub + QPointF(30, -46));
        painter.drawLine(hub + QPointF(30, -46), hub + QPointF(64, skew));
    }
}

} // namespace

QByteArray drawPhoto(Subject subject, bool after, Chance chance)
{
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    image.fill(QColor(120, 118, 112));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    drawGround(painter, chance);
    switch (subject) {
    case Subject::Cover:
        drawCover(painter, after);
        break;
    case Subject::Post:
        drawPost(painter, after);
        break;
    case Subject::Bin:
        drawBin(painter, after);
        break;
    case Subject::Stall:
        drawStall(painter, after);
        break;
    case Subject::Bicycles:
        drawBicycles(painter, after, chance);
        break;
    case Subject::Litter:
    case Subject::None:
        drawLitter(painter, after, chance);
        break;
    }
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace gridhall::simulation
