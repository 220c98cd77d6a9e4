// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/databasethread.h>

#include <QElapsedTimer>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace gridhall::store {

namespace {

constexpr qint64 kRetryOpenMs = 1000;

} // namespace

struct DatabaseThread::Private final : QThread
{
    using Job = std::function<void(Result<Connection *>)>;

    Private(CityAddress cityAddress, Connection::Mode openMode)
        : address(std::move(cityAddress)), mode(openMode)
    {
        setObjectName(QStringLiteral("gridhall-store"));
    }

    void run() override
    {
        std::optional<Connection> connection;
        std::optional<Error> openError;
        QElapsedTimer sinceAttempt;
        for (;;) {
            Job job;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this] { return ending || !jobs.empty(); });
                if (jobs.empty())
                    return;
                job = std::move(jobs.front());
                jobs.pop_front();
            }
            if (connection && connection->isLost())
                connection.reset();
            if (!connection && (!openError || sinceAttempt.elapsed() >= kRetryOpenMs)) {
                auto opened = Connection::open(address, mode);
                sinceAttempt.start();
                if (opened) {
                    connection.emplace(std::move(*opened));
                    openError.reset();
                } else {
                    openError = opened.error();
                }
            }
            if (connection)
                job(&*connection);
            else
                job(*openError);
        }
    }

    CityAddress address;
    Connection::Mode mode;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> jobs;
    bool ending = false;
};

DatabaseThread::DatabaseThread(const CityAddress &address, Connection::Mode mode)
    : d(std::make_unique<Private>(address, mode))
{
    d->start();
}

DatabaseThread::~DatabaseThread()
{
    {
        const std::lock_guard lock(d->mutex);
        d->ending = true;
    }
    d->wake.notify_one();
    d->wait();
}

const CityAddress &DatabaseThread::address() const
{
    return d->address;
}

void DatabaseThread::post(std::function<void(Result<Connection *>)> job)
{
    {
        const std::lock_guard lock(d->mutex);
        d->jobs.push_back(std::move(job));
    }
    d->wake.notify_one();
}

} // namespace gridhall::store
