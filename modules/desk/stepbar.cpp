// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/stepbar.h>

#include <desk/deskwords.h>
#include <desk/keybutton.h>

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
    // Without a key of its own: the window has "?", so that it works everywhere.
    auto *keys = new KeyButton(tr("All keys"), QKeySequence(), KeyButton::Kind::KeyLast, this);
    keys->setObjectName(QStringLiteral("allKeysButton"));
    keys->setKeyName(QStringLiteral("?"));
    connect(keys, &KeyButton::clicked, this, &StepBar::keysWanted);
    m_keys = keys;
}

void StepBar::arrange()
{
    constexpr int kMargin = 24;
    constexpr int kGap = 16;
    constexpr int kRow = 48;
    const int keysWidth = m_keys->sizeHint().width();
    int x = kMargin;
    int y = 20;
    for (QWidget *button : std::as_const(m_buttons)) {
        const QSize size = button->sizeHint();
        const int right = y == 20 ? width() - kMargin - keysWidth - kGap : width() - kMargin;
        if (x > kMargin && x + size.width() > right) {
            x = kMargin;
            y += kRow;
        }
        button->setGeometry(x, y, std::min(size.width(), width() - 2 * kMargin), 40);
        button->show();
        x += size.width() + kGap;
    }
    m_keys->setGeometry(width() - kMargin - keysWidth, 26, keysWidth, 28);
    setFixedHeight(y + 60);
}

void StepBar::resizeEvent(QResizeEvent *)
{
    arrange();
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
        m_buttons.append(button);
        m_actions.append(step.action);
    }
    arrange();
}

void StepBar::setMessage(const QString &message)
{
    clear();
    auto *label = new QLabel(message, this);
    label->setProperty("tone", QStringLiteral("secondary"));
    m_buttons.append(label);
    arrange();
}

} // namespace gridhall::desk
