// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <city/cityindex.h>
#include <store/connection.h>
#include <tracking/mover.h>

#include <QTemporaryDir>

#include <memory>

namespace gridhall::test {

/// A city about a kilometre wide with two responsibility grids, four unit grids, one unit and one
/// patroller who has sent nothing yet, made through the repositories in a folder of its own. Its
/// map project does not exist. Ends the test program when anything fails.
class SmallCity
{
public:
    SmallCity();

    store::Connection &connection() { return *m_connection; }
    const store::CityAddress &address() const { return m_address; }
    std::shared_ptr<const city::CityIndex> index();
    QString file(const QString &name) const { return m_dir.filePath(name); }

    static constexpr geo::LonLat kSouthWest{114.3, 34.8};
    static constexpr double kSide = 0.01; ///< degrees
    tracking::Mover patroller;

    template <class T>
    static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
    }

private:
    void fill();

    QTemporaryDir m_dir;
    store::CityAddress m_address;
    std::unique_ptr<store::Connection> m_connection;
};

} // namespace gridhall::test
