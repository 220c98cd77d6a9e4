// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <democity/administration.h>
#include <democity/ground.h>
#include <democity/people.h>

#include <city/city.h>

namespace gridhall::democity {

/// Finds addresses: the street next to a place, and the door number there.
class AddressBook
{
public:
    explicit AddressBook(const StreetNetwork &network);
    QString addressNear(const MapPoint &at) const;
    bool isOffCarriageways(const MapPolygon &outline) const;
    static QString inFrontOf(const Street &street, double alongM, bool onLeft);

private:
    const StreetNetwork &m_network;
    std::vector<int> m_named; ///< edges of named streets
    geo::BoxIndex m_index;
};

/// Surveys the components 部件 of a demo city: along carriageways and walkways, at crossings, and
/// what the builders placed; each with code, units, grid and address.
class ComponentSurvey
{
public:
    ComponentSurvey(const Recipe &recipe, const StreetNetwork &network,
                    const Administration &administration, const People &people,
                    const geo::Projection &projection, const Dice &dice);

    void surveyStreets();
    void surveyCrossings();
    void add(const std::vector<LooseComponent> &loose);

    const QList<city::Component> &components() const { return m_components; }
    const std::vector<MapPoint> &places() const { return m_places; }
    /// Component signs for the base map.
    void draw(Ground &ground) const;

private:
    struct Side
    {
        const StreetEdge &edge;
        const Street &street;
        bool onLeft;
    };
    void along(const Side &side, const ComponentRule &rule, double offsetM, bool walkway,
               Dice &dice);
    void put(const ComponentRule &rule, const MapPoint &at, const QString &address);

    const Recipe &m_recipe;
    const StreetNetwork &m_network;
    const Administration &m_administration;
    const People &m_people;
    const geo::Projection &m_projection;
    Dice m_dice;
    AddressBook m_addresses;
    QHash<QString, int> m_sequence;
    QList<city::Component> m_components;
    std::vector<MapPoint> m_places;
    std::vector<MapPolygon> m_shelters;
    std::vector<MapPoint> m_edgePlaces; ///< of the edge being surveyed
};

} // namespace gridhall::democity
