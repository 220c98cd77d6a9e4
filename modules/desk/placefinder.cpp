// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/placefinder.h>

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace gridhall::desk {

namespace {

double distanceM(const geo::MapPoint &a, const geo::MapPoint &b)
{
    return std::hypot(a.east - b.east, a.north - b.north);
}

double distanceM(const geo::MapPoint &p, const geo::MapLine &line)
{
    double best = line.empty() ? 1e300 : distanceM(p, line.front());
    for (size_t i = 1; i < line.size(); ++i) {
        const geo::MapPoint &a = line[i - 1];
        const geo::MapPoint &b = line[i];
        const double dx = b.east - a.east;
        const double dy = b.north - a.north;
        const double length2 = dx * dx + dy * dy;
        double t = 0;
        if (length2 > 0)
            t = std::clamp(((p.east - a.east) * dx + (p.north - a.north) * dy) / length2, 0.0, 1.0);
        best = std::min(best, distanceM(p, {a.east + t * dx, a.north + t * dy}));
    }
    return best;
}

std::optional<geo::MapPoint> meeting(const geo::MapPoint &a, const geo::MapPoint &b,
                                     const geo::MapPoint &c, const geo::MapPoint &d)
{
    const double rx = b.east - a.east;
    const double ry = b.north - a.north;
    const double sx = d.east - c.east;
    const double sy = d.north - c.north;
    const double cross = rx * sy - ry * sx;
    if (std::abs(cross) < 1e-9)
        return std::nullopt;
    const double t = ((c.east - a.east) * sy - (c.north - a.north) * sx) / cross;
    const double u = ((c.east - a.east) * ry - (c.north - a.north) * rx) / cross;
    // Streets that only touch are meant to meet: half a metre of slack at each end.
    const double slackT = 0.5 / std::max(1.0, std::hypot(rx, ry));
    const double slackU = 0.5 / std::max(1.0, std::hypot(sx, sy));
    if (t < -slackT || t > 1 + slackT || u < -slackU || u > 1 + slackU)
        return std::nullopt;
    return geo::MapPoint{a.east + t * rx, a.north + t * ry};
}

std::optional<geo::MapPoint> meeting(const geo::MapLine &one, const geo::MapLine &other)
{
    for (size_t i = 1; i < one.size(); ++i) {
        for (size_t k = 1; k < other.size(); ++k) {
            if (const auto at = meeting(one[i - 1], one[i], other[k - 1], other[k]))
                return at;
        }
    }
    return std::nullopt;
}

geo::MapPoint middleOf(const geo::MapLine &line)
{
    return line.empty() ? geo::MapPoint{} : line[line.size() / 2];
}

std::vector<geo::MapBox> boxesOf(const std::vector<geo::StreetLine> &streets)
{
    std::vector<geo::MapBox> boxes;
    boxes.reserve(streets.size());
    for (const geo::StreetLine &street : streets) {
        geo::MapBox box;
        for (const geo::MapPoint &point : street.line)
            box.include(point);
        boxes.push_back(box);
    }
    return boxes;
}

} // namespace

PlaceFinder::PlaceFinder(std::shared_ptr<const city::CityIndex> city,
                         std::vector<geo::StreetLine> streets, std::vector<geo::PlaceName> names)
    : m_city(std::move(city)),
      m_streets(std::move(streets)),
      m_names(std::move(names)),
      m_streetIndex(boxesOf(m_streets))
{
}

QString PlaceFinder::nearestStreet(const geo::MapPoint &at, double withinM, const QString &except,
                                   double *nearestM) const
{
    QString best;
    double bestM = withinM;
    const geo::MapBox around = geo::MapBox{at.east, at.north, at.east, at.north}.grownBy(withinM);
    for (const int i : m_streetIndex.intersecting(around)) {
        const geo::StreetLine &street = m_streets[size_t(i)];
        if (street.name.isEmpty() || street.name == except)
            continue;
        const double d = distanceM(at, street.line);
        if (d < bestM) {
            bestM = d;
            best = street.name;
        }
    }
    if (nearestM)
        *nearestM = bestM;
    return best;
}

QString PlaceFinder::describe(const geo::MapPoint &at) const
{
    QStringList words;
    const QString street = nearestStreet(at, 150, {}, nullptr);
    if (!street.isEmpty()) {
        const QString crossing = nearestStreet(at, 35, street, nullptr);
        words.append(crossing.isEmpty()
                         ? street
                         : QCoreApplication::translate("desk", "%1 at %2").arg(street, crossing));
    }
    const geo::PlaceName *nearest = nullptr;
    double nearestM = 120;
    for (const geo::PlaceName &name : m_names) {
        const double d = distanceM(at, name.at);
        if (d < nearestM && !name.name.isEmpty()) {
            nearestM = d;
            nearest = &name;
        }
    }
    if (nearest)
        words.append(QCoreApplication::translate("desk", "near %1").arg(nearest->name));
    if (words.isEmpty() && m_city) {
        const std::vector<int> near = m_city->componentsNear(at, 1, 60);
        if (!near.empty())
            words.append(m_city->components().at(near.front()).address);
    }
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

void PlaceFinder::findCrossings(const QStringList &words, QList<Found> &found) const
{
    if (words.size() < 2)
        return;
    QSet<QString> known;
    for (const geo::StreetLine &one : m_streets) {
        if (!one.name.contains(words.at(0)))
            continue;
        for (const geo::StreetLine &other : m_streets) {
            if (other.name == one.name || !other.name.contains(words.at(1)))
                continue;
            const QString label =
                QCoreApplication::translate("desk", "%1 at %2").arg(one.name, other.name);
            if (known.contains(label))
                continue;
            if (const auto at = meeting(one.line, other.line)) {
                known.insert(label);
                found.append({label, QCoreApplication::translate("desk", "crossing"), *at});
            }
        }
    }
}

QList<PlaceFinder::Found> PlaceFinder::search(const QString &typed, int most) const
{
    QList<Found> found;
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return found;
    findCrossings(text.split(QLatin1Char(' '), Qt::SkipEmptyParts), found);
    for (const geo::PlaceName &name : m_names) {
        if (found.size() < most && name.name.contains(text, Qt::CaseInsensitive))
            found.append({name.name, QCoreApplication::translate("desk", "place"), name.at});
    }
    QSet<QString> streets;
    for (const geo::StreetLine &street : m_streets) {
        if (found.size() >= most || street.name.isEmpty() || streets.contains(street.name) ||
            !street.name.contains(text, Qt::CaseInsensitive))
            continue;
        streets.insert(street.name);
        found.append(
            {street.name, QCoreApplication::translate("desk", "street"), middleOf(street.line)});
    }
    if (!m_city)
        return found;
    if (const city::UnitGrid *grid = m_city->unitGrid(text)) {
        const auto at = grid - m_city->unitGrids().constData();
        found.append({grid->code, QCoreApplication::translate("desk", "unit grid"),
                      geo::labelPoint(m_city->unitGridShapes()[size_t(at)])});
    }
    const QList<city::Component> &components = m_city->components();
    for (qsizetype i = 0; i < components.size() && found.size() < most; ++i) {
        const city::Component &component = components.at(i);
        if (component.code.startsWith(text) || component.address.contains(text))
            found.append({component.address.isEmpty() ? component.code : component.address,
                          component.name, m_city->componentPoints()[size_t(i)]});
    }
    return found.mid(0, most);
}

} // namespace gridhall::desk
