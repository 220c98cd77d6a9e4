// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace gridhall::test {

/// What a program that has ended left behind.
struct ProgramRun
{
    int exitCode = -1; ///< -1: did not start, crashed or did not end in time
    QString out;
    QStringList errorLines;
};

/// Runs one of this build's programs to its end, offscreen and without a person's settings.
ProgramRun
runProgram(const QString &name, const QStringList &arguments,
           const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// Makes the same small demo city in `folder` with gridhallctl; empty, or what went wrong.
QString makeDemoCity(const QString &folder);

bool copyFolder(const QString &from, const QString &to);

} // namespace gridhall::test
