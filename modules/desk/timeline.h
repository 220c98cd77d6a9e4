// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>
#include <look/palette.h>

#include <QWidget>

namespace gridhall::desk {

/// A case's history, newest on top: when, what, who, the note, and how long it took until then.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    Timeline(const DeskContext &context, QWidget *parent = nullptr);
    void setHistory(const cases::CaseFile &file, QList<cases::CaseEvent> history);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintRow(QPainter &painter, int row, const look::Palette &palette) const;

    const DeskContext &m_context;
    cases::CaseFile m_file;
    QList<cases::CaseEvent> m_history; ///< newest first
};

} // namespace gridhall::desk
