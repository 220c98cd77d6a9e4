// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace gridhall::desk {

/// Names side by side, the current one underlined in ink, each with a count where it has one.
class TabStrip : public QWidget
{
    Q_OBJECT
public:
    TabStrip(const QStringList &names, const QString &accessibleName, QWidget *parent = nullptr);
    void setCounts(const QList<int> &counts); ///< -1: none is shown
    int current() const { return m_current; }
    void setCurrent(int tab);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

signals:
    void currentChanged(int tab);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QList<QRectF> boxes() const;
    QString countOf(int tab) const;

    QStringList m_names;
    QList<int> m_counts;
    int m_current = 0;
};

} // namespace gridhall::desk
