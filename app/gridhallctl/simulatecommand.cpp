// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "shell.h"

#include <simulation/simulation.h>
#include <store/migration.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace gridhall::ctl {

namespace {

constexpr int kTickMs = 250;
constexpr int kMostFailures = 40;
const QString kUsage =
    QStringLiteral("--city DIR [--speed X] [--seed N] [--reports N] [--duration S] [--no-seats]");

QString said(const char *text)
{
    return QCoreApplication::translate("simulation", text);
}

int stopPipe[2] = {-1, -1};

void askToStop(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(stopPipe[1], &byte, 1);
}

/// Ends the event loop when the process is told to end, so that what is begun is finished.
class StopOnSignal
{
public:
    StopOnSignal()
    {
        if (pipe2(stopPipe, O_CLOEXEC | O_NONBLOCK) != 0)
            return;
        m_notifier.emplace(stopPipe[0], QSocketNotifier::Read);
        QObject::connect(&*m_notifier, &QSocketNotifier::activated,
                         [] { QCoreApplication::exit(0); });
        std::signal(SIGINT, askToStop);
        std::signal(SIGTERM, askToStop);
    }
    ~StopOnSignal()
    {
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
        m_notifier.reset();
        for (int &end : stopPipe) {
            if (end >= 0)
                close(std::exchange(end, -1));
        }
    }
    StopOnSignal(const StopOnSignal &) = delete;
    StopOnSignal &operator=(const StopOnSignal &) = delete;

private:
    std::optional<QSocketNotifier> m_notifier;
};

void printCounts(const simulation::SimulationCounts &counts)
{
    print(
        said(QT_TRANSLATE_NOOP("simulation", "%1 patrollers, %2 fixes, %3 reports, %4 open cases"))
            .arg(counts.patrollers)
            .arg(counts.fixes)
            .arg(counts.reported)
            .arg(counts.open) +
        QLatin1Char('\n'));
    std::fflush(stdout);
}

/// Steps until told to stop; a database that stays away ends it.
int simulate(simulation::Simulation &city, double durationSecs)
{
    const StopOnSignal stop;
    int failures = 0;
    int ticks = 0;
    const auto tick = [&] {
        const auto stepped = city.step(QDateTime::currentDateTimeUtc());
        for (const Error &trouble : city.takeTroubles())
            failed(trouble);
        failures = stepped ? 0 : failures + 1;
        if (!stepped) {
            failed(stepped.error());
            if (failures >= kMostFailures)
                QCoreApplication::exit(1);
        }
        if (ticks++ % (60 * 1000 / kTickMs) == 0)
            printCounts(city.counts());
    };
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, tick);
    timer.start(kTickMs);
    QTimer::singleShot(0, &timer, tick);
    if (durationSecs > 0.0)
        QTimer::singleShot(static_cast<int>(durationSecs * 1000.0), &timer,
                           [] { QCoreApplication::exit(0); });
    const int code = QCoreApplication::exec();
    printCounts(city.counts());
    return code;
}

int run(const QStringList &words)
{
    QCommandLineParser parser;
    const QCommandLineOption city(
        QStringLiteral("city"),
        said(QT_TRANSLATE_NOOP("simulation", "The city's folder or database.")),
        QStringLiteral("DIR"));
    const QCommandLineOption speed(
        QStringLiteral("speed"),
        said(QT_TRANSLATE_NOOP("simulation", "How much faster than life.")), QStringLiteral("X"),
        QStringLiteral("1"));
    const QCommandLineOption seed(QStringLiteral("seed"),
                                  said(QT_TRANSLATE_NOOP("simulation", "What chance begins with.")),
                                  QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption reports(
        QStringLiteral("reports"),
        said(QT_TRANSLATE_NOOP("simulation", "Reports a minute, of all patrollers, at speed 1.")),
        QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption duration(
        QStringLiteral("duration"),
        said(QT_TRANSLATE_NOOP("simulation", "Ends after so many seconds.")), QStringLiteral("S"));
    const QCommandLineOption noSeats(
        QStringLiteral("no-seats"),
        said(QT_TRANSLATE_NOOP("simulation", "The seats of the hall are left to people.")));
    parser.addOptions({city, speed, seed, reports, duration, noSeats});
    if (const auto code = parse(parser, QStringLiteral("simulate"), kUsage, words))
        return *code;
    if (!parser.isSet(city) || !parser.positionalArguments().isEmpty())
        return wrongUsage(said(QT_TRANSLATE_NOOP("simulation", "Name the city with --city.")));
    simulation::SimulationOptions options;
    bool speedOk = false;
    bool seedOk = false;
    bool reportsOk = false;
    bool durationOk = true;
    options.speed = parser.value(speed).toDouble(&speedOk);
    options.seed = parser.value(seed).toULongLong(&seedOk);
    options.reportsPerMinute = parser.value(reports).toDouble(&reportsOk);
    const double secs = parser.isSet(duration) ? parser.value(duration).toDouble(&durationOk) : 0.0;
    if (!speedOk || !seedOk || !reportsOk || !durationOk || !(options.speed >= 0.1) ||
        !(options.speed <= 60.0) || !(options.reportsPerMinute >= 0.0) ||
        !(options.reportsPerMinute <= 600.0) || (parser.isSet(duration) && !(secs > 0.0)) ||
        secs > 1e6)
        return wrongUsage(said(QT_TRANSLATE_NOOP(
            "simulation", "--speed (0.1 to 60), --seed, --reports (0 to 600) and --duration "
                          "need numbers.")));
    options.seats = !parser.isSet(noSeats);

    const auto address = store::CityAddress::parse(parser.value(city));
    if (!address)
        return failed(address.error());
    auto connection = store::Connection::open(*address);
    if (!connection)
        return failed(connection.error());
    const auto schema = store::Migration::check(*connection);
    if (!schema)
        return failed(schema.error());
    if (*schema == store::SchemaState::NewerRefused)
        return failed(store::Migration::newerError(*connection));
    if (*schema == store::SchemaState::None)
        return failed(
            {ErrorKind::InvalidInput,
             said(QT_TRANSLATE_NOOP("simulation", "The city was made by an older GridHall")),
             parser.value(city),
             said(QT_TRANSLATE_NOOP("simulation", "Run gridhallctl migrate first.")),
             {}});
    const auto simulation = simulation::Simulation::create(*connection, options);
    if (!simulation)
        return failed(simulation.error());
    return simulate(**simulation, secs);
}

} // namespace

Command simulateCommand()
{
    return {QStringLiteral("simulate"), kUsage,
            said(QT_TRANSLATE_NOOP("simulation",
                                   "Let patrollers walk a city's streets and its cases go on.")),
            run};
}

} // namespace gridhall::ctl
