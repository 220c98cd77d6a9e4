// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/clock.h>
#include <cases/casebook.h>
#include <catalog/workingcalendar.h>
#include <city/cityindex.h>
#include <tracking/livepicture.h>
#include <video/camera.h>

#include <memory>
#include <optional>

namespace gridhall::desk {

class PlaceFinder;

/// What every pane of one desk window looks at. Owned by the window and filled in as data arrives,
/// so each part may still be empty; panes are told by contextChanged(). GUI thread.
struct DeskContext
{
    DeskContext(cases::CaseBook &caseBook, tracking::LivePicture &livePicture)
        : book(caseBook), movers(livePicture)
    {
    }

    cases::CaseBook &book;
    tracking::LivePicture &movers;
    const Clock &clock = Clock::system();
    std::shared_ptr<const city::CityIndex> city;
    std::shared_ptr<const catalog::Catalog> catalog;
    std::shared_ptr<const cases::Workflow> workflow;
    std::shared_ptr<const PlaceFinder> places;
    catalog::WorkingCalendar calendar;
    city::Person seat;
    QList<video::Camera> cameras;
    std::optional<geo::Projection> projection;

    QDateTime now() const { return clock.nowUtc(); }
    QTimeZone zone() const;
    QString timeText(const QDateTime &utc) const;
    /// The name of the responsibility grid, or of the unit grid's community, or the code itself.
    QString gridName(const cases::CaseFile &file) const;
    QString className(const cases::CaseFile &file) const;
    std::optional<geo::MapPoint> toMap(const geo::LonLat &place) const;
    /// "2 urgent h, due 14:05": the limit of a condition, counted from now.
    QString dueText(const catalog::Limit &limit) const;
    /// Steps that the seat's roles may do to a case in `state`, each action once.
    QList<cases::Transition> stepsIn(const QString &state) const;
};

} // namespace gridhall::desk
