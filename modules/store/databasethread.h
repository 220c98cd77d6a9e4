// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/connection.h>

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>

namespace gridhall::store {

/// A thread with a connection of its own, on which the program's queries run in order, so that no
/// window ever waits for a database. Named gridhall-store. Safe to call from any thread. Destroying
/// it finishes what was asked for before.
class DatabaseThread
{
public:
    /// Starts at once; the connection is opened on the thread, and again when it was lost. Until
    /// it is open every job gets the error that opening gave.
    explicit DatabaseThread(const CityAddress &address,
                            Connection::Mode mode = Connection::Mode::ReadWrite);
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

    const CityAddress &address() const;

    /// Runs `job` (Connection& -> Result<T>) on the thread; the future finishes with what it
    /// returned.
    template <class Job, class R = std::invoke_result_t<Job, Connection &>>
    QFuture<R> run(Job job)
    {
        auto promise = std::make_shared<QPromise<R>>();
        QFuture<R> future = promise->future();
        promise->start();
        post([promise, job = std::move(job)](Result<Connection *> connection) mutable {
            promise->addResult(connection ? job(**connection) : R(connection.error()));
            promise->finish();
        });
        return future;
    }

private:
    void post(std::function<void(Result<Connection *>)> job);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gridhall::store
