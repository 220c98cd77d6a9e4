// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/rowlist.h>

#include <desk/deskpaint.h>
#include <look/style.h>

#include <QKeyEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace gridhall::desk {

class RowList::Model final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        return m_rows.at(index.row()).cells.join(QLatin1Char(' '));
    }
    void reset(const QList<ListRow> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    QList<ListRow> m_rows;
};

class RowList::Delegate final : public QStyledItemDelegate
{
public:
    Delegate(QList<Column> columns, const Model &model, QObject *parent)
        : QStyledItemDelegate(parent), m_columns(std::move(columns)), m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, m_rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const ListRow &row = m_model.m_rows.at(index.row());
        const look::Palette &palette = paletteOf(option.widget);
        const QRectF box(option.rect);
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen) {
            painter->fillRect(box, palette.selection);
            painter->fillRect(QRectF(box.left(), box.top(), 4, box.height()), palette.ink);
        } else {
            painter->fillRect(QRectF(box.left() + 16, box.bottom() - 1, box.width() - 16, 1),
                              surfacesOf(palette).line);
        }
        double left = box.left() + 24;
        if (!row.chip.isEmpty())
            left += drawKey(*painter, {left - 8, box.center().y()}, row.chip, palette) + 6;
        if (row.mark != look::Mark::None) {
            look::drawMark(*painter, row.mark, QRectF(left - 8, box.center().y() - 7, 14, 14),
                           palette, false);
            left += 16;
        }
        paintCells(*painter, row, box, left, palette, chosen || row.strong);
    }

    int m_rowHeight = 44;

private:
    void paintCells(QPainter &painter, const ListRow &row, const QRectF &box, double left,
                    const look::Palette &palette, bool strong) const
    {
        const double right = box.right() - 24;
        double fixed = 0;
        double shares = 0;
        for (const Column &column : m_columns) {
            if (box.width() < column.fromListWidth)
                continue;
            fixed += column.width >= 1 ? column.width : 0;
            shares += column.width >= 1 ? 0 : column.width;
        }
        const double rest = std::max(0.0, right - left - fixed) / std::max(0.01, shares);
        double x = left;
        for (qsizetype i = 0; i < m_columns.size() && i < row.cells.size(); ++i) {
            const Column &column = m_columns.at(i);
            if (box.width() < column.fromListWidth)
                continue;
            const double width = column.width >= 1 ? column.width : rest * column.width;
            const bool last = i == m_columns.size() - 1;
            const QRectF cell(x, box.top(), last ? right - x : width - 12, box.height());
            paintCell(painter, row, int(i), cell, column, palette, strong);
            x += width;
        }
    }

    static void paintCell(QPainter &painter, const ListRow &row, int at, const QRectF &cell,
                          const Column &column, const look::Palette &palette, bool strong)
    {
        const QString &text = row.cells.at(at);
        const QColor colour = column.secondary ? palette.secondaryText : palette.text;
        const double px = column.secondary ? 14 : 15;
        if (at > 1 || row.boldFrom < 0 || row.boldLength <= 0 ||
            row.boldFrom + row.boldLength > text.size()) {
            drawLine(painter, cell, text, look::font(px, strong && at == 0), colour,
                     column.alignment | Qt::AlignVCenter);
            return;
        }
        double x = cell.left();
        const QString parts[3] = {text.left(row.boldFrom), text.mid(row.boldFrom, row.boldLength),
                                  text.mid(row.boldFrom + row.boldLength)};
        for (int i = 0; i < 3; ++i)
            x += drawLine(painter, {x, cell.top(), cell.right() - x, cell.height()}, parts[i],
                          look::font(15, i == 1), i == 1 ? palette.text : palette.secondaryText);
    }

    QList<Column> m_columns;
    const Model &m_model;
};

RowList::RowList(QList<Column> columns, const QString &accessibleName, QWidget *parent)
    : QListView(parent),
      m_model(new Model(this)),
      m_delegate(new Delegate(std::move(columns), *m_model, this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setAccessibleName(accessibleName);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit chosen(m_model->m_rows.at(index.row()).key); });
}

void RowList::setRows(const QList<ListRow> &rows)
{
    const QString kept = currentKey();
    m_model->reset(rows);
    setCurrentKey(kept);
    viewport()->update();
}

const QList<ListRow> &RowList::rows() const
{
    return m_model->m_rows;
}

void RowList::setRowHeight(int px)
{
    m_delegate->m_rowHeight = px;
    doItemsLayout();
}

void RowList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

QString RowList::currentKey() const
{
    const int row = currentRow();
    return row >= 0 ? m_model->m_rows.at(row).key : QString();
}

void RowList::setCurrentKey(const QString &key)
{
    for (qsizetype i = 0; i < m_model->m_rows.size() && !key.isEmpty(); ++i) {
        if (m_model->m_rows.at(i).key == key) {
            setCurrentRow(int(i));
            return;
        }
    }
}

void RowList::setCurrentRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row));
    else
        setCurrentIndex({});
}

int RowList::currentRow() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && index.row() < m_model->m_rows.size() ? index.row() : -1;
}

void RowList::moveCurrent(int by)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    setCurrentRow(std::clamp(currentRow() + by, 0, count - 1));
}

int RowList::heightOfRows(int most) const
{
    return std::min(most, m_model->rowCount()) * m_delegate->m_rowHeight;
}

void RowList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentKeyChanged(currentKey());
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        emit chosen(currentKey());
        return;
    }
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down ||
        event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown ||
        event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        QListView::keyPressEvent(event);
        return;
    }
    event->ignore();
}

void RowList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_model->m_rows.isEmpty() || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    drawLine(painter, QRectF(24, 12, viewport()->width() - 48, 28), m_emptyText, look::font(14),
             paletteOf(this).secondaryText);
}

} // namespace gridhall::desk
