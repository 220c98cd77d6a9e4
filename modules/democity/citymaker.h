// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/administration.h>
#include <democity/blocks.h>
#include <democity/componentsurvey.h>
#include <democity/ground.h>
#include <democity/people.h>
#include <democity/placenames.h>

#include <functional>
#include <memory>

namespace gridhall::democity {

/// Makes the city in memory and writes its base map; afterwards holds what the database needs. One
/// use: construct, make(), read. Lives on one thread.
class CityMaker
{
public:
    CityMaker(const Recipe &recipe, geo::Projection projection, std::uint64_t seed, double areaKm2);

    using Progress = std::function<bool(double, const QString &)>;
    Result<void> make(const QString &basemapPath, const Progress &progress);

    const Recipe &recipe() const { return m_recipe; }
    const geo::Projection &projection() const { return m_projection; }
    const Dice &dice() const { return m_dice; }
    const StreetNetwork &network() const { return m_network; }
    const BlockPlan &plan() const { return m_plan; }
    const Administration &administration() const { return m_administration; }
    const People &people() const { return *m_people; }
    const ComponentSurvey &survey() const { return *m_survey; }
    qint64 buildings() const { return m_buildings; }

private:
    Result<void> drawAll(geo::BasemapWriter &writer, const Progress &progress);
    void build(const Block &block);
    void drawControlPoints();

    const Recipe &m_recipe;
    geo::Projection m_projection;
    Dice m_dice;
    StreetNetwork m_network;
    BlockPlan m_plan;
    Administration m_administration;
    Terrain m_terrain;
    PlaceNames m_names;
    Ground m_ground;
    std::unique_ptr<People> m_people;
    std::unique_ptr<ComponentSurvey> m_survey;
    qint64 m_buildings = 0;
};

} // namespace gridhall::democity
