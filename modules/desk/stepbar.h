// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/workflow.h>

#include <QWidget>

namespace gridhall::desk {

class KeyButton;

/// The next steps of a case as buttons with their keys, the main one in ink; in several rows where
/// one is too short. Tells which was
/// wanted; does nothing itself.
class StepBar : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(QWidget *parent = nullptr);
    /// Legal steps in the workflow's order; the first one that leads onward is the main button.
    void setSteps(const QList<cases::Transition> &steps);
    void setMessage(const QString &message); ///< instead of buttons
    QStringList actions() const { return m_actions; }

signals:
    void stepWanted(const QString &action);
    void keysWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void clear();
    void arrange();

    QWidget *m_keys;
    QList<QWidget *> m_buttons;
    QStringList m_actions;
};

} // namespace gridhall::desk
