// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/tabstrip.h>

#include <desk/deskpaint.h>
#include <look/style.h>

#include <QMouseEvent>

#include <cmath>

namespace gridhall::desk {

namespace {
constexpr double kPad = 4;
constexpr double kGap = 36;
} // namespace

TabStrip::TabStrip(const QStringList &names, const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_names(names)
{
    setAccessibleName(accessibleName);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void TabStrip::setCounts(const QList<int> &counts)
{
    m_counts = counts;
    updateGeometry();
    update();
}

void TabStrip::setCurrent(int tab)
{
    if (tab == m_current || tab < 0 || tab >= m_names.size())
        return;
    m_current = tab;
    update();
    emit currentChanged(tab);
}

QString TabStrip::countOf(int tab) const
{
    const int count = tab < m_counts.size() ? m_counts.at(tab) : -1;
    return count < 0 ? QString() : QString::number(count);
}

QList<QRectF> TabStrip::boxes() const
{
    QList<double> widths;
    double total = 0;
    for (int i = 0; i < m_names.size(); ++i) {
        double width = lineWidth(m_names.at(i), look::font(15, true)) + 2 * kPad;
        if (!countOf(i).isEmpty())
            width += 8 + lineWidth(countOf(i), look::font(14));
        widths.append(std::ceil(width));
        total += widths.last();
    }
    double gap = kGap;
    if (m_names.size() > 1)
        gap = std::clamp((this->width() - total) / double(m_names.size() - 1), 4.0, kGap);
    QList<QRectF> result;
    double x = 0;
    for (const double width : std::as_const(widths)) {
        result.append({x, 0, width, double(height())});
        x += width + gap;
    }
    return result;
}

QSize TabStrip::sizeHint() const
{
    double width = 0;
    for (int i = 0; i < m_names.size(); ++i)
        width += lineWidth(m_names.at(i), look::font(15, true)) + 2 * kPad + kGap +
                 (countOf(i).isEmpty() ? 0 : 8 + lineWidth(countOf(i), look::font(14)));
    return {int(std::ceil(width - kGap)), 48};
}

void TabStrip::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    QPainter painter(this);
    const QList<QRectF> all = boxes();
    for (int i = 0; i < all.size(); ++i) {
        const QRectF &box = all.at(i);
        const bool current = i == m_current;
        if (current)
            painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), palette.ink);
        const double taken =
            drawLine(painter, box.adjusted(kPad, 0, 8, 0), m_names.at(i), look::font(15, current),
                     current ? palette.text : palette.secondaryText);
        drawLine(painter, box.adjusted(kPad + taken + 8, 0, 8, 0), countOf(i), look::font(14),
                 palette.secondaryText);
    }
}

void TabStrip::mousePressEvent(QMouseEvent *event)
{
    const QList<QRectF> all = boxes();
    for (int i = 0; i < all.size(); ++i) {
        if (all.at(i).contains(event->position()))
            setCurrent(i);
    }
}

} // namespace gridhall::desk
