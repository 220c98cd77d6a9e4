// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/tilesupply.h>

#include <mapview/tilecache.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <array>

Q_LOGGING_CATEGORY(supplyLog, "gridhall.mapview.supply", QtInfoMsg)

namespace gridhall::mapview {
namespace {

// A worker paints one tile and has the next one waiting, so that it never idles for a round trip.
constexpr int kOrdersPerWorker = 2;
constexpr int kCrashesPerTile = 3;
constexpr int kEarlyDeathsToGiveUp = 3;
// Labels and signs of what stands outside a picture reach into it: about six Chinese characters.
constexpr quint32 kMarginPx = 96;
constexpr qint64 kTileBytes = qint64(4) * kTilePx * kTilePx;

QStringList toTexts(const std::vector<std::string> &wire)
{
    QStringList texts;
    for (const std::string &text : wire)
        texts << QString::fromStdString(text);
    return texts;
}

MapInfo toInfo(const mapwire::HelloReply &reply)
{
    MapInfo info;
    info.title = QString::fromStdString(reply.title);
    info.crs = QString::fromStdString(reply.crs);
    const mapwire::Box &box = reply.extent;
    if (box.west < box.east && box.south < box.north)
        info.extent = {box.west, box.south, box.east, box.north};
    info.themes = toTexts(reply.themes);
    info.layers = toTexts(reply.layers);
    info.missingLayers = toTexts(reply.missingLayers);
    return info;
}

} // namespace

TileSupply::TileSupply(const QString &projectFile, const MapSource::Options &options,
                       TileCache &cache)
    : m_projectFile(projectFile),
      m_options(options),
      m_program(findProgram(options)),
      m_cache(cache)
{
    // Workers give way to the window (they are nice), so there may be one for each core.
    if (m_options.workers <= 0)
        m_options.workers = std::clamp(QThread::idealThreadCount(), 1, 4);
    m_benches.resize(static_cast<std::size_t>(m_options.workers));
}

TileSupply::~TileSupply()
{
    for (Bench &bench : m_benches)
        delete bench.process;
}

QString TileSupply::findProgram(const MapSource::Options &options)
{
    if (!options.workerProgram.isEmpty())
        return options.workerProgram;
    const QString fromEnvironment = qEnvironmentVariable("GRIDHALL_MAPD");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const QString here = QCoreApplication::applicationDirPath();
    for (const char *place :
         {"/gridhall-mapd", "/../bin/gridhall-mapd", "/../libexec/gridhall/gridhall-mapd"}) {
        const QFileInfo program(here + QLatin1String(place));
        if (program.isExecutable())
            return program.absoluteFilePath();
    }
    const QString installed = QStandardPaths::findExecutable(QStringLiteral("gridhall-mapd"));
    return installed.isEmpty() ? QStringLiteral("gridhall-mapd") : installed;
}

// Signals must not come before the caller can connect to them, so errors wait for the event loop.
void TileSupply::start()
{
    const auto slotCount = static_cast<quint32>(m_options.workers * (kOrdersPerWorker + 1));
    m_pool = mapwire::SlotPool::create(kBlockBytes, slotCount);
    if (!m_pool) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                giveUp({ErrorKind::Unavailable,
                        tr("There is no shared memory for the map"),
                        m_projectFile,
                        tr("Close other programs and start again"),
                        {}});
            },
            Qt::QueuedConnection);
        return;
    }
    for (quint32 slot = 0; slot < slotCount; ++slot)
        m_freeSlots.push_back(slot);
    // The others follow once the first one has opened the project: together they would only slow
    // each other down, and a broken project would be reported by each.
    startWorker(0);
}

void TileSupply::reload()
{
    m_cache.clear();
    m_failed.clear();
    m_crashes.clear();
    m_orders.clear();
    m_freeSlots.clear();
    m_hasGivenUp = false;
    m_isReady = false;
    for (Bench &bench : m_benches) {
        delete bench.process;
        bench = {};
    }
    start();
}

QList<qint64> TileSupply::workerPids() const
{
    QList<qint64> pids;
    for (const Bench &bench : m_benches) {
        if (bench.process && bench.process->pid() > 0)
            pids << bench.process->pid();
    }
    return pids;
}

void TileSupply::startWorker(std::size_t bench)
{
    if (m_hasGivenUp || m_benches[bench].process)
        return;
    m_benches[bench].process =
        new WorkerProcess({m_options.startTimeoutMs, m_options.renderTimeoutMs});
    connectWorker(bench);
    mapwire::Hello hello;
    hello.projectPath = m_projectFile.toStdString();
    hello.firstTheme = m_options.firstTheme.toStdString();
    hello.slotBytes = m_pool->slotBytes();
    hello.slotCount = m_pool->count();
    m_benches[bench].process->start(m_program, hello, *m_pool);
}

void TileSupply::connectWorker(std::size_t bench)
{
    WorkerProcess *process = m_benches[bench].process;
    connect(process, &WorkerProcess::ready, this,
            [this, bench](const mapwire::HelloReply &reply) { workerReady(bench, reply); });
    connect(process, &WorkerProcess::rendered, this,
            [this, bench](const mapwire::Rendered &answer) { receive(bench, answer); });
    connect(
        process, &WorkerProcess::died, this,
        [this, bench](const QString &reason, bool started) { workerDied(bench, reason, started); });
    connect(process, &WorkerProcess::gaveUp, this, [this, bench](const mapwire::Failure &failure) {
        if (!m_isReady) {
            giveUp(errorOf(failure));
            return;
        }
        // The project was fine before: perhaps it is just being written.
        workerDied(bench, errorOf(failure).text(), true);
    });
    connect(process, &WorkerProcess::speaksProtocol, this, [this](quint32 number) {
        giveUp({ErrorKind::Protocol,
                tr("The map worker speaks protocol %1, this program speaks %2")
                    .arg(number)
                    .arg(mapwire::kProtocol),
                m_program,
                tr("Install gridhall and gridhall-mapd of the same version"),
                {}});
    });
}

void TileSupply::workerReady(std::size_t bench, const mapwire::HelloReply &reply)
{
    Q_UNUSED(bench)
    m_info = toInfo(reply);
    for (std::size_t other = 0; other < m_benches.size(); ++other)
        startWorker(other);
    if (!m_isReady) {
        m_isReady = true;
        emit ready();
    }
    dispatch();
}

void TileSupply::workerDied(std::size_t bench, const QString &reason, bool started)
{
    WorkerProcess *process = std::exchange(m_benches[bench].process, nullptr);
    if (!process)
        return;
    process->deleteLater();
    qCWarning(supplyLog).noquote() << "map worker" << process->pid() << "is gone:" << reason;
    // Later it is only being replaced by an update, perhaps, and worth another try.
    if (!started && !m_isReady) {
        giveUp({ErrorKind::NotFound, tr("The map worker cannot be started"), m_program,
                tr("Install gridhall-mapd beside gridhall"), reason});
        return;
    }
    m_benches[bench].earlyDeaths = process->answered() > 0 ? 0 : m_benches[bench].earlyDeaths + 1;
    // It paints in the order of asking, so what killed it is among the oldest that it owed.
    const QList<mapwire::Render> owed = process->owed();
    for (qsizetype i = 0; i < owed.size(); ++i) {
        const Order order = m_orders.take(owed.at(i).requestId);
        m_freeSlots.push_back(owed.at(i).slot);
        if (i == 0 && !order.cancelled)
            blame(order.block, reason);
    }
    if (!m_isReady && m_benches[bench].earlyDeaths >= kEarlyDeathsToGiveUp) {
        giveUp({ErrorKind::Unavailable, tr("The map worker does not come up"), m_program,
                tr("Try it in a shell: gridhall-mapd --version"), reason});
        return;
    }
    restartLater(bench);
    emit workerRestarted(reason);
    dispatch();
}

void TileSupply::restartLater(std::size_t bench)
{
    // The first restart is immediate; a worker that cannot live must not eat a core.
    static constexpr std::array<int, 6> delaysMs = {0, 0, 200, 1000, 3000, 10'000};
    const auto deaths = static_cast<std::size_t>(m_benches[bench].earlyDeaths);
    const int delayMs = delaysMs[std::min(deaths, delaysMs.size() - 1)];
    if (delayMs == 0)
        startWorker(bench);
    else
        QTimer::singleShot(delayMs, this, [this, bench] { startWorker(bench); });
}

void TileSupply::giveUp(const Error &error)
{
    if (m_hasGivenUp)
        return;
    m_hasGivenUp = true;
    for (Bench &bench : m_benches) {
        if (WorkerProcess *process = std::exchange(bench.process, nullptr)) {
            process->disconnect(this);
            process->deleteLater();
        }
    }
    emit failed(error);
}

// The tiles of a block are tried again one by one, so that only the culprit is given up.
void TileSupply::blame(const TileBlock &block, const QString &reason)
{
    const QList<TileKey> keys = block.tiles();
    for (const TileKey &key : keys) {
        if (++m_crashes[key] < kCrashesPerTile || keys.size() > 1)
            continue;
        m_failed.insert(key);
        emit tileFailed(
            key, tr("The map worker died %n time(s) painting it: %1", nullptr, kCrashesPerTile)
                     .arg(reason));
    }
}

Error TileSupply::errorOf(const mapwire::Failure &failure) const
{
    const QString detail = QString::fromStdString(failure.detail);
    switch (failure.kind) {
    case mapwire::FailureKind::Protocol:
        return {ErrorKind::Protocol, tr("The map worker refuses this program's protocol"),
                m_program, tr("Install gridhall and gridhall-mapd of the same version"), detail};
    case mapwire::FailureKind::ProjectMissing:
        return {ErrorKind::NotFound, tr("There is no map project"), m_projectFile,
                tr("Make one with gridhallctl, or name another city folder"), detail};
    case mapwire::FailureKind::ProjectBroken:
        return {ErrorKind::Unreadable, tr("The map project cannot be read"), m_projectFile,
                tr("Open it in QGIS to see what is wrong, or restore it from a copy"), detail};
    case mapwire::FailureKind::CrsNotMetric:
        return {ErrorKind::InvalidInput, tr("The map project's CRS does not count in metres"),
                m_projectFile, tr("Give the project a projected CRS in QGIS, such as EPSG:4547"),
                detail};
    case mapwire::FailureKind::SharedMemory:
        return {ErrorKind::Unavailable, tr("The map worker cannot use the shared memory"),
                m_program, tr("Close other programs and start again"), detail};
    case mapwire::FailureKind::BadRequest:
    case mapwire::FailureKind::None:
        break;
    }
    return {ErrorKind::Internal, tr("The map worker did not understand this program"), m_program,
            tr("Install gridhall and gridhall-mapd of the same version"), detail};
}

void TileSupply::want(const QObject *view, const QList<TileKey> &keys, const QList<TileKey> &later)
{
    if (!keys.isEmpty() && !m_views.contains(view)) {
        m_views.insert(view);
        connect(view, &QObject::destroyed, this, [this, view] {
            m_views.remove(view);
            m_wishes.remove(view);
            m_cache.setPinned(m_wishes.now());
            cancelUnwanted();
        });
    }
    m_wishes.set(view, keys, later);
    m_cache.setPinned(m_wishes.now());
    cancelUnwanted();
    dispatch();
}

bool TileSupply::isAtHand(const TileKey &key) const
{
    return m_cache.contains(key) || m_failed.contains(key) ||
           std::any_of(m_orders.begin(), m_orders.end(), [&](const Order &order) {
               return !order.cancelled && order.block.contains(key);
           });
}

// What is painted in advance yields to what somebody waits for.
void TileSupply::cancelUnwanted()
{
    bool isLater = true;
    const bool somebodyWaits = nextTile(isLater).has_value() && !isLater;
    for (auto it = m_orders.begin(); it != m_orders.end(); ++it) {
        const QList<TileKey> keys = it->block.tiles();
        const bool stays = std::any_of(keys.begin(), keys.end(), [&](const TileKey &key) {
            return somebodyWaits ? m_wishes.isWantedNow(key) : m_wishes.isWanted(key);
        });
        if (it->cancelled || stays)
            continue;
        it->cancelled = true;
        m_benches[it->bench].process->cancel(it.key());
    }
}

std::optional<TileKey> TileSupply::nextTile(bool &isLater) const
{
    const auto had = [this](const TileKey &key) { return isAtHand(key); };
    isLater = false;
    if (auto key = m_wishes.first(false, had))
        return key;
    isLater = true;
    // In advance only as far as all that is wanted fits into the cache.
    if (m_wishes.count() * kTileBytes > m_cache.limitBytes())
        return std::nullopt;
    return m_wishes.first(true, had);
}

void TileSupply::dispatch()
{
    for (int depth = 1; depth <= kOrdersPerWorker; ++depth) {
        for (std::size_t bench = 0; bench < m_benches.size(); ++bench) {
            const WorkerProcess *process = m_benches[bench].process;
            if (!process || !process->isReady() || process->owed().size() >= depth ||
                m_freeSlots.empty())
                continue;
            bool isLater = false;
            const std::optional<TileKey> key = nextTile(isLater);
            if (!key)
                return;
            // In advance one at a time, so that a core stays free for the window.
            if (isLater && !m_orders.isEmpty())
                return;
            order(bench, *key, isLater);
        }
    }
}

void TileSupply::order(std::size_t bench, const TileKey &seed, bool isLater)
{
    const TileBlock block = blockAround(seed, [&](const TileKey &key) {
        const bool wanted = isLater ? m_wishes.isWanted(key) : m_wishes.isWantedNow(key);
        return wanted && !isAtHand(key) && !m_crashes.contains(key) && !m_crashes.contains(seed);
    });
    const geo::MapBox ground = block.ground();
    mapwire::Render request;
    request.requestId = ++m_lastId;
    request.slot = m_freeSlots.back();
    request.theme = seed.theme.toStdString();
    request.ground = {ground.west, ground.south, ground.east, ground.north};
    request.widthPx = static_cast<quint32>(block.columns * kTilePx);
    request.heightPx = static_cast<quint32>(block.rows * kTilePx);
    request.dpi = seed.centiDpi / 100.0 * seed.ratio256 / 256.0;
    request.marginPx = kMarginPx * static_cast<quint32>(std::max(256, seed.ratio256)) / 256;
    m_freeSlots.pop_back();
    m_orders.insert(request.requestId, {block, bench});
    m_benches[bench].process->render(request);
}

void TileSupply::receive(std::size_t bench, const mapwire::Rendered &answer)
{
    const Order done = m_orders.take(answer.requestId);
    m_benches[bench].earlyDeaths = 0;
    const QList<TileKey> keys = done.block.tiles();
    if (answer.outcome == mapwire::Outcome::Done) {
        for (const TileKey &key : keys) {
            m_crashes.remove(key);
            m_cache.insert(key, done.block.cut(key, m_pool->slot(answer.slot)));
        }
        qCDebug(supplyLog) << keys.size() << "tiles of 1 :" << done.block.corner.denominator << "in"
                           << answer.renderMs << "ms";
    }
    if (answer.outcome == mapwire::Outcome::Failed)
        m_failed.unite(QSet<TileKey>(keys.begin(), keys.end()));
    m_freeSlots.push_back(answer.slot);
    // The worker goes on while the views paint what has come.
    dispatch();
    for (const TileKey &key : keys) {
        if (answer.outcome == mapwire::Outcome::Done)
            emit tileReady(key);
        else if (answer.outcome == mapwire::Outcome::Failed)
            emit tileFailed(key, QString::fromStdString(answer.message));
    }
}

} // namespace gridhall::mapview
