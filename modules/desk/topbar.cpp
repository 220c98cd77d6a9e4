// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/topbar.h>

#include <desk/deskpaint.h>
#include <desk/searchbox.h>
#include <desk/tabstrip.h>
#include <look/style.h>

#include <QBoxLayout>
#include <QStyle>

namespace gridhall::desk {

TopBar::TopBar(const DeskContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(48);
    m_city = new QLabel(QStringLiteral("GridHall"), this);
    m_city->setObjectName(QStringLiteral("cityLabel"));
    m_city->setProperty("tone", QStringLiteral("city"));
    m_sections = new TabStrip({tr("To do"), tr("Cases")}, tr("Sections"), this);
    m_sections->setObjectName(QStringLiteral("sections"));
    m_sections->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_search = new SearchBox(context, this);
    m_connection = new QLabel(this);
    m_connection->setObjectName(QStringLiteral("connectionLabel"));
    m_connection->setProperty("tone", QStringLiteral("secondary"));
    m_operator = new QLabel(this);
    m_operator->setObjectName(QStringLiteral("operatorLabel"));
    m_clock = new QLabel(this);
    m_clock->setObjectName(QStringLiteral("clockLabel"));
    m_clock->setProperty("tone", QStringLiteral("clock"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 1);
    row->setSpacing(0);
    row->addWidget(m_city);
    row->addSpacing(44);
    row->addWidget(m_sections);
    row->addStretch(1);
    row->addWidget(m_search, 4);
    row->addStretch(2);
    row->addWidget(m_connection);
    row->addSpacing(28);
    row->addWidget(m_operator);
    row->addSpacing(24);
    row->addWidget(m_clock);
    showConnecting();
    refreshClock();
}

void TopBar::contextChanged()
{
    m_city->setText(m_context.city ? tr("%1 grid hall").arg(m_context.city->info().name)
                                   : QStringLiteral("GridHall"));
    m_operator->setText(m_context.seat.name);
    refreshClock();
}

void TopBar::refreshClock()
{
    m_clock->setText(
        m_context.now().toTimeZone(m_context.zone()).toString(QStringLiteral("HH:mm")));
}

void TopBar::showConnecting()
{
    m_connection->setText(tr("connecting…"));
}

void TopBar::showConnection(bool available, int waiting, const QString &message)
{
    const QString tone = available ? QStringLiteral("secondary") : QStringLiteral("wrong");
    if (m_connection->property("tone").toString() != tone) {
        m_connection->setProperty("tone", tone);
        m_connection->style()->unpolish(m_connection);
        m_connection->style()->polish(m_connection);
    }
    m_connection->setText(available     ? tr("connected")
                          : waiting > 0 ? tr("database away · %1 steps wait").arg(waiting)
                                        : tr("database away"));
    m_connection->setToolTip(message);
}

void TopBar::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), palette.ground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), surfacesOf(palette).line);
}

} // namespace gridhall::desk
