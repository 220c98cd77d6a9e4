// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <store/connection.h>

#include <memory>

namespace gridhall::cases {

/// One row of workflow_transition: what is legal, for whom, and what it needs.
struct Transition
{
    QString fromState; ///< empty for the first event of a case
    QString action;
    QString toState;
    QString role; ///< "acceptor", "shift_leader", "dispatcher", "handling_unit", "patroller", "supervisor", "leader"
    bool needsReason = false;
    bool needsPhoto = false;
    bool needsCondition = false;
    bool needsUnit = false;
    bool needsPerson = false;
    bool needsDate = false;
};

/// The workflow as the database has it; read once, immutable.
class Workflow
{
public:
    static Result<std::shared_ptr<const Workflow>> load(store::Connection &connection);

    const QList<Transition> &transitions() const { return m_transitions; }
    /// What a person with `roles` may do to a case in `state`, in the table's order.
    QList<Transition> allowed(const QString &state, const QStringList &roles) const;
    const Transition *find(const QString &state, const QString &action, const QString &role) const;

private:
    QList<Transition> m_transitions;
};

} // namespace gridhall::cases
