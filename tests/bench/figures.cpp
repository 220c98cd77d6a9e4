// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace gridhall::bench {
namespace {

QJsonValue rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

QJsonValue median(QList<double> values)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    const qsizetype half = values.size() / 2;
    return rounded(values.size() % 2 ? values.at(half)
                                     : (values.at(half - 1) + values.at(half)) / 2);
}

QJsonObject spread(QList<double> values)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    const auto last = values.size() - 1;
    return {{QStringLiteral("median"), median(values)},
            {QStringLiteral("p95"), rounded(values.at(qsizetype(double(last) * 0.95)))},
            {QStringLiteral("max"), rounded(values.last())}};
}

double residentMb(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

} // namespace gridhall::bench
