// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/citymaker.h>

#include <democity/roadside.h>
#include <democity/site.h>

#include <QCoreApplication>

#include <cmath>

namespace gridhall::democity {

namespace {

Error cancelled()
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("democity", "Making the demo city was cancelled"),
            {},
            {},
            {}};
}

} // namespace

CityMaker::CityMaker(const Recipe &recipe, geo::Projection projection, std::uint64_t seed,
                     double areaKm2)
    : m_recipe(recipe),
      m_projection(std::move(projection)),
      m_dice(seed),
      m_network(recipe, areaKm2, m_dice),
      m_plan(recipe, m_dice, m_network),
      m_administration(recipe, m_network, m_plan),
      m_terrain(recipe, m_dice.forPart(u"terrain")),
      m_names(recipe, m_dice),
      m_ground(m_terrain)
{
}

Result<void> CityMaker::make(const QString &basemapPath, const Progress &progress)
{
    const auto goesOn = [&](double share, const char *word) {
        return !progress || progress(share, QCoreApplication::translate("democity", word));
    };
    if (auto made = m_plan.make(); !made)
        return made;
    if (!goesOn(0.15, QT_TRANSLATE_NOOP("democity", "streets and blocks")))
        return cancelled();
    if (auto made = m_administration.make(m_projection); !made)
        return made;
    m_people = std::make_unique<People>(m_recipe, m_administration.streetNames(), m_dice);
    m_people->hirePatrollers(m_administration.responsibilityGrids());
    if (!goesOn(0.25, QT_TRANSLATE_NOOP("democity", "grids")))
        return cancelled();
    auto writer = geo::BasemapWriter::create(basemapPath, m_recipe.crs);
    if (!writer)
        return writer.error();
    if (auto drawn = drawAll(*writer, progress); !drawn)
        return drawn;
    m_buildings = writer->count(geo::BasemapLayer::Building);
    if (auto committed = writer->commit(); !committed)
        return committed;
    if (!goesOn(0.8, QT_TRANSLATE_NOOP("democity", "base map")))
        return cancelled();
    return {};
}

Result<void> CityMaker::drawAll(geo::BasemapWriter &writer, const Progress &progress)
{
    m_administration.draw(m_ground);
    Roadside roadside(m_network, m_recipe, m_ground);
    roadside.drawRiver();
    roadside.drawStreets();
    drawControlPoints();
    const std::vector<Block> &blocks = m_plan.blocks();
    for (size_t i = 0; i < blocks.size(); ++i) {
        roadside.drawBlock(blocks[i]);
        build(blocks[i]);
        m_ground.endBlock();
        if (auto written = m_ground.writeTo(writer); !written)
            return written;
        const double share =
            0.25 + 0.45 * static_cast<double>(i) / static_cast<double>(blocks.size());
        if (progress && i % 16 == 0 && !progress(share, {}))
            return cancelled();
    }
    m_survey = std::make_unique<ComponentSurvey>(m_recipe, m_network, m_administration, *m_people,
                                                 m_projection, m_dice);
    m_survey->surveyStreets();
    m_survey->surveyCrossings();
    m_survey->add(m_ground.components());
    m_ground.components().clear();
    m_survey->draw(m_ground);
    return m_ground.writeTo(writer);
}

void CityMaker::build(const Block &block)
{
    Site site{m_recipe, m_network,
              block,    m_names,
              m_ground, m_dice.forPart(u"block", static_cast<std::uint64_t>(block.number))};
    switch (block.use) {
    case BlockUse::Estate:
        return buildEstate(std::move(site));
    case BlockUse::Tower:
        return buildTowers(std::move(site));
    case BlockUse::OldTown:
        return buildOldTown(std::move(site));
    case BlockUse::Commerce:
        return buildCommerce(std::move(site));
    case BlockUse::Office:
        return buildOffice(std::move(site));
    case BlockUse::Civic:
        return buildCivic(std::move(site));
    case BlockUse::Hospital:
        return buildHospital(std::move(site));
    case BlockUse::School:
        return buildSchool(std::move(site));
    case BlockUse::Market:
        return buildMarket(std::move(site));
    case BlockUse::Industry:
        return buildIndustry(std::move(site));
    case BlockUse::Park:
        return buildPark(std::move(site));
    case BlockUse::LakePark:
        return buildLakePark(std::move(site));
    case BlockUse::River:
        return buildRiverside(std::move(site));
    case BlockUse::Farm:
        return buildFarm(std::move(site));
    case BlockUse::Woods:
        return buildWoods(std::move(site));
    case BlockUse::Pocket:
    case BlockUse::None:
        return buildPocket(std::move(site));
    }
}

void CityMaker::drawControlPoints()
{
    // One control point at about every sixth larger crossing, behind the kerb.
    Dice dice = m_dice.forPart(u"control");
    int number = 0;
    for (const StreetNode &node : m_network.nodes()) {
        if (!Roadside::isMajorCrossing(m_network, node) || (number > 0 && !dice.chance(0.3)))
            continue;
        const StreetEdge &edge = m_network.edges()[static_cast<size_t>(node.edges.front())];
        const Street &street = m_network.streets()[static_cast<size_t>(edge.street)];
        const MapPoint aside{street.reachM() + 3.0, street.reachM() - 1.0};
        const MapPoint at = toMillimetre(node.at + aside);
        ++number;
        const QString kind = number % 7 == 1   ? QStringLiteral("triangulation")
                             : number % 3 == 0 ? QStringLiteral("levelling")
                                               : QStringLiteral("traverse");
        m_ground.point(geo::BasemapLayer::ControlPoint, at,
                       {kind, m_recipe.cityName.left(2) + QString::number(number + 11),
                        std::round(m_terrain.heightM(at) * 1000.0) / 1000.0});
    }
}

} // namespace gridhall::democity
