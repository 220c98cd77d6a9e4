// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/counttiles.h>
#include <desk/opencases.h>
#include <desk/queuedelegate.h>
#include <desk/queuemodel.h>

#include <QLabel>
#include <QLineEdit>
#include <QListView>

namespace gridhall::desk {

class KeyButton;

/// The left pane: what there is to do, by stage (counts, filter, arrivals, rows), or, in the cases
/// section, every case there is. Opens what is chosen; never chooses by itself.
class QueuePane : public QWidget
{
    Q_OBJECT
public:
    enum class Section { ToDo = 0, Cases };

    QueuePane(const DeskContext &context, OpenCases &openCases, QWidget *parent = nullptr);

    void setSection(Section section);
    Section section() const { return m_section; }
    /// Marks what the case pane shows; null: nothing is being worked on.
    void setChosen(const Id &id);
    void setPending(const Id &id);
    /// Says in the list why it is empty; empty: the usual words.
    void setTrouble(const QString &message);
    void contextChanged();
    void refreshTimes();
    /// The first tile with work in it, and its first case.
    Id mostPressing();
    void focusFilter();
    void focusList();
    void letArrivalsIn();
    void step(int by);
    CountTiles &tiles() { return *m_tiles; }

signals:
    void caseWanted(const gridhall::Id &id);
    void registrationWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTiles();
    void countTiles();
    void tileChosen(int tile);
    void search();
    void openCurrent(const QModelIndex &index);
    void showArrivals(qsizetype count);
    void updateEmptyWords();
    QueueModel &model() { return m_section == Section::ToDo ? m_todo : m_found; }

    const DeskContext &m_context;
    OpenCases &m_openCases;
    QueueModel m_todo;
    QueueModel m_found;
    Section m_section = Section::ToDo;
    int m_todoTile = 0;
    int m_foundTile = 0;
    int m_searchGeneration = 0;
    bool m_filling = false;
    Id m_chosen;
    QString m_trouble;
    CountTiles *m_tiles;
    QLineEdit *m_filter;
    QWidget *m_arrivals;
    QLabel *m_arrivalsText;
    QListView *m_list;
    QLabel *m_empty;
    QueueDelegate *m_delegate;
    QTimer m_searchSoon;
};

} // namespace gridhall::desk
