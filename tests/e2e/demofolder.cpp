// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demofolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace gridhall::test {

ProgramRun runProgram(const QString &name, const QStringList &arguments,
                      const QProcessEnvironment &environment)
{
    QTemporaryDir home;
    QProcessEnvironment own = environment;
    own.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    // The runtime directory must be the user's alone, or Qt says so on stderr.
    for (const char *variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        own.insert(QString::fromLatin1(variable), home.path());

    QProcess process;
    process.setProcessEnvironment(own);
    process.start(QStringLiteral(GRIDHALL_BIN_DIR "/") + name, arguments);
    ProgramRun run;
    constexpr int kPatienceMs = 60'000;
    if (process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.out = QString::fromUtf8(process.readAllStandardOutput());
    run.errorLines = QString::fromUtf8(process.readAllStandardError())
                         .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return run;
}

QString makeDemoCity(const QString &folder)
{
    const ProgramRun run =
        runProgram(QStringLiteral("gridhallctl"),
                   {QStringLiteral("demo-city"), folder, QStringLiteral("--seed"),
                    QStringLiteral("7"), QStringLiteral("--area-km2"), QStringLiteral("1.5")});
    return run.exitCode == 0 ? QString()
                             : QStringLiteral("gridhallctl demo-city ended with %1: %2")
                                   .arg(run.exitCode)
                                   .arg(run.errorLines.join(QLatin1Char('\n')));
}

bool copyFolder(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to))
        return false;
    const QDir source(from);
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + QLatin1Char('/') + source.relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(file, target))
            return false;
    }
    return true;
}

} // namespace gridhall::test
