// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/importreport.h>

#include <QCoreApplication>
#include <QJsonArray>

#include <numeric>

namespace gridhall::transfer {

void ImportReport::count(Reasons &reasons, const QString &reason, const QString &example)
{
    constexpr qsizetype kExamples = 3;
    Reason &entry = reasons[reason];
    ++entry.count;
    if (!example.isEmpty() && entry.examples.size() < kExamples &&
        !entry.examples.contains(example))
        entry.examples.append(example);
}

void ImportReport::skip(const QString &reason, const QString &example)
{
    count(m_skipped, reason, example);
}

void ImportReport::warn(const QString &reason, const QString &example)
{
    count(m_warnings, reason, example);
}

qint64 ImportReport::skipped() const
{
    return std::accumulate(m_skipped.begin(), m_skipped.end(), qint64(0),
                           [](qint64 sum, const Reason &reason) { return sum + reason.count; });
}

qint64 ImportReport::total() const
{
    return std::accumulate(written.begin(), written.end(), qint64(0));
}

QString ImportReport::text(const Reasons &reasons)
{
    QString out;
    for (auto it = reasons.begin(); it != reasons.end(); ++it) {
        out += QStringLiteral("%1  %2").arg(it->count, 10).arg(it.key());
        if (!it->examples.isEmpty())
            out += QStringLiteral(" (%1)").arg(it->examples.join(QStringLiteral(", ")));
        out += QLatin1Char('\n');
    }
    return out;
}

QString ImportReport::toText() const
{
    const auto heading = [](const char *words) {
        return QCoreApplication::translate("transfer", words) + QLatin1Char('\n');
    };
    QString out = QStringLiteral("%1  %2\n")
                      .arg(read, 10)
                      .arg(QCoreApplication::translate("transfer", "read"));
    out += heading(QT_TRANSLATE_NOOP("transfer", "written:"));
    for (auto it = written.begin(); it != written.end(); ++it)
        out += QStringLiteral("%1  %2\n").arg(it.value(), 10).arg(it.key());
    if (!m_skipped.isEmpty())
        out += heading(QT_TRANSLATE_NOOP("transfer", "left out:")) + text(m_skipped);
    if (!m_warnings.isEmpty())
        out += heading(QT_TRANSLATE_NOOP("transfer", "to be looked at:")) + text(m_warnings);
    for (const QString &note : notes)
        out += note + QLatin1Char('\n');
    return out;
}

QJsonArray ImportReport::json(const Reasons &reasons)
{
    QJsonArray out;
    for (auto it = reasons.begin(); it != reasons.end(); ++it)
        out.append(
            QJsonObject{{QStringLiteral("reason"), it.key()},
                        {QStringLiteral("count"), it->count},
                        {QStringLiteral("examples"), QJsonArray::fromStringList(it->examples)}});
    return out;
}

QJsonObject ImportReport::toJson() const
{
    QJsonObject tables;
    for (auto it = written.begin(); it != written.end(); ++it)
        tables.insert(it.key(), it.value());
    return {{QStringLiteral("read"), read},
            {QStringLiteral("written"), tables},
            {QStringLiteral("skipped"), json(m_skipped)},
            {QStringLiteral("warnings"), json(m_warnings)},
            {QStringLiteral("notes"), QJsonArray::fromStringList(notes)}};
}

} // namespace gridhall::transfer
