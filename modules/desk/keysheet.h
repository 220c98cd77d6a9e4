// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace gridhall::desk {

/// Every key of the desk on one sheet over the window. Any key or a click puts it away.
class KeySheet : public QWidget
{
    Q_OBJECT
public:
    explicit KeySheet(QWidget *parent);
    void open();

signals:
    void closed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Group
    {
        QString name;
        QList<std::pair<QString, QString>> keys;
    };
    static QList<Group> groups();
    void leave();
};

} // namespace gridhall::desk
