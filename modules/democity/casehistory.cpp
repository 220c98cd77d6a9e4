// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/casehistory.h>

#include <democity/photo.h>

#include <catalog/catalogrepository.h>
#include <store/mediastore.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace gridhall::democity {

namespace {

constexpr int kPhotosOfAKind = 3;

/// The condition that says most of what the description says: by pairs of characters in common.
Id fittingCondition(const QList<catalog::FilingCondition> &conditions, const QString &description)
{
    Id best;
    int most = -1;
    for (const catalog::FilingCondition &condition : conditions) {
        int common = 0;
        for (qsizetype i = 1; i < description.size(); ++i)
            common += condition.condition.contains(description.mid(i - 1, 2)) ? 1 : 0;
        if (common > most) {
            most = common;
            best = condition.id;
        }
    }
    return best;
}

} // namespace

/// One case as it unfolds.
struct CaseHistory::Story
{
    QDateTime at; ///< of its latest step
    const Matter *matter = nullptr;
    int component = -1;
    MapPoint place;
    int unitGrid = -1;
    Id unit;
    cases::CaseFile file;
    double handlingShare = 0.5; ///< of the limit
    bool failsOnce = false;
    Dice dice;
};

CaseHistory::CaseHistory(const CityMaker &city, store::Connection &connection, const QDateTime &now)
    : m_city(city),
      m_db(connection),
      m_now(now.toUTC()),
      m_dice(city.dice().forPart(u"history")),
      m_clock(now),
      m_cases(connection, m_clock)
{
}

void CaseHistory::readMatters()
{
    const QJsonObject &recipe = m_city.recipe().cases();
    for (const auto &[list, isEvent] :
         {std::pair{QLatin1String("components"), false}, {QLatin1String("events"), true}}) {
        for (const QJsonValue &value : recipe[list].toArray()) {
            const QString code = value[QLatin1String("class")].toString();
            Matter matter;
            matter.classCode = isEvent ? code : QLatin1Char('C') + code;
            matter.componentClass = isEvent ? QString() : code;
            matter.unitKey = value[QLatin1String("unit")].toString();
            matter.photo = value[QLatin1String("photo")].toString();
            for (const QJsonValue &word : value[QLatin1String("words")].toArray())
                matter.words.append(word.toString());
            const bool known = m_catalog->find(matter.classCode) &&
                               !m_catalog->conditionsOf(matter.classCode).isEmpty();
            if (!known || matter.words.isEmpty())
                continue;
            m_matters.push_back(matter);
            m_weights.push_back(value[QLatin1String("weight")].toDouble());
        }
    }
    for (const QJsonValue &value : recipe[QLatin1String("reportsByHour")].toArray())
        m_byHour.push_back(value.toDouble());
    m_perSquareKm = recipe[QLatin1String("perSquareKm")].toDouble();
    const QList<city::Component> &components = m_city.survey().components();
    for (int i = 0; i < static_cast<int>(components.size()); ++i)
        m_componentsByClass[components[i].classCode].append(i);
}

Result<void> CaseHistory::drawPhotos()
{
    const store::MediaStore media(m_db.address());
    for (const QJsonValue &value : m_city.recipe().cases()[QLatin1String("photoKinds")].toArray()) {
        const QString kind = value.toString();
        for (const bool after : {false, true}) {
            const QString key = kind + (after ? QStringLiteral("+") : QString());
            for (int i = 0; i < kPhotosOfAKind; ++i) {
                auto put = media.put(
                    drawPhoto(kind, after, m_dice.forPart(key, static_cast<std::uint64_t>(i))));
                if (!put)
                    return put.error();
                m_photos[key].append(*put);
            }
        }
    }
    return {};
}

QString CaseHistory::photoOf(const QString &kind, bool after)
{
    const QStringList photos = m_photos.value(kind + (after ? QStringLiteral("+") : QString()));
    return photos.isEmpty() ? QString() : m_dice.oneOf(photos);
}

std::vector<QDateTime> CaseHistory::reportTimes(int count)
{
    const QTimeZone zone(m_city.recipe().timeZone.toUtf8());
    const QDate today = m_now.toTimeZone(zone).date();
    std::vector<QDateTime> times;
    for (int i = 0; i < count; ++i) {
        const QDate day = today.addDays(m_dice.chance(0.5) ? 0 : -1);
        const int hour = m_dice.weighted(m_byHour);
        QDateTime at = QDateTime(day, QTime(hour, 0), zone).addSecs(m_dice.whole(0, 3599)).toUTC();
        if (at >= m_now.addSecs(-60))
            at = at.addDays(-1);
        times.push_back(at);
    }
    // However early it is, something has just come in.
    for (int i = 0; i < count / 16; ++i)
        times.push_back(m_now.addSecs(-m_dice.whole(90, 5400)));
    std::sort(times.begin(), times.end());
    return times;
}

cases::Actor CaseHistory::actor(const QString &role, const Story &story)
{
    const QString grid =
        story.unitGrid >= 0
            ? m_city.administration().unitGrids()[story.unitGrid].responsibilityGridCode
            : QString();
    QList<const city::Person *> fitting;
    for (const city::Person &person : m_city.people().people()) {
        if (!person.roles.contains(role))
            continue;
        if (role == QLatin1String("patroller") &&
            (person.roles.size() > 1 || person.responsibilityGridCode != grid))
            continue;
        if (role == QLatin1String("handling_unit") && person.unit != story.unit)
            continue;
        fitting.append(&person);
    }
    if (fitting.isEmpty())
        return {{}, m_city.recipe().cityName, role};
    const city::Person *person = m_dice.oneOf(fitting);
    return {person->id, person->name, role};
}

Result<cases::Report> CaseHistory::newReport(Story &story)
{
    cases::Report report;
    const Administration &administration = m_city.administration();
    if (!story.matter->componentClass.isEmpty()) {
        const QList<int> &candidates = m_componentsByClass[story.matter->componentClass];
        story.component = m_dice.oneOf(candidates);
        const city::Component &component = m_city.survey().components()[story.component];
        story.place = m_city.survey().places()[static_cast<size_t>(story.component)];
        story.unit = component.maintainerUnit;
        report.componentCode = component.code;
        report.address = component.address;
    } else {
        // Events happen where people are: beside something that stands on a walkway.
        story.component = m_dice.oneOf(m_componentsByClass[QStringLiteral("0137")]);
        const city::Component &lamp = m_city.survey().components()[story.component];
        story.place = m_city.survey().places()[static_cast<size_t>(story.component)] +
                      MapPoint{m_dice.between(-3.0, 3.0), m_dice.between(-3.0, 3.0)};
        report.address = lamp.address;
    }
    story.unitGrid = administration.unitGridAt(story.place);
    if (story.unitGrid < 0)
        story.unitGrid = 0;
    if (story.unit.isNull())
        story.unit = m_city.people().unitFor(story.matter->unitKey,
                                             administration.streetOfUnitGrid(story.unitGrid));
    const city::UnitGrid &grid = administration.unitGrids()[story.unitGrid];
    report.edition = m_catalog->edition();
    report.classCode = story.matter->classCode;
    report.description = m_dice.oneOf(story.matter->words);
    report.at = m_city.projection().toLonLat(story.place);
    report.unitGridCode = grid.code;
    report.responsibilityGridCode = grid.responsibilityGridCode;
    if (m_dice.chance(0.72)) {
        report.photos = {photoOf(story.matter->photo, false)};
        return report;
    }
    report.action = cases::action::kRegister;
    report.source = m_dice.chance(0.7) ? QStringLiteral("hotline") : QStringLiteral("video");
    if (report.source == QLatin1String("hotline")) {
        report.callerName = m_city.recipe().surnames().at(m_dice.whole(0, 40)) +
                            (m_dice.chance(0.5) ? QStringLiteral("先生") : QStringLiteral("女士"));
        report.callerPhone = QStringLiteral("1990000%1").arg(m_dice.whole(5000, 9999));
    }
    return report;
}

Result<bool> CaseHistory::doStep(Story &story, const QString &action, const QString &role,
                                 double minutes, const std::function<void(cases::Step &)> &fill)
{
    const QDateTime at = story.at.addSecs(static_cast<qint64>(minutes * 60.0));
    if (at >= m_now)
        return false;
    m_clock.set(at);
    cases::Step step;
    step.caseId = story.file.id;
    step.seenVersion = story.file.version;
    step.action = action;
    if (fill)
        fill(step);
    auto done = m_cases.step(step, actor(role, story));
    if (!done)
        return done.error();
    story.file = *done;
    story.at = at;
    return true;
}

Result<bool> CaseHistory::goOn(Story &story)
{
    namespace action = cases::action;
    namespace state = cases::state;
    const QString &now = story.file.state;
    Dice &dice = story.dice;
    if (now == state::kToAccept)
        return doStep(story, action::kAccept, QStringLiteral("acceptor"), dice.between(0.8, 9.0));
    if (now == state::kToFile)
        return doStep(story, action::kFile, QStringLiteral("shift_leader"), dice.between(1.0, 10.0),
                      [&](cases::Step &step) {
                          step.condition =
                              fittingCondition(m_catalog->conditionsOf(story.matter->classCode),
                                               story.file.description);
                      });
    if (now == state::kToDispatch)
        return doStep(story, action::kDispatch, QStringLiteral("dispatcher"),
                      dice.between(1.0, 10.0), [&](cases::Step &step) { step.unit = story.unit; });
    if (now == state::kToHandle)
        return doStep(story, action::kSign, QStringLiteral("handling_unit"),
                      dice.between(3.0, 25.0));
    if (now == state::kHandling) {
        const double limitMinutes =
            static_cast<double>(story.file.dispatchedUtc.secsTo(story.file.deadlineUtc)) / 60.0;
        const double sinceDispatch =
            static_cast<double>(story.file.dispatchedUtc.secsTo(story.at)) / 60.0;
        const double minutes = std::max(2.0, story.handlingShare * limitMinutes - sinceDispatch);
        return doStep(story, action::kHandle, QStringLiteral("handling_unit"), minutes,
                      [&](cases::Step &step) {
                          step.photos = {photoOf(story.matter->photo, true)};
                          step.reason = QStringLiteral("已处置完毕");
                      });
    }
    if (now == state::kToVerify)
        return doStep(story, action::kSendVerify, QStringLiteral("acceptor"),
                      dice.between(1.0, 9.0), [&](cases::Step &step) {
                          step.person = actor(QStringLiteral("patroller"), story).person;
                      });
    if (now == state::kVerifying) {
        const bool fails = std::exchange(story.failsOnce, false);
        return doStep(story, fails ? action::kVerifyFail : action::kVerifyPass,
                      QStringLiteral("patroller"), dice.between(8.0, 28.0), [&](cases::Step &step) {
                          step.photos = {photoOf(story.matter->photo, !fails)};
                          step.reason =
                              fails ? QStringLiteral("现场仍有残留") : QStringLiteral("现场已恢复");
                      });
    }
    if (now == state::kToClose)
        return doStep(story, action::kClose, QStringLiteral("shift_leader"),
                      dice.between(1.0, 12.0));
    return false;
}

Result<void> CaseHistory::tell(Story &story)
{
    for (int steps = 0; steps < 24; ++steps) {
        auto went = goOn(story);
        if (!went)
            return went.error();
        if (!*went)
            return {};
    }
    return {};
}

Result<qint64> CaseHistory::write()
{
    auto catalogue = catalog::CatalogRepository(m_db).load();
    if (!catalogue)
        return catalogue.error();
    m_catalog = *catalogue;
    readMatters();
    if (m_matters.empty() || m_byHour.size() != 24)
        return qint64{0};
    if (auto drawn = drawPhotos(); !drawn)
        return drawn.error();
    const double areaKm2 = geo::areaM2({m_city.network().boundary()}) / 1e6;
    const int count = std::clamp(static_cast<int>(areaKm2 * m_perSquareKm), 60, 900);
    qint64 written = 0;
    auto done = m_db.transaction([&]() -> Result<void> {
        std::uint64_t number = 0;
        for (const QDateTime &at : reportTimes(count)) {
            Story story{at,    &m_matters[static_cast<size_t>(m_dice.weighted(m_weights))],
                        -1,    {},
                        -1,    {},
                        {},    0.5,
                        false, m_dice.forPart(u"story", ++number)};
            // Most is done early; a few units are late, and some work has to be done again.
            story.handlingShare = story.dice.chance(0.05)
                                      ? story.dice.between(1.1, 1.9)
                                      : story.dice.unit() * story.dice.unit() * 0.95;
            story.failsOnce = story.dice.chance(0.05);
            auto report = newReport(story);
            if (!report)
                return report.error();
            m_clock.set(at);
            const QString role = report->action == cases::action::kReport
                                     ? QStringLiteral("patroller")
                                     : QStringLiteral("acceptor");
            auto reported = m_cases.report(*report, actor(role, story));
            if (!reported)
                return reported.error();
            story.file = *reported;
            ++written;
            if (auto told = tell(story); !told)
                return told;
        }
        return {};
    });
    if (!done)
        return done.error();
    return written;
}

} // namespace gridhall::democity
