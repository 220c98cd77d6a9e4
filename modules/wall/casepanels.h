// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wall/wallpanel.h>

#include <QList>

namespace gridhall::wall {

/// The newest cases, latest report on top.
class NewestPanel : public WallPanel
{
    Q_OBJECT
public:
    using WallPanel::WallPanel;
    struct Row
    {
        look::Mark mark = look::Mark::None;
        QString what;  ///< class
        QString where; ///< address; shortened before the source is
        QString source;
        QString when;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void setRows(const QList<Row> &rows, int withinAnHour);
    const QList<Row> &rows() const { return m_rows; }
    /// How many rows there is room for.
    int capacity() const;

protected:
    void compose(WallPainter &painter) override;

private:
    QList<Row> m_rows;
    int m_withinAnHour = 0;
};

/// Who is on duty, those who need attention or have a task first.
class DutyPanel : public WallPanel
{
    Q_OBJECT
public:
    using WallPanel::WallPanel;
    struct Row
    {
        QString name;
        QString doing; ///< task, or how long nothing was heard
        QString where;
        bool stale = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void setRows(const QList<Row> &rows, int onDuty, int enrolled);
    int capacity() const;

protected:
    void compose(WallPainter &painter) override;

private:
    QList<Row> m_rows;
    int m_onDuty = 0;
    int m_enrolled = 0;
};

/// The strip at the bottom: only what needs somebody. Stands still; what does not fit is counted.
class TickerPanel : public WallPanel
{
    Q_OBJECT
public:
    explicit TickerPanel(QWidget *parent = nullptr);
    struct Entry
    {
        look::Mark mark = look::Mark::None;
        QString why;  ///< 超 2 小时 10 分
        QString what; ///< class, place, unit
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    void setEntries(const QList<Entry> &entries, bool known);
    const QList<Entry> &entries() const { return m_entries; }

protected:
    void compose(WallPainter &painter) override;

private:
    QList<Entry> m_entries;
    bool m_known = false;
};

} // namespace gridhall::wall
