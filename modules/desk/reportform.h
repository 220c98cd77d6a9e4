// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>
#include <desk/draftstore.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace gridhall::desk {

class ClassPicker;
class KeyButton;
class PhotoPicker;
class RowList;

/// Takes a report at the seat while somebody speaks: source, matter, class, place, photos; shows
/// likely duplicates meanwhile. Every change is kept as a draft until the database has the case.
class ReportForm : public QWidget
{
    Q_OBJECT
public:
    ReportForm(const DeskContext &context, DraftStore &drafts, QWidget *parent = nullptr);

    void open();
    bool isBegun() const; ///< something was typed
    void setPlace(const geo::MapPoint &at);
    std::optional<geo::MapPoint> place() const { return m_at; }
    QString classCode() const;
    void attachComponent(const QString &code);
    void submit();

signals:
    void placeChanged();
    void registered(const gridhall::cases::CaseFile &file, const gridhall::Id &likelyCondition);
    void leaveWanted();
    void caseWanted(const gridhall::Id &id);
    void attachWanted();    ///< F2: the nearest or chosen component
    void mapCentreWanted(); ///< F4: take the map's centre as the place
    /// Cases of the same class near the place, for the map.
    void duplicatesFound(const QList<gridhall::cases::CaseFile> &files);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFields(QVBoxLayout *column);
    QWidget *labelled(const QString &name, const QString &hint, QWidget *field);
    void showPlaceFacts();
    void searchPlaces(const QString &typed);
    void placeTaken(const QString &key);
    void lookForDuplicates();
    void keepDraft();
    void restoreDraft();
    void clear();
    void say(const QString &problem);
    cases::Report composed() const;
    void answered(const Result<cases::CaseFile> &answer);

    const DeskContext &m_context;
    DraftStore &m_drafts;
    cases::Report m_ids; ///< the case's and the event's key: the same however often it is sent
    std::optional<geo::MapPoint> m_at;
    QString m_unitGrid;
    QString m_responsibilityGrid;
    QString m_component;
    QList<geo::MapPoint> m_placesFound;
    bool m_addressTyped = false;
    bool m_sending = false;
    bool m_restoring = false;
    int m_generation = 0;

    QLabel *m_state;
    QComboBox *m_source;
    QLineEdit *m_caller;
    QLineEdit *m_phone;
    QPlainTextEdit *m_description;
    ClassPicker *m_class;
    QLineEdit *m_address;
    QLabel *m_gridLabel;
    RowList *m_places;
    QWidget *m_placesFrame;
    QLabel *m_componentLabel;
    KeyButton *m_attach;
    QWidget *m_duplicatesBox;
    RowList *m_duplicates;
    PhotoPicker *m_photos;
    QLabel *m_problem;
    KeyButton *m_submit;
    QTimer m_draftSoon;
};

} // namespace gridhall::desk
