// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/componentsurvey.h>

#include <democity/roadside.h>
#include <democity/site.h>

#include <algorithm>
#include <cmath>

namespace gridhall::democity {

namespace {

/// Signs nearer to each other could not be told apart at 1:500.
constexpr double kApartM = 1.3;

} // namespace

AddressBook::AddressBook(const StreetNetwork &network) : m_network(network)
{
    std::vector<MapBox> boxes;
    for (size_t e = 0; e < network.edges().size(); ++e) {
        const StreetEdge &edge = network.edges()[e];
        if (network.streets()[static_cast<size_t>(edge.street)].name.isEmpty())
            continue;
        m_named.push_back(static_cast<int>(e));
        MapBox box;
        for (const MapPoint &p : edge.line)
            box.include(p);
        boxes.push_back(box);
    }
    m_index = geo::BoxIndex(boxes);
}

QString AddressBook::inFrontOf(const Street &street, double alongM, bool onLeft)
{
    return QStringLiteral("%1 %2 号门前").arg(street.name).arg(doorNumber(alongM, onLeft));
}

bool AddressBook::isOffCarriageways(const MapPolygon &outline) const
{
    for (const int i : m_index.intersecting(geo::boxOf({outline}).grownBy(20.0))) {
        const StreetEdge &edge =
            m_network.edges()[static_cast<size_t>(m_named[static_cast<size_t>(i)])];
        const double half = m_network.streets()[static_cast<size_t>(edge.street)].halfM();
        const MapLine &ring = outline.rings.front();
        for (double s = 0.0; s < geo::lengthM(ring); s += 1.5) {
            if (nearestOn(edge.line, placeAlong(ring, s).at).distanceM < half + 0.2)
                return false;
        }
    }
    return true;
}

QString AddressBook::addressNear(const MapPoint &at) const
{
    Foot best;
    const StreetEdge *nearest = nullptr;
    for (const int i : m_index.nearest(at, 6, 600.0)) {
        const StreetEdge &edge =
            m_network.edges()[static_cast<size_t>(m_named[static_cast<size_t>(i)])];
        const Foot foot = nearestOn(edge.line, at);
        if (foot.distanceM < best.distanceM) {
            best = foot;
            nearest = &edge;
        }
    }
    if (!nearest)
        return {};
    const Street &street = m_network.streets()[static_cast<size_t>(nearest->street)];
    return QStringLiteral("%1 %2 号附近")
        .arg(street.name)
        .arg(doorNumber(nearest->fromM + best.alongM, best.onLeft));
}

ComponentSurvey::ComponentSurvey(const Recipe &recipe, const StreetNetwork &network,
                                 const Administration &administration, const People &people,
                                 const geo::Projection &projection, const Dice &dice)
    : m_recipe(recipe),
      m_network(network),
      m_administration(administration),
      m_people(people),
      m_projection(projection),
      m_dice(dice.forPart(u"components")),
      m_addresses(network)
{
}

void ComponentSurvey::surveyStreets()
{
    const QList<ComponentRule> carriageway = m_recipe.rules(QStringLiteral("alongCarriageway"));
    const QList<ComponentRule> kerb = m_recipe.rules(QStringLiteral("atKerb"));
    const QList<ComponentRule> walkway = m_recipe.rules(QStringLiteral("onWalkway"));
    for (size_t e = 0; e < m_network.edges().size(); ++e) {
        const StreetEdge &edge = m_network.edges()[e];
        const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
        Dice dice = m_dice.forPart(u"edge", e);
        m_edgePlaces.clear();
        for (const bool onLeft : {true, false}) {
            const Side side{edge, street, onLeft};
            for (const ComponentRule &rule : carriageway) {
                if (rule.kinds.contains(street.style.kind) &&
                    (rule.side == QLatin1String("left")) == onLeft)
                    along(side, rule, std::max(0.4, street.halfM() - rule.fromKerbM), false, dice);
            }
            for (const ComponentRule &rule : kerb) {
                if (rule.kinds.contains(street.style.kind))
                    along(side, rule, street.halfM() - rule.fromKerbM, false, dice);
            }
            for (const ComponentRule &rule : walkway) {
                if (rule.kinds.contains(street.style.kind) &&
                    rule.behindKerbM < street.style.walkM + 0.3)
                    along(side, rule, street.halfM() + rule.behindKerbM, true, dice);
            }
        }
    }
}

void ComponentSurvey::along(const Side &side, const ComponentRule &rule, double offsetM,
                            bool walkway, Dice &dice)
{
    const double size = geo::lengthM(side.edge.line);
    double from = Roadside::clearOfCrossingM(m_network, side.edge, side.edge.fromNode);
    double to = size - Roadside::clearOfCrossingM(m_network, side.edge, side.edge.toNode);
    const double margin = walkway ? 2.5 : -2.0;
    from += margin;
    to -= margin;
    // Rows keep their rhythm within an edge; rare things come by chance in proportion to its
    // length.
    const bool regular = rule.everyM < 60.0;
    double s = from + rule.everyM * (regular ? dice.between(0.1, 0.5) : dice.between(0.0, 1.0));
    int pushed = 0;
    for (; s < to; s += rule.everyM) {
        const Place place = placeAlong(side.edge.line, s + dice.between(-0.25, 0.25));
        const double jitter = walkway ? dice.between(-0.08, 0.08) : dice.between(-0.35, 0.35);
        const MapPoint at =
            place.at +
            left(place.along) * ((side.onLeft ? 1.0 : -1.0) *
                                 (offsetM + (rule.everyM < 35.0 && !walkway ? 0.0 : jitter)));
        const Foot river = nearestOn(m_network.river(), at);
        const bool onBridge = river.distanceM < m_network.riverWidthAt(river.alongM) / 2 + 6.0;
        if (onBridge && (walkway ? rule.classCode != QLatin1String("0137") : true))
            continue;
        const bool taken =
            std::any_of(m_edgePlaces.begin(), m_edgePlaces.end(), [&](const MapPoint &p) {
                return std::abs(p.east - at.east) < kApartM && distance(p, at) < kApartM;
            });
        if (taken && rule.everyM > 20.0 && pushed < 6) {
            s += kApartM - rule.everyM;
            ++pushed;
            continue;
        }
        pushed = 0;
        if (taken)
            continue;
        m_edgePlaces.push_back(at);
        if (rule.shelterM > 0.0) {
            const MapPolygon roof = Frame{at, place.along}.rectangle(1.2, -0.8, rule.shelterM, 1.6);
            if (m_addresses.isOffCarriageways(roof))
                m_shelters.push_back(roof);
        }
        put(rule, at, AddressBook::inFrontOf(side.street, side.edge.fromM + s, side.onLeft));
    }
}

void ComponentSurvey::surveyCrossings()
{
    const QList<ComponentRule> rules = m_recipe.rules(QStringLiteral("atCrossing"));
    for (size_t n = 0; n < m_network.nodes().size(); ++n) {
        const StreetNode &node = m_network.nodes()[n];
        if (!Roadside::isMajorCrossing(m_network, node))
            continue;
        Dice dice = m_dice.forPart(u"crossing", n);
        QStringList names;
        for (const int e : node.edges) {
            const QString name = m_network
                                     .streets()[static_cast<size_t>(
                                         m_network.edges()[static_cast<size_t>(e)].street)]
                                     .name;
            if (!names.contains(name))
                names.append(name);
        }
        const QString address =
            names.mid(0, 2).join(QStringLiteral("与")) + QStringLiteral("交叉口");
        for (const int e : node.edges) {
            const StreetEdge &edge = m_network.edges()[static_cast<size_t>(e)];
            const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
            const bool atStart = edge.fromNode == static_cast<int>(n);
            const double clear =
                Roadside::clearOfCrossingM(m_network, edge, static_cast<int>(n)) + 1.2;
            const double size = geo::lengthM(edge.line);
            if (clear > size / 2)
                continue;
            const Place place = placeAlong(edge.line, atStart ? clear : size - clear);
            // Traffic keeps right: the corner on the right of those who drive towards the crossing.
            const MapPoint right = left(place.along) * (atStart ? 1.0 : -1.0);
            const MapPoint away = place.along * (atStart ? 1.0 : -1.0);
            for (int r = 0; r < static_cast<int>(rules.size()); ++r) {
                if (r >= 3 && dice.chance(0.5))
                    continue;
                const double side = r == 2 ? -1.0 : 1.0;
                put(rules[r], place.at + right * (side * (street.halfM() + 0.6)) + away * (r * 1.9),
                    address);
            }
        }
    }
}

void ComponentSurvey::add(const std::vector<LooseComponent> &loose)
{
    QHash<QString, QList<ComponentRule>> rules;
    for (const LooseComponent &component : loose) {
        if (!rules.contains(component.where))
            rules.insert(component.where, m_recipe.rules(component.where));
        const QList<ComponentRule> &of = rules[component.where];
        if (component.rule < of.size())
            put(of[component.rule], component.at, m_addresses.addressNear(component.at));
    }
}

void ComponentSurvey::put(const ComponentRule &rule, const MapPoint &where, const QString &address)
{
    const MapPoint at = toMillimetre(where);
    const int grid = m_administration.unitGridAt(at);
    if (grid < 0)
        return;
    const int street = m_administration.streetOfUnitGrid(grid);
    city::Component component;
    component.code =
        m_recipe.divisionCode + rule.classCode +
        QStringLiteral("%1").arg(++m_sequence[rule.classCode], 6, 10, QLatin1Char('0'));
    component.classCode = rule.classCode;
    component.name = rule.name;
    component.ownerUnit = m_people.unitFor(rule.owner, street);
    component.maintainerUnit = m_people.unitFor(rule.maintainer, street);
    component.competentUnit = m_people.unitFor(rule.competent, street);
    component.unitGridCode = m_administration.unitGrids()[grid].code;
    component.state = m_dice.chance(0.985) ? QStringLiteral("完好") : QStringLiteral("破损");
    component.address = address;
    component.at = m_projection.toLonLat(at);
    component.initialDate = QDate(2023, 1, 1).addDays(m_dice.whole(0, 900));
    component.dataSource = QStringLiteral("实测");
    m_components.append(std::move(component));
    m_places.push_back(at);
}

void ComponentSurvey::draw(Ground &ground) const
{
    for (const MapPolygon &shelter : m_shelters)
        ground.building(shelter, QString(), 0, QStringLiteral("shelter"));
    for (size_t i = 0; i < m_places.size(); ++i) {
        const city::Component &component = m_components[static_cast<int>(i)];
        ground.point(geo::BasemapLayer::Component, m_places[i],
                     {component.classCode, component.code});
    }
}

} // namespace gridhall::democity
