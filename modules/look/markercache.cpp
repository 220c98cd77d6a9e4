// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <look/marks.h>

#include <look/style.h>

#include <QFontMetricsF>
#include <QPainterPath>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace gridhall::look {

namespace {

// A wall of 1,000 people whose names, headings and ages change fills this in some minutes; 4,000
// small pixmaps are about 60 MB at wall size.
constexpr int kMostArts = 4000;
constexpr double kHeadingRing = 1.0; ///< radius of the notch, in glyphs

using Kind = MarkerFace::Kind;

bool labelInside(const MarkerFace &face)
{
    return face.kind == Kind::Camera && face.label.size() <= 3;
}

bool isLabelled(const MarkerFace &face)
{
    return !face.label.isEmpty() && !labelInside(face);
}

/// Whether the heading's notch stands on this side of the figure.
bool headsTo(const MarkerFace &face, MarkerFace::LabelSide side)
{
    using Side = MarkerFace::LabelSide;
    if (face.kind != Kind::Patroller || face.headingStep < 0)
        return false;
    const int step = face.headingStep % 24;
    switch (side) {
    case Side::Below:
        return step >= 9 && step <= 15;
    case Side::Right:
        return step >= 3 && step <= 9;
    case Side::Left:
        return step >= 15 && step <= 21;
    case Side::Above:
        return step <= 3 || step >= 21;
    }
    return false;
}

QRectF centred(double width, double height)
{
    return {-width / 2, -height / 2, width, height};
}

QRectF glyphBoxOf(const MarkerFace &face, double glyph)
{
    switch (face.kind) {
    case Kind::Patroller:
        return centred(glyph * 0.75, glyph * 1.5);
    case Kind::Vehicle:
        return centred(glyph * 1.05, glyph * 1.05);
    case Kind::Camera:
        return centred(glyph * 1.05, glyph * 1.05);
    case Kind::Cluster:
        return centred(glyph * 1.8, glyph * 1.8);
    case Kind::Case:
        return face.mark == Mark::Alarm ? centred(glyph * 3.6, glyph * 3.6)
                                        : centred(glyph * 1.1, glyph * 1.1);
    case Kind::None:
        break;
    }
    return centred(glyph, glyph);
}

QFont labelFontOf(const MarkerFace &face, double px)
{
    const bool urgent =
        face.kind == Kind::Case && (face.mark == Mark::Overdue || face.mark == Mark::Alarm);
    return font(px, urgent || face.chosen);
}

QColor labelColour(const MarkerFace &face, const Palette &p)
{
    if (face.kind == Kind::Case)
        return markColour(face.mark, p);
    return face.stale ? p.secondaryText : p.text;
}

void drawAlarm(QPainter &painter, const QRectF &box, const Palette &p)
{
    const QColor colour = p.alarm;
    QColor wash = colour;
    wash.setAlpha(48);
    const double s = box.width();
    painter.setPen(QPen(p.ground, s * 0.05));
    painter.setBrush(wash);
    painter.drawEllipse(box.center(), s * 0.47, s * 0.47);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, s * 0.022));
    painter.drawEllipse(box.center(), s * 0.47, s * 0.47);
    painter.setPen(QPen(colour, s * 0.06));
    painter.drawEllipse(box.center(), s * 0.29, s * 0.29);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(box.center(), s * 0.07, s * 0.07);
}

/// A disc with the count; its rim divided by what is inside.
void drawCluster(QPainter &painter, const MarkerFace &face, const QRectF &box, const Palette &p)
{
    const double s = box.width();
    const QPointF c = box.center();
    painter.setPen(QPen(p.isDark() ? p.ground : QColor(Qt::white), s * 0.08));
    painter.setBrush(p.isDark() ? p.panel : QColor(Qt::white));
    painter.drawEllipse(c, s * 0.44, s * 0.44);

    const QColor colours[] = {p.onTime, p.dueSoon, p.suspended, p.closed};
    int total = 0;
    int kinds = 0;
    for (const int share : face.shares) {
        total += share;
        kinds += share > 0 ? 1 : 0;
    }
    const QRectF rim(c.x() - s * 0.4, c.y() - s * 0.4, s * 0.8, s * 0.8);
    const double gap = kinds > 1 ? 3.0 : 0.0;
    double from = 90.0;
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < 4 && total > 0; ++i) {
        const double span = 360.0 * face.shares[i] / total;
        if (span <= 0)
            continue;
        painter.setPen(QPen(colours[i], s * 0.115, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(rim, qRound((from - gap) * 16), -qRound((span - 2 * gap) * 16));
        from -= span;
    }
    const QString count = QString::number(face.count);
    const QFont digits = font(s * (count.size() < 3 ? 0.4 : 0.32), true);
    const QFontMetricsF metrics(digits);
    painter.setFont(digits);
    painter.setPen(p.text);
    painter.drawText(
        QPointF(c.x() - metrics.horizontalAdvance(count) / 2, c.y() + metrics.capHeight() / 2),
        count);
}

/// The heading: a notch on an imagined ring round the figure.
void drawNotch(QPainter &painter, double headingDeg, double glyph, const Palette &p, bool stale)
{
    const double radians = qDegreesToRadians(headingDeg);
    const QPointF along(std::sin(radians), -std::cos(radians));
    const QPointF across(-along.y(), along.x());
    const double ring = glyph * kHeadingRing;
    QPainterPath path;
    path.addPolygon(QPolygonF(
        {along * (ring + glyph * 0.24), along * (ring - glyph * 0.18) + across * glyph * 0.25,
         along * (ring - glyph * 0.06), along * (ring - glyph * 0.18) - across * glyph * 0.25}));
    path.closeSubpath();
    const QColor dark(0x0B, 0x12, 0x20);
    painter.setPen(QPen(dark, glyph * 0.15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(dark);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(stale ? p.suspended : QColor(0xFF, 0xD4, 0x00));
    painter.drawPath(path);
}

void drawGlyph(QPainter &painter, const MarkerFace &face, const QRectF &box, double glyph,
               const Palette &p)
{
    switch (face.kind) {
    case Kind::Patroller:
        drawFigure(painter, box, p, face.stale);
        if (face.headingStep >= 0)
            drawNotch(painter, face.headingStep * 15.0, glyph, p, face.stale);
        break;
    case Kind::Vehicle:
        drawArrowhead(painter, box, qMax(0, face.headingStep) * 15.0, p, face.stale);
        break;
    case Kind::Camera:
        drawLens(painter, box, labelInside(face) ? face.label : QString(), p, face.stale);
        break;
    case Kind::Cluster:
        drawCluster(painter, face, box, p);
        break;
    case Kind::Case:
    case Kind::None:
        if (face.mark == Mark::Alarm)
            drawAlarm(painter, box, p);
        else
            drawMark(painter, face.mark, centred(glyph, glyph), p, true);
        break;
    }
}

void drawChosenRing(QPainter &painter, const QRectF &box, double glyph, const Palette &p)
{
    const double radius = qMax(box.width(), box.height()) / 2 + glyph * 0.22;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(p.isDark() ? p.ground : QColor(Qt::white), glyph * 0.2));
    painter.drawEllipse(box.center(), radius, radius);
    painter.setPen(QPen(p.ink, glyph * 0.09));
    painter.drawEllipse(box.center(), radius, radius);
}

} // namespace

size_t qHash(const MarkerFace &face, size_t seed)
{
    return qHashMulti(seed, int(face.kind), int(face.mark), int(face.labelSide), face.label,
                      face.stale, face.chosen, face.headingStep, face.count, face.shares[0],
                      face.shares[1], face.shares[2], face.shares[3]);
}

MarkerCache::MarkerCache(Theme theme, double glyphPx, double labelPx)
    : m_theme(theme), m_glyphPx(glyphPx), m_labelPx(labelPx)
{
}

void MarkerCache::setSizes(double glyphPx, double labelPx)
{
    if (m_glyphPx == glyphPx && m_labelPx == labelPx)
        return;
    m_glyphPx = glyphPx;
    m_labelPx = labelPx;
    m_arts.clear();
}

const MarkerArt &MarkerCache::art(const MarkerFace &face, qreal devicePixelRatio)
{
    if (devicePixelRatio != m_ratio || m_arts.size() >= kMostArts) {
        m_arts.clear();
        m_ratio = devicePixelRatio;
    }
    auto it = m_arts.find(face);
    if (it == m_arts.end())
        it = m_arts.insert(face, paint(face));
    return *it;
}

MarkerCache::LabelPlace MarkerCache::labelPlace(const MarkerFace &face) const
{
    using Side = MarkerFace::LabelSide;
    if (!isLabelled(face))
        return {};
    const QRectF glyph = glyphBoxOf(face, m_glyphPx);
    const double width = QFontMetricsF(labelFontOf(face, m_labelPx)).horizontalAdvance(face.label);
    const double halo = m_labelPx * 0.14;
    const double high = m_labelPx * 1.25;
    // From the middle to the label's near edge: past the glyph, its notch and its ring.
    const bool upright = face.labelSide == Side::Below || face.labelSide == Side::Above;
    double away = (upright ? glyph.height() : glyph.width()) / 2 + m_glyphPx * 0.14;
    if (headsTo(face, face.labelSide))
        away = std::max(away, m_glyphPx * 1.28);
    if (face.chosen)
        away = std::max(away, std::max(glyph.width(), glyph.height()) / 2 + m_glyphPx * 0.34);

    QPointF corner;
    switch (face.labelSide) {
    case Side::Below:
        corner = {-width / 2, away};
        break;
    case Side::Above:
        corner = {-width / 2, -away - high};
        break;
    case Side::Right:
        corner = {away, -high / 2};
        break;
    case Side::Left:
        corner = {-away - width, -high / 2};
        break;
    }
    // Whole pixels, so that small Chinese labels stay crisp.
    const QPointF baseline(std::floor(corner.x()), std::round(corner.y() + m_labelPx * 0.95));
    return {baseline, QRectF(baseline.x() - halo, corner.y(), width + 2 * halo, high)};
}

QRectF MarkerCache::labelBox(const MarkerFace &face) const
{
    return labelPlace(face).box;
}

MarkerArt MarkerCache::paint(const MarkerFace &face) const
{
    const Palette &p = palette(m_theme);
    MarkerArt art;
    art.glyphBox = glyphBoxOf(face, m_glyphPx);
    QRectF box = art.glyphBox;
    if (face.kind == Kind::Patroller && face.headingStep >= 0)
        box |= centred(m_glyphPx * 2.6, m_glyphPx * 2.6);
    if (face.chosen) {
        const double d = qMax(box.width(), box.height()) + m_glyphPx * 0.8;
        box |= centred(d, d);
    }
    box.adjust(-m_glyphPx * 0.12, -m_glyphPx * 0.12, m_glyphPx * 0.12, m_glyphPx * 0.12);

    const bool labelled = isLabelled(face);
    const LabelPlace place = labelPlace(face);
    if (labelled) {
        art.labelBox = place.box;
        box |= art.labelBox.adjusted(-2, -2, 2, 2);
    }

    // The pixmap's corner lies on whole pixels, or blitting would blur it.
    const QPointF corner(std::floor(box.left()), std::floor(box.top()));
    const QSizeF size(std::ceil(box.right() - corner.x()), std::ceil(box.bottom() - corner.y()));
    art.anchor = -corner;
    QPixmap pixmap((size * m_ratio).toSize());
    pixmap.setDevicePixelRatio(m_ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(art.anchor);
    if (face.chosen)
        drawChosenRing(painter, art.glyphBox, m_glyphPx, p);
    drawGlyph(painter, face, art.glyphBox, m_glyphPx, p);
    if (labelled) {
        drawHaloText(painter, place.baseline, face.label, labelFontOf(face, m_labelPx),
                     labelColour(face, p), p.isDark() ? p.ground : QColor(Qt::white));
    }
    painter.end();
    art.pixmap = pixmap;
    return art;
}

} // namespace gridhall::look
