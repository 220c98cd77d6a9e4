// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/choices.h>

#include <cases/suggestion.h>
#include <desk/deskwords.h>

#include <QCoreApplication>
#include <QSet>

namespace gridhall::desk {

QList<ListRow> conditionRows(const DeskContext &context, const QString &classCode)
{
    QList<ListRow> rows;
    if (!context.catalog)
        return rows;
    const QList<catalog::FilingCondition> conditions = context.catalog->conditionsOf(classCode);
    for (const catalog::FilingCondition &condition : conditions) {
        const QString number = rows.size() < 9 ? QString::number(rows.size() + 1) : QString();
        rows.append(
            {condition.id.toString(), {condition.condition, limitWord(condition.limit)}, number});
    }
    return rows;
}

QList<ListRow> unitRows(const DeskContext &context, const cases::CaseFile &file,
                        const QString &typed)
{
    QList<ListRow> rows;
    if (!context.city)
        return rows;
    const QString text = typed.trimmed();
    QSet<Id> suggested;
    if (context.catalog) {
        for (const cases::UnitSuggestion &suggestion :
             cases::suggestUnits(file, *context.catalog, *context.city)) {
            if (suggested.contains(suggestion.unit) ||
                (!text.isEmpty() && !suggestion.unitName.contains(text)))
                continue;
            suggested.insert(suggestion.unit);
            rows.append({suggestion.unit.toString(),
                         {suggestion.unitName, suggestionWord(suggestion.reason)}});
        }
    }
    for (const city::Unit &unit : context.city->units()) {
        const bool handles =
            unit.kind == city::UnitKind::HandlingUnit || unit.kind == city::UnitKind::Street;
        if (!handles || suggested.contains(unit.id) ||
            (!text.isEmpty() && !unit.name.contains(text) && !unit.shortName.contains(text)))
            continue;
        rows.append({unit.id.toString(), {unit.name, QString()}});
    }
    return rows;
}

QList<ListRow> personRows(const DeskContext &context, const cases::CaseFile &file,
                          const QString &typed)
{
    struct Candidate
    {
        const city::Person *person;
        double metres; ///< -1: place not known or stale
        tracking::Activity activity;
    };
    QList<Candidate> candidates;
    if (!context.city)
        return {};
    const QDateTime now = context.now();
    const QString text = typed.trimmed();
    for (const city::Person &person : context.city->people()) {
        if (!person.roles.contains(QLatin1String("patroller")) ||
            (!text.isEmpty() && !person.name.contains(text)))
            continue;
        const auto mover = context.movers.movers().constFind(person.id);
        if (mover == context.movers.movers().cend() || mover->isStale(now))
            candidates.append({&person, -1, tracking::Activity::None});
        else
            candidates.append(
                {&person, geo::distanceM(mover->latest.at, file.at), mover->latest.activity});
    }
    // Without a fresh place, the people who answer for the case's grid come first.
    const auto rank = [&file](const Candidate &c) {
        return c.metres >= 0                                                     ? 0
               : c.person->responsibilityGridCode == file.responsibilityGridCode ? 1
                                                                                 : 2;
    };
    std::stable_sort(candidates.begin(), candidates.end(), [&](const auto &a, const auto &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.metres < b.metres;
    });
    QList<ListRow> rows;
    for (const Candidate &candidate : std::as_const(candidates)) {
        cases::CaseFile where;
        where.responsibilityGridCode = candidate.person->responsibilityGridCode;
        rows.append(
            {candidate.person->id.toString(),
             {candidate.person->name, context.gridName(where), activityWord(candidate.activity),
              candidate.metres >= 0 ? metresWord(candidate.metres)
                                    : QCoreApplication::translate("desk", "place not known")}});
    }
    return rows;
}

} // namespace gridhall::desk
