// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <city/cityindex.h>
#include <geo/basemap.h>
#include <look/palette.h>
#include <video/camera.h>

#include <QWidget>

#include <memory>

namespace gridhall::catalog {
class Catalog;
class WorkingCalendar;
} // namespace gridhall::catalog
namespace gridhall::cases {
class CaseBook;
}
namespace gridhall::tracking {
class LivePicture;
}
namespace gridhall::mapview {
class MapSource;
}

namespace gridhall::desk {

/// The seat operator's window: queue, case and map side by side, every step of a case by mouse and
/// by keyboard. Holds no rule: steps come from the workflow table, limits from the catalog,
/// suggestions and lights from `cases`. Shows at once, before any data is there; what arrives fills
/// it in. GUI thread; does not own what it is given, which must outlive it.
class DeskWindow : public QWidget
{
    Q_OBJECT
public:
    DeskWindow(mapview::MapSource &map, cases::CaseBook &cases, tracking::LivePicture &movers,
               QWidget *parent = nullptr);
    ~DeskWindow() override;

    void setCity(std::shared_ptr<const city::CityIndex> city,
                 std::shared_ptr<const catalog::Catalog> catalog, QList<video::Camera> cameras);
    /// The city's working days; GB/T 30428.8's usual ones until it is set.
    void setCalendar(const catalog::WorkingCalendar &calendar);
    /// Streets and named places, for addresses; without them places have no words.
    void setPlaces(std::vector<geo::StreetLine> streets, std::vector<geo::PlaceName> names);
    /// Whose seat this is; the person's roles decide which steps are offered.
    void setOperator(const city::Person &person);
    /// The city could not be opened: said where the queue would be.
    void showTrouble(const Error &error);

    /// DeskLight or DeskDark; remembered as desk/dark. At first the window has the theme that the
    /// program has applied.
    void setTheme(look::Theme theme);
    look::Theme theme() const;
    /// How long a step can be taken back; 5 s unless set.
    void setUndoMs(int ms);
    void openCase(const Id &id);

    /// True when the first data is on screen and the map shows its final tiles.
    bool isComplete() const;

signals:
    void completed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildPanes();
    void connectPanes();
    void addKeys();
    void contextChanged();
    void readWorkflow();
    void firstDataHere();
    void casePicked(const Id &id);
    void openForm();
    void checkComplete();
    void tick();
    void showTheme();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gridhall::desk
