// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <store/connection.h>

#include <QHash>

#include <memory>

namespace gridhall::cases {

/// One row of workflow_transition: what is legal, for whom, and what it needs.
struct Transition
{
    QString fromState; ///< empty for the first event of a case
    QString action;
    QString toState;
    QString role; ///< "acceptor", "shift_leader", "dispatcher", "handling_unit", "patroller",
                  ///< "supervisor", "leader"
    bool needsReason = false;
    bool needsPhoto = false;
    bool needsCondition = false;
    bool needsUnit = false;
    bool needsPerson = false;
    bool needsDate = false;
    int atMost = 0;     ///< how often a case may see this action; 0: no bound
    QString onlyAfter;  ///< an action that the case must have seen before
    QString neverAfter; ///< an action that the case must not have seen before
    QString clock;      ///< "before_deadline", "overdue" or empty: when the step is open

    /// Whether what `file` has been through (atMost, onlyAfter, neverAfter, clock) still leaves
    /// this step open; the database decides by the same columns. Roles and state are not looked at.
    bool isOpenTo(const CaseFile &file, const QList<CaseEvent> &history,
                  const QDateTime &nowUtc) const;
};

/// The workflow as the database has it; read once, immutable.
class Workflow
{
public:
    static Result<std::shared_ptr<const Workflow>> load(store::Connection &connection);

    const QList<Transition> &transitions() const { return m_transitions; }
    /// What a person with `roles` may do to a case in `state`, in the table's order, each action
    /// once. Transition::isOpenTo() says what the case has been through.
    QList<Transition> allowed(const QString &state, const QStringList &roles) const;
    const Transition *find(const QString &state, const QString &action, const QString &role) const;

    bool isOpen(const QString &state) const { return m_openStates.contains(state); }
    const QStringList &openStates() const { return m_openStates; }
    /// The table's words, Chinese for a Chinese locale; the id where there is none.
    QString stateName(const QString &state) const;
    QString actionName(const QString &action) const;

private:
    QList<Transition> m_transitions;
    QStringList m_openStates;
    QHash<QString, QString> m_stateNames;
    QHash<QString, QString> m_actionNames;
};

} // namespace gridhall::cases
