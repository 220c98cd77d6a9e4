// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/noticeline.h>

#include <desk/keybutton.h>

#include <QBoxLayout>
#include <QStyle>

namespace gridhall::desk {

NoticeLine::NoticeLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("band"));
    setAttribute(Qt::WA_StyledBackground);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("noticeLabel"));
    m_text->setWordWrap(true);
    m_undo = new KeyButton(tr("Undo"), QKeySequence(Qt::Key_Z), KeyButton::Kind::Flat, this);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_now =
        new KeyButton(tr("send now"), QKeySequence(Qt::Key_Return), KeyButton::Kind::Flat, this);
    m_now->setKeyName(tr("Enter"));
    m_now->setObjectName(QStringLiteral("sendNowButton"));
    connect(m_undo, &KeyButton::clicked, this, &NoticeLine::undoWanted);
    connect(m_now, &KeyButton::clicked, this, &NoticeLine::sendNowWanted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 8, 24, 0);
    row->setSpacing(20);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    row->addWidget(m_now);
    hide();
}

void NoticeLine::say(const QString &text, bool trouble, bool held)
{
    m_trouble = trouble;
    const QString tone = trouble ? QStringLiteral("wrong") : QString();
    if (m_text->property("tone").toString() != tone) {
        m_text->setProperty("tone", tone);
        m_text->style()->unpolish(m_text);
        m_text->style()->polish(m_text);
    }
    m_text->setText(text);
    m_undo->setVisible(held);
    m_now->setVisible(held);
    setVisible(!text.isEmpty());
}

void NoticeLine::showHeld(const QString &what, int secondsLeft)
{
    say(tr("%1 · goes out in %2 s").arg(what).arg(secondsLeft), false, true);
}

void NoticeLine::showTrouble(const QString &message)
{
    say(message, true, false);
}
void NoticeLine::showPlain(const QString &message)
{
    say(message, false, false);
}
void NoticeLine::clear()
{
    say({}, false, false);
}

} // namespace gridhall::desk
