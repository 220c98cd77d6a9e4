// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/wallfeed.h>

namespace gridhall::wall {

namespace {

constexpr int kGatherMs = 150; ///< changes of one moment are asked for together
constexpr int kTellMs = 40;
constexpr int kCountersEveryMs = 1000;
constexpr int kBeatMs = 10'000; ///< how we notice that the database is silent
constexpr int kMostSingly = 40; ///< more changes than this are cheaper to ask for as a whole

} // namespace

WallFeed::WallFeed(cases::CaseBook &cases, const Clock &clock, QObject *parent)
    : QObject(parent), m_cases(cases), m_clock(clock), m_zone(QTimeZone("Asia/Shanghai"))
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &WallFeed::askChanged);
    m_countersSoon.setSingleShot(true);
    m_countersSoon.setInterval(kCountersEveryMs);
    connect(&m_countersSoon, &QTimer::timeout, this, &WallFeed::askCounters);
    m_tellCases.setSingleShot(true);
    m_tellCases.setInterval(kTellMs);
    connect(&m_tellCases, &QTimer::timeout, this, &WallFeed::casesUpdated);
    m_beat.setInterval(kBeatMs);
    connect(&m_beat, &QTimer::timeout, this, &WallFeed::beat);
    connect(&m_cases, &cases::CaseBook::casesChanged, this, [this](const QList<Id> &ids) {
        if (!m_beat.isActive())
            return; // not started: everything will be asked for anyway
        for (const Id &id : ids)
            m_changed.insert(id);
        if (!m_gather.isActive())
            m_gather.start();
        if (!m_countersSoon.isActive())
            m_countersSoon.start();
    });
}

void WallFeed::start(const QTimeZone &zone)
{
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    m_day = m_clock.nowUtc().toTimeZone(m_zone).date();
    m_beat.start();
    askAll();
    askCounters();
    askYesterday();
}

QDateTime WallFeed::dayStartUtc() const
{
    return m_clock.nowUtc().toTimeZone(m_zone).date().startOfDay(m_zone).toUTC();
}

qint64 WallFeed::answerAgeSecs() const
{
    return m_answeredUtc.isValid() ? m_answeredUtc.secsTo(QDateTime::currentDateTimeUtc()) : -1;
}

void WallFeed::askAll()
{
    // Just after midnight the list still shows the last hour's.
    const QDateTime since = std::min(dayStartUtc(), nowUtc().addSecs(-3600));
    m_cases.onMap(since).then(this, [this](const Result<QList<cases::CaseFile>> &files) {
        if (!files)
            return;
        m_roll.replaceAll(files.value());
        m_hasCases = true;
        answered();
        emit casesUpdated();
        tellSettled();
    });
}

void WallFeed::askChanged()
{
    const QSet<Id> ids = std::exchange(m_changed, {});
    if (ids.size() > kMostSingly) {
        askAll();
        return;
    }
    for (const Id &id : ids) {
        m_cases.load(id).then(this, [this](const Result<cases::CaseFile> &file) {
            if (!file)
                return;
            m_roll.merge(file.value());
            answered();
            // Answers to one moment's changes come one by one; the panels are told once.
            if (!m_tellCases.isActive())
                m_tellCases.start();
        });
    }
}

void WallFeed::askCounters()
{
    m_cases.dayCounters(dayStartUtc())
        .then(this, [this](const Result<cases::DayCounters> &counters) {
            if (!counters)
                return;
            m_today = counters.value();
            m_hasCounters = true;
            answered();
            emit countersUpdated();
            tellSettled();
        });
}

void WallFeed::askYesterday()
{
    const QDateTime start =
        m_clock.nowUtc().toTimeZone(m_zone).date().addDays(-1).startOfDay(m_zone).toUTC();
    m_cases.dayCounters(start).then(this, [this](const Result<cases::DayCounters> &counters) {
        if (!counters)
            return;
        m_yesterday = counters.value();
        emit countersUpdated();
        tellSettled();
    });
}

void WallFeed::answered()
{
    // Real time, whatever clock the hall shows: this is about the connection.
    m_answeredUtc = QDateTime::currentDateTimeUtc();
}

void WallFeed::tellSettled()
{
    if (m_toldSettled || !isSettled())
        return;
    m_toldSettled = true;
    emit settled();
}

void WallFeed::beat()
{
    const QDate day = m_clock.nowUtc().toTimeZone(m_zone).date();
    if (day != m_day) {
        m_day = day;
        m_yesterday.reset();
        askAll();
        askYesterday();
    } else if (!m_hasCases) {
        askAll();
    }
    m_roll.forgetClosedBefore(std::min(dayStartUtc(), nowUtc().addSecs(-3600)));
    askCounters();
}

} // namespace gridhall::wall
