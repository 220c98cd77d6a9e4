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
#include <cstring>

Q_LOGGING_CATEGORY(supplyLog, "gridhall.mapview.supply", QtInfoMsg)

namespace gridhall::mapview {
namespace {

// A worker paints one tile and has the next one waiting, so that it never idles for a round trip.
constexpr int kOrdersPerWorker = 2;
constexpr int kCrashesPerTile = 3;
constexpr int kEarlyDeathsToGiveUp = 3;
// Labels and signs of what stands outside a tile reach into it: about eight Chinese characters.
constexpr quint32 kMarginPx = 128;
constexpr std::size_t kSlotBytes = std::size_t(kTilePx) * kTilePx * 4;

bool isOpaque(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const quint32 *>(image.constScanLine(y));
        quint32 all = 0xff000000;
        for (int x = 0; x < image.width(); ++x)
            all &= line[x];
        if (all != 0xff000000)
            return false;
    }
    return true;
}

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
    if (m_options.workers <= 0)
        m_options.workers = std::max(1, QThread::idealThreadCount() - 1);
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
    m_pool = mapwire::SlotPool::create(kSlotBytes, slotCount);
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
    if (!started) {
        giveUp({ErrorKind::NotFound, tr("The map worker cannot be started"), m_program,
                tr("Install gridhall-mapd beside gridhall"), reason});
        return;
    }
    m_benches[bench].earlyDeaths = process->answered() > 0 ? 0 : m_benches[bench].earlyDeaths + 1;
    // It paints in the order of asking, so what killed it is the oldest tile it owed.
    const QList<mapwire::Render> owed = process->owed();
    for (qsizetype i = 0; i < owed.size(); ++i) {
        const Order order = m_orders.take(owed.at(i).requestId);
        m_freeSlots.push_back(owed.at(i).slot);
        if (i == 0 && !order.cancelled)
            blame(order.key, reason);
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

void TileSupply::blame(const TileKey &key, const QString &reason)
{
    if (++m_crashes[key] < kCrashesPerTile)
        return;
    m_failed.insert(key);
    emit tileFailed(
        key,
        tr("The map worker died %n time(s) painting it: %1", nullptr, kCrashesPerTile).arg(reason));
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

bool TileSupply::isOrdered(const TileKey &key) const
{
    return std::any_of(m_orders.begin(), m_orders.end(),
                       [&](const Order &order) { return order.key == key && !order.cancelled; });
}

// What is painted in advance yields to what somebody waits for.
void TileSupply::cancelUnwanted()
{
    bool isLater = true;
    const bool somebodyWaits = nextTile(isLater).has_value() && !isLater;
    for (auto it = m_orders.begin(); it != m_orders.end(); ++it) {
        const bool stays =
            somebodyWaits ? m_wishes.isWantedNow(it->key) : m_wishes.isWanted(it->key);
        if (it->cancelled || stays)
            continue;
        it->cancelled = true;
        m_benches[it->bench].process->cancel(it.key());
    }
}

std::optional<TileKey> TileSupply::nextTile(bool &isLater) const
{
    const auto had = [this](const TileKey &key) {
        return m_cache.contains(key) || m_failed.contains(key) || isOrdered(key);
    };
    isLater = false;
    if (auto key = m_wishes.first(false, had))
        return key;
    isLater = true;
    // In advance only as far as all that is wanted fits into the cache.
    if (m_wishes.count() * qint64(kSlotBytes) > m_cache.limitBytes())
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
            if (!isLater || depth == 1)
                order(bench, *key);
        }
    }
}

void TileSupply::order(std::size_t bench, const TileKey &key)
{
    const geo::MapBox ground = boxOf(key);
    mapwire::Render request;
    request.requestId = ++m_lastId;
    request.slot = m_freeSlots.back();
    request.theme = key.theme.toStdString();
    request.ground = {ground.west, ground.south, ground.east, ground.north};
    request.widthPx = request.heightPx = kTilePx;
    request.dpi = key.centiDpi / 100.0 * key.ratio256 / 256.0;
    request.marginPx = kMarginPx * static_cast<quint32>(std::max(256, key.ratio256)) / 256;
    m_freeSlots.pop_back();
    m_orders.insert(request.requestId, {key, bench, request.slot});
    m_benches[bench].process->render(request);
}

void TileSupply::receive(std::size_t bench, const mapwire::Rendered &answer)
{
    const Order done = m_orders.take(answer.requestId);
    m_benches[bench].earlyDeaths = 0;
    switch (answer.outcome) {
    case mapwire::Outcome::Done:
        keep(done);
        qCDebug(supplyLog) << "tile" << done.key.denominator << done.key.column << done.key.row
                           << "in" << answer.renderMs << "ms";
        break;
    case mapwire::Outcome::Failed:
        m_failed.insert(done.key);
        emit tileFailed(done.key, QString::fromStdString(answer.message));
        break;
    case mapwire::Outcome::Cancelled:
    case mapwire::Outcome::None:
        break;
    }
    m_freeSlots.push_back(done.slot);
    dispatch();
    if (answer.outcome == mapwire::Outcome::Done)
        emit tileReady(done.key);
}

void TileSupply::keep(const Order &done)
{
    const QImage painted(m_pool->slot(done.slot), kTilePx, kTilePx, kTilePx * 4,
                         QImage::Format_ARGB32_Premultiplied);
    // Copies row by row out of the slot; without alpha it is blitted, not blended.
    QImage owned(kTilePx, kTilePx,
                 isOpaque(painted) ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    std::memcpy(owned.bits(), painted.constBits(), kSlotBytes);
    m_crashes.remove(done.key);
    m_cache.insert(done.key, owned);
}

} // namespace gridhall::mapview
