// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/lettering.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace gridhall::mapd {

namespace {

constexpr double kDegrees = 57.29577951308232;
/// Two neighbouring letters that differ by more than this stand round a corner.
constexpr double kMostTurnDeg = 32.0;
/// Free ground kept between two names, as a share of the letter's size.
constexpr double kGap = 0.35;
/// From one name of a place to the next of the same place, on the sheet.
constexpr double kNameApartMm = 75.0;

struct StreetStyle
{
    double sizeMm = 0.0;
    double pitchMm = 0.0;
    double repeatMm = 0.0;
};

/// A line that can be asked for the point at a distance from its start.
class Track
{
public:
    explicit Track(const std::vector<QgsPointXY> &points) : m_points(points)
    {
        m_along.push_back(0.0);
        for (std::size_t i = 1; i < points.size(); ++i)
            m_along.push_back(m_along.back() + points[i - 1].distance(points[i]));
    }
    double length() const { return m_along.back(); }
    QgsPointXY at(double distance) const
    {
        const auto next = std::upper_bound(m_along.begin(), m_along.end(), distance);
        const auto i = std::clamp<std::ptrdiff_t>(next - m_along.begin(), 1,
                                                  std::ptrdiff_t(m_points.size()) - 1);
        const auto index = std::size_t(i);
        const double span = m_along[index] - m_along[index - 1];
        const double share = span > 0.0 ? (distance - m_along[index - 1]) / span : 0.0;
        const QgsPointXY &a = m_points[index - 1];
        const QgsPointXY &b = m_points[index];
        return {a.x() + (b.x() - a.x()) * share, a.y() + (b.y() - a.y()) * share};
    }

private:
    const std::vector<QgsPointXY> &m_points;
    std::vector<double> m_along;
};

QgsRectangle boxOf(const QgsPointXY &centre, double widthM, double heightM)
{
    return QgsRectangle(centre.x() - widthM / 2.0, centre.y() - heightM / 2.0,
                        centre.x() + widthM / 2.0, centre.y() + heightM / 2.0);
}

double foldedDeg(double degrees)
{
    return degrees - 360.0 * std::round(degrees / 360.0);
}

/// The letters of `name` with their middle at `middleM` along the track, or nothing where the
/// street turns too sharply or the ground is taken.
std::optional<QList<Letter>> lettersAt(const Track &track, const NamedLine &street, double middleM,
                                       double pitchM, double sizeM, const TakenGround &taken)
{
    const int count = street.name.size();
    const double startM = middleM - pitchM * (count - 1) / 2.0;
    const double endM = startM + pitchM * (count - 1);
    if (startM < sizeM || endM > track.length() - sizeM)
        return std::nullopt;
    const QgsPointXY first = track.at(startM);
    const QgsPointXY last = track.at(endM);
    const double dx = last.x() - first.x();
    const double dy = last.y() - first.y();
    const bool column = std::abs(dy) > std::abs(dx);
    const bool backwards = column ? dy > 0.0 : dx < 0.0;

    QList<Letter> letters;
    double before = 0.0;
    for (int i = 0; i < count; ++i) {
        const double m = backwards ? endM - pitchM * i : startM + pitchM * i;
        const QgsPointXY behind = track.at(std::max(0.0, m - pitchM / 2.0));
        const QgsPointXY ahead = track.at(std::min(track.length(), m + pitchM / 2.0));
        double angle = std::atan2(ahead.y() - behind.y(), ahead.x() - behind.x()) * kDegrees;
        if (backwards)
            angle += 180.0;
        angle = foldedDeg(column ? angle + 90.0 : angle);
        if (std::abs(angle) > 60.0 || (i > 0 && std::abs(foldedDeg(angle - before)) > kMostTurnDeg))
            return std::nullopt;
        before = angle;
        Letter letter;
        letter.text = street.name.mid(i, 1);
        letter.clockwiseDeg = -angle;
        letter.at = track.at(m);
        if (!taken.isFree(boxOf(letter.at, sizeM * (1.0 + kGap), sizeM * (1.0 + kGap))))
            return std::nullopt;
        letters << letter;
    }
    return letters;
}

StreetStyle streetStyle(const QJsonObject &table, int step, const QString &kind)
{
    const QJsonObject style = table.value(QStringLiteral("streets"))
                                  .toObject()
                                  .value(QString::number(step))
                                  .toObject()
                                  .value(kind)
                                  .toObject();
    return {style.value(QStringLiteral("size")).toDouble(),
            style.value(QStringLiteral("pitch")).toDouble(),
            style.value(QStringLiteral("repeat")).toDouble()};
}

} // namespace

bool TakenGround::isFree(const QgsRectangle &box) const
{
    const auto cell = [this](double value) { return qint64(std::floor(value / m_cellM)); };
    for (qint64 x = cell(box.xMinimum()); x <= cell(box.xMaximum()); ++x) {
        for (qint64 y = cell(box.yMinimum()); y <= cell(box.yMaximum()); ++y) {
            const auto found = m_cells.find((x << 32) ^ (y & 0xffffffff));
            if (found == m_cells.end())
                continue;
            for (const QgsRectangle &other : found->second) {
                if (other.intersects(box))
                    return false;
            }
        }
    }
    return true;
}

void TakenGround::take(const QgsRectangle &box)
{
    const auto cell = [this](double value) { return qint64(std::floor(value / m_cellM)); };
    for (qint64 x = cell(box.xMinimum()); x <= cell(box.xMaximum()); ++x) {
        for (qint64 y = cell(box.yMinimum()); y <= cell(box.yMaximum()); ++y)
            m_cells[(x << 32) ^ (y & 0xffffffff)].push_back(box);
    }
}

QList<Letter> Lettering::set(const std::vector<NamedLine> &streets, std::vector<NamedPoint> places,
                             int step) const
{
    TakenGround taken(step * 0.05);
    QList<Letter> letters;
    std::stable_sort(places.begin(), places.end(),
                     [](const NamedPoint &a, const NamedPoint &b) { return a.rank < b.rank; });
    setPlaces(places, 1, 2, step, taken, letters);
    setStreets(streets, step, taken, letters);
    setPlaces(places, 3, 4, step, taken, letters);
    return letters;
}

void Lettering::setStreets(const std::vector<NamedLine> &streets, int step, TakenGround &taken,
                           QList<Letter> &letters) const
{
    static const std::array kinds = {QStringLiteral("main"), QStringLiteral("secondary"),
                                     QStringLiteral("branch"), QStringLiteral("lane"),
                                     QStringLiteral("path")};
    // Where a name would be set, it may slide this far to find free ground, as a share of the
    // repeat.
    static constexpr std::array kSlides = {0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36};
    for (const QString &kind : kinds) {
        const StreetStyle style = streetStyle(m_table, step, kind);
        if (style.sizeMm <= 0.0)
            continue;
        const double metres = step / 1000.0;
        for (const NamedLine &street : streets) {
            if (street.kind != kind || street.name.isEmpty() || street.points.size() < 2)
                continue;
            const Track track(street.points);
            const int names =
                std::max(1, int(std::floor(track.length() / (style.repeatMm * metres))));
            const double stretchM = track.length() / names;
            for (int i = 0; i < names; ++i) {
                for (const double slide : kSlides) {
                    auto set = lettersAt(track, street, stretchM * (i + 0.5 + slide),
                                         style.pitchMm * metres, style.sizeMm * metres, taken);
                    if (!set)
                        continue;
                    for (Letter &letter : *set) {
                        letter.role = QStringLiteral("street");
                        letter.kind = kind;
                        letter.step = step;
                        letter.sizeMm = style.sizeMm;
                        const double side = style.sizeMm * metres * (1.0 + kGap);
                        taken.take(boxOf(letter.at, side, side));
                    }
                    letters << *set;
                    break;
                }
            }
        }
    }
}

void Lettering::setPlaces(const std::vector<NamedPoint> &places, int fromRank, int toRank, int step,
                          TakenGround &taken, QList<Letter> &letters) const
{
    const QJsonObject ranks =
        m_table.value(QStringLiteral("places")).toObject().value(QString::number(step)).toObject();
    static constexpr std::array<std::array<double, 2>, 5> kShifts = {
        {{0.0, 0.0}, {0.0, 1.1}, {0.0, -1.1}, {1.2, 0.0}, {-1.2, 0.0}}};
    const double metres = step / 1000.0;
    std::unordered_multimap<std::string, QgsPointXY> sameName;
    for (const NamedPoint &place : places) {
        if (place.rank < fromRank || place.rank > toRank || place.name.isEmpty())
            continue;
        const QJsonObject style = ranks.value(QString::number(place.rank)).toObject();
        const double size = style.value(QStringLiteral("size")).toDouble();
        const double spacing = style.value(QStringLiteral("spacing")).toDouble();
        if (size <= 0.0)
            continue;
        // A river is named at many points, of which a small scale needs few.
        const auto [near, end] = sameName.equal_range(place.name.toStdString());
        if (std::any_of(near, end, [&](const auto &other) {
                return other.second.distance(place.at) < kNameApartMm * metres;
            }))
            continue;
        const double widthM = (place.name.size() * (size + spacing) + size * kGap) * metres;
        const double heightM = size * 1.35 * metres;
        for (const auto &shift : kShifts) {
            const QgsPointXY at(place.at.x() + shift[0] * size * metres,
                                place.at.y() + shift[1] * size * metres);
            if (!taken.isFree(boxOf(at, widthM, heightM)))
                continue;
            taken.take(boxOf(at, widthM, heightM));
            sameName.emplace(place.name.toStdString(), place.at);
            letters << Letter{place.name, QStringLiteral("place"),
                              place.kind, place.rank,
                              step,       size,
                              spacing,    0.0,
                              at};
            break;
        }
    }
}

} // namespace gridhall::mapd
