// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <look/words.h>

#include <QCoreApplication>
#include <QLocale>

namespace gridhall::look {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(look)
};

/// "528 046.2": thousands apart by a space, one decimal.
QString groupedMetres(double metres)
{
    const QString digits = QString::number(qAbs(metres), 'f', 1);
    const int point = int(digits.indexOf(u'.'));
    QString result;
    for (int i = 0; i < digits.size(); ++i) {
        if (i > 0 && i < point && (point - i) % 3 == 0)
            result += u' ';
        result += digits.at(i);
    }
    return metres < 0 ? u'-' + result : result;
}

} // namespace

QString timeText(const QDateTime &utc, const QDateTime &nowUtc, const QTimeZone &zone)
{
    if (!utc.isValid())
        return {};
    const QDateTime there = utc.toTimeZone(zone);
    const QDateTime now = nowUtc.toTimeZone(zone);
    if (there.date() == now.date())
        return there.toString(QStringLiteral("HH:mm"));
    if (there.date().year() == now.date().year())
        return there.toString(QStringLiteral("MM-dd HH:mm"));
    return there.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString ageText(qint64 secs)
{
    secs = qMax<qint64>(0, secs);
    if (secs < 60)
        return Words::tr("%1 s").arg(secs);
    const qint64 minutes = secs / 60;
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    const qint64 hours = minutes / 60;
    if (hours < 24) {
        return minutes % 60 == 0 ? Words::tr("%1 h").arg(hours)
                                 : Words::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    }
    const qint64 days = hours / 24;
    return hours % 24 == 0 ? Words::tr("%1 d").arg(days)
                           : Words::tr("%1 d %2 h").arg(days).arg(hours % 24);
}

QString leftText(qint64 secsLeft)
{
    return secsLeft < 0 ? Words::tr("+%1", "overdue by").arg(ageText(-secsLeft))
                        : Words::tr("%1 left").arg(ageText(secsLeft));
}

QString countText(qint64 count)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(count);
}

QString lonLatText(double lon, double lat)
{
    return QStringLiteral("%1, %2").arg(lon, 0, 'f', 5).arg(lat, 0, 'f', 5);
}

QString mapPointText(double east, double north)
{
    return QStringLiteral("%1, %2").arg(groupedMetres(east), groupedMetres(north));
}

} // namespace gridhall::look
