// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

namespace gridhall::desk {

class KeyButton;

/// One line above the buttons: a step that can still be taken back, or what went wrong and what to
/// do about it. Hidden when there is nothing to say.
class NoticeLine : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeLine(QWidget *parent = nullptr);
    void showHeld(const QString &what, int secondsLeft);
    void showTrouble(const QString &message);
    void showPlain(const QString &message);
    void clear();
    bool isTrouble() const { return m_trouble; }

signals:
    void undoWanted();
    void sendNowWanted();

private:
    void say(const QString &text, bool trouble, bool held);

    QLabel *m_text;
    KeyButton *m_undo;
    KeyButton *m_now;
    bool m_trouble = false;
};

} // namespace gridhall::desk
