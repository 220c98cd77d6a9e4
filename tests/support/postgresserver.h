// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace gridhall::test {

/// A PostgreSQL server of the test's own on a free loopback port, with its data in a temporary
/// folder; stopped and removed by the destructor. As root it runs as the user postgres, because the
/// server refuses root.
class PostgresServer
{
public:
    PostgresServer();
    ~PostgresServer();

    /// Null when the server's programs are not installed; the test then skips with `message`.
    bool isRunning() const { return m_running; }
    const QString &message() const { return m_message; }

    /// A fresh, empty database; its postgresql:// URL.
    QString newDatabase();
    /// Stops at once (kill) and starts again on the same port.
    bool restart();

private:
    bool run(const QString &program, const QStringList &arguments);
    bool start();

    QTemporaryDir m_folder;
    QString m_binaries;
    QString m_message;
    int m_port = 0;
    int m_databases = 0;
    bool m_running = false;
};

} // namespace gridhall::test
