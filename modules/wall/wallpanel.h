// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <look/marks.h>
#include <look/palette.h>

#include <QPainter>
#include <QWidget>

namespace gridhall::wall {

/// A line of text as it was painted: what the tests measure.
struct DrawnText
{
    QString text;   ///< as painted, perhaps shortened
    QString wanted; ///< as it should read
    QRectF box;     ///< its ink's room in the panel, logical pixels
    QColor colour;
    int px = 0;
};

/// Paints in units of a wall 2160 pixels high, whatever the window's size, and keeps account of
/// the text.
class WallPainter
{
public:
    enum class Align { Left = 0, Right, Centre };

    WallPainter(QPainter &painter, double unit, const QSizeF &size)
        : m_painter(painter), m_unit(unit), m_size(size)
    {
    }

    QPainter &raw() { return m_painter; }
    double px(double units) const { return units * m_unit; }
    double width() const { return m_size.width() / m_unit; } ///< of the panel, in units
    double height() const { return m_size.height() / m_unit; }
    const look::Palette &palette() const { return look::palette(look::Theme::Wall); }

    double widthOf(const QString &text, double size, bool bold = false) const;
    /// One line; shortened with "…" when wider than `most`. Returns the width painted, in units.
    double text(double x, double baseline, const QString &text, double size, const QColor &colour,
                bool bold = false, Align align = Align::Left, double most = 1e9);
    void mark(look::Mark mark, double centreX, double centreY, double side);
    void line(double x1, double y1, double x2, double y2, const QColor &colour,
              double thickness = 2);
    void bar(double x, double y, double w, double h, const QColor &colour);

    const QList<DrawnText> &texts() const { return m_texts; }

private:
    QPainter &m_painter;
    double m_unit;
    QSizeF m_size;
    QList<DrawnText> m_texts;
};

/// One part of the wall: opaque, painted whole, and only when what it shows has changed.
class WallPanel : public QWidget
{
    Q_OBJECT
public:
    explicit WallPanel(QWidget *parent = nullptr);
    void setUnit(double unit);
    double unit() const { return m_unit; }
    /// What a paint would write now.
    QList<DrawnText> drawnTexts();
    QColor ground() const { return m_ground; }

    enum class Edge { Left = 1, Right = 2, Top = 4 };
    Q_DECLARE_FLAGS(Edges, Edge)

protected:
    virtual void compose(WallPainter &painter) = 0;
    void setGround(const QColor &ground) { m_ground = ground; }
    void paintEvent(QPaintEvent *event) override;

    static void edges(WallPainter &painter, Edges edges);
    /// A section's title and, at the right, what its numbers mean.
    static void title(WallPainter &painter, const QString &text, const QString &note);
    /// Said when there is nothing to list.
    static void nothing(WallPainter &painter, double baseline, const QString &text);

private:
    double m_unit = 1.0;
    QColor m_ground;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(WallPanel::Edges)

} // namespace gridhall::wall
