// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/catalog.h>
#include <catalog/workingcalendar.h>
#include <store/connection.h>

#include <memory>

namespace gridhall::catalog {

/// The dictionary and calendar in the database. Blocking; call it on a database thread.
class CatalogRepository
{
public:
    explicit CatalogRepository(store::Connection &connection) : m_db(connection) {}

    /// The edition in use (setting catalog.edition, "2013" unless changed).
    Result<std::shared_ptr<const Catalog>> load();
    Result<void> addClasses(const QList<CaseClass> &classes);
    Result<void> addConditions(const QList<FilingCondition> &conditions);
    /// Replaces every condition of the classes named in `conditions`.
    Result<void> replaceConditions(const QList<FilingCondition> &conditions);
    Result<WorkingCalendar> calendar();

    /// Fills an empty database with the dictionary that GridHall ships (resources/catalog).
    Result<void> installStandardCatalog();

private:
    store::Connection &m_db;
};

} // namespace gridhall::catalog
