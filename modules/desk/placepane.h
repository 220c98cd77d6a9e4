// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>
#include <desk/placeoverlay.h>
#include <mapview/livingoverlays.h>
#include <mapview/mapreadout.h>
#include <mapview/mapview.h>

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace gridhall::desk {

class OpenCases;
class RowList;
class TabStrip;

/// The right pane: the map at the place in question with everything that lives on it, and below it
/// what is near: components, likely duplicates, people, earlier cases.
class PlacePane : public QWidget
{
    Q_OBJECT
public:
    PlacePane(DeskContext &context, mapview::MapSource &source, OpenCases &openCases,
              QWidget *parent = nullptr);
    ~PlacePane() override;

    void applyTheme(look::Theme theme);
    void contextChanged();
    /// The place of the open case; a null case shows the whole city.
    void showCase(const cases::CaseFile &file);
    /// The place of the report being taken; clicks on the map now mean places.
    void showReport(const std::optional<geo::MapPoint> &at);
    void showDuplicates(const QList<cases::CaseFile> &files);
    void flyTo(const geo::MapPoint &at);
    /// The component chosen in the list, else the nearest of the class `fourDigits`, else the
    /// nearest.
    QString nearestComponent(const QString &fourDigits) const;
    geo::MapPoint centre() const { return m_view->centre(); }
    void focusMap() { m_view->setFocus(Qt::ShortcutFocusReason); }
    void nextTab();
    bool isComplete() const { return m_failed || m_view->isComplete(); }
    mapview::MapView &view() { return *m_view; }

signals:
    void placePicked(const gridhall::geo::MapPoint &at);
    void caseWanted(const gridhall::Id &id);
    void completed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildOverlays();
    void buildLists(QVBoxLayout *column);
    void putMovers();
    void putCase(const cases::CaseFile &file);
    void putAllCases();
    void fillLists();
    void fillPeople();
    void fillNearCases();
    void mapFailed(const Error &error);
    void showTrouble(const QString &text);
    std::optional<geo::MapPoint> place() const;

    DeskContext &m_context;
    OpenCases &m_openCases;
    look::Theme m_theme = look::Theme::DeskLight;
    cases::CaseFile m_file;
    std::optional<geo::MapPoint> m_report;
    bool m_reporting = false;
    bool m_failed = false;
    bool m_cityShown = false;
    int m_generation = 0;

    mapview::MapView *m_view;
    QLabel *m_trouble;
    QWidget *m_readoutBox;
    mapview::MapReadout *m_readout = nullptr;
    TabStrip *m_tabs;
    QStackedWidget *m_lists;
    RowList *m_components;
    RowList *m_duplicates;
    RowList *m_people;
    RowList *m_earlier;
    std::unique_ptr<mapview::GridOverlay> m_grids;
    std::unique_ptr<mapview::MarkerOverlay> m_cameras;
    std::unique_ptr<mapview::MarkerOverlay> m_cases;
    std::unique_ptr<mapview::MarkerOverlay> m_movers;
    std::unique_ptr<PlaceOverlay> m_focus;
    QTimer m_peopleSoon;
};

} // namespace gridhall::desk
