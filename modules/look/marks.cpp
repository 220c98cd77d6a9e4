// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <look/marks.h>

#include <look/style.h>

#include <QFontMetricsF>
#include <QPainterPath>
#include <QtMath>

namespace gridhall::look {

namespace {

// Everything is drawn in units of a mark's box; at the wall's 56 px an outline of 0.15 shows 4 px.
constexpr double kOutline = 0.15;

QColor outlineOf(const Palette &p)
{
    return p.isDark() ? QColor(0x0B, 0x12, 0x20) : QColor(Qt::white);
}

/// Fills `path`, with an outline under it when asked.
void fillShape(QPainter &painter, const QPainterPath &path, const QColor &colour,
               const QColor &outline, double outlinePx)
{
    if (outlinePx > 0) {
        painter.setPen(QPen(outline, outlinePx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(outline);
        painter.drawPath(path);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(path);
}

/// Strokes `path` with `px`, with an outline round it when asked.
void strokeShape(QPainter &painter, const QPainterPath &path, const QColor &colour, double px,
                 const QColor &outline, double outlinePx)
{
    painter.setBrush(Qt::NoBrush);
    if (outlinePx > 0) {
        painter.setPen(QPen(outline, px + outlinePx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    painter.setPen(QPen(colour, px, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(path);
}

QPainterPath circle(const QPointF &centre, double radius)
{
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

QPainterPath polygon(const QPointF &centre, double size, std::initializer_list<QPointF> points)
{
    QPolygonF shape;
    for (const QPointF &p : points)
        shape << centre + p * size;
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

QPainterPath checkPath(const QPointF &c, double s)
{
    QPainterPath path(c + QPointF(-0.42, 0.02) * s);
    path.lineTo(c + QPointF(-0.13, 0.31) * s);
    path.lineTo(c + QPointF(0.43, -0.29) * s);
    return path;
}

QPointF direction(double headingDeg)
{
    const double radians = qDegreesToRadians(headingDeg);
    return {std::sin(radians), -std::cos(radians)};
}

/// An arrowhead with a notched back, tip at distance `tip` from `centre`, as in the yellow notches.
QPainterPath arrowPath(const QPointF &centre, double headingDeg, double tip, double back,
                       double halfWidth, double notch)
{
    const QPointF along = direction(headingDeg);
    const QPointF across(-along.y(), along.x());
    QPolygonF shape;
    shape << centre + along * tip << centre + along * back + across * halfWidth
          << centre + along * notch << centre + along * back - across * halfWidth;
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

struct FigureColours
{
    QColor vest, stripe, trousers, skin, helmet;
};

FigureColours figureColours(const Palette &p, bool stale)
{
    if (stale)
        return {QColor(0x8A, 0x98, 0xAE), QColor(0xE6, 0xEA, 0xF2), QColor(0x5E, 0x69, 0x7C),
                QColor(0xD9, 0xD6, 0xD2), QColor(0x8A, 0x98, 0xAE)};
    return {QColor(0xFF, 0xD4, 0x00), QColor(Qt::white),
            p.isDark() ? QColor(0x56, 0x6B, 0x96) : QColor(0x3C, 0x48, 0x60),
            QColor(0xF2, 0xE2, 0xCF), QColor(0xFF, 0xD4, 0x00)};
}

} // namespace

QColor markColour(Mark mark, const Palette &p)
{
    switch (mark) {
    case Mark::OnTime:
        return p.onTime;
    case Mark::DueSoon:
        return p.dueSoon;
    case Mark::Overdue:
        return p.overdue;
    case Mark::Suspended:
        return p.suspended;
    case Mark::Closed:
        return p.closed;
    case Mark::Alarm:
        return p.alarm;
    case Mark::None:
        break;
    }
    return p.secondaryText;
}

void drawMark(QPainter &painter, Mark mark, const QRectF &box, const Palette &p, bool outlined)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF c = box.center();
    const double s = qMin(box.width(), box.height());
    const QColor colour = markColour(mark, p);
    const QColor outline = outlineOf(p);
    const double rim = outlined ? kOutline * s : 0;
    switch (mark) {
    case Mark::OnTime:
        fillShape(painter, circle(c, 0.36 * s), colour, outline, rim);
        break;
    case Mark::DueSoon:
        fillShape(painter, polygon(c, s, {{0, -0.44}, {0.47, 0.38}, {-0.47, 0.38}}), colour,
                  outline, rim);
        break;
    case Mark::Overdue:
        fillShape(painter, polygon(c, s, {{0, -0.5}, {0.5, 0}, {0, 0.5}, {-0.5, 0}}), colour,
                  outline, rim);
        break;
    case Mark::Suspended:
        if (outlined)
            fillShape(painter, circle(c, 0.36 * s), p.isDark() ? p.panel : QColor(Qt::white),
                      outline, rim);
        strokeShape(painter, circle(c, 0.29 * s), colour, 0.13 * s, outline, 0);
        break;
    case Mark::Closed:
        strokeShape(painter, checkPath(c, s), colour, 0.16 * s, outline, rim);
        break;
    case Mark::Alarm:
        strokeShape(painter, circle(c, 0.34 * s), colour, 0.14 * s, outline, rim);
        break;
    case Mark::None:
        break;
    }
    painter.restore();
}

void drawFigure(QPainter &painter, const QRectF &box, const Palette &p, bool stale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Drawn on a board 42 wide and 84 high, the feet at its lower edge.
    const double unit = qMin(box.width() / 42, box.height() / 84);
    painter.translate(box.center().x() - 21 * unit, box.bottom() - 84 * unit);
    painter.scale(unit, unit);
    const FigureColours colours = figureColours(p, stale);
    const QColor dark(0x0B, 0x12, 0x20);

    QPainterPath head = circle({21, 14}, 10.5);
    QPainterPath body;
    body.moveTo(7.5, 27);
    body.quadTo(8, 25, 11, 25);
    body.lineTo(31, 25);
    body.quadTo(34, 25, 34.5, 27);
    body.lineTo(37.5, 32);
    body.lineTo(35, 56);
    body.lineTo(7, 56);
    body.lineTo(4.5, 32);
    body.closeSubpath();
    QPainterPath legs;
    legs.addRect(9.5, 55, 10, 26);
    legs.addRect(22.5, 55, 10, 26);

    QPainterPath whole = head;
    whole.addPath(body);
    whole.addPath(legs);
    whole.addRect(9.5, 55, 23, 26);
    whole.setFillRule(Qt::WindingFill);
    painter.setPen(QPen(dark, 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(dark);
    painter.drawPath(whole);

    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.trousers);
    painter.drawPath(legs);
    painter.setBrush(colours.skin);
    painter.drawPath(head);
    painter.setBrush(colours.helmet);
    painter.drawPie(QRectF(9.5, 1.5, 23, 25), 0, 180 * 16);
    painter.drawRoundedRect(QRectF(9.5, 13, 27, 3), 1.5, 1.5);
    painter.setBrush(colours.vest);
    painter.drawPath(body);
    painter.setBrush(dark);
    painter.drawPolygon(QPolygonF({{14.5, 24.8}, {27.5, 24.8}, {21, 34}}));
    painter.setClipPath(body);
    painter.setBrush(colours.stripe);
    painter.drawRect(QRectF(0, 38.5, 42, 5));
    painter.drawRect(QRectF(0, 47.5, 42, 3.5));
    painter.restore();
}

void drawArrowhead(QPainter &painter, const QRectF &box, double headingDeg, const Palette &p,
                   bool stale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double s = qMin(box.width(), box.height());
    const QPainterPath path =
        arrowPath(box.center(), headingDeg, 0.55 * s, -0.5 * s, 0.4 * s, -0.26 * s);
    fillShape(painter, path, stale ? p.suspended : p.vehicle, outlineOf(p), kOutline * s);
    painter.restore();
}

void drawLens(QPainter &painter, const QRectF &box, const QString &number, const Palette &p,
              bool stale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double s = qMin(box.width(), box.height());
    const QPointF c = box.center();
    const QColor colour = stale ? p.suspended : p.camera;
    fillShape(painter, circle(c, 0.46 * s), p.isDark() ? p.panel : QColor(Qt::white), outlineOf(p),
              kOutline * s);
    strokeShape(painter, circle(c, 0.44 * s), colour, 0.075 * s, {}, 0);
    if (number.isEmpty() || number.size() > 3) {
        fillShape(painter, circle(c, 0.17 * s), colour, {}, 0);
    } else {
        const QFont digits = font(s * (number.size() < 3 ? 0.56 : 0.42), true);
        painter.setFont(digits);
        painter.setPen(colour);
        const QFontMetricsF metrics(digits);
        const double width = metrics.horizontalAdvance(number);
        painter.drawText(QPointF(c.x() - width / 2, c.y() + metrics.capHeight() / 2), number);
    }
    painter.restore();
}

void drawHaloText(QPainter &painter, const QPointF &at, const QString &text, const QFont &font,
                  const QColor &colour, const QColor &halo)
{
    QPainterPath path;
    path.addText(at, font, text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(halo, qMax(3.0, font.pixelSize() * 0.22), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(halo);
    painter.drawPath(path);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(at, text);
    painter.restore();
}

} // namespace gridhall::look
