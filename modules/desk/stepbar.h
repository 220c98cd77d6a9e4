// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/workflow.h>

#include <QWidget>

class QHBoxLayout;

namespace gridhall::desk {

class KeyButton;

/// The next steps of a case as buttons with their keys, the main one in ink. Tells which was
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
    QSize sizeHint() const override { return {300, 80}; }
    QSize minimumSizeHint() const override { return {100, 80}; }

signals:
    void stepWanted(const QString &action);
    void keysWanted();

private:
    void clear();

    QHBoxLayout *m_row;
    QList<QWidget *> m_buttons;
    QStringList m_actions;
};

} // namespace gridhall::desk
