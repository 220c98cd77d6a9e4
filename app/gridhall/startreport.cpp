// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startreport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <ctime>
#include <unistd.h>

namespace gridhall {

namespace {

double residentMb(const QByteArray &pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(QString::fromLatin1(pid)));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024.0;
    }
    return -1;
}

/// The kernel's start time of this process, in milliseconds since boot.
double processStartMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray stat = file.readAll();
    // The second field is the program's name in brackets and may hold spaces.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr int kStartTime = 22 - 3;
    if (fields.size() <= kStartTime)
        return -1;
    return fields.at(kStartTime).toDouble() * 1000.0 / double(sysconf(_SC_CLK_TCK));
}

} // namespace

double StartReport::sinceProcessStartMs()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6 - processStartMs();
}

QByteArray StartReport::toJson(const QList<qint64> &workers) const
{
    QJsonArray workerMb;
    for (const qint64 pid : workers)
        workerMb.append(residentMb(QByteArray::number(pid)));
    const QJsonObject rss{{QStringLiteral("client"), residentMb("self")},
                          {QStringLiteral("workers"), workerMb}};
    const QJsonObject report{{QStringLiteral("first_window_ms"), firstWindowMs},
                             {QStringLiteral("first_map_ms"), firstMapMs},
                             {QStringLiteral("complete_map_ms"), completeMapMs},
                             {QStringLiteral("rss_mb"), rss}};
    return QJsonDocument(report).toJson(QJsonDocument::Compact);
}

} // namespace gridhall
