// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/caserepository.h>

#include "caseevent.h"
#include "caserows.h"

#include <catalog/catalogrepository.h>
#include <geo/wkb.h>

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace gridhall::cases {

namespace {

constexpr qsizetype kLongestText = 10000;

Error invalid(const char *what, const QString &subject = {})
{
    return Error{ErrorKind::InvalidInput, said(what), subject, {}, {}};
}

/// Control characters but line breaks and tabs go: no screen shows them and PostgreSQL refuses NUL.
QString cleaned(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() != QChar::Other_Control || c == u'\n' || c == u'\t')
            clean.append(c);
    }
    return clean.trimmed();
}

Result<void> checkTexts(const QStringList &texts, const QStringList &photos)
{
    for (const QString &text : texts) {
        if (text.size() > kLongestText)
            return Error{ErrorKind::InvalidInput,
                         said(QT_TRANSLATE_NOOP("cases", "The text is longer than %1 characters"))
                             .arg(kLongestText),
                         {},
                         said(QT_TRANSLATE_NOOP("cases", "Shorten it")),
                         {}};
    }
    static const QRegularExpression kSha(QStringLiteral("^[0-9a-f]{64}$"));
    for (const QString &photo : photos) {
        if (!kSha.match(photo).hasMatch())
            return invalid(QT_TRANSLATE_NOOP("cases", "This is not the key of a photo"), photo);
    }
    return {};
}

QJsonValue codeValue(const QString &code)
{
    return code.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(code);
}

QJsonValue idValue(const Id &id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.toString());
}

} // namespace

CaseRepository::CaseRepository(store::Connection &connection, const Clock &clock)
    : m_db(connection), m_clock(clock), m_zone("Asia/Shanghai")
{
}

Result<void> CaseRepository::prepare()
{
    if (m_workflow)
        return {};
    const auto zone =
        m_db.query(QStringLiteral("SELECT time_zone FROM city_info ORDER BY fid LIMIT 1"));
    if (!zone)
        return zone.error();
    if (!zone->isEmpty()) {
        const QTimeZone named(zone->first()[0].toString().toLatin1());
        if (named.isValid())
            m_zone = named;
    }
    const auto share =
        m_db.query(QStringLiteral("SELECT value FROM setting WHERE name = 'light.due_soon_share'"));
    if (!share)
        return share.error();
    if (!share->isEmpty()) {
        const double value = share->first()[0].toDouble();
        if (value > 0 && value < 1)
            m_dueSoonShare = value;
    }
    auto calendar = catalog::CatalogRepository(m_db).calendar();
    if (!calendar)
        return calendar.error();
    m_calendar = std::move(*calendar);
    auto workflow = Workflow::load(m_db);
    if (!workflow)
        return workflow.error();
    m_workflow = std::move(*workflow);
    return {};
}

Result<CaseFile> CaseRepository::report(const Report &report, const Actor &actor)
{
    if (const auto good = checkTexts({report.description, report.address}, report.photos); !good)
        return good.error();
    if (!std::isfinite(report.at.lon) || !std::isfinite(report.at.lat) ||
        std::abs(report.at.lon) > 180 || std::abs(report.at.lat) > 90 || report.at == geo::LonLat{})
        return invalid(QT_TRANSLATE_NOOP("cases", "The report has no place on the map"));
    if (report.caseId.isNull() || report.eventId.isNull())
        return invalid(QT_TRANSLATE_NOOP("cases", "The report has no key"));
    Result<CaseFile> file = Error{};
    const auto done = m_db.transaction([&]() -> Result<void> {
        file = insertReport(report, actor);
        return file ? Result<void>() : Result<void>(file.error());
    });
    if (!done)
        return refusal(done.error(), nullptr, report.action);
    return file;
}

Result<CaseFile> CaseRepository::insertReport(const Report &report, const Actor &actor)
{
    if (const auto ready = prepare(); !ready)
        return ready.error();
    auto before = alreadyDone(report.eventId);
    if (!before)
        return before.error();
    if (*before)
        return **before;
    const Transition *transition = m_workflow->find({}, report.action, actor.role);
    if (!transition)
        return Error{ErrorKind::Refused,
                     said(QT_TRANSLATE_NOOP("cases", "Your role may not do this step")),
                     m_workflow->actionName(report.action),
                     {},
                     actor.role};
    const QDateTime now = m_clock.nowUtc();
    auto content = contentOf(report, actor, now);
    if (!content)
        return content.error();

    QStringList names{QStringLiteral("id"), QStringLiteral("stage_since"), QStringLiteral("geom")};
    QVariantList values{report.caseId.toString(), store::timeParameter(now),
                        store::geometryParameter(m_db.dialect(), geo::toWkb(report.at))};
    for (auto it = content->constBegin(); it != content->constEnd(); ++it) {
        if (it.key() == QLatin1String("lon") || it.key() == QLatin1String("lat"))
            continue;
        names.append(it.key());
        values.append(parameterOf(it.value()));
    }
    QStringList marks(values.size(), QStringLiteral("?"));
    const auto added =
        m_db.execute(QStringLiteral("INSERT INTO cases (%1) VALUES (%2)")
                         .arg(names.join(QStringLiteral(", ")), marks.join(QStringLiteral(", "))),
                     values);
    if (!added)
        return added.error();

    NewEvent event;
    event.link.id = report.eventId.toString();
    event.link.caseId = report.caseId.toString();
    event.link.sequence = 1;
    event.link.action = report.action;
    event.link.toState = transition->toState;
    event.link.role = actor.role;
    event.link.actorId = store::idParameter(actor.person).toString();
    event.link.actorName = actor.name;
    event.link.note = content->value(QLatin1String("description")).toString();
    event.link.photos = report.photos.join(u' ');
    event.link.content = QString::fromUtf8(QJsonDocument(*content).toJson(QJsonDocument::Compact));
    event.link.at = timeText(now);
    if (const auto appended = append(event); !appended)
        return appended.error();
    return load(report.caseId);
}

Result<QJsonObject> CaseRepository::contentOf(const Report &report, const Actor &actor,
                                              const QDateTime &nowUtc)
{
    QString edition = report.edition;
    if (edition.isEmpty()) {
        const auto setting =
            m_db.query(QStringLiteral("SELECT value FROM setting WHERE name = 'catalog.edition'"));
        if (!setting)
            return setting.error();
        edition = setting->isEmpty() ? QStringLiteral("2013") : setting->first()[0].toString();
    }
    const auto classes =
        m_db.query(QStringLiteral("SELECT name FROM case_class WHERE edition = ? AND code = ?"),
                   {edition, report.classCode});
    if (!classes)
        return classes.error();
    if (classes->isEmpty())
        return Error{ErrorKind::InvalidInput,
                     said(QT_TRANSLATE_NOOP("cases", "The catalog has no such class")),
                     edition + u' ' + report.classCode,
                     said(QT_TRANSLATE_NOOP("cases", "Choose a class from the catalog")),
                     {}};
    auto number = nextNumber(nowUtc);
    if (!number)
        return number.error();
    return QJsonObject{
        {QStringLiteral("number"), *number},
        {QStringLiteral("source"), report.source},
        {QStringLiteral("edition"), edition},
        {QStringLiteral("class_code"), report.classCode},
        {QStringLiteral("class_name"), classes->first()[0].toString()},
        {QStringLiteral("description"), cleaned(report.description)},
        {QStringLiteral("address"), cleaned(report.address)},
        {QStringLiteral("unit_grid_code"), codeValue(report.unitGridCode)},
        {QStringLiteral("responsibility_grid_code"), codeValue(report.responsibilityGridCode)},
        {QStringLiteral("component_code"), codeValue(report.componentCode)},
        {QStringLiteral("reporter_id"), idValue(actor.person)},
        {QStringLiteral("reporter_name"), cleaned(actor.name)},
        {QStringLiteral("caller_name"), cleaned(report.callerName)},
        {QStringLiteral("caller_phone"), cleaned(report.callerPhone)},
        {QStringLiteral("reported_at"), timeText(nowUtc)},
        {QStringLiteral("lon"), report.at.lon},
        {QStringLiteral("lat"), report.at.lat}};
}

Result<QString> CaseRepository::nextNumber(const QDateTime &nowUtc)
{
    const QString day = nowUtc.toTimeZone(m_zone).date().toString(QStringLiteral("yyyyMMdd"));
    const auto rows = m_db.query(
        QStringLiteral(
            "INSERT INTO case_number_sequence (day, last) VALUES (?, 1) ON CONFLICT (day) "
            "DO UPDATE SET last = case_number_sequence.last + 1 RETURNING last"),
        {day});
    if (!rows)
        return rows.error();
    return QStringLiteral("%1%2").arg(day).arg(rows->first()[0].toLongLong(), 5, 10,
                                               QLatin1Char('0'));
}

Result<CaseFile> CaseRepository::step(const Step &step, const Actor &actor)
{
    if (const auto good = checkTexts({step.reason}, step.photos); !good)
        return good.error();
    if (step.eventId.isNull())
        return invalid(QT_TRANSLATE_NOOP("cases", "The step has no key"));
    Result<CaseFile> file = Error{};
    const auto done = m_db.transaction([&]() -> Result<void> {
        file = insertStep(step, actor);
        return file ? Result<void>() : Result<void>(file.error());
    });
    if (!done) {
        const auto now =
            done.error().kind == ErrorKind::Refused ? load(step.caseId) : Result<CaseFile>(Error{});
        return refusal(done.error(), now ? &*now : nullptr, step.action);
    }
    return file;
}

Result<CaseFile> CaseRepository::insertStep(const Step &step, const Actor &actor)
{
    if (const auto ready = prepare(); !ready)
        return ready.error();
    if (m_db.dialect() == store::Dialect::Postgres) {
        const auto locked =
            m_db.query(QStringLiteral("SELECT 1 FROM cases WHERE id = ? FOR UPDATE"),
                       {step.caseId.toString()});
        if (!locked)
            return locked.error();
    }
    auto before = alreadyDone(step.eventId);
    if (!before)
        return before.error();
    if (*before)
        return **before;
    auto file = load(step.caseId);
    if (!file)
        return file;
    if (file->version != step.seenVersion)
        return Error{
            ErrorKind::Conflict,
            said(QT_TRANSLATE_NOOP("cases", "Somebody else has moved this case on meanwhile")),
            file->number,
            said(QT_TRANSLATE_NOOP("cases", "Look at it again and decide anew")),
            {}};
    const Transition *transition = m_workflow->find(file->state, step.action, actor.role);
    if (!transition)
        return Error{
            ErrorKind::Refused,
            said(QT_TRANSLATE_NOOP(
                     "cases", "\"%1\" is not possible while the case is \"%2\" with your role"))
                .arg(m_workflow->actionName(step.action), m_workflow->stateName(file->state)),
            file->number,
            {},
            actor.role};
    const QDateTime now = m_clock.nowUtc();
    auto content = effectsOf(*file, step, *transition, now);
    if (!content)
        return content.error();
    const auto last = m_db.query(QStringLiteral("SELECT last_hash FROM cases WHERE id = ?"),
                                 {step.caseId.toString()});
    if (!last)
        return last.error();

    NewEvent event;
    event.link.id = step.eventId.toString();
    event.link.caseId = step.caseId.toString();
    event.link.sequence = file->version + 1;
    event.link.action = step.action;
    event.link.fromState = file->state;
    event.link.toState = transition->toState;
    event.link.role = actor.role;
    event.link.actorId = store::idParameter(actor.person).toString();
    event.link.actorName = actor.name;
    event.link.note = cleaned(step.reason);
    event.link.conditionId = store::idParameter(step.condition).toString();
    event.link.unitId = store::idParameter(step.unit).toString();
    event.link.personId = store::idParameter(step.person).toString();
    event.link.until = timeText(step.untilUtc);
    event.link.photos = step.photos.join(u' ');
    event.link.content = QString::fromUtf8(QJsonDocument(*content).toJson(QJsonDocument::Compact));
    event.link.at = timeText(now);
    event.previousHash = last->value(0).value(0).toString();
    if (const auto appended = append(event); !appended)
        return appended.error();
    if (const auto updated = update(step.caseId, *content); !updated)
        return updated.error();
    return load(step.caseId);
}

Error CaseRepository::refusal(const Error &error, const CaseFile *file, const QString &action) const
{
    const QString mark = QStringLiteral("gridhall:");
    const qsizetype at = error.detail.indexOf(mark);
    if (at < 0 || !m_workflow)
        return error;
    static const QRegularExpression kEnd(QStringLiteral("[^a-z_:]"));
    const QString word = error.detail.mid(at + mark.size()).section(kEnd, 0, 0);
    static const QHash<QString, const char *> kWords{
        {QStringLiteral("needs:reason"), QT_TRANSLATE_NOOP("cases", "\"%1\" needs a reason")},
        {QStringLiteral("needs:photo"), QT_TRANSLATE_NOOP("cases", "\"%1\" needs a photo")},
        {QStringLiteral("needs:condition"),
         QT_TRANSLATE_NOOP("cases", "\"%1\" needs a filing condition of the case's class")},
        {QStringLiteral("needs:unit"), QT_TRANSLATE_NOOP("cases", "\"%1\" needs a unit")},
        {QStringLiteral("needs:person"), QT_TRANSLATE_NOOP("cases", "\"%1\" needs an addressee")},
        {QStringLiteral("needs:date"), QT_TRANSLATE_NOOP("cases", "\"%1\" needs a date to come")},
        {QStringLiteral("at_most"),
         QT_TRANSLATE_NOOP("cases", "\"%1\" has been done as often as it may be")},
        {QStringLiteral("only_after"),
         QT_TRANSLATE_NOOP("cases", "\"%1\" is not possible yet: another step comes first")},
        {QStringLiteral("never_after"),
         QT_TRANSLATE_NOOP("cases",
                           "\"%1\" is no longer possible after what the case went through")},
        {QStringLiteral("clock"),
         QT_TRANSLATE_NOOP("cases", "\"%1\" is not open at this time of the case's limit")},
        {QStringLiteral("exists"), QT_TRANSLATE_NOOP("cases", "\"%1\" was recorded before")},
    };
    const bool moved = word == QLatin1String("version") || word == QLatin1String("state");
    const char *text = kWords.value(word, nullptr);
    const QString number = file ? file->number : QString();
    if (moved)
        return Error{
            ErrorKind::Conflict,
            said(QT_TRANSLATE_NOOP("cases", "Somebody else has moved this case on meanwhile")),
            number, said(QT_TRANSLATE_NOOP("cases", "Look at it again and decide anew")),
            error.detail};
    if (!text)
        return error;
    return Error{word == QLatin1String("exists") ? ErrorKind::Conflict : ErrorKind::Refused,
                 said(text).arg(m_workflow->actionName(action)),
                 number,
                 {},
                 error.detail};
}

} // namespace gridhall::cases
