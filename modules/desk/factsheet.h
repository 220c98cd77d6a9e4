// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>

#include <QLabel>
#include <QWidget>

namespace gridhall::desk {

/// The facts of a case in two columns; every value can be marked and copied.
class FactSheet : public QWidget
{
    Q_OBJECT
public:
    FactSheet(const DeskContext &context, QWidget *parent = nullptr);
    void setCase(const cases::CaseFile &file);

private:
    struct Fact
    {
        QLabel *name;
        QLabel *value;
    };
    Fact addFact(int row, int column, const QString &name, const QString &objectName, int span = 1);
    static void show(const Fact &fact, const QStringList &parts);
    QString limitLine(const cases::CaseFile &file) const;

    const DeskContext &m_context;
    Fact m_condition, m_class, m_limit, m_closing, m_place, m_component, m_grid, m_unit, m_source,
        m_description;
};

} // namespace gridhall::desk
