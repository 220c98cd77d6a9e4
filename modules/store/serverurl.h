// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridhall::store {

/// A postgresql:// URL taken apart the way libpq does it: several hosts, options in the query.
struct ServerUrl
{
    QString user;
    QString password;
    QString database;
    QString options; ///< "host='a,b';port='5432,5433';sslmode='require'", as QPSQL takes them

    static ServerUrl parse(const QString &url);
};

} // namespace gridhall::store
