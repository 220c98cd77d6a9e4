// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <geo/lonlat.h>
#include <store/connection.h>
#include <support/postgresserver.h>

#include <QTemporaryDir>

#include <memory>

namespace gridhall::test {

/// A small city in a database of its own, in either dialect: two unit grids in one responsibility
/// grid, a unit, a patroller, a component, the shipped catalog.
struct TestCity
{
    /// Null in a dialect whose server is not there; `message` then says why.
    static std::unique_ptr<TestCity> make(store::Dialect dialect, QString *message);

    store::CityAddress address;
    Id unit = Id::create();
    Id patroller = Id::create();
    QString classCode = QStringLiteral("C0101");
    QString componentCode = QStringLiteral("3205080101000001");
    Id twoUrgentHours; ///< filing conditions of classCode
    Id fourWorkingHours;
    geo::LonLat place{116.3, 39.95};

    store::Connection open() const;

private:
    Result<void> fill(store::Connection &connection);
    QTemporaryDir m_folder;
};

/// The server that all tests of one program share.
PostgresServer &sharedPostgres();
/// 64 hex digits, different for each number.
QString fakePhoto(int number = 1);

} // namespace gridhall::test
