// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <look/palette.h>

#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QString>

namespace gridhall::look {

/// The shapes that carry meaning together with colour.
enum class Mark { None = 0, OnTime, DueSoon, Overdue, Suspended, Closed, Alarm };

/// Draws a mark into `box` (square). `outlined` adds the dark outline that lifts it off a map.
void drawMark(QPainter &painter, Mark mark, const QRectF &box, const Palette &palette,
              bool outlined);
QColor markColour(Mark mark, const Palette &palette);

/// What a marker on the map looks like; equal faces share one cached pixmap.
struct MarkerFace
{
    enum class Kind { None = 0, Case, Patroller, Vehicle, Camera, Cluster };
    Kind kind = Kind::None;
    Mark mark = Mark::None;
    QString label; ///< name, "超 12 分", camera number …
    bool stale = false;
    bool chosen = false;
    int headingStep = -1; ///< heading in steps of 15 degrees, -1: none
    int count = 0;        ///< for Cluster
    int shares[4] = {};   ///< Cluster rim: on time, due soon, suspended, closed
    enum class LabelSide { Below = 0, Right, Left, Above };
    LabelSide labelSide = LabelSide::Below;
    friend bool operator==(const MarkerFace &, const MarkerFace &) = default;
};
size_t qHash(const MarkerFace &face, size_t seed = 0);

/// Draws a patroller (yellow hi-vis vest and helmet, grey when stale) standing in `box`, about half
/// as wide as high, with a dark outline.
void drawFigure(QPainter &painter, const QRectF &box, const Palette &palette, bool stale);
/// Draws a vehicle's arrowhead round the middle of `box`, pointing `headingDeg` clockwise from
/// north.
void drawArrowhead(QPainter &painter, const QRectF &box, double headingDeg, const Palette &palette,
                   bool stale);
/// Draws a camera's lens into `box`; a short `number` stands inside it.
void drawLens(QPainter &painter, const QRectF &box, const QString &number, const Palette &palette,
              bool stale);
/// Draws one line of text with a halo in the ground's colour, its baseline starting at `at`.
void drawHaloText(QPainter &painter, const QPointF &at, const QString &text, const QFont &font,
                  const QColor &colour, const QColor &halo);

/// A painted marker: blit `pixmap` with its `anchor` (logical pixels) on the place.
struct MarkerArt
{
    QPixmap pixmap;
    QPointF anchor;
    QRectF glyphBox; ///< relative to the anchor: what a click hits
    QRectF labelBox; ///< relative to the anchor: the label with its halo; empty without one
};

/// Paints markers once per face, size and pixel ratio, and keeps them (bounded). GUI thread.
class MarkerCache
{
public:
    /// `glyphPx` is the height of a case's mark, `labelPx` of its text, in logical pixels.
    MarkerCache(Theme theme, double glyphPx, double labelPx);
    /// Valid until the next call.
    const MarkerArt &art(const MarkerFace &face, qreal devicePixelRatio);
    /// Where the label would lie, relative to the anchor, without painting anything.
    QRectF labelBox(const MarkerFace &face) const;
    void setSizes(double glyphPx, double labelPx);
    double glyphPx() const { return m_glyphPx; }
    double labelPx() const { return m_labelPx; }

private:
    struct LabelPlace
    {
        QPointF baseline;
        QRectF box;
    };
    LabelPlace labelPlace(const MarkerFace &face) const;
    MarkerArt paint(const MarkerFace &face) const;

    Theme m_theme;
    double m_glyphPx;
    double m_labelPx;
    qreal m_ratio = 0;
    QHash<MarkerFace, MarkerArt> m_arts;
};

} // namespace gridhall::look
