// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <store/connection.h>

#include <QDateTime>
#include <QList>

#include <cstdint>
#include <memory>

namespace gridhall::simulation {

struct SimulationOptions
{
    std::uint64_t seed = 1;
    double speed = 1.0;            ///< how much faster than life people walk and work
    double reportsPerMinute = 1.0; ///< of all patrollers together, at speed 1
    bool seats = true;
    double seatShare = 0.7; ///< of the cases; the rest waits for people in the hall
};

struct SimulationCounts
{
    int patrollers = 0;
    qint64 fixes = 0;
    qint64 reported = 0;
    qint64 open = 0;
};

/// A city at work: patrollers walk, send fixes and report; units and seats take cases on. Has no
/// timer: it lives from one step() to the next. Blocking, one thread; `connection` must outlive it.
class Simulation
{
public:
    static Result<std::unique_ptr<Simulation>> create(store::Connection &connection,
                                                      const SimulationOptions &options);
    ~Simulation();

    /// Brings everybody to `nowUtc`. An error says that the database failed; going on is possible.
    Result<void> step(const QDateTime &nowUtc);
    /// What went wrong with single cases since it was last asked.
    QList<Error> takeTroubles();
    SimulationCounts counts() const;

private:
    struct Private;
    explicit Simulation(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace gridhall::simulation
