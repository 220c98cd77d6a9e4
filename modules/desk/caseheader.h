// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>

#include <QWidget>

namespace gridhall::desk {

/// The head of a case: what it is, its light, number and state; at the right the countdown of the
/// present stage with a bar. Ask it once a second to refresh().
class CaseHeader : public QWidget
{
    Q_OBJECT
public:
    CaseHeader(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const cases::CaseFile &file);
    void setHint(const QString &hint);
    void refresh() { update(); }
    QSize sizeHint() const override { return {400, 80}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double paintCountdown(QPainter &painter, const QDateTime &now);

    const DeskContext &m_context;
    cases::CaseFile m_file;
    QString m_hint;
};

} // namespace gridhall::desk
