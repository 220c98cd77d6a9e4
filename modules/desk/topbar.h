// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>

#include <QLabel>
#include <QWidget>

namespace gridhall::desk {

class SearchBox;
class TabStrip;

/// The window's head: the city, the sections, the search, whether the database answers, who sits
/// here, and the time.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const DeskContext &context, QWidget *parent = nullptr);
    void contextChanged();
    void refreshClock();
    /// `waiting`: steps that the database has not taken yet.
    void showConnection(bool available, int waiting, const QString &message);
    void showConnecting();
    TabStrip &sections() { return *m_sections; }
    SearchBox &search() { return *m_search; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const DeskContext &m_context;
    QLabel *m_city;
    TabStrip *m_sections;
    SearchBox *m_search;
    QLabel *m_connection;
    QLabel *m_operator;
    QLabel *m_clock;
};

} // namespace gridhall::desk
