// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>

#include <QLineEdit>
#include <QWidget>

class QDateTimeEdit;
class QLabel;

namespace gridhall::desk {

class KeyButton;
class PhotoPicker;
class RowList;

/// Asks in place what a step needs: a filing condition, a unit, a person, a date, a reason, a
/// photo. Enter confirms, Esc leaves; what was typed is kept while the same case is open. Which of
/// them it asks for is said by the workflow's row.
class StepPanel : public QWidget
{
    Q_OBJECT
public:
    StepPanel(const DeskContext &context, QWidget *parent = nullptr);

    /// True when the step needs something from a person before it can go.
    static bool isNeededFor(const cases::Transition &step);
    void open(const cases::CaseFile &file, const cases::Transition &step,
              const Id &likelyCondition = {});
    void leave();
    void setTyped(const QString &reason);
    const cases::Transition &transition() const { return m_step; }

signals:
    void confirmed(const gridhall::cases::Transition &transition, const gridhall::cases::Step &step,
                   const QList<QByteArray> &photos);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildList();
    void fillConditions(const Id &likely);
    void fillUnits();
    void fillPeople();
    void fillPhrases();
    void showForeseen();
    void confirm();
    void say(const QString &problem);

    const DeskContext &m_context;
    cases::CaseFile m_file;
    cases::Transition m_step;
    QLabel *m_title;
    QLabel *m_foreseen;
    QLineEdit *m_filter;
    QWidget *m_listFrame;
    RowList *m_conditions;
    RowList *m_units;
    RowList *m_people;
    RowList *m_list = nullptr; ///< the one of the three that is asked for
    QDateTimeEdit *m_until;
    QLineEdit *m_reason;
    QWidget *m_phrases;
    PhotoPicker *m_photos;
    QLabel *m_problem;
    KeyButton *m_confirm;
    KeyButton *m_leave;
};

} // namespace gridhall::desk
