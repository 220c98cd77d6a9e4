// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/fieldwork.h>

#include <simulation/matters.h>

#include <algorithm>
#include <cmath>

namespace gridhall::simulation {

namespace {

constexpr int kFixEveryMs = 2000;
constexpr double kNearM = 45.0;
constexpr double kShareInStreet = 0.35;
constexpr double kShareFailed = 0.1;
/// A task in hand weighs as much as this much of a way.
constexpr double kTaskWeighsM = 400.0;
const QString kPatroller = QStringLiteral("patroller");

} // namespace

FieldWork::FieldWork(Docket &docket, const std::vector<geo::StreetLine> &streets,
                     const QList<tracking::Mover> &movers, double reportsPerMinute, Chance chance)
    : m_docket(docket), m_chance(chance), m_reportsPerMinute(reportsPerMinute)
{
    const city::CityIndex &city = docket.city();
    std::vector<std::unique_ptr<StreetGraph>> graphs;
    for (qsizetype i = 0; i < city.responsibilityGrids().size(); ++i)
        graphs.push_back(std::make_unique<StreetGraph>());
    eachPiece(streets, [&](const geo::MapPoint &a, const geo::MapPoint &b, double besideM) {
        const int grid =
            city.responsibilityGridAt({(a.east + b.east) / 2.0, (a.north + b.north) / 2.0});
        if (grid >= 0)
            graphs[static_cast<size_t>(grid)]->add(a, b, besideM);
    });
    QHash<Id, tracking::Fix> latest;
    for (const tracking::Mover &mover : movers)
        latest.insert(mover.id, mover.latest);
    for (size_t i = 0; i < graphs.size(); ++i) {
        const QString &code = city.responsibilityGrids()[static_cast<qsizetype>(i)].code;
        graphs[i]->finish(geo::labelPoint(city.responsibilityGridShapes()[i]));
        StreetGraph &graph = *graphs[i];
        m_streets[code] = std::move(graphs[i]);
        for (const city::Person &person : city.people()) {
            if (!person.roles.contains(kPatroller) || person.responsibilityGridCode != code)
                continue;
            const tracking::Fix fix = latest.value(person.id);
            Chance own = m_chance.split();
            const geo::MapPoint near =
                fix.atUtc.isValid() ? docket.mapPoint(fix.at) : own.oneOf(graph.nodes());
            m_patrollers.push_back(
                {person.id, person.name, code, Walker(graph, near, own), {}, {}, 0, {}});
        }
    }
}

tracking::Activity FieldWork::activityOf(const Patroller &patroller, const QDateTime &nowUtc) const
{
    if (patroller.busyUntil.isValid() && nowUtc < patroller.busyUntil)
        return tracking::Activity::Reporting;
    if (!patroller.task)
        return tracking::Activity::Patrolling;
    return patroller.task->state == cases::state::kConfirming ? tracking::Activity::Confirming
                                                              : tracking::Activity::Verifying;
}

QList<tracking::Fix> FieldWork::walk(const QDateTime &nowUtc)
{
    const double secs =
        m_walkedAt.isValid()
            ? std::max(0.0, static_cast<double>(m_walkedAt.msecsTo(nowUtc)) / 1000.0)
            : 0.0;
    const bool isFirst = !m_walkedAt.isValid();
    m_walkedAt = nowUtc;
    QList<tracking::Fix> fixes;
    const auto count = static_cast<qint64>(m_patrollers.size());
    for (qint64 i = 0; i < count; ++i) {
        Patroller &patroller = m_patrollers[static_cast<size_t>(i)];
        patroller.walker.advance(secs * m_docket.speed());
        if (!isFirst && nowUtc < patroller.nextFix)
            continue;
        // At first everybody at once, then each at a time of their own.
        if (isFirst)
            patroller.nextFix = nowUtc.addMSecs(kFixEveryMs * (i + 1) / count);
        while (patroller.nextFix <= nowUtc)
            patroller.nextFix = patroller.nextFix.addMSecs(kFixEveryMs);
        const Walker &walker = patroller.walker;
        tracking::Fix fix;
        fix.mover = patroller.id;
        fix.atUtc = nowUtc;
        fix.at = m_docket.lonLat(walker.position());
        fix.speedMps =
            walker.isMoving() ? static_cast<float>(walker.paceMps() * m_docket.speed()) : 0.0f;
        fix.headingDeg = static_cast<float>(walker.headingDeg());
        fix.accuracyM = static_cast<float>(m_chance.between(3.0, 8.0));
        fix.activity = activityOf(patroller, nowUtc);
        fixes.append(fix);
    }
    return fixes;
}

void FieldWork::work(const QDateTime &nowUtc)
{
    handOutTasks();
    answerTasks(nowUtc);
    unitsWork();
    if (m_reportsPerMinute <= 0.0)
        return;
    const auto drawNext = [&] {
        const double secs =
            m_chance.between(0.4, 1.6) * 60.0 / (m_reportsPerMinute * m_docket.speed());
        return nowUtc.addMSecs(static_cast<qint64>(secs * 1000.0));
    };
    if (!m_nextReport.isValid()) {
        m_nextReport = drawNext();
    } else if (nowUtc >= m_nextReport) {
        m_nextReport = drawNext();
        reportSomething(nowUtc);
    }
}

std::optional<cases::Report> FieldWork::findComponent(const geo::MapPoint &at)
{
    const city::CityIndex &city = m_docket.city();
    for (const int index : city.componentsNear(at, 12, kNearM)) {
        const city::Component &component = city.components()[index];
        const QString classCode = QLatin1Char('C') + component.classCode;
        if (m_reportedComponents.contains(component.code) ||
            m_docket.catalog().conditionsOf(classCode).isEmpty() || m_chance.happens(0.4))
            continue;
        m_reportedComponents.insert(component.code);
        const Matter matter = matterOf(component.name);
        cases::Report report;
        report.classCode = classCode;
        report.description = m_chance.oneOf(matter.words);
        report.componentCode = component.code;
        report.address = component.address;
        report.at = component.at;
        report.photos = m_docket.photo(matter.subject, false);
        return report;
    }
    return std::nullopt;
}

std::optional<cases::Report> FieldWork::findInStreet(const geo::MapPoint &at)
{
    const Matter &matter = m_chance.oneOf(streetMatters());
    if (m_docket.catalog().conditionsOf(matter.classCode).isEmpty())
        return std::nullopt;
    const city::CityIndex &city = m_docket.city();
    cases::Report report;
    report.classCode = matter.classCode;
    report.description = m_chance.oneOf(matter.words);
    report.at = m_docket.lonLat(at);
    for (const int index : city.componentsNear(at, 1, 2.0 * kNearM))
        report.address = city.components()[index].address;
    report.photos = m_docket.photo(matter.subject, false);
    return report;
}

void FieldWork::reportSomething(const QDateTime &nowUtc)
{
    std::vector<Patroller *> free;
    for (Patroller &patroller : m_patrollers) {
        if (!patroller.task && (!patroller.busyUntil.isValid() || nowUtc >= patroller.busyUntil))
            free.push_back(&patroller);
    }
    if (free.empty())
        return;
    Patroller &patroller = *m_chance.oneOf(free);
    const geo::MapPoint at = patroller.walker.position();
    auto report = m_chance.happens(kShareInStreet) ? findInStreet(at) : findComponent(at);
    if (!report || report->photos.isEmpty())
        return;
    const city::CityIndex &city = m_docket.city();
    report->edition = m_docket.catalog().edition();
    if (const int index = city.unitGridAt(m_docket.mapPoint(report->at)); index >= 0) {
        const city::UnitGrid &grid = city.unitGrids()[index];
        report->unitGridCode = grid.code;
        report->responsibilityGridCode = grid.responsibilityGridCode;
        if (report->address.isEmpty())
            report->address = grid.streetName + grid.communityName;
    }
    if (!m_docket.report(*report, {patroller.id, patroller.name, kPatroller}))
        return;
    ++m_reported;
    const double secs = m_chance.between(15.0, 40.0);
    patroller.walker.rest(secs);
    patroller.busyUntil = nowUtc.addMSecs(static_cast<qint64>(secs * 1000.0 / m_docket.speed()));
}

void FieldWork::handOutTasks()
{
    QHash<Id, const cases::CaseFile *> tasks;
    QHash<Id, int> counts;
    for (const cases::CaseFile &file : m_docket.open()) {
        if (file.state != cases::state::kConfirming && file.state != cases::state::kVerifying)
            continue;
        ++counts[file.taskPerson];
        const cases::CaseFile *&first = tasks[file.taskPerson];
        if (!first || file.stageSinceUtc < first->stageSinceUtc)
            first = &file;
    }
    for (Patroller &patroller : m_patrollers) {
        patroller.tasks = counts.value(patroller.id);
        const cases::CaseFile *file = tasks.value(patroller.id);
        if (patroller.task || !file)
            continue;
        patroller.task = Task{file->id, file->state, {}};
        patroller.walker.goTo(m_docket.mapPoint(file->at));
    }
}

void FieldWork::answerTasks(const QDateTime &nowUtc)
{
    for (Patroller &patroller : m_patrollers) {
        if (!patroller.task)
            continue;
        Task &task = *patroller.task;
        const auto &open = m_docket.open();
        const auto file = std::find_if(open.begin(), open.end(), [&](const cases::CaseFile &f) {
            return f.id == task.caseId && f.state == task.state && f.taskPerson == patroller.id;
        });
        if (file != open.end()) {
            if (!patroller.walker.hasArrived())
                continue;
            if (!task.answerAt.isValid())
                task.answerAt = nowUtc.addMSecs(
                    static_cast<qint64>(m_chance.between(20e3, 60e3) / m_docket.speed()));
            if (nowUtc < task.answerAt)
                continue;
            answer(*file, patroller);
        }
        patroller.task.reset();
        patroller.walker.release();
    }
}

void FieldWork::answer(const cases::CaseFile &file, const Patroller &patroller)
{
    const bool isConfirming = file.state == cases::state::kConfirming;
    const bool fails = m_chance.happens(kShareFailed);
    cases::Step step;
    if (isConfirming) {
        step.action = fails ? cases::action::kConfirmUnfounded : cases::action::kConfirm;
        step.reason = fails ? QStringLiteral("现场未发现该问题") : QStringLiteral("现场情况属实");
    } else {
        step.action = fails ? cases::action::kVerifyFail : cases::action::kVerifyPass;
        step.reason =
            fails ? QStringLiteral("现场仍有残留，未处置到位") : QStringLiteral("现场已恢复");
    }
    step.photos = m_docket.photo(subjectOf(file.classCode, file.className), isConfirming == fails);
    m_docket.step(file, step, {patroller.id, patroller.name, kPatroller});
}

void FieldWork::unitsWork()
{
    const QString role = QStringLiteral("handling_unit");
    for (const cases::CaseFile &file : m_docket.open()) {
        const bool signs = file.state == cases::state::kToHandle && m_docket.isDue(file, 20, 90);
        const bool handles = file.state == cases::state::kHandling && m_docket.isDue(file, 60, 240);
        if (!signs && !handles)
            continue;
        cases::Step step;
        step.action = signs ? cases::action::kSign : cases::action::kHandle;
        if (handles) {
            step.reason = QStringLiteral("已处置完毕");
            step.photos = m_docket.photo(subjectOf(file.classCode, file.className), true);
        }
        m_docket.step(file, step, m_docket.actor(role, file.handlingUnit, file.handlingUnitName));
    }
}

Id FieldWork::patrollerFor(const cases::CaseFile &file) const
{
    const geo::MapPoint at = m_docket.mapPoint(file.at);
    const Patroller *best = nullptr;
    double least = 0.0;
    for (const Patroller &patroller : m_patrollers) {
        const geo::MapPoint here = patroller.walker.position();
        const double weight = std::hypot(here.east - at.east, here.north - at.north) +
                              kTaskWeighsM * patroller.tasks +
                              (patroller.gridCode == file.responsibilityGridCode ? 0.0 : 1e6);
        if (!best || weight < least) {
            best = &patroller;
            least = weight;
        }
    }
    return best ? best->id : Id();
}

} // namespace gridhall::simulation
