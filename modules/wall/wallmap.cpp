// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <wall/wallmap.h>

#include <algorithm>
#include <cmath>

namespace gridhall::wall {

namespace {

constexpr double kGlyph = 56;
constexpr double kLabel = 36;
// Text of the map is set in points; at this many dots per inch a 2160-pixel wall shows it as large
// as ten metres ask for.
constexpr double kDpi = 192;
constexpr int kFrameMs = 100;
constexpr int kGlideMs = 1000;
constexpr double kTooFarM = 400; ///< nobody walks that far between fixes: a jump is a jump
constexpr qint64 kForgottenSecs = 4 * 3600; ///< who was silent that long is not out there any more
constexpr qint64 kClosedShownSecs = 30 * 60;
constexpr double kPeopleApart = 2.0; ///< metres per unit at which neighbours are still told apart
constexpr double kCloseUp = 1.32;

} // namespace

geo::MapPoint WallMap::Motion::at(qint64 nowMs) const
{
    const double t = std::clamp(double(nowMs - startMs) / kGlideMs, 0.0, 1.0);
    return {from.east + (to.east - from.east) * t, from.north + (to.north - from.north) * t};
}

bool WallMap::Motion::isOver(qint64 nowMs) const
{
    return nowMs - startMs >= kGlideMs;
}

WallMap::WallMap(mapview::MapSource &source, QWidget *parent)
    : QObject(parent),
      m_markers(std::make_unique<mapview::MarkerOverlay>(look::Theme::Wall, kGlyph, kLabel)),
      m_view(new mapview::MapView(source, parent))
{
    m_view->setTheme(QStringLiteral("night"));
    m_view->setGroundColour(QColor(0x0F, 0x1A, 0x2B));
    m_view->addOverlay(m_markers.get());
    m_clock.start();
    m_frames.setInterval(kFrameMs);
    connect(&m_frames, &QTimer::timeout, this, &WallMap::moveOn);
}

WallMap::~WallMap() = default;

void WallMap::setUnit(double unit)
{
    if (m_unit == unit)
        return;
    m_unit = unit;
    m_view->setDpi(kDpi * unit);
    m_markers->setSizes(kGlyph * unit, kLabel * unit);
    if (m_grids)
        m_grids->setLabelPx(kLabel * unit);
}

void WallMap::setCity(std::shared_ptr<const city::CityIndex> city,
                      const QList<video::Camera> &cameras)
{
    m_city = std::move(city);
    m_projection = m_city->projection();
    const double unit = m_unit > 0 ? m_unit : 1.0;
    auto grids = std::make_unique<mapview::GridOverlay>(m_city, look::Theme::Wall, kLabel * unit);
    // Grids lie under what lives: the markers are added anew, above them.
    auto markers =
        std::make_unique<mapview::MarkerOverlay>(look::Theme::Wall, kGlyph * unit, kLabel * unit);
    m_grids = std::move(grids);
    m_markers = std::move(markers);
    m_view->addOverlay(m_grids.get());
    m_view->addOverlay(m_markers.get());
    m_cameraItems.clear();
    for (const video::Camera &camera : cameras)
        m_cameraItems.append(
            mapview::MarkerOverlay::itemOf(camera, m_projection->toMap(camera.at)));
    publish();
}

void WallMap::setCases(const CaseRoll &roll, const QDateTime &nowUtc)
{
    if (!m_projection)
        return;
    m_caseItems.clear();
    for (const cases::CaseFile &file : roll.files()) {
        const LitCase one = CaseRoll::lit(file, nowUtc);
        const bool gone =
            !file.closedUtc.isValid() || file.closedUtc.secsTo(nowUtc) > kClosedShownSecs;
        if (one.light == cases::Light::None || (!file.isOpen() && gone))
            continue;
        m_caseItems.append(mapview::MarkerOverlay::itemOf(file, one.light, one.secsLeft,
                                                          m_projection->toMap(file.at)));
    }
    publish();
}

bool WallMap::isShown(const tracking::Mover &mover, const QDateTime &nowUtc)
{
    return mover.latest.atUtc.isValid() && mover.latest.activity != tracking::Activity::OffDuty &&
           mover.latest.atUtc.secsTo(nowUtc) < kForgottenSecs;
}

void WallMap::setMovers(const QHash<Id, tracking::Mover> &movers, const QDateTime &nowUtc)
{
    if (!m_projection)
        return;
    const qint64 now = m_clock.elapsed();
    for (const tracking::Mover &mover : movers) {
        if (!isShown(mover, nowUtc)) {
            m_moverItems.remove(mover.id);
            m_motions.remove(mover.id);
            continue;
        }
        const geo::MapPoint at = m_projection->toMap(mover.latest.at);
        const bool known = m_moverItems.contains(mover.id);
        auto item = mapview::MarkerOverlay::itemOf(mover, nowUtc, at);
        Motion &motion = m_motions[mover.id];
        if (!known) {
            motion = {at, at, now - kGlideMs};
        } else if (motion.to != at) {
            const geo::MapPoint here = motion.at(now);
            const bool jump = std::hypot(at.east - here.east, at.north - here.north) > kTooFarM;
            motion = {jump ? at : here, at, now};
        }
        item.at = motion.at(now);
        m_moverItems.insert(mover.id, item);
    }
    publish();
    if (!m_frames.isActive())
        m_frames.start();
}

void WallMap::publish()
{
    QList<mapview::MarkerOverlay::Item> items = m_cameraItems;
    items.reserve(items.size() + m_caseItems.size() + m_moverItems.size());
    items += m_caseItems;
    for (const auto &item : std::as_const(m_moverItems))
        items.append(item);
    m_markers->setItems(items);
}

void WallMap::moveOn()
{
    const qint64 now = m_clock.elapsed();
    bool moving = false;
    for (auto it = m_motions.cbegin(); it != m_motions.cend(); ++it) {
        auto &item = m_moverItems[it.key()];
        const geo::MapPoint at = it->at(now);
        moving = moving || !it->isOver(now);
        if (item.at == at)
            continue;
        item.at = at;
        m_markers->setItem(item);
    }
    if (!moving)
        m_frames.stop();
}

geo::MapBox WallMap::busiestBox(const std::vector<geo::MapPoint> &points, const geo::MapBox &extent,
                                double width, double height)
{
    const geo::MapPoint middle = extent.centre();
    geo::MapPoint busiest{middle.east - width / 2, middle.north - height / 2};
    const geo::MapPoint centred = busiest;
    const auto box = [&] {
        // Across which the whole fits, nothing is gained by a side.
        const double west =
            width >= extent.width() ? centred.east : std::min(busiest.east, extent.east - width);
        const double south = height >= extent.height()
                                 ? centred.north
                                 : std::min(busiest.north, extent.north - height);
        return geo::MapBox{west, south, west + width, south + height};
    };
    if (points.empty() || extent.isEmpty())
        return box();

    // Counted in cells of a tenth of the view, summed up so that any box is four look-ups.
    const double cell = std::max(1.0, std::min(width, height) / 10);
    const int columns = std::clamp(int(extent.width() / cell) + 1, 1, 4000);
    const int rows = std::clamp(int(extent.height() / cell) + 1, 1, 4000);
    std::vector<int> sums(size_t(columns + 1) * size_t(rows + 1), 0);
    const auto sum = [&sums, columns](int x, int y) -> int & {
        return sums[size_t(y) * size_t(columns + 1) + size_t(x)];
    };
    for (const geo::MapPoint &p : points) {
        if (extent.contains(p))
            ++sum(std::min(columns, int((p.east - extent.west) / cell) + 1),
                  std::min(rows, int((p.north - extent.south) / cell) + 1));
    }
    for (int y = 1; y <= rows; ++y) {
        for (int x = 1; x <= columns; ++x)
            sum(x, y) += sum(x - 1, y) + sum(x, y - 1) - sum(x - 1, y - 1);
    }
    const int across = std::min(columns, int(std::lround(width / cell)));
    const int up = std::min(rows, int(std::lround(height / cell)));
    int most = 0;
    for (int y = up; y <= rows; ++y) {
        for (int x = across; x <= columns; ++x) {
            const int count =
                sum(x, y) - sum(x - across, y) - sum(x, y - up) + sum(x - across, y - up);
            if (count > most) {
                most = count;
                busiest = {extent.west + (x - across) * cell, extent.south + (y - up) * cell};
            }
        }
    }
    return box();
}

void WallMap::showBusyPart()
{
    if (!m_city || m_city->extent().isEmpty() || m_unit <= 0 || m_view->width() <= 0)
        return;
    const geo::MapBox extent = m_city->extent();
    const double across = m_view->width() / m_unit;
    const double up = m_view->height() / m_unit;
    // Filling the wall comes first; a strip of the city may lie beyond its edge, open ground must
    // not lie within it.
    const double whole = std::max(extent.width() / across, extent.height() / up);
    const double filled = std::min(extent.width() / across, extent.height() / up);
    double metresPerUnit = std::max(filled, whole * 0.75);
    if (metresPerUnit > kPeopleApart)
        metresPerUnit = kCloseUp;

    std::vector<geo::MapPoint> points = m_city->componentPoints();
    if (points.empty()) {
        for (const auto &shape : m_city->unitGridShapes())
            points.push_back(geo::boxOf(shape).centre());
    }
    m_view->showBox(busiestBox(points, extent, across * metresPerUnit, up * metresPerUnit), 0.0);
}

} // namespace gridhall::wall
