// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/queuemodel.h>

#include <cases/stagetimer.h>
#include <desk/deskwords.h>

#include <QSet>

namespace gridhall::desk {

QueueModel::QueueModel(const DeskContext &context, QObject *parent)
    : QAbstractListModel(parent), m_context(context)
{
}

void QueueModel::setStates(const QStringList &states)
{
    if (m_states == states)
        return;
    m_states = states;
    rebuild();
}

void QueueModel::setFilterText(const QString &text)
{
    if (m_filter == text.trimmed())
        return;
    m_filter = text.trimmed();
    rebuild();
}

void QueueModel::reset(const QList<cases::CaseFile> &files)
{
    if (m_sorted && !m_chosen.isNull() && !m_all.isEmpty()) {
        // Somebody is working: take the new picture in case by case, so that nothing moves.
        QSet<Id> known;
        for (const cases::CaseFile &file : files) {
            known.insert(file.id);
            const auto old = m_all.constFind(file.id);
            if (old == m_all.cend() || old->version != file.version)
                update(file);
        }
        for (const Id &id : QList<Id>(m_order)) {
            if (!known.contains(id))
                forget(id);
        }
        return;
    }
    m_all.clear();
    m_order.clear();
    for (const cases::CaseFile &file : files) {
        m_all.insert(file.id, file);
        m_order.append(file.id);
    }
    rebuild();
}

void QueueModel::refresh()
{
    rebuild();
}

void QueueModel::forget(const Id &id)
{
    if (id == m_chosen)
        return;
    m_all.remove(id);
    m_order.removeAll(id);
    if (m_arrivals.removeIf([&](const auto &arrival) { return arrival.id == id; }) > 0)
        emit arrivalsChanged(m_arrivals.size());
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

bool QueueModel::belongs(const cases::CaseFile &file) const
{
    if (!m_states.isEmpty() && !m_states.contains(file.state))
        return false;
    if (m_filter.isEmpty())
        return true;
    const auto has = [this](const QString &text) {
        return text.contains(m_filter, Qt::CaseInsensitive);
    };
    return has(file.number) || has(file.address) || has(file.description) ||
           has(m_context.className(file)) || has(m_context.gridName(file));
}

bool QueueModel::waits(const cases::CaseFile &file) const
{
    return m_context.workflow && m_context.stepsIn(file.state).isEmpty();
}

bool QueueModel::before(const cases::CaseFile &a, const cases::CaseFile &b) const
{
    const bool waitsA = waits(a);
    const bool waitsB = waits(b);
    if (waitsA != waitsB)
        return waitsB;
    const QDateTime now = m_context.now();
    const QDateTime dueA = cases::stageTimerOf(a, now).dueUtc;
    const QDateTime dueB = cases::stageTimerOf(b, now).dueUtc;
    if (dueA.isValid() != dueB.isValid())
        return dueA.isValid();
    if (dueA != dueB)
        return dueA < dueB;
    if (a.stageSinceUtc != b.stageSinceUtc)
        return a.stageSinceUtc < b.stageSinceUtc;
    return a.id < b.id;
}

void QueueModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_arrivals.clear();
    for (const Id &id : std::as_const(m_order)) {
        const cases::CaseFile &file = m_all[id];
        if (belongs(file))
            m_rows.append(file);
    }
    if (m_sorted)
        std::sort(m_rows.begin(), m_rows.end(),
                  [this](const auto &a, const auto &b) { return before(a, b); });
    endResetModel();
    emit arrivalsChanged(0);
}

void QueueModel::insertSorted(const cases::CaseFile &file)
{
    qsizetype row = m_rows.size();
    if (m_sorted)
        row = std::lower_bound(m_rows.cbegin(), m_rows.cend(), file,
                               [this](const auto &a, const auto &b) { return before(a, b); }) -
              m_rows.cbegin();
    beginInsertRows({}, int(row), int(row));
    m_rows.insert(row, file);
    endInsertRows();
}

void QueueModel::update(const cases::CaseFile &file)
{
    if (!m_all.contains(file.id))
        m_order.append(file.id);
    m_all.insert(file.id, file);

    const int row = rowOf(file.id);
    const qsizetype arrivalsBefore = m_arrivals.size();
    m_arrivals.removeIf([&](const auto &arrival) { return arrival.id == file.id; });
    if (row >= 0) {
        if (belongs(file) || file.id == m_chosen) {
            m_rows[row] = file;
            emit dataChanged(index(row), index(row));
        } else {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    } else if (belongs(file) && m_sorted) {
        if (m_chosen.isNull() || file.id == m_chosen)
            insertSorted(file);
        else
            m_arrivals.append(file);
    }
    if (arrivalsBefore != m_arrivals.size())
        emit arrivalsChanged(m_arrivals.size());
}

void QueueModel::letArrivalsIn()
{
    if (m_arrivals.isEmpty())
        return;
    const QList<cases::CaseFile> arrivals = std::exchange(m_arrivals, {});
    for (const cases::CaseFile &file : arrivals)
        insertSorted(file);
    emit arrivalsChanged(0);
}

void QueueModel::setChosen(const Id &id)
{
    if (m_chosen == id)
        return;
    const int oldRow = rowOf(m_chosen);
    m_chosen = id;
    if (oldRow >= 0 && !belongs(m_rows.at(oldRow))) {
        beginRemoveRows({}, oldRow, oldRow);
        m_rows.removeAt(oldRow);
        endRemoveRows();
    }
    if (id.isNull())
        letArrivalsIn();
}

int QueueModel::rowOf(const Id &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return int(i);
    }
    return -1;
}

bool QueueModel::isWaiting(int row) const
{
    return waits(m_rows.at(row));
}

int QueueModel::firstWaiting() const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_sorted && waits(m_rows.at(i)))
            return int(i);
    }
    return -1;
}

int QueueModel::waitingCount() const
{
    const int first = firstWaiting();
    return first < 0 ? 0 : int(m_rows.size()) - first;
}

bool QueueModel::hasLeft(int row) const
{
    const cases::CaseFile &file = m_rows.at(row);
    return !m_states.isEmpty() && !m_states.contains(file.state);
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const cases::CaseFile &file = m_rows.at(index.row());
    if (role == IdRole)
        return QVariant::fromValue(file.id);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QStringLiteral("%1 %2 %3 %4")
            .arg(m_context.className(file), file.address, shortNumber(file.number),
                 stateWord(file.state));
    return {};
}

} // namespace gridhall::desk
