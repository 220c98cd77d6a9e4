// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/cameras.h>

#include <democity/placenames.h>
#include <democity/roadside.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridhall::democity {

namespace {

bool touchesRailway(const StreetNetwork &network, const StreetNode &node)
{
    return std::any_of(node.edges.begin(), node.edges.end(), [&](int e) {
        const int street = network.edges()[static_cast<size_t>(e)].street;
        return network.streets()[static_cast<size_t>(street)].isRailway();
    });
}

/// Crossings, each as far as can be from those before it, beginning at the first.
std::vector<int> spreadCrossings(const StreetNetwork &network, size_t count)
{
    std::vector<int> candidates;
    for (size_t n = 0; n < network.nodes().size(); ++n) {
        if (Roadside::isMajorCrossing(network, network.nodes()[n]))
            candidates.push_back(static_cast<int>(n));
    }
    // Small cities have few such crossings: any crossing will do.
    for (size_t n = 0; n < network.nodes().size() && candidates.size() < count; ++n) {
        if (network.nodes()[n].edges.size() >= 3 && !touchesRailway(network, network.nodes()[n]) &&
            std::find(candidates.begin(), candidates.end(), static_cast<int>(n)) ==
                candidates.end())
            candidates.push_back(static_cast<int>(n));
    }
    std::vector<int> chosen;
    std::vector<double> nearest(candidates.size(), 1e300);
    size_t next = 0;
    while (chosen.size() < std::min(count, candidates.size())) {
        chosen.push_back(candidates[next]);
        const MapPoint at = network.nodes()[static_cast<size_t>(candidates[next])].at;
        for (size_t i = 0; i < candidates.size(); ++i)
            nearest[i] = std::min(
                nearest[i], distance(at, network.nodes()[static_cast<size_t>(candidates[i])].at));
        next =
            static_cast<size_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
    }
    return chosen;
}

} // namespace

QList<video::Camera> hangCameras(const StreetNetwork &network, const Administration &administration,
                                 const geo::Projection &projection, int count)
{
    QList<video::Camera> cameras;
    QStringList names;
    for (const int n : spreadCrossings(network, static_cast<size_t>(count))) {
        const StreetNode &node = network.nodes()[static_cast<size_t>(n)];
        const auto streetOf = [&](int e) -> const Street & {
            return network
                .streets()[static_cast<size_t>(network.edges()[static_cast<size_t>(e)].street)];
        };
        const int widest =
            *std::max_element(node.edges.begin(), node.edges.end(), [&](int a, int b) {
                return streetOf(a).style.widthM < streetOf(b).style.widthM;
            });
        const StreetEdge &edge = network.edges()[static_cast<size_t>(widest)];
        const bool atStart = edge.fromNode == n;
        const Place place = placeAlong(edge.line, atStart ? 0.0 : 1e9);
        const MapPoint view = place.along * (atStart ? 1.0 : -1.0);
        const Street &street = streetOf(widest);
        QString name = PlaceNames::stemOf(street.name) + QStringLiteral("路口");
        for (const int e : node.edges) {
            if (names.contains(name) && streetOf(e).name != street.name)
                name = PlaceNames::stemOf(street.name) + PlaceNames::stemOf(streetOf(e).name) +
                       QStringLiteral("路口");
        }
        names.append(name);
        video::Camera camera;
        camera.id = Id::create();
        camera.number = static_cast<int>(cameras.size()) + 1;
        camera.name = name;
        const MapPoint at =
            toMillimetre(node.at + left(view) * (street.halfM() + 0.8) + view * 6.0);
        camera.at = projection.toLonLat(at);
        const double degrees = std::atan2(view.east, view.north) * 180.0 / std::numbers::pi;
        camera.directionDeg = static_cast<float>(std::fmod(degrees + 360.0, 360.0));
        camera.reachM = 70.0f;
        const int grid = administration.unitGridAt(at);
        if (grid >= 0)
            camera.unitGridCode = administration.unitGrids()[grid].code;
        cameras.append(camera);
    }
    return cameras;
}

} // namespace gridhall::democity
