// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>

#include <QLineEdit>
#include <QWidget>

class QLabel;

namespace gridhall::desk {

class RowList;

/// A field for a class of the catalog: pinyin initials, words or code are typed, candidates stand
/// below it with their filing conditions, limits and the deadline each would bring. Up and Down
/// move, Enter takes; Alt and a number notes the condition meant.
class ClassPicker : public QWidget
{
    Q_OBJECT
public:
    ClassPicker(const DeskContext &context, QWidget *parent = nullptr);

    QString classCode() const { return m_code; }
    /// The condition pointed at while choosing: offered first when the case is filed.
    Id likelyCondition() const { return m_condition; }
    void setClassCode(const QString &code);
    /// Words said so far; a class named in them is put first.
    void setHeard(const QString &description) { m_heard = description; }
    QLineEdit *field() const { return m_edit; }

signals:
    void classChanged(const QString &code);
    void taken(); ///< by Enter: on to the next field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed(const QString &text);
    void fillConditions();
    void showDue();
    void take();

    const DeskContext &m_context;
    QString m_code;
    QString m_heard;
    Id m_condition;
    QLineEdit *m_edit;
    QLabel *m_count;
    QWidget *m_drop;
    RowList *m_candidates;
    RowList *m_conditions;
    QLabel *m_due;
};

} // namespace gridhall::desk
