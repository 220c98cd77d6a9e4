// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/mapreadout.h>

#include <geo/mapsheet.h>
#include <look/style.h>
#include <look/words.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace gridhall::mapview {

namespace {

constexpr int kHeightPx = 32;
constexpr int kTextPx = 13;
constexpr int kEdgePx = 16;
constexpr int kGapPx = 24;
constexpr double kBarPx = 110.0;

struct ScaleBar
{
    double lengthM = 0;
    double px = 0;
};

/// The longest round length (1, 2 or 5 times a power of ten) not longer than `mostPx`.
ScaleBar scaleBar(const ViewState &view, double mostPx)
{
    const double mostM = mostPx * view.metresPerPixel;
    if (!(mostM > 0) || !std::isfinite(mostM))
        return {};
    const double power = std::pow(10.0, std::floor(std::log10(mostM)));
    double length = power;
    for (const double step : {2.0, 5.0}) {
        if (power * step <= mostM * (1 + 1e-9))
            length = power * step;
    }
    return {length, length / view.metresPerPixel};
}

QString lengthText(double metres)
{
    if (metres >= 1000)
        return MapReadout::tr("%1 km").arg(metres / 1000);
    if (metres < 1)
        return MapReadout::tr("%1 cm").arg(metres * 100);
    return MapReadout::tr("%1 m").arg(metres);
}

void drawBracket(QPainter &painter, const QPointF &leftBottom, double px, double tick, bool halved,
                 const QColor &colour, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    const QPointF right = leftBottom + QPointF(std::round(px), 0);
    painter.drawPolyline(
        QPolygonF({leftBottom - QPointF(0, tick), leftBottom, right, right - QPointF(0, tick)}));
    if (halved) {
        const QPointF middle(std::round((leftBottom.x() + right.x()) / 2), leftBottom.y());
        painter.drawLine(middle, middle - QPointF(0, tick * 0.6));
    }
    painter.restore();
}

double widthOf(const MapReadout::Field &field, const QFontMetricsF &metrics)
{
    return metrics.horizontalAdvance(field.name) + (field.name.isEmpty() ? 0 : 8) +
           metrics.horizontalAdvance(field.value);
}

/// "2000 国家大地坐标系 EPSG:4547" for the zones of CGCS2000, else the code alone.
QString systemText(const QString &crs)
{
    const int code = crs.startsWith(QStringLiteral("EPSG:")) ? crs.mid(5).toInt() : 0;
    return code >= 4490 && code <= 4554 ? MapReadout::tr("CGCS2000 %1").arg(crs) : crs;
}

/// Leaves out what matters least until the rest fits.
void fitInto(QList<MapReadout::Field> &fields, double room, const QFontMetricsF &metrics)
{
    const auto needed = [&] {
        double sum = 0;
        for (const MapReadout::Field &field : fields)
            sum += widthOf(field, metrics) + kGapPx;
        return sum;
    };
    while (!fields.isEmpty() && needed() > room) {
        const auto least =
            std::max_element(fields.begin(), fields.end(),
                             [](const auto &a, const auto &b) { return a.rank < b.rank; });
        fields.erase(least);
    }
}

} // namespace

MapReadout::MapReadout(MapView &view, std::shared_ptr<const city::CityIndex> city,
                       look::Theme theme, QWidget *parent)
    : QWidget(parent),
      m_view(view),
      m_city(std::move(city)),
      m_projection(m_city->projection()),
      m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&view, &MapView::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&view, &MapView::cursorMoved, this, [this](const geo::MapPoint &at) {
        m_cursor = at;
        m_hasCursor = true;
        update();
    });
    connect(&view, &MapView::cursorLeft, this, [this] {
        m_hasCursor = false;
        update();
    });
}

QSize MapReadout::sizeHint() const
{
    return {640, m_rows * kHeightPx};
}

void MapReadout::resizeEvent(QResizeEvent *)
{
    const QFontMetricsF metrics(look::font(kTextPx));
    // Twice 60: "1:100000" in bold, and the scale bar's length.
    double needed = 2 * kEdgePx + kBarPx + 2 * 60 + kGapPx;
    for (const Field &field : fieldsAt(m_view.centre()))
        needed += widthOf(field, metrics) + kGapPx;
    const int rows = needed > width() ? 2 : 1;
    if (std::exchange(m_rows, rows) != rows || height() != sizeHint().height())
        setFixedHeight(sizeHint().height());
}

QList<MapReadout::Field> MapReadout::fieldsAt(const geo::MapPoint &at) const
{
    const geo::LonLat place = m_projection.toLonLat(at);
    const int grid = m_city->unitGridAt(at);
    QList<Field> fields;
    if (std::isfinite(place.lon) && std::isfinite(place.lat))
        fields.append({tr("Lon, lat"), look::lonLatText(place.lon, place.lat), 3});
    fields.append({tr("East, north"), look::mapPointText(at.east, at.north), 1});
    if (grid >= 0)
        fields.append({tr("Unit grid"), m_city->unitGrids().at(grid).code, 0});
    fields.append({tr("Sheet"), geo::sheetNumber500(at), 2});
    if (!m_hasCursor)
        fields.append({QString(), tr("at the centre"), 5});
    return fields;
}

/// Draws the scale and its bar; answers where the next thing may begin.
double MapReadout::paintScale(QPainter &painter, double baseline) const
{
    const look::Palette &p = look::palette(m_theme);
    const QFont bold = look::font(kTextPx + 1, true);
    double x = kEdgePx;
    const QString scale = QStringLiteral("1:%1").arg(m_view.scaleDenominator());
    painter.setFont(bold);
    painter.setPen(p.text);
    painter.drawText(QPointF(x, baseline), scale);
    x += QFontMetricsF(bold).horizontalAdvance(scale) + 16;

    const ScaleBar bar = scaleBar(m_view.viewState(), kBarPx);
    drawBracket(painter, {std::round(x), baseline + 1}, bar.px, 6, true, p.text, 1.5);
    x += bar.px + 8;
    painter.setFont(look::font(kTextPx));
    painter.setPen(p.secondaryText);
    const QString length = lengthText(bar.lengthM);
    painter.drawText(QPointF(x, baseline), length);
    return x + painter.fontMetrics().horizontalAdvance(length) + kGapPx;
}

double MapReadout::paintField(QPainter &painter, const Field &field, double x,
                              double baseline) const
{
    const look::Palette &p = look::palette(m_theme);
    const QFontMetricsF metrics(painter.font());
    painter.setPen(p.secondaryText);
    painter.drawText(QPointF(x, baseline), field.name);
    if (!field.name.isEmpty())
        x += metrics.horizontalAdvance(field.name) + 8;
    painter.setPen(field.name.isEmpty() ? p.secondaryText : p.text);
    painter.drawText(QPointF(x, baseline), field.value);
    return x + metrics.horizontalAdvance(field.value) + kGapPx;
}

void MapReadout::paintEvent(QPaintEvent *)
{
    const look::Palette &p = look::palette(m_theme);
    QPainter painter(this);
    painter.fillRect(rect(), p.panel);
    painter.fillRect(QRect(0, 0, width(), 1), p.edge);

    const QFontMetricsF metrics(look::font(kTextPx));
    double baseline = std::round((kHeightPx + metrics.capHeight()) / 2);
    double x = paintScale(painter, baseline);
    QList<Field> fields = fieldsAt(m_hasCursor ? m_cursor : m_view.centre());
    if (m_rows > 1) {
        while (!fields.isEmpty() && x + widthOf(fields.first(), metrics) <= width() - kEdgePx)
            x = paintField(painter, fields.takeFirst(), x, baseline);
        x = kEdgePx;
        baseline += kHeightPx - 6; // the two rows belong together
    }
    fitInto(fields, width() - x, metrics);
    for (const Field &field : std::as_const(fields))
        x = paintField(painter, field, x, baseline);

    const QString system = systemText(m_city->info().crs);
    const double systemWidth = metrics.horizontalAdvance(system);
    if (width() - kEdgePx - systemWidth > x) {
        painter.setPen(p.secondaryText);
        painter.drawText(QPointF(width() - kEdgePx - systemWidth, baseline), system);
    }
}

void drawScaleBar(QPainter &painter, const ViewState &view, const QPointF &leftBottom,
                  double mostPx, const look::Palette &palette, double textPx)
{
    const ScaleBar bar = scaleBar(view, mostPx);
    if (bar.px <= 0)
        return;
    const double width = std::max(1.0, std::round(textPx / 12));
    drawBracket(painter, leftBottom, bar.px, textPx * 0.34, false, palette.secondaryText, width);
    const QFont font = look::font(textPx);
    const QFontMetricsF metrics(font);
    const QString text = lengthText(bar.lengthM);
    painter.setFont(font);
    painter.setPen(palette.secondaryText);
    painter.drawText(QPointF(leftBottom.x() + (bar.px - metrics.horizontalAdvance(text)) / 2,
                             leftBottom.y() - textPx * 0.3),
                     text);
}

} // namespace gridhall::mapview
