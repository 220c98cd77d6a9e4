// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QString>
#include <QStringList>

#include <functional>

namespace gridhall::ctl {

/// One word of the shell: "demo-city", "import". `run` gets the words behind it and answers the
/// exit code: 0 done, 1 failed (message on stderr), 2 wrong usage.
struct Command
{
    QString name;
    QString usage;   ///< "DIR --seed N [--area-km2 A]"
    QString summary; ///< one line
    std::function<int(const QStringList &words)> run;
};

// Each in a file of its own.
Command demoCityCommand();
Command cityCommand();
Command importCommand();
Command migrateCommand();
Command auditCommand();
Command simulateCommand();

/// "gridhallctl: what: subject. next" on stderr; answers 1.
int failed(const Error &error);

} // namespace gridhall::ctl
