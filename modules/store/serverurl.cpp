// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverurl.h"

#include <QStringList>
#include <QUrl>

namespace gridhall::store {

namespace {

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString option(const QString &name, const QString &value)
{
    QString quoted = value;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    quoted.replace(QLatin1Char('\''), QLatin1String("\\'"));
    return name + QStringLiteral("='") + quoted + QLatin1Char('\'');
}

} // namespace

ServerUrl ServerUrl::parse(const QString &url)
{
    ServerUrl server;
    QString rest = url.section(QStringLiteral("://"), 1);
    const QString query = rest.section(QLatin1Char('?'), 1);
    rest = rest.section(QLatin1Char('?'), 0, 0);
    server.database = decoded(rest.section(QLatin1Char('/'), 1));
    QString authority = rest.section(QLatin1Char('/'), 0, 0);
    if (const qsizetype at = authority.lastIndexOf(QLatin1Char('@')); at >= 0) {
        const QString login = authority.left(at);
        server.user = decoded(login.section(QLatin1Char(':'), 0, 0));
        server.password = decoded(login.section(QLatin1Char(':'), 1));
        authority = authority.mid(at + 1);
    }

    QStringList hosts;
    QStringList ports;
    for (const QString &one : authority.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const qsizetype colon = one.lastIndexOf(QLatin1Char(':'));
        const bool hasPort = colon > one.lastIndexOf(QLatin1Char(']'));
        QString host = decoded(hasPort ? one.left(colon) : one);
        if (host.startsWith(QLatin1Char('[')))
            host = host.mid(1, host.size() - 2);
        hosts.append(host);
        ports.append(hasPort ? one.mid(colon + 1) : QStringLiteral("5432"));
    }
    QStringList options;
    if (!hosts.isEmpty()) {
        options.append(option(QStringLiteral("host"), hosts.join(QLatin1Char(','))));
        options.append(option(QStringLiteral("port"), ports.join(QLatin1Char(','))));
    }
    if (hosts.size() > 1 && !query.contains(QLatin1String("target_session_attrs")))
        options.append(QStringLiteral("target_session_attrs=read-write"));
    if (!query.contains(QLatin1String("connect_timeout")))
        options.append(QStringLiteral("connect_timeout=5"));
    for (const QString &pair : query.split(QLatin1Char('&'), Qt::SkipEmptyParts))
        options.append(option(decoded(pair.section(QLatin1Char('='), 0, 0)),
                              decoded(pair.section(QLatin1Char('='), 1))));
    server.options = options.join(QLatin1Char(';'));
    return server;
}

} // namespace gridhall::store
