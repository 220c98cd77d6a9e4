// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/workflow.h>

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace gridhall::cases {

namespace {

Result<QHash<QString, QString>> namesOf(store::Connection &connection, const QString &table)
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    QHash<QString, QString> names;
    const auto read =
        connection.query(QStringLiteral("SELECT id, name_zh, name_en FROM ") + table, {},
                         [&](const store::Row &row) {
                             names.insert(row[0].toString(), row[chinese ? 1 : 2].toString());
                             return true;
                         });
    if (!read)
        return read.error();
    return names;
}

} // namespace

Result<std::shared_ptr<const Workflow>> Workflow::load(store::Connection &connection)
{
    auto workflow = std::make_shared<Workflow>();
    const auto read = connection.query(
        QStringLiteral(
            "SELECT from_state, action, to_state, role, needs_reason, needs_photo, "
            "needs_condition, needs_unit, needs_person, needs_date, at_most, only_after, "
            "never_after, clock FROM workflow_transition ORDER BY position"),
        {}, [&](const store::Row &row) {
            workflow->m_transitions.append({row[0].toString(), row[1].toString(), row[2].toString(),
                                            row[3].toString(), row[4].toBool(), row[5].toBool(),
                                            row[6].toBool(), row[7].toBool(), row[8].toBool(),
                                            row[9].toBool(), row[10].toInt(), row[11].toString(),
                                            row[12].toString(), row[13].toString()});
            return true;
        });
    if (!read)
        return read.error();
    const auto states =
        connection.query(QStringLiteral("SELECT id, is_open FROM workflow_state ORDER BY position"),
                         {}, [&](const store::Row &row) {
                             if (row[1].toBool())
                                 workflow->m_openStates.append(row[0].toString());
                             return true;
                         });
    if (!states)
        return states.error();
    auto stateNames = namesOf(connection, QStringLiteral("workflow_state"));
    if (!stateNames)
        return stateNames.error();
    auto actionNames = namesOf(connection, QStringLiteral("workflow_action"));
    if (!actionNames)
        return actionNames.error();
    workflow->m_stateNames = std::move(*stateNames);
    workflow->m_actionNames = std::move(*actionNames);
    return std::shared_ptr<const Workflow>(std::move(workflow));
}

bool Transition::isOpenTo(const CaseFile &file, const QList<CaseEvent> &history,
                          const QDateTime &nowUtc) const
{
    const auto seen = [&history](const QString &wanted) {
        return std::count_if(history.cbegin(), history.cend(),
                             [&wanted](const CaseEvent &event) { return event.action == wanted; });
    };
    if (!onlyAfter.isEmpty() && seen(onlyAfter) == 0)
        return false;
    if (!neverAfter.isEmpty() && seen(neverAfter) > 0)
        return false;
    if (clock == QLatin1String("before_deadline") &&
        (!file.deadlineUtc.isValid() || nowUtc > file.deadlineUtc))
        return false;
    if (clock == QLatin1String("overdue") && file.handledOnTime.value_or(true))
        return false;
    return atMost == 0 || seen(action) < atMost;
}

QList<Transition> Workflow::allowed(const QString &state, const QStringList &roles) const
{
    QList<Transition> found;
    QSet<QString> actions;
    for (const Transition &transition : m_transitions) {
        if (transition.fromState != state || !roles.contains(transition.role) ||
            actions.contains(transition.action))
            continue;
        actions.insert(transition.action);
        found.append(transition);
    }
    return found;
}

const Transition *Workflow::find(const QString &state, const QString &action,
                                 const QString &role) const
{
    for (const Transition &transition : m_transitions) {
        if (transition.fromState == state && transition.action == action && transition.role == role)
            return &transition;
    }
    return nullptr;
}

QString Workflow::stateName(const QString &state) const
{
    return m_stateNames.value(state, state);
}

QString Workflow::actionName(const QString &action) const
{
    return m_actionNames.value(action, action);
}

} // namespace gridhall::cases
