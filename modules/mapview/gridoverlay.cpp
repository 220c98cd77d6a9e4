// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/livingoverlays.h>

#include <geo/boxindex.h>
#include <look/style.h>
#include <mapview/sharedborders.h>

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gridhall::mapview {

namespace {

// A unit grid is about 100 m wide; below this many pixels its hairlines would cover the map, and
// between the two they fade.
constexpr double kUnitGridGonePx = 16.0;
constexpr double kUnitGridFullPx = 44.0;

geo::MapBox groundOf(const QRectF &pixels, const ViewState &view)
{
    const geo::MapPoint a = view.toMap(pixels.topLeft());
    const geo::MapPoint b = view.toMap(pixels.bottomRight());
    return {a.east, b.north, b.east, a.north};
}

geo::MapBox boxOfLine(const geo::MapLine &line)
{
    geo::MapBox box;
    for (const auto &p : line)
        box.include(p);
    return box;
}

/// Lines with an index, so that only those near what is painted are touched.
struct IndexedLines
{
    std::vector<geo::MapLine> lines;
    geo::BoxIndex index;

    explicit IndexedLines(std::vector<geo::MapLine> all) : lines(std::move(all))
    {
        std::vector<geo::MapBox> boxes;
        boxes.reserve(lines.size());
        for (const auto &line : lines)
            boxes.push_back(boxOfLine(line));
        index = geo::BoxIndex(boxes);
    }

    void paint(QPainter &painter, const ViewState &view, const geo::MapBox &ground) const
    {
        QPolygonF screen;
        for (const int i : index.intersecting(ground)) {
            screen.clear();
            for (const auto &p : lines[size_t(i)])
                screen << view.toScreen(p);
            painter.drawPolyline(screen);
        }
    }
};

struct Name
{
    QString text;
    geo::MapPoint at;
    geo::MapBox box;
};

QPainterPath pathOf(const geo::MapMultiPolygon &shape, const ViewState &view)
{
    QPainterPath path;
    for (const auto &polygon : shape) {
        for (const auto &ring : polygon.rings) {
            QPolygonF screen;
            for (const auto &p : ring)
                screen << view.toScreen(p);
            path.addPolygon(screen);
            path.closeSubpath();
        }
    }
    return path;
}

} // namespace

class GridOverlay::Private
{
public:
    Private(std::shared_ptr<const city::CityIndex> index, look::Theme t, double px)
        : city(std::move(index)),
          theme(t),
          labelPx(px),
          unitBorders(sharedBorders(city->unitGridShapes())),
          responsibilityBorders(sharedBorders(city->responsibilityGridShapes()))
    {
        double area = 0;
        for (const auto &grid : city->unitGrids())
            area += grid.areaM2;
        if (!city->unitGrids().isEmpty() && area > 0)
            usualWidthM = std::sqrt(area / double(city->unitGrids().size()));
        for (qsizetype i = 0; i < city->unitGrids().size(); ++i)
            codes.push_back(
                nameOf(city->unitGrids().at(i).code, city->unitGridShapes()[size_t(i)]));
        for (qsizetype i = 0; i < city->responsibilityGrids().size(); ++i) {
            names.push_back(nameOf(city->responsibilityGrids().at(i).name,
                                   city->responsibilityGridShapes()[size_t(i)]));
        }
    }

    static Name nameOf(const QString &text, const geo::MapMultiPolygon &shape)
    {
        return {text, geo::labelPoint(shape), geo::boxOf(shape)};
    }

    double unitGridShade(const ViewState &view) const
    {
        const double widthPx = usualWidthM / view.metresPerPixel;
        return std::clamp((widthPx - kUnitGridGonePx) / (kUnitGridFullPx - kUnitGridGonePx), 0.0,
                          1.0);
    }

    void paintUnitGrids(QPainter &painter, const ViewState &view, const geo::MapBox &ground) const
    {
        const double shade = unitGridShade(view);
        if (shade <= 0)
            return;
        QColor colour = look::palette(theme).unitGrid;
        colour.setAlphaF(float(colour.alphaF() * shade));
        painter.setPen(QPen(colour, std::max(1.0, labelPx / 30.0)));
        unitBorders.paint(painter, view, ground);
    }

    void paintResponsibilityGrids(QPainter &painter, const ViewState &view,
                                  const geo::MapBox &ground) const
    {
        QColor colour = look::palette(theme).responsibilityGrid;
        const double width = std::max(1.2, labelPx / 13.0);
        // A quiet bed under the dashes keeps the border readable over busy ground.
        QColor bed = colour;
        bed.setAlphaF(float(colour.alphaF() * 0.22));
        painter.setPen(QPen(bed, width * 2.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        responsibilityBorders.paint(painter, view, ground);
        QPen pen(colour, width, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
        pen.setDashPattern({7, 5});
        painter.setPen(pen);
        responsibilityBorders.paint(painter, view, ground);
    }

    void paintCodes(QPainter &painter, const ViewState &view, const QRectF &dirty,
                    const geo::MapBox &ground)
    {
        const look::Palette &p = look::palette(theme);
        const QFontMetricsF metrics(look::font(labelPx));
        const double room =
            1.25 * metrics.horizontalAdvance(QString(15, u'0')) * view.metresPerPixel;
        const double high = 3.0 * labelPx * view.metresPerPixel;
        if (usualWidthM * 2 < room)
            return;
        const std::vector<QRectF> taken = nameBoxes(view);
        for (const int i : city->unitGridsIn(ground)) {
            const Name &code = codes[size_t(i)];
            if (i == highlighted || code.box.width() < room || code.box.height() < high)
                continue;
            const QRectF box = lettering(view, code, labelPx, 0, false).box;
            if (std::any_of(taken.begin(), taken.end(),
                            [&box](const QRectF &name) { return name.intersects(box); }))
                continue;
            paintText(painter, view, dirty, code, labelPx, 0, false, p.responsibilityGrid);
        }
    }

    void paintNames(QPainter &painter, const ViewState &view, const QRectF &dirty)
    {
        const look::Palette &p = look::palette(theme);
        for (const Name &name : names) {
            const NameStyle style = nameStyle(view, name);
            if (style.px > 0)
                paintText(painter, view, dirty, name, style.px, style.spacing, false,
                          p.responsibilityGrid);
        }
    }

    struct NameStyle
    {
        double px = 0.0; ///< 0: no room for the name
        double spacing = 0.0;
    };

    NameStyle nameStyle(const ViewState &view, const Name &name) const
    {
        const double widthPx = name.box.width() / view.metresPerPixel;
        const double tight = double(name.text.size()) * labelPx;
        if (widthPx > tight * 1.45 * 1.5)
            return {labelPx * 1.45, labelPx * 0.72};
        return widthPx > tight ? NameStyle{labelPx, 0.0} : NameStyle{};
    }

    /// Where responsibility grids' names stand: codes give way to them.
    std::vector<QRectF> nameBoxes(const ViewState &view) const
    {
        std::vector<QRectF> boxes;
        for (const Name &name : names) {
            const NameStyle style = nameStyle(view, name);
            if (style.px > 0)
                boxes.push_back(lettering(view, name, style.px, style.spacing, false).box);
        }
        return boxes;
    }

    struct Lettering
    {
        QFont font;
        double margin = 0.0;
        double ascent = 0.0;
        QRectF box;
    };

    static Lettering lettering(const ViewState &view, const Name &name, double px, double spacing,
                               bool bold)
    {
        Lettering set{look::font(px, bold), px * 0.2, 0.0, {}};
        if (spacing > 0)
            set.font.setLetterSpacing(QFont::AbsoluteSpacing, spacing);
        const QFontMetricsF metrics(set.font);
        set.ascent = std::round(metrics.ascent());
        const QSizeF size(metrics.horizontalAdvance(name.text) - spacing + 2 * set.margin,
                          metrics.height() + 2);
        const QPointF middle = view.toScreen(name.at);
        set.box = QRectF(QPointF(std::round(middle.x() - size.width() / 2),
                                 std::round(middle.y() - size.height() / 2)),
                         size);
        return set;
    }

    /// Text is painted once and then blitted: a halo costs a millisecond, and movers pass under
    /// names all the time.
    void paintText(QPainter &painter, const ViewState &view, const QRectF &dirty, const Name &name,
                   double px, double spacing, bool bold, const QColor &colour)
    {
        const Lettering set = lettering(view, name, px, spacing, bold);
        if (!dirty.intersects(set.box))
            return;
        const QString key = name.text + QString::number(px) + (bold ? u'b' : u'r') +
                            QString::number(colour.rgba()) + QString::number(view.devicePixelRatio);
        auto it = texts.find(key);
        if (it == texts.end()) {
            if (texts.size() > 600)
                texts.clear();
            QPixmap pixmap((set.box.size() * view.devicePixelRatio).toSize() + QSize(1, 1));
            pixmap.setDevicePixelRatio(view.devicePixelRatio);
            pixmap.fill(Qt::transparent);
            QPainter text(&pixmap);
            const look::Palette &p = look::palette(theme);
            look::drawHaloText(text, {set.margin, set.ascent}, name.text, set.font, colour,
                               p.isDark() ? QColor(0x0F, 0x1A, 0x2B, 210)
                                          : QColor(255, 255, 255, 220));
            it = texts.insert(key, pixmap);
        }
        painter.drawPixmap(set.box.topLeft(), *it);
    }

    void paintHighlight(QPainter &painter, const ViewState &view, const QRectF &dirty)
    {
        const look::Palette &p = look::palette(theme);
        const auto &shape = city->unitGridShapes()[size_t(highlighted)];
        const QPainterPath chosen = pathOf(shape, view);
        QPainterPath rest;
        rest.addRect(dirty.adjusted(-2, -2, 2, 2));
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.isDark() ? QColor(0x0B, 0x12, 0x20, 120)
                                    : QColor(0xF4, 0xF6, 0xFA, 150));
        painter.drawPath(rest.subtracted(chosen));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(p.gridHighlight, std::max(2.0, labelPx / 9.0), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(chosen);
        const Name &code = codes[size_t(highlighted)];
        const double widthPx = code.box.width() / view.metresPerPixel;
        if (widthPx > labelPx * 8)
            paintText(painter, view, dirty, code, labelPx, 0, true, p.gridHighlight);
    }

    std::shared_ptr<const city::CityIndex> city;
    look::Theme theme;
    double labelPx;
    IndexedLines unitBorders;
    IndexedLines responsibilityBorders;
    double usualWidthM = 100.0;
    std::vector<Name> codes;
    std::vector<Name> names;
    int highlighted = -1;
    QHash<QString, QPixmap> texts;
};

GridOverlay::GridOverlay(std::shared_ptr<const city::CityIndex> city, look::Theme theme,
                         double labelPx, QObject *parent)
    : Overlay(parent), d(std::make_unique<Private>(std::move(city), theme, labelPx))
{
}

GridOverlay::~GridOverlay() = default;

void GridOverlay::paint(QPainter &painter, const ViewState &view, const QRectF &dirty)
{
    if (!isVisible())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // Lines are wider than their ground.
    const geo::MapBox ground = groundOf(dirty.adjusted(-8, -8, 8, 8), view);
    d->paintUnitGrids(painter, view, ground);
    d->paintResponsibilityGrids(painter, view, ground);
    if (d->highlighted >= 0)
        d->paintHighlight(painter, view, dirty);
    d->paintCodes(painter, view, dirty, ground);
    d->paintNames(painter, view, dirty);
    painter.restore();
}

void GridOverlay::setHighlighted(const QString &unitGridCode)
{
    int index = -1;
    if (const city::UnitGrid *grid = d->city->unitGrid(unitGridCode))
        index = int(grid - d->city->unitGrids().constData());
    if (index == d->highlighted)
        return;
    d->highlighted = index;
    // The rest dims or comes back, so everything changes.
    emit changed({});
}

void GridOverlay::setLabelPx(double px)
{
    if (d->labelPx == px)
        return;
    d->labelPx = px;
    d->texts.clear();
    emit changed({});
}

} // namespace gridhall::mapview
