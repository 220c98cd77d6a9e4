// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <look/marks.h>

#include <QAbstractListModel>
#include <QListView>

namespace gridhall::desk {

/// One row of a RowList: a key to know it by, and a text for each column.
struct ListRow
{
    QString key{};
    QStringList cells{};
    QString chip{}; ///< a key printed before the first column: "1"
    look::Mark mark = look::Mark::None;
    bool strong = false;
    int boldFrom = -1; ///< letters of the first two cells that were typed
    int boldLength = 0;
};

/// A short list of painted rows: candidates, conditions, units, components, people. Up and Down
/// move, Enter or a click chooses. The owner may keep the focus in a text field and hand on arrow
/// keys.
class RowList : public QListView
{
    Q_OBJECT
public:
    struct Column
    {
        double width =
            0; ///< pixels, or a share of what is left when below 1; the cells are cut there
        Qt::Alignment alignment = Qt::AlignLeft;
        bool secondary = false;
        double fromListWidth = 0; ///< left out of a list that is narrower
    };

    RowList(QList<Column> columns, const QString &accessibleName, QWidget *parent = nullptr);

    void setRows(const QList<ListRow> &rows);
    const QList<ListRow> &rows() const;
    void setRowHeight(int px);
    /// Said in the middle of an empty list.
    void setEmptyText(const QString &text);

    QString currentKey() const;
    void setCurrentKey(const QString &key);
    void setCurrentRow(int row);
    int currentRow() const;
    void moveCurrent(int by);
    int heightOfRows(int most) const;

    void keyboardSearch(const QString &) override {}

signals:
    void currentKeyChanged(const QString &key);
    void chosen(const QString &key);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Model;
    class Delegate;
    Model *m_model;
    Delegate *m_delegate;
    QString m_emptyText;
};

} // namespace gridhall::desk
