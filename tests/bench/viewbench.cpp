// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewbench.h"

#include "figures.h"

#include <mapview/mapview.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <csignal>
#include <cstdlib>
#include <functional>

namespace gridhall::bench {

using mapview::MapSource;
using mapview::MapView;

namespace {

constexpr int kTimeoutMs = 120'000;

bool waitUntil(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    // Sleeps between events: with a time limit processEvents() would spin, and take from the
    // workers the core that it measures them on.
    QTimer tick;
    tick.start(5);
    while (!done()) {
        if (timer.elapsed() > kTimeoutMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// A marker's worth of pixels that moves.
class Spot : public mapview::Overlay
{
public:
    using Overlay::Overlay;
    void paint(QPainter &painter, const mapview::ViewState &view, const QRectF &) override
    {
        ++painted;
        painter.fillRect(QRectF(view.toScreen(at) - QPointF(12, 12), QSizeF(24, 24)), Qt::yellow);
    }
    double outsetPx() const override { return 16; }
    geo::MapPoint at;
    int painted = 0;
};

double timeRepaint(MapView &view, const std::function<void()> &change)
{
    QElapsedTimer timer;
    change();
    timer.start();
    view.repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

QList<double> panFrames(MapView &view)
{
    QList<double> frames;
    const double step = view.viewState().metresPerPixel * 17;
    geo::MapPoint centre = view.centre();
    for (int i = 0; i < 120; ++i) {
        const double sign = i < 60 ? 1 : -1;
        centre = {centre.east + sign * step, centre.north + sign * step * 0.6};
        frames << timeRepaint(view, [&] { view.setCentre(centre); });
    }
    return frames;
}

QList<double> spotFrames(MapView &view)
{
    QList<double> frames;
    Spot spot;
    spot.at = view.centre();
    view.addOverlay(&spot);
    QCoreApplication::processEvents();
    for (int i = 0; i < 100; ++i) {
        const geo::MapPoint from = spot.at;
        spot.at.east += view.viewState().metresPerPixel * 3;
        QElapsedTimer timer;
        timer.start();
        emit spot.changed({{from.east, from.north, from.east, from.north},
                           {spot.at.east, spot.at.north, spot.at.east, spot.at.north}});
        // What was marked for repainting is painted now, not when the platform finds the time.
        const int before = spot.painted;
        QEvent now(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(view.window(), &now);
        if (spot.painted > before)
            frames << double(timer.nsecsElapsed()) / 1e6;
    }
    return frames;
}

// The frames of a zoom as they would be painted, one after the other.
QList<double> zoomFrames(MapView &view)
{
    QList<double> frames;
    view.setAnimated(true);
    const QPointF about(view.width() / 3.0, view.height() / 3.0);
    view.zoomBy(1, about);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 180) {
        QCoreApplication::processEvents();
        frames << timeRepaint(view, [] {});
    }
    waitUntil([&] { return view.isComplete(); });
    view.setAnimated(false);
    return frames;
}

// Kills every worker while the view needs tiles that nobody has rendered yet.
double recoverMs(MapSource &source, MapView &view, int denominator)
{
    view.setScale(denominator);
    const QList<qint64> pids = source.workerPids();
    QElapsedTimer timer;
    timer.start();
    for (const qint64 pid : pids)
        ::kill(pid_t(pid), SIGKILL);
    return waitUntil([&] { return view.isComplete(); }) ? double(timer.elapsed()) : -1;
}

} // namespace

QJsonObject ViewBench::run(QString &error) const
{
    QElapsedTimer timer;
    timer.start();
    MapSource::Options options;
    options.firstTheme = theme;
    MapSource source(project, options);
    bool failed = false;
    QObject::connect(&source, &MapSource::failed, [&](const Error &why) {
        error = why.text();
        failed = true;
    });
    double readyMs = -1;
    QObject::connect(&source, &MapSource::ready, [&] { readyMs = double(timer.elapsed()); });
    MapView view(source);
    view.setAnimated(false);
    view.setTheme(theme);
    view.resize(size);
    view.show();
    if (!waitUntil([&] { return failed || view.isComplete(); }) || failed) {
        if (error.isEmpty())
            error = QStringLiteral("the map did not become complete");
        return {};
    }
    const double wholeMs = double(timer.elapsed());
    timer.restart();
    view.setScale(denominator);
    waitUntil([&] { return view.isComplete(); });
    const double stepMs = double(timer.elapsed());

    QJsonObject result{{QStringLiteral("worker_ready_ms"), readyMs},
                       {QStringLiteral("whole_city_complete_ms"), wholeMs},
                       {QStringLiteral("one_scale_complete_ms"), stepMs}};
    panFrames(view); // makes what comes into sight wanted, so that the next round finds it
    waitUntil([&] { return view.isComplete(); });
    result.insert(QStringLiteral("pan_frame_ms"), spread(panFrames(view)));
    result.insert(QStringLiteral("moving_spot_ms"), spread(spotFrames(view)));
    result.insert(QStringLiteral("zoom_frame_ms"), spread(zoomFrames(view)));
    QList<double> recovered;
    for (const int scale : {denominator + 3, denominator + 5, denominator + 7})
        recovered << recoverMs(source, view, scale);
    result.insert(QStringLiteral("complete_after_kill_ms"), median(recovered));
    QJsonObject rss{{QStringLiteral("client"), residentMb(QCoreApplication::applicationPid())}};
    double workers = 0;
    const QList<qint64> pids = source.workerPids();
    for (const qint64 pid : pids)
        workers += residentMb(pid);
    rss.insert(QStringLiteral("worker"), workers);
    result.insert(QStringLiteral("rss_mb"), rss);
    return result;
}

} // namespace gridhall::bench
