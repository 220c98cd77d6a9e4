// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casefile.h>
#include <look/marks.h>

#include <QHash>

namespace gridhall::wall {

/// A case with the light it shows at one moment.
struct LitCase
{
    const cases::CaseFile *file = nullptr;
    cases::Light light = cases::Light::None;
    qint64 secsLeft = 0; ///< to the deadline; negative when overdue, standing still once handled
};

/// How many open cases a unit has, and how many of them are overdue.
struct UnitLoad
{
    Id unit;
    QString name;
    int open = 0;
    int overdue = 0;
};

/// The cases that the wall knows: everything open, and what was closed today. A plain value that
/// answers what the panels show; asks nobody. GUI thread.
class CaseRoll
{
public:
    void replaceAll(const QList<cases::CaseFile> &files);
    void merge(const cases::CaseFile &file);
    /// Drops what was closed before `utc`.
    void forgetClosedBefore(const QDateTime &utc);

    const QHash<Id, cases::CaseFile> &files() const { return m_files; }
    static LitCase lit(const cases::CaseFile &file, const QDateTime &nowUtc);
    /// Latest report first; without what was refused or voided.
    QList<LitCase> newest(int count, const QDateTime &nowUtc) const;
    /// Open and not yet handled, and overdue, urged or supervised: the longest overdue first, then
    /// what has the least time left.
    QList<LitCase> needing(const QDateTime &nowUtc) const;
    int countOf(cases::Light light, const QDateTime &nowUtc) const; ///< among the open ones
    qint64 longestOverdueSecs(const QDateTime &nowUtc) const;       ///< 0 when none is
    int reportedSince(const QDateTime &utc) const;
    /// Open cases by handling unit: most overdue first, then most open.
    QList<UnitLoad> unitLoads(const QDateTime &nowUtc) const;

private:
    QHash<Id, cases::CaseFile> m_files;
};

look::Mark markOf(cases::Light light);
/// 监督员, 12319 来电, 视频 …: where a report came from, in the screen's language.
QString sourceText(const QString &source);

} // namespace gridhall::wall
