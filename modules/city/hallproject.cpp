// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/hallproject.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

namespace gridhall::city {

namespace {

/// Composing a province capital's base map takes seconds; more means that the worker hangs.
constexpr int kTimeoutMs = 180'000;

QString firstThatExists(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!path.isEmpty() && QFileInfo::exists(path))
            return QFileInfo(path).absoluteFilePath();
    }
    return {};
}

QString workerProgram()
{
    const QDir programs(QCoreApplication::applicationDirPath());
    return firstThatExists({qEnvironmentVariable("GRIDHALL_MAPD"),
                            programs.filePath(QStringLiteral("gridhall-mapd")),
                            programs.filePath(QStringLiteral("../bin/gridhall-mapd"))});
}

QString mapsFolder()
{
    const QDir programs(QCoreApplication::applicationDirPath());
    return firstThatExists({qEnvironmentVariable("GRIDHALL_MAPS"),
                            programs.filePath(QStringLiteral("../share/gridhall/maps")),
                            QStringLiteral(GRIDHALL_SOURCE_MAPS)});
}

/// The worker stands on another Qt, which reads the same variables as ours.
QProcessEnvironment scrubbedEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("QT_")) || name.startsWith(QLatin1String("QML")) ||
            name.startsWith(QLatin1String("QGIS")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

Error missing(const QString &what, const QString &subject, const QString &next)
{
    return {ErrorKind::NotFound, what, subject, next, {}};
}

} // namespace

Result<void> composeHallProject(const store::CityAddress &address, const QString &title)
{
    const QString worker = workerProgram();
    if (worker.isEmpty())
        return missing(
            QCoreApplication::translate("city", "The map worker was not found"),
            QStringLiteral("gridhall-mapd"),
            QCoreApplication::translate(
                "city", "Install GridHall completely, or name the program in GRIDHALL_MAPD"));
    const QString maps = mapsFolder();
    if (maps.isEmpty())
        return missing(
            QCoreApplication::translate("city", "The map's style tables were not found"),
            QStringLiteral("share/gridhall/maps"),
            QCoreApplication::translate(
                "city", "Install GridHall completely, or name their folder in GRIDHALL_MAPS"));
    if (!QFileInfo(address.basemapFile()).isFile())
        return missing(
            QCoreApplication::translate("city", "The city has no base map"), address.basemapFile(),
            QCoreApplication::translate("city", "Import one with gridhallctl import basemap"));
    if (!QFileInfo(address.folder).isWritable())
        return Error{ErrorKind::Unwritable,
                     QCoreApplication::translate("city", "The map project cannot be written"),
                     address.projectFile(),
                     QCoreApplication::translate("city", "Make the folder writable and try again"),
                     {}};

    QProcess process;
    process.setProcessEnvironment(scrubbedEnvironment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(worker,
                  {QStringLiteral("--compose"), QStringLiteral("--basemap"), address.basemapFile(),
                   QStringLiteral("--project"), address.projectFile(), QStringLiteral("--title"),
                   title, QStringLiteral("--styles"), maps});
    const bool ended = process.waitForFinished(kTimeoutMs);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    const QString message =
        ended ? QString::fromUtf8(process.readAllStandardError()).trimmed() : process.errorString();
    return Error{
        ErrorKind::Unreadable,
        QCoreApplication::translate("city", "The map project could not be made"),
        address.basemapFile(),
        QCoreApplication::translate(
            "city", "The base map or the style tables are damaged: import the base map again"),
        message};
}

} // namespace gridhall::city
