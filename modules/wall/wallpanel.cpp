// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/wallpanel.h>

#include <look/style.h>

#include <QFontMetricsF>

#include <cmath>

namespace gridhall::wall {

namespace {

// Ink of Chinese characters and figures, in ems above and below the baseline.
constexpr double kInkAbove = 0.88;
constexpr double kInkBelow = 0.16;
constexpr double kMargin = 40;

} // namespace

double WallPainter::widthOf(const QString &text, double size, bool bold) const
{
    return QFontMetricsF(look::font(px(size), bold)).horizontalAdvance(text) / m_unit;
}

double WallPainter::text(double x, double baseline, const QString &wanted, double size,
                         const QColor &colour, bool bold, Align align, double most)
{
    if (wanted.isEmpty())
        return 0;
    const QFont font = look::font(px(size), bold);
    const QFontMetricsF metrics(font);
    const QString shown =
        most >= 1e9 ? wanted : metrics.elidedText(wanted, Qt::ElideRight, px(most) + 0.5);
    const double advance = metrics.horizontalAdvance(shown);
    double left = px(x);
    if (align == Align::Right)
        left -= advance;
    else if (align == Align::Centre)
        left -= advance / 2;
    const QPointF at(std::round(left), std::round(px(baseline)));
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(at, shown);
    const double em = font.pixelSize();
    m_texts.append({shown, wanted,
                    QRectF(at.x(), at.y() - kInkAbove * em, advance, (kInkAbove + kInkBelow) * em),
                    colour, font.pixelSize()});
    return advance / m_unit;
}

void WallPainter::mark(look::Mark mark, double centreX, double centreY, double side)
{
    look::drawMark(m_painter, mark,
                   QRectF(px(centreX - side / 2), px(centreY - side / 2), px(side), px(side)),
                   palette(), false);
}

void WallPainter::line(double x1, double y1, double x2, double y2, const QColor &colour,
                       double thickness)
{
    if (x1 == x2)
        bar(x1 - thickness / 2, y1, thickness, y2 - y1, colour);
    else
        bar(x1, y1 - thickness / 2, x2 - x1, thickness, colour);
}

void WallPainter::bar(double x, double y, double w, double h, const QColor &colour)
{
    const double left = std::round(px(x));
    const double top = std::round(px(y));
    m_painter.fillRect(QRectF(left, top, std::max(1.0, std::round(px(x + w)) - left),
                              std::max(1.0, std::round(px(y + h)) - top)),
                       colour);
}

WallPanel::WallPanel(QWidget *parent)
    : QWidget(parent), m_ground(look::palette(look::Theme::Wall).panel)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_NoSystemBackground);
}

void WallPanel::setUnit(double unit)
{
    m_unit = unit;
    update();
}

QList<DrawnText> WallPanel::drawnTexts()
{
    QImage image(size(), QImage::Format_RGB32);
    QPainter painter(&image);
    WallPainter wall(painter, m_unit, size());
    compose(wall);
    return wall.texts();
}

void WallPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    WallPainter wall(painter, m_unit, size());
    compose(wall);
}

void WallPanel::edges(WallPainter &painter, Edges edges)
{
    const QColor &edge = painter.palette().edge;
    if (edges & Edge::Left)
        painter.line(1, 0, 1, painter.height(), edge);
    if (edges & Edge::Right)
        painter.line(painter.width() - 1, 0, painter.width() - 1, painter.height(), edge);
    if (edges & Edge::Top)
        painter.line(0, 1, painter.width(), 1, edge);
}

void WallPanel::title(WallPainter &painter, const QString &text, const QString &note)
{
    const look::Palette &p = painter.palette();
    const double used = painter.text(kMargin, 82, text, 56, p.text, true);
    painter.text(painter.width() - kMargin, 82, note, 38, p.secondaryText, false,
                 WallPainter::Align::Right, painter.width() - 2 * kMargin - used - 24);
}

void WallPanel::nothing(WallPainter &painter, double baseline, const QString &text)
{
    painter.text(kMargin, baseline, text, 44, painter.palette().secondaryText, false,
                 WallPainter::Align::Left, painter.width() - 2 * kMargin);
}

} // namespace gridhall::wall
