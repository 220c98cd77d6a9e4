// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/worker.h>

#include <mapd/mapproject.h>
#include <mapd/scratchfolder.h>
#include <mapd/tilepainter.h>
#include <mapd/wirechannel.h>
#include <mapwire/slotpool.h>

#include <QMetaObject>

#include <qgsapplication.h>

#include <thread>

#include <unistd.h>

namespace gridhall::mapd {
namespace {

using namespace mapwire;

// Plugins of data providers cost a tenth of a second to load; most projects need none of them.
void loadOnlyProviders(const QStringList &names)
{
    QString pattern = QStringLiteral("^$");
    if (!names.isEmpty())
        pattern = QStringLiteral("provider_(%1)\\.").arg(names.join(QLatin1Char('|')));
    qputenv("QGIS_PROVIDER_FILE", pattern.toUtf8());
}

int giveUp(WireChannel &channel, const Failure &failure)
{
    channel.send(failure);
    return 3;
}

// Waits for the client's first word. Nothing when it left or spoke nonsense.
std::optional<Hello> receiveHello(WireChannel &channel)
{
    const auto decoded = channel.receive();
    if (!decoded)
        return std::nullopt;
    const Message *message = std::get_if<Message>(&*decoded);
    const Hello *hello = message ? std::get_if<Hello>(message) : nullptr;
    if (!hello) {
        channel.send(Failure{FailureKind::BadRequest, {}, "the first message is no handshake"});
        return std::nullopt;
    }
    if (hello->protocol != kProtocol) {
        // With our own number in it the client can say both.
        channel.send(HelloReply{});
        return std::nullopt;
    }
    return *hello;
}

void dispatch(const Message &message, TilePainter &painter, WireChannel &channel)
{
    if (const auto *ping = std::get_if<Ping>(&message)) {
        channel.send(Pong{ping->token});
    } else if (const auto *render = std::get_if<Render>(&message)) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [&painter, request = *render] { painter.add(request); },
            Qt::QueuedConnection);
    } else if (const auto *cancel = std::get_if<Cancel>(&message)) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [&painter, id = cancel->requestId] { painter.cancel(id); }, Qt::QueuedConnection);
    }
}

// The process ends without ceremony: nothing here is worth saving, QGIS may be deep inside a slow
// layer, and takes longer to leave in order than to start.
[[noreturn]] void leave(const ScratchFolder &scratch, int code)
{
    scratch.remove();
    ::_exit(code);
}

// Runs on the reading thread.
[[noreturn]] void readUntilClosed(TilePainter &painter, WireChannel &channel,
                                  const ScratchFolder &scratch)
{
    while (const auto decoded = channel.receive()) {
        if (const Message *message = std::get_if<Message>(&*decoded)) {
            dispatch(*message, painter, channel);
            continue;
        }
        channel.send(Failure{FailureKind::BadRequest, {}, nameOf(std::get<DecodeError>(*decoded))});
        leave(scratch, 4);
    }
    leave(scratch, 0);
}

} // namespace

void scrubEnvironment()
{
    for (const char *name :
         {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_PLATFORMTHEME",
          "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_AUTO_SCREEN_SCALE_FACTOR",
          "QT_SCREEN_SCALE_FACTORS", "PYTHONHOME", "PYTHONPATH", "QGIS_PLUGINPATH",
          "QGIS_AUTH_DB_DIR_PATH"})
        ::unsetenv(name);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    // QGIS looks for its data beside the running program unless told otherwise.
    ::setenv("QGIS_PREFIX_PATH", GRIDHALL_QGIS_PREFIX, 0);
}

int serveClient(const WorkerEnds &ends, int &argc, char **argv)
{
    WireChannel channel(ends.socketFd);
    const std::optional<Hello> hello = receiveHello(channel);
    if (!hello)
        return 2;
    auto pool = SlotPool::attach(ends.poolFd, hello->slotBytes, hello->slotCount);
    if (!pool)
        return giveUp(channel, {FailureKind::SharedMemory, {}, "the slot pool cannot be mapped"});

    // The window, which paints what moves, goes first.
    [[maybe_unused]] const int niceness = ::nice(5);
    const ScratchFolder scratch;
    QgsApplication app(argc, argv, false, QString::fromStdString(scratch.path() + "/profile"));
    const QString path = QString::fromStdString(hello->projectPath);
    loadOnlyProviders(MapProject::neededProviders(path));
    QgsApplication::initQgis();

    MapProject::Opened opened = MapProject::open(path);
    if (const Failure *failure = std::get_if<Failure>(&opened)) {
        channel.send(*failure);
        leave(scratch, 3);
    }
    MapProject &project = *std::get<0>(opened);
    channel.send(project.describe());
    // While the client reads that, get ready for what it will ask first.
    if (!hello->firstTheme.empty())
        project.settingsFor(QString::fromStdString(hello->firstTheme));

    TilePainter painter(project, *pool, [&channel](const Rendered &done) { channel.send(done); });
    std::thread([&] { readUntilClosed(painter, channel, scratch); }).detach();
    leave(scratch, QgsApplication::exec());
}

} // namespace gridhall::mapd
