// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/placeoverlay.h>

#include <desk/deskpaint.h>
#include <look/style.h>

#include <QPainterPath>

namespace gridhall::desk {

namespace {
constexpr double kRingPx = 26;
constexpr double kDuplicateM = 50;
} // namespace

PlaceOverlay::PlaceOverlay(look::Theme theme, QObject *parent)
    : mapview::Overlay(parent), m_theme(theme)
{
}

void PlaceOverlay::showCase(const geo::MapPoint &at, look::Mark mark, const QString &title,
                            const QString &line)
{
    m_case = at;
    m_report.reset();
    m_duplicates.clear();
    m_mark = mark;
    m_title = title;
    m_line = line;
    emit changed({});
}

void PlaceOverlay::showReport(const std::optional<geo::MapPoint> &at,
                              const QList<Duplicate> &duplicates)
{
    m_case.reset();
    m_report = at;
    m_duplicates = duplicates;
    emit changed({});
}

void PlaceOverlay::clear()
{
    m_case.reset();
    m_report.reset();
    m_pointed.reset();
    m_duplicates.clear();
    emit changed({});
}

void PlaceOverlay::pointAt(const std::optional<geo::MapPoint> &at)
{
    if (m_pointed == at)
        return;
    m_pointed = at;
    emit changed({});
}

void PlaceOverlay::paint(QPainter &painter, const mapview::ViewState &view, const QRectF &)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_pointed) {
        const look::Palette &palette = look::palette(m_theme);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.ground, 4));
        painter.drawEllipse(view.toScreen(*m_pointed), 13, 13);
        painter.setPen(QPen(palette.ink, 2));
        painter.drawEllipse(view.toScreen(*m_pointed), 13, 13);
    }
    if (m_case)
        paintCase(painter, view);
    if (m_report)
        paintReport(painter, view);
}

void PlaceOverlay::paintCase(QPainter &painter, const mapview::ViewState &view) const
{
    const look::Palette &palette = look::palette(m_theme);
    const QPointF at = view.toScreen(*m_case);
    const QFont titleFont = look::font(15, true);
    const QFont lineFont = look::font(13);
    const double width = std::min(
        320.0, std::max(lineWidth(m_title, titleFont) + 46, lineWidth(m_line, lineFont) + 36));
    QRectF box(at.x() + 44, at.y() - 128, std::ceil(width), 56);
    // Inside the view, and never over the place itself.
    if (box.right() > view.size.width() - 12)
        box.moveRight(std::max(box.width() + 12, at.x() - 44));
    if (box.top() < 12)
        box.moveTop(at.y() + 72);
    box.moveTopLeft(QPointF(std::round(box.left()) + 0.5, std::round(box.top()) + 0.5));

    painter.setPen(QPen(palette.ground, 6));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, kRingPx, kRingPx);
    painter.setPen(QPen(palette.ink, 2.5));
    painter.drawEllipse(at, kRingPx, kRingPx);
    const QPointF corner(box.left() > at.x() ? box.left() + 6 : box.right() - 6,
                         box.top() > at.y() ? box.top() : box.bottom());
    const QPointF towards = corner - at;
    const double length = std::hypot(towards.x(), towards.y());
    painter.setPen(QPen(palette.ink, 1.5));
    painter.drawLine(at + towards * (kRingPx / length), corner);

    painter.setPen(QPen(palette.ink, 1));
    painter.setBrush(surfacesOf(palette).pane);
    painter.drawRect(box);
    if (m_mark != look::Mark::None)
        look::drawMark(painter, m_mark, {box.left() + 13, box.top() + 13, 13, 13}, palette, false);
    drawLine(painter, {box.left() + 35, box.top() + 6, box.width() - 43, 26}, m_title, titleFont,
             palette.text);
    drawLine(painter, {box.left() + 16, box.top() + 31, box.width() - 24, 20}, m_line, lineFont,
             palette.secondaryText);
}

void PlaceOverlay::paintHaloText(QPainter &painter, const QRectF &box, const QString &text,
                                 double px) const
{
    const look::Palette &palette = look::palette(m_theme);
    const QFont font = look::font(px, true);
    QPainterPath path;
    path.addText(box.left(), box.center().y() + px * 0.36, font, text);
    painter.setPen(QPen(palette.ground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.text);
    painter.drawPath(path);
}

void PlaceOverlay::paintReport(QPainter &painter, const mapview::ViewState &view) const
{
    const look::Palette &palette = look::palette(m_theme);
    const QPointF at = view.toScreen(*m_report);
    const double radius = kDuplicateM / view.metresPerPixel;
    painter.setBrush(Qt::NoBrush);
    if (radius > 40 && radius < 4000) {
        painter.setPen(QPen(palette.secondaryText, 1.5, Qt::DashLine));
        painter.drawEllipse(at, radius, radius);
        paintHaloText(painter, {at.x() - radius * 0.7 - 34, at.y() + radius * 0.7, 60, 16},
                      tr("50 m"), 13);
    }
    for (const Duplicate &duplicate : m_duplicates) {
        const QPointF there = view.toScreen(duplicate.at);
        painter.setPen(QPen(palette.secondaryText, 1.2, Qt::DashLine));
        painter.drawLine(at, there);
        paintHaloText(painter, {there.x() + 16, there.y() - 10, 160, 20}, duplicate.label, 14);
    }
    for (const auto &[colour, width] :
         {std::pair{palette.ground, 6.0}, std::pair{palette.ink, 2.5}}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 20, 20);
        for (const QPointF &way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(at + way * 12, at + way * 28);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.ink);
    painter.drawEllipse(at, 3, 3);
}

} // namespace gridhall::desk
