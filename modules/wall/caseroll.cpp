// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/caseroll.h>

#include <QCoreApplication>

#include <algorithm>

namespace gridhall::wall {

using cases::CaseFile;
using cases::Light;

void CaseRoll::replaceAll(const QList<CaseFile> &files)
{
    m_files.clear();
    for (const CaseFile &file : files)
        m_files.insert(file.id, file);
}

void CaseRoll::merge(const CaseFile &file)
{
    CaseFile &known = m_files[file.id];
    // Answers may overtake each other; a chain only grows.
    if (known.id.isNull() || file.version >= known.version)
        known = file;
}

void CaseRoll::forgetClosedBefore(const QDateTime &utc)
{
    m_files.removeIf([&utc](const auto &entry) {
        const CaseFile &file = entry.value();
        return !file.isOpen() && (!file.closedUtc.isValid() || file.closedUtc < utc);
    });
}

LitCase CaseRoll::lit(const CaseFile &file, const QDateTime &nowUtc)
{
    LitCase result{&file, cases::lightOf(file, nowUtc), 0};
    if (!file.isOpen()) // voided or refused cases were never closed, and show no light
        result.light = file.state.endsWith(cases::state::kClosed) ? Light::Closed : Light::None;
    if (file.deadlineUtc.isValid()) {
        const QDateTime until = file.handledUtc.isValid() ? file.handledUtc : nowUtc;
        result.secsLeft = until.secsTo(file.deadlineUtc);
    }
    return result;
}

QList<LitCase> CaseRoll::newest(int count, const QDateTime &nowUtc) const
{
    QList<const CaseFile *> files;
    files.reserve(m_files.size());
    for (const CaseFile &file : m_files) {
        if (lit(file, nowUtc).light != Light::None)
            files.append(&file);
    }
    const auto end = files.begin() + std::min<qsizetype>(std::max(0, count), files.size());
    std::partial_sort(files.begin(), end, files.end(), [](const CaseFile *a, const CaseFile *b) {
        return a->reportedUtc != b->reportedUtc ? a->reportedUtc > b->reportedUtc : a->id > b->id;
    });
    QList<LitCase> result;
    for (auto it = files.begin(); it != end; ++it)
        result.append(lit(**it, nowUtc));
    return result;
}

QList<LitCase> CaseRoll::needing(const QDateTime &nowUtc) const
{
    QList<LitCase> result;
    for (const CaseFile &file : m_files) {
        if (!file.isOpen() || file.handledUtc.isValid())
            continue;
        const LitCase one = lit(file, nowUtc);
        if (one.light == Light::Overdue || file.urged || file.supervised)
            result.append(one);
    }
    std::sort(result.begin(), result.end(), [](const LitCase &a, const LitCase &b) {
        const bool lateA = a.light == Light::Overdue;
        const bool lateB = b.light == Light::Overdue;
        if (lateA != lateB)
            return lateA;
        return a.secsLeft != b.secsLeft ? a.secsLeft < b.secsLeft : a.file->id < b.file->id;
    });
    return result;
}

int CaseRoll::countOf(Light light, const QDateTime &nowUtc) const
{
    int count = 0;
    for (const CaseFile &file : m_files)
        count += file.isOpen() && lit(file, nowUtc).light == light ? 1 : 0;
    return count;
}

qint64 CaseRoll::longestOverdueSecs(const QDateTime &nowUtc) const
{
    qint64 longest = 0;
    for (const CaseFile &file : m_files) {
        const LitCase one = lit(file, nowUtc);
        if (file.isOpen() && one.light == Light::Overdue)
            longest = std::max(longest, -one.secsLeft);
    }
    return longest;
}

int CaseRoll::reportedSince(const QDateTime &utc) const
{
    return int(std::count_if(m_files.cbegin(), m_files.cend(),
                             [&utc](const CaseFile &file) { return file.reportedUtc >= utc; }));
}

QList<UnitLoad> CaseRoll::unitLoads(const QDateTime &nowUtc) const
{
    QHash<Id, UnitLoad> byUnit;
    for (const CaseFile &file : m_files) {
        if (!file.isOpen() || file.handlingUnit.isNull() || file.handledUtc.isValid())
            continue;
        UnitLoad &load = byUnit[file.handlingUnit];
        load.unit = file.handlingUnit;
        load.name = file.handlingUnitName;
        ++load.open;
        load.overdue += lit(file, nowUtc).light == Light::Overdue ? 1 : 0;
    }
    QList<UnitLoad> loads = byUnit.values();
    std::sort(loads.begin(), loads.end(), [](const UnitLoad &a, const UnitLoad &b) {
        if (a.overdue != b.overdue)
            return a.overdue > b.overdue;
        return a.open != b.open ? a.open > b.open : a.name < b.name;
    });
    return loads;
}

look::Mark markOf(Light light)
{
    switch (light) {
    case Light::OnTime:
        return look::Mark::OnTime;
    case Light::DueSoon:
        return look::Mark::DueSoon;
    case Light::Overdue:
        return look::Mark::Overdue;
    case Light::Suspended:
        return look::Mark::Suspended;
    case Light::Closed:
        return look::Mark::Closed;
    case Light::None:
        break;
    }
    return look::Mark::None;
}

QString sourceText(const QString &source)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("patroller"), QT_TRANSLATE_NOOP("wall", "patroller")},
        {QStringLiteral("hotline"), QT_TRANSLATE_NOOP("wall", "hotline call")},
        {QStringLiteral("video"), QT_TRANSLATE_NOOP("wall", "video")},
        {QStringLiteral("citizen"), QT_TRANSLATE_NOOP("wall", "citizen report")},
        {QStringLiteral("public"), QT_TRANSLATE_NOOP("wall", "citizen report")},
        {QStringLiteral("leader"), QT_TRANSLATE_NOOP("wall", "leader's instruction")},
        {QStringLiteral("media"), QT_TRANSLATE_NOOP("wall", "news media")},
        {QStringLiteral("sensor"), QT_TRANSLATE_NOOP("wall", "sensor")},
        {QStringLiteral("survey"), QT_TRANSLATE_NOOP("wall", "special survey")},
        {QStringLiteral("self_handled"), QT_TRANSLATE_NOOP("wall", "handled on the spot")},
    };
    const auto it = words.constFind(source);
    return it == words.cend() ? source : QCoreApplication::translate("wall", *it);
}

} // namespace gridhall::wall
