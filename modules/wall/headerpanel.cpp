// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/headerpanel.h>

#include <look/words.h>

#include <QLocale>

namespace gridhall::wall {

namespace {

// The feed asks every ten seconds; two missed answers are silence.
constexpr qint64 kSilentSecs = 25;
constexpr qint64 kFixesOldSecs = 120;

QString weekday(const QDate &date)
{
    // Written out here, because the program's language need not be the system's locale.
    switch (date.dayOfWeek()) {
    case 1:
        return HeaderPanel::tr("Mon");
    case 2:
        return HeaderPanel::tr("Tue");
    case 3:
        return HeaderPanel::tr("Wed");
    case 4:
        return HeaderPanel::tr("Thu");
    case 5:
        return HeaderPanel::tr("Fri");
    case 6:
        return HeaderPanel::tr("Sat");
    default:
        return HeaderPanel::tr("Sun");
    }
}

} // namespace

HeaderPanel::HeaderPanel(QWidget *parent) : WallPanel(parent)
{
    setGround(look::palette(look::Theme::Wall).ground);
}

void HeaderPanel::setCity(const QString &name)
{
    m_city = name;
    update();
}

void HeaderPanel::setTime(const QDateTime &local)
{
    m_local = local;
    update();
}

void HeaderPanel::setDataAges(qint64 answerSecs, qint64 newestFixSecs)
{
    m_answerSecs = answerSecs;
    m_fixSecs = newestFixSecs;
    update();
}

void HeaderPanel::compose(WallPainter &painter)
{
    const look::Palette &p = painter.palette();
    painter.line(0, painter.height() - 1, painter.width(), painter.height() - 1, p.edge);

    const QString date =
        m_local.date().toString(QStringLiteral("yyyy-MM-dd")) + u' ' + weekday(m_local.date());
    const QString clock = m_local.time().toString(QStringLiteral("HH:mm:ss"));
    // The clock's width does not change with its figures, so nothing beside it moves.
    const double clockWidth = painter.widthOf(clock, 80, true);
    const double dateWidth = painter.widthOf(date, 52);
    const double left = (painter.width() - dateWidth - 40 - clockWidth) / 2;
    painter.text(left, 86, date, 52, p.secondaryText);
    painter.text(left + dateWidth + 40, 92, clock, 80, p.text, true);

    const double room = left - 40 - 40;
    const double used =
        painter.text(40, 86, m_city, 60, p.text, true, WallPainter::Align::Left, room * 0.6);
    painter.text(40 + used + (m_city.isEmpty() ? 0 : 28), 86, tr("Grid Command Hall"), 60, p.text,
                 false, WallPainter::Align::Left, room - used - 28);

    const double right = painter.width() - 40;
    QString state;
    bool silent = false;
    if (m_answerSecs < 0) {
        state = tr("reading data");
    } else if (m_answerSecs > kSilentSecs) {
        silent = true;
        state = tr("data is %1 old").arg(look::ageText(m_answerSecs));
    } else {
        state = tr("data live");
        if (m_fixSecs > kFixesOldSecs)
            state +=
                QStringLiteral(" · ") + tr("last position %1 ago").arg(look::ageText(m_fixSecs));
    }
    const double width = painter.text(right, 84, state, 44, silent ? p.dueSoon : p.secondaryText,
                                      silent, WallPainter::Align::Right,
                                      painter.width() - left - dateWidth - clockWidth - 160);
    if (silent)
        painter.mark(look::Mark::DueSoon, right - width - 40, 68, 52);
}

} // namespace gridhall::wall
