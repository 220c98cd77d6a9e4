// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <look/marks.h>
#include <mapview/overlay.h>

#include <optional>

namespace gridhall::desk {

/// What the desk's map is about: the open case's place with a ring and a callout, or the place of
/// the report being taken with a cross-hair, the 50 m within which duplicates count, and lines to
/// them.
class PlaceOverlay : public mapview::Overlay
{
    Q_OBJECT
public:
    struct Duplicate
    {
        geo::MapPoint at;
        QString label;
    };

    explicit PlaceOverlay(look::Theme theme, QObject *parent = nullptr);
    void showCase(const geo::MapPoint &at, look::Mark mark, const QString &title,
                  const QString &line);
    void showReport(const std::optional<geo::MapPoint> &at, const QList<Duplicate> &duplicates);
    void clear();
    /// The component pointed at in the list.
    void pointAt(const std::optional<geo::MapPoint> &at);

    void paint(QPainter &painter, const mapview::ViewState &view, const QRectF &dirty) override;

private:
    void paintCase(QPainter &painter, const mapview::ViewState &view) const;
    void paintReport(QPainter &painter, const mapview::ViewState &view) const;
    void paintHaloText(QPainter &painter, const QRectF &box, const QString &text, double px) const;

    look::Theme m_theme;
    std::optional<geo::MapPoint> m_case;
    std::optional<geo::MapPoint> m_report;
    std::optional<geo::MapPoint> m_pointed;
    QList<Duplicate> m_duplicates;
    look::Mark m_mark = look::Mark::None;
    QString m_title;
    QString m_line;
};

} // namespace gridhall::desk
