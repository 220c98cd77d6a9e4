// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/queuedelegate.h>

#include <cases/stagetimer.h>
#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <look/style.h>
#include <look/words.h>

namespace gridhall::desk {

QueueDelegate::QueueDelegate(const DeskContext &context, QObject *parent)
    : QStyledItemDelegate(parent), m_context(context)
{
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = static_cast<const QueueModel *>(index.model());
    const bool band = model->firstWaiting() == index.row();
    return {200, kRowHeight + (band ? kBandHeight : 0)};
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto *model = static_cast<const QueueModel *>(index.model());
    const look::Palette &palette = paletteOf(option.widget);
    QRectF box(option.rect);
    if (model->firstWaiting() == index.row()) {
        paintBand(*painter, QRectF(box.left(), box.top(), box.width(), kBandHeight), palette,
                  model->waitingCount());
        box.setTop(box.top() + kBandHeight);
    }
    paintRow(*painter, box, palette, *model, index.row(), option.state & QStyle::State_Selected);
}

void QueueDelegate::paintBand(QPainter &painter, const QRectF &box, const look::Palette &palette,
                              int count) const
{
    const Surfaces surfaces = surfacesOf(palette);
    painter.fillRect(box, surfaces.band);
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), surfaces.line);
    drawLine(painter, box.adjusted(24, 0, -20, 0), tr("Waiting for others %1").arg(count),
             look::font(14, true), palette.secondaryText);
    drawLine(painter, box.adjusted(24, 0, -20, 0), tr("by limit"), look::font(13),
             palette.secondaryText, Qt::AlignRight | Qt::AlignVCenter);
}

void QueueDelegate::paintRow(QPainter &painter, const QRectF &box, const look::Palette &palette,
                             const QueueModel &model, int row, bool chosen) const
{
    const cases::CaseFile &file = model.at(row);
    const QDateTime now = m_context.now();
    const cases::StageTimer timer = cases::stageTimerOf(file, now);
    const Surfaces surfaces = surfacesOf(palette);
    if (chosen) {
        painter.fillRect(box, palette.selection);
        painter.fillRect(QRectF(box.left(), box.top(), 4, box.height()), palette.ink);
    }
    painter.fillRect(QRectF(box.left() + 24, box.bottom() - 1, box.width() - 24, 1), surfaces.line);
    look::drawMark(painter, markOf(timer.light), QRectF(box.left() + 20, box.top() + 17, 16, 16),
                   palette, false);

    QString right;
    QColor rightColour = palette.secondaryText;
    bool rightBold = false;
    if (file.id == m_pending) {
        right = tr("on its way");
    } else if (model.hasLeft(row) || model.isWaiting(row) || !file.isOpen()) {
        right = stateWord(file.state);
    } else if (timer.dueUtc.isValid()) {
        right = look::leftText(timer.secsLeft(now));
        rightBold = timer.light != cases::Light::OnTime;
        if (rightBold)
            rightColour = look::markColour(markOf(timer.light), palette);
    } else {
        right = look::ageText(timer.sinceUtc.secsTo(now));
    }
    const QRectF upper(box.left() + 48, box.top() + 12, box.width() - 68, 26);
    const QRectF lower(box.left() + 48, box.top() + 38, box.width() - 68, 24);
    const double rightWidth = drawLine(painter, upper, right, look::font(15, rightBold),
                                       rightColour, Qt::AlignRight | Qt::AlignVCenter);
    drawLine(painter, upper.adjusted(0, 0, -rightWidth - 12, 0), m_context.className(file),
             look::font(16, chosen), palette.text);
    const double numberWidth = drawLine(painter, lower, shortNumber(file.number), look::font(14),
                                        palette.secondaryText, Qt::AlignRight | Qt::AlignVCenter);
    QStringList where{file.address, m_context.gridName(file)};
    where.removeAll(QString());
    drawLine(painter, lower.adjusted(0, 0, -numberWidth - 12, 0), where.join(QStringLiteral(" · ")),
             look::font(14), palette.secondaryText);
}

} // namespace gridhall::desk
