// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/stepbar.h>

#include <desk/deskwords.h>
#include <desk/keybutton.h>

#include <QBoxLayout>
#include <QLabel>

namespace gridhall::desk {

namespace {

bool leadsOnward(const QString &action)
{
    using namespace cases::action;
    static const QStringList onward{kAccept,     kFile,       kDispatch, kSign,   kHandle,
                                    kSendVerify, kVerifyPass, kClose,    kConfirm};
    return onward.contains(action);
}

} // namespace

StepBar::StepBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("band"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(80);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(24, 0, 24, 0);
    m_row->setSpacing(16);
    m_row->addStretch(1);
    auto *keys = new KeyButton(tr("All keys"), QKeySequence(Qt::Key_Question),
                               KeyButton::Kind::KeyLast, this);
    keys->setObjectName(QStringLiteral("allKeysButton"));
    keys->setShortcut({}); // the window has it, so that it works everywhere
    keys->setKeyName(QStringLiteral("?"));
    connect(keys, &KeyButton::clicked, this, &StepBar::keysWanted);
    m_row->addWidget(keys);
}

void StepBar::clear()
{
    for (QWidget *button : std::as_const(m_buttons)) {
        button->hide(); // its key must not work once the case is another one
        button->deleteLater();
    }
    m_buttons.clear();
    m_actions.clear();
}

void StepBar::setSteps(const QList<cases::Transition> &steps)
{
    clear();
    bool mainGiven = false;
    QList<cases::Transition> ordered = steps;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const auto &step) { return leadsOnward(step.action); });
    for (const cases::Transition &step : std::as_const(ordered)) {
        const bool main = !mainGiven && leadsOnward(step.action);
        mainGiven |= main;
        auto *button = new KeyButton(actionWord(step.action), stepKey(step.action),
                                     main ? KeyButton::Kind::Main : KeyButton::Kind::Plain, this);
        button->setObjectName(QStringLiteral("step_") + step.action);
        connect(button, &KeyButton::clicked, this,
                [this, action = step.action] { emit stepWanted(action); });
        m_row->insertWidget(int(m_buttons.size()), button);
        m_buttons.append(button);
        m_actions.append(step.action);
    }
}

void StepBar::setMessage(const QString &message)
{
    clear();
    auto *label = new QLabel(message, this);
    label->setProperty("tone", QStringLiteral("secondary"));
    m_row->insertWidget(0, label);
    m_buttons.append(label);
}

} // namespace gridhall::desk
