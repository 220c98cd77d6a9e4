// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/caserepository.h>
#include <support/testcity.h>

#include <QTest>
#include <QTimeZone>

Q_DECLARE_METATYPE(gridhall::store::Dialect)

namespace gridhall::cases {

inline const QString kHandlingUnit = QStringLiteral("handling_unit");

/// One case on its way, with somebody for every role.
class Walk
{
public:
    Walk(test::TestCity &city, store::Connection &connection, ManualClock &clock)
        : m_city(city), cases(connection, clock)
    {
    }

    Actor actor(const QString &role) const
    {
        return {m_city.patroller, QStringLiteral("某人"), role};
    }

    Result<CaseFile> report(const QString &photo = test::fakePhoto())
    {
        Report report;
        report.classCode = m_city.classCode;
        report.description = QStringLiteral("井盖缺失");
        report.at = m_city.place;
        report.componentCode = m_city.componentCode;
        if (!photo.isEmpty())
            report.photos = {photo};
        auto done = cases.report(report, actor(QStringLiteral("patroller")));
        if (done)
            file = *done;
        return done;
    }

    Result<CaseFile> step(const QString &action, const QString &role)
    {
        Step step;
        step.caseId = file.id;
        step.seenVersion = file.version;
        step.action = action;
        step.reason = QStringLiteral("理由");
        step.condition = condition.isNull() ? m_city.fourWorkingHours : condition;
        step.unit = m_city.unit;
        step.person = m_city.patroller;
        step.untilUtc = until;
        step.photos = {test::fakePhoto(2)};
        return take(cases.step(step, actor(role)));
    }

    bool go(std::initializer_list<std::pair<QString, const char *>> steps)
    {
        for (const auto &[action, role] : steps) {
            const auto done = step(action, QString::fromLatin1(role));
            if (!done) {
                qWarning() << action << done.error().text() << done.error().detail;
                return false;
            }
        }
        return true;
    }

    bool goToHandling()
    {
        return report().ok() && go({{action::kAccept, "acceptor"},
                                    {action::kFile, "shift_leader"},
                                    {action::kDispatch, "dispatcher"},
                                    {action::kSign, "handling_unit"}});
    }

    bool goToClosed()
    {
        return goToHandling() && go({{action::kHandle, "handling_unit"},
                                     {action::kSendVerify, "acceptor"},
                                     {action::kVerifyPass, "patroller"},
                                     {action::kClose, "shift_leader"}});
    }

private:
    Result<CaseFile> take(Result<CaseFile> done)
    {
        if (done)
            file = *done;
        return done;
    }
    test::TestCity &m_city;

public:
    CaseRepository cases;
    CaseFile file;
    Id condition;
    QDateTime until;
};

inline QDateTime utc(const char *local)
{
    return QDateTime(QDateTime::fromString(QString::fromLatin1(local), Qt::ISODate).date(),
                     QDateTime::fromString(QString::fromLatin1(local), Qt::ISODate).time(),
                     QTimeZone("Asia/Shanghai"))
        .toUTC();
}

} // namespace gridhall::cases

#define MAKE_CITY()                                                                                \
    QFETCH(gridhall::store::Dialect, dialect);                                                     \
    QString message;                                                                               \
    const auto city = gridhall::test::TestCity::make(dialect, &message);                           \
    if (!city && dialect == gridhall::store::Dialect::Postgres &&                                  \
        !gridhall::test::sharedPostgres().isRunning())                                             \
        QSKIP(qPrintable(message));                                                                \
    QVERIFY2(city, qPrintable(message));                                                           \
    auto connection = city->open();                                                                \
    gridhall::ManualClock clock(gridhall::cases::utc("2026-11-23T09:00:00"));                      \
    gridhall::cases::Walk walk(*city, connection, clock)
