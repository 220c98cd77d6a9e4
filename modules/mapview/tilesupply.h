// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/mapsource.h>
#include <mapview/tileblock.h>
#include <mapview/wishes.h>
#include <mapview/workerprocess.h>
#include <mapwire/slotpool.h>

#include <optional>
#include <vector>

namespace gridhall::mapview {

class TileCache;

/// Keeps the workers running and gives each what is wanted most, into free slots of the pool; puts
/// what they paint into the cache. GUI thread, never blocking.
class TileSupply : public QObject
{
    Q_OBJECT
public:
    TileSupply(const QString &projectFile, const MapSource::Options &options, TileCache &cache);
    ~TileSupply() override;

    void start();
    void reload();
    bool isReady() const { return m_isReady; }
    const MapInfo &info() const { return m_info; }
    void want(const QObject *view, const QList<TileKey> &keys, const QList<TileKey> &later);
    bool hasFailed(const TileKey &key) const { return m_failed.contains(key); }
    QList<qint64> workerPids() const;

signals:
    void ready();
    void failed(const gridhall::Error &error);
    void tileReady(const gridhall::mapview::TileKey &key);
    void tileFailed(const gridhall::mapview::TileKey &key, const QString &message);
    void workerRestarted(const QString &reason);

private:
    /// One place for a worker; its process changes.
    struct Bench
    {
        WorkerProcess *process = nullptr;
        int earlyDeaths = 0; ///< in a row, before it painted anything
    };
    struct Order
    {
        TileBlock block;
        std::size_t bench = 0;
        bool cancelled = false;
    };

    static QString findProgram(const MapSource::Options &options);
    void startWorker(std::size_t bench);
    void connectWorker(std::size_t bench);
    void workerReady(std::size_t bench, const mapwire::HelloReply &reply);
    void workerDied(std::size_t bench, const QString &reason, bool started);
    void restartLater(std::size_t bench);
    void giveUp(const Error &error);
    void blame(const TileBlock &block, const QString &reason);
    Error errorOf(const mapwire::Failure &failure) const;

    void dispatch();
    void cancelUnwanted();
    /// In the cache, being painted, or given up.
    bool isAtHand(const TileKey &key) const;
    std::optional<TileKey> nextTile(bool &isLater) const;
    void order(std::size_t bench, const TileKey &seed, bool isLater);
    void receive(std::size_t bench, const mapwire::Rendered &answer);

    QString m_projectFile;
    MapSource::Options m_options;
    QString m_program;
    TileCache &m_cache;
    std::optional<mapwire::SlotPool> m_pool;
    std::vector<quint32> m_freeSlots;
    std::vector<Bench> m_benches;
    Wishes m_wishes;
    QSet<const QObject *> m_views;
    QHash<quint64, Order> m_orders;
    QHash<TileKey, int> m_crashes;
    QSet<TileKey> m_failed;
    quint64 m_lastId = 0;
    MapInfo m_info;
    bool m_isReady = false;
    bool m_hasGivenUp = false;
};

} // namespace gridhall::mapview
