// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/legendpanel.h>

#include <mapview/mapreadout.h>

#include <algorithm>

namespace gridhall::wall {

namespace {

constexpr double kText = 40;

struct Item
{
    look::Mark mark = look::Mark::None;
    look::MarkerFace::Kind kind = look::MarkerFace::Kind::None;
    QString word;
    QString count;
};

double widthOf(const WallPainter &painter, const Item &item)
{
    return 58 + painter.widthOf(item.word, kText) +
           (item.count.isEmpty() ? 0 : 16 + painter.widthOf(item.count, kText, true));
}

void drawGlyph(WallPainter &painter, const Item &item, double x, double middle)
{
    using Kind = look::MarkerFace::Kind;
    const auto box = [&painter, x, middle](double w, double h) {
        return QRectF(painter.px(x + 22 - w / 2), painter.px(middle - h / 2), painter.px(w),
                      painter.px(h));
    };
    switch (item.kind) {
    case Kind::Patroller:
        look::drawFigure(painter.raw(), box(28, 56), painter.palette(), false);
        break;
    case Kind::Vehicle:
        look::drawArrowhead(painter.raw(), box(38, 38), 30, painter.palette(), false);
        break;
    case Kind::Camera:
        look::drawLens(painter.raw(), box(42, 42), {}, painter.palette(), false);
        break;
    default:
        painter.mark(item.mark, x + 22, middle, 44);
        break;
    }
}

} // namespace

LegendPanel::LegendPanel(const mapview::MapView &map, QWidget *parent)
    : WallPanel(parent), m_map(map)
{
    connect(&map, &mapview::MapView::viewChanged, this, qOverload<>(&QWidget::update));
}

void LegendPanel::setCounts(int patrollers, int vehicles, int cameras)
{
    if (m_patrollers == patrollers && m_vehicles == vehicles && m_cameras == cameras)
        return;
    m_patrollers = patrollers;
    m_vehicles = vehicles;
    m_cameras = cameras;
    update();
}

void LegendPanel::compose(WallPainter &painter)
{
    using Kind = look::MarkerFace::Kind;
    const look::Palette &p = painter.palette();
    const double w = painter.width();
    const double h = painter.height();
    painter.line(0, 1, w, 1, p.edge);
    painter.line(0, h - 1, w, h - 1, p.edge);
    painter.line(1, 0, 1, h, p.edge);
    painter.line(w - 1, 0, w - 1, h, p.edge);

    // What the city does not have needs no sign. The last ones give way on a narrow map.
    QList<Item> items;
    items.append({{}, Kind::Patroller, tr("on duty"), QString::number(m_patrollers)});
    if (m_vehicles > 0)
        items.append({{}, Kind::Vehicle, tr("vehicles"), QString::number(m_vehicles)});
    if (m_cameras > 0)
        items.append({{}, Kind::Camera, tr("cameras"), QString::number(m_cameras)});
    items.append({look::Mark::OnTime, Kind::Case, tr("on time"), {}});
    items.append({look::Mark::DueSoon, Kind::Case, tr("due soon"), {}});
    items.append({look::Mark::Overdue, Kind::Case, tr("overdue"), {}});
    items.append({look::Mark::Suspended, Kind::Case, tr("suspended"), {}});
    items.append({look::Mark::Closed, Kind::Case, tr("closed"), {}});

    constexpr double kBar = 330;
    double sum = 0;
    for (const Item &item : std::as_const(items))
        sum += widthOf(painter, item);
    const double room = w - 32 - kBar - 32;
    const double gap = std::clamp((room - sum) / double(items.size()), 20.0, 48.0);
    double x = 24;
    for (const Item &item : std::as_const(items)) {
        if (x + widthOf(painter, item) > room)
            break;
        drawGlyph(painter, item, x, h / 2);
        const double word = painter.text(x + 58, h / 2 + 15, item.word, kText, p.secondaryText);
        painter.text(x + 58 + word + 16, h / 2 + 15, item.count, kText, p.text, true);
        x += widthOf(painter, item) + gap;
    }
    mapview::drawScaleBar(painter.raw(), m_map.viewState(),
                          {std::round(painter.px(w - kBar)), std::round(painter.px(h - 18))},
                          painter.px(kBar - 40), p, painter.px(36));
}

void NoticePanel::setError(const Error &error)
{
    m_head = error.what;
    m_lines.clear();
    if (!error.subject.isEmpty())
        m_lines.append(error.subject);
    if (!error.next.isEmpty())
        m_lines.append(error.next);
    update();
}

double NoticePanel::wantedHeight() const
{
    return 120 + 64.0 * double(m_lines.size());
}

void NoticePanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    const double w = painter.width();
    const double h = painter.height();
    painter.line(0, 1, w, 1, p.dueSoon, 3);
    painter.line(0, h - 2, w, h - 2, p.dueSoon, 3);
    painter.line(2, 0, 2, h, p.dueSoon, 3);
    painter.line(w - 2, 0, w - 2, h, p.dueSoon, 3);
    painter.mark(look::Mark::DueSoon, 66, 62, 54);
    painter.text(112, 82, m_head, 50, p.text, true, WallPainter::Align::Left, w - 152);
    for (int i = 0; i < m_lines.size(); ++i)
        painter.text(112, 150 + 64.0 * i, m_lines.at(i), 42, p.secondaryText, false,
                     WallPainter::Align::Left, w - 152);
}

} // namespace gridhall::wall
