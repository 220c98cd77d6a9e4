// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>

#include <QLineEdit>
#include <QTimer>
#include <QWidget>

namespace gridhall::desk {

class RowList;

/// One field that finds cases (number, address, description), places, components and people. What
/// it finds hangs below it, over the window; Enter goes there, Esc leaves.
class SearchBox : public QWidget
{
    Q_OBJECT
public:
    SearchBox(const DeskContext &context, QWidget *parent = nullptr);
    void begin();
    QSize sizeHint() const override { return {480, 48}; }
    QSize minimumSizeHint() const override { return {160, 48}; }

signals:
    void caseWanted(const gridhall::Id &id);
    void placeWanted(const gridhall::geo::MapPoint &at);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showFound(const QList<cases::CaseFile> &files);
    void go(const QString &key);
    void leave();

    const DeskContext &m_context;
    QLineEdit *m_edit;
    QWidget *m_drop = nullptr; ///< child of the window, so that it may hang over the panes
    RowList *m_list = nullptr;
    QList<geo::MapPoint> m_places;
    QTimer m_soon;
    int m_generation = 0;
};

} // namespace gridhall::desk
