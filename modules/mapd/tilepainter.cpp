// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/tilepainter.h>

#include <mapd/mapproject.h>

#include <QCoreApplication>

#include <qgsexpressioncontextutils.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>

#include <algorithm>

namespace gridhall::mapd {

using mapwire::Outcome;

struct TilePainter::Running
{
    mapwire::Render request;
    QImage image; // over the slot's memory
    QPainter painter;
    std::unique_ptr<QgsMapRendererCustomPainterJob> job;
    QElapsedTimer timer;
    bool cancelled = false;
};

TilePainter::TilePainter(MapProject &project, mapwire::SlotPool &pool, Answer answer)
    : m_project(project), m_pool(pool), m_answer(std::move(answer))
{
}

TilePainter::~TilePainter()
{
    if (m_running)
        m_running->job->cancel();
}

void TilePainter::add(const mapwire::Render &request)
{
    m_waiting.push_back(request);
    if (!m_running)
        startNext();
}

void TilePainter::cancel(std::uint64_t requestId)
{
    if (m_running && m_running->request.requestId == requestId) {
        m_running->cancelled = true;
        m_running->job->cancelWithoutBlocking();
        return;
    }
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const auto &request) {
        return request.requestId == requestId;
    });
    if (found == m_waiting.end())
        return;
    const mapwire::Render request = *found;
    m_waiting.erase(found);
    answer(request, Outcome::Cancelled, {});
}

void TilePainter::startNext()
{
    while (!m_running && !m_waiting.empty()) {
        const mapwire::Render request = m_waiting.front();
        m_waiting.pop_front();
        const std::size_t bytes = std::size_t(request.widthPx) * request.heightPx * 4;
        if (!m_pool.slot(request.slot) || bytes > m_pool.slotBytes()) {
            answer(request, Outcome::Failed, "the slot is too small or not there");
            continue;
        }
        start(request);
    }
}

void TilePainter::start(const mapwire::Render &request)
{
    m_running = std::make_unique<Running>();
    Running &running = *m_running;
    running.timer.start();
    running.request = request;
    running.image = QImage(m_pool.slot(request.slot), int(request.widthPx), int(request.heightPx),
                           int(request.widthPx * 4), QImage::Format_ARGB32_Premultiplied);
    running.image.fill(Qt::transparent);

    QgsMapSettings settings = m_project.settingsFor(QString::fromStdString(request.theme));
    const QgsRectangle ground(request.ground.west, request.ground.south, request.ground.east,
                              request.ground.north);
    settings.setOutputDpi(request.dpi);
    settings.setOutputSize({int(request.widthPx), int(request.heightPx)});
    settings.setExtent(ground, false);
    settings.setExtentBuffer(request.marginPx * ground.width() / request.widthPx);
    QgsExpressionContext context = settings.expressionContext();
    context << QgsExpressionContextUtils::mapSettingsScope(settings);
    settings.setExpressionContext(context);

    running.painter.begin(&running.image);
    running.job = std::make_unique<QgsMapRendererCustomPainterJob>(settings, &running.painter);
    QObject::connect(
        running.job.get(), &QgsMapRendererJob::finished, QCoreApplication::instance(),
        [this] { finish(); }, Qt::QueuedConnection);
    running.job->start();
}

void TilePainter::finish()
{
    if (!m_running)
        return;
    const std::unique_ptr<Running> done = std::move(m_running);
    done->painter.end();
    if (done->cancelled) {
        answer(done->request, Outcome::Cancelled, {});
    } else {
        mapwire::Rendered rendered{done->request.requestId,
                                   done->request.slot,
                                   Outcome::Done,
                                   std::uint32_t(done->timer.elapsed()),
                                   {}};
        for (const QgsMapRendererJob::Error &error : done->job->errors())
            rendered.message += error.message.toStdString() + '\n';
        m_answer(rendered);
    }
    startNext();
}

void TilePainter::answer(const mapwire::Render &request, Outcome outcome,
                         const std::string &message)
{
    m_answer({request.requestId, request.slot, outcome, 0, message});
}

} // namespace gridhall::mapd
