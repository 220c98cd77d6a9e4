// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapwire/messages.h>
#include <mapwire/slotpool.h>

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>

#include <deque>
#include <functional>
#include <memory>

class QgsMapRendererCustomPainterJob;

namespace gridhall::mapd {

class MapProject;

/// Paints what was asked for, one tile after the other, straight into the slots. Main thread; QGIS
/// paints on a thread of its own meanwhile, so that a cancel gets through at any time.
class TilePainter
{
public:
    using Answer = std::function<void(const mapwire::Rendered &)>;

    TilePainter(MapProject &project, mapwire::SlotPool &pool, Answer answer);
    ~TilePainter();

    void add(const mapwire::Render &request);
    void cancel(std::uint64_t requestId);

private:
    void startNext();
    void start(const mapwire::Render &request);
    void finish();
    void answer(const mapwire::Render &request, mapwire::Outcome outcome,
                const std::string &message);

    MapProject &m_project;
    mapwire::SlotPool &m_pool;
    Answer m_answer;
    std::deque<mapwire::Render> m_waiting;

    struct Running;
    std::unique_ptr<Running> m_running;
};

} // namespace gridhall::mapd
