// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <desk/deskcontext.h>

#include <QAbstractListModel>

namespace gridhall::desk {

/// The rows of a queue: cases in some states, most pressing first, those that wait for others last.
/// Arrivals do not push in while somebody works: they are counted until letArrivalsIn(). The chosen
/// case stays in its row whatever becomes of it. GUI thread.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1 };

    explicit QueueModel(const DeskContext &context, QObject *parent = nullptr);

    /// What the queue shows; empty: every case it is given.
    void setStates(const QStringList &states);
    void setFilterText(const QString &text);
    /// Off: rows keep the order they are given in (answers to a search).
    void setSorted(bool sorted) { m_sorted = sorted; }
    void reset(const QList<cases::CaseFile> &files);
    void update(const cases::CaseFile &file);
    /// Sorts and divides anew: workflow or roles have changed.
    void refresh();
    void letArrivalsIn();
    qsizetype arrivals() const { return m_arrivals.size(); }
    /// The case under work: its row stays. Without one, arrivals come in at once.
    void setChosen(const Id &id);

    const cases::CaseFile &at(int row) const { return m_rows.at(row); }
    int rowOf(const Id &id) const;
    bool isWaiting(int row) const;
    /// The first row of those that wait for others, or -1.
    int firstWaiting() const;
    int waitingCount() const;
    bool hasLeft(int row) const; ///< no longer in the states shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void arrivalsChanged(qsizetype count);

private:
    bool belongs(const cases::CaseFile &file) const;
    bool waits(const cases::CaseFile &file) const;
    bool before(const cases::CaseFile &a, const cases::CaseFile &b) const;
    void rebuild();
    void forget(const Id &id);
    void insertSorted(const cases::CaseFile &file);

    const DeskContext &m_context;
    QList<cases::CaseFile> m_rows;
    QList<cases::CaseFile> m_arrivals;
    QHash<Id, cases::CaseFile> m_all;
    QList<Id> m_order;
    QStringList m_states;
    QString m_filter;
    Id m_chosen;
    bool m_sorted = true;
};

} // namespace gridhall::desk
