// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/catalog.h>

#include <algorithm>

namespace gridhall::catalog {

namespace {

bool isSubsequence(QStringView typed, QStringView text)
{
    qsizetype at = 0;
    for (const QChar c : typed) {
        at = text.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

/// Lower is better; -1: no match.
int matchRank(const CaseClass &entry, const QString &typed)
{
    const QString lower = typed.toLower();
    if (entry.code.compare(typed, Qt::CaseInsensitive) == 0 || entry.name == typed ||
        QStringView(entry.code).mid(1) == typed)
        return 0;
    if (entry.pinyinInitials == lower || entry.name.startsWith(typed))
        return 1;
    if (entry.pinyinInitials.startsWith(lower))
        return 2;
    if (entry.name.contains(typed))
        return 3;
    if (entry.pinyinInitials.contains(lower))
        return 4;
    if (entry.code.startsWith(typed, Qt::CaseInsensitive) ||
        QStringView(entry.code).mid(1).startsWith(typed))
        return 5;
    if (entry.nameEn.contains(typed, Qt::CaseInsensitive))
        return 6;
    if (isSubsequence(typed, entry.name) || isSubsequence(lower, entry.pinyinInitials))
        return 7;
    return -1;
}

} // namespace

Catalog::Catalog(QString edition, QList<CaseClass> classes, QList<FilingCondition> conditions)
    : m_edition(std::move(edition)),
      m_classes(std::move(classes)),
      m_conditions(std::move(conditions))
{
    for (int i = 0; i < m_classes.size(); ++i)
        m_classByCode.insert(m_classes.at(i).code, i);
    for (int i = 0; i < m_conditions.size(); ++i)
        m_conditionsByClass[m_conditions.at(i).classCode].append(i);
}

const CaseClass *Catalog::find(const QString &code) const
{
    const auto found = m_classByCode.constFind(code);
    return found == m_classByCode.constEnd() ? nullptr : &m_classes.at(*found);
}

QList<FilingCondition> Catalog::conditionsOf(const QString &classCode) const
{
    QList<FilingCondition> conditions;
    for (const int i : m_conditionsByClass.value(classCode))
        conditions.append(m_conditions.at(i));
    return conditions;
}

const FilingCondition *Catalog::condition(const Id &id) const
{
    const auto found = std::find_if(m_conditions.begin(), m_conditions.end(),
                                    [&id](const FilingCondition &c) { return c.id == id; });
    return found == m_conditions.end() ? nullptr : &*found;
}

QList<CaseClass> Catalog::search(const QString &typed, int most) const
{
    const QString wanted = typed.trimmed();
    QList<CaseClass> found;
    if (wanted.isEmpty())
        return found;
    std::vector<std::pair<int, int>> ranked;
    for (int i = 0; i < m_classes.size(); ++i) {
        const int rank = matchRank(m_classes.at(i), wanted);
        if (rank >= 0)
            ranked.emplace_back(rank, i);
    }
    std::sort(ranked.begin(), ranked.end());
    for (const auto &[rank, index] : ranked) {
        if (found.size() >= most)
            break;
        found.append(m_classes.at(index));
    }
    return found;
}

const CaseClass *Catalog::componentClass(const QString &digits) const
{
    return find(QLatin1Char('C') + digits);
}

} // namespace gridhall::catalog
