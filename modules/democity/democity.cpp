// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <democity/democity.h>

#include <democity/casehistory.h>
#include <democity/citymaker.h>
#include <democity/citywriter.h>

#include <city/hallproject.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace gridhall::democity {

namespace {

const QString kMarker = QStringLiteral("demo-city.txt");

Result<void> checkFolder(const DemoCityOptions &options)
{
    const QFileInfo target(options.folder);
    if (target.exists() && !target.isDir())
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("democity", "There is a file of that name"),
                     options.folder,
                     QCoreApplication::translate("democity", "Name an empty or a new one."),
                     {}};
    const QDir folder(options.folder);
    if (!folder.exists() || folder.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
        return {};
    if (options.replace && folder.exists(kMarker))
        return {};
    if (folder.exists(kMarker))
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("democity", "There is a demo city already"),
                     options.folder,
                     QCoreApplication::translate("democity", "Add --force to replace it."),
                     {}};
    return Error{ErrorKind::Conflict,
                 QCoreApplication::translate("democity", "The folder isn't empty"),
                 options.folder,
                 QCoreApplication::translate("democity", "Name an empty or a new one."),
                 {}};
}

Error unwritable(const QString &folder)
{
    return {ErrorKind::Unwritable,
            QCoreApplication::translate("democity", "The folder cannot be written"),
            folder,
            QCoreApplication::translate("democity", "Check that you may write there."),
            {}};
}

Error cancelled()
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("democity", "Making the demo city was cancelled"),
            {},
            {},
            {}};
}

/// The folder that the city is made in; removed unless it was put in its place.
class Workshop
{
public:
    explicit Workshop(const QString &target)
        : m_target(QFileInfo(target).absoluteFilePath()),
          m_path(
              QStringLiteral("%1.making-%2").arg(m_target).arg(QCoreApplication::applicationPid()))
    {
    }
    ~Workshop()
    {
        if (!m_path.isEmpty())
            QDir(m_path).removeRecursively();
    }
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;

    const QString &path() const { return m_path; }
    bool open() { return QDir().mkpath(m_path); }

    Result<void> deliver()
    {
        const QString old = m_target + QStringLiteral(".old");
        const bool replaces = QFileInfo::exists(m_target);
        QDir(old).removeRecursively();
        if (replaces && std::rename(name(m_target), name(old)) != 0)
            return unwritable(m_target);
        if (std::rename(name(m_path), name(m_target)) != 0) {
            if (replaces)
                std::rename(name(old), name(m_target));
            return unwritable(m_target);
        }
        m_path.clear();
        QDir(old).removeRecursively();
        return {};
    }

private:
    static const char *name(const QString &path)
    {
        thread_local QByteArray encoded[2];
        thread_local int turn = 0;
        turn = 1 - turn;
        encoded[turn] = QFile::encodeName(path);
        return encoded[turn].constData();
    }

    QString m_target;
    QString m_path;
};

Result<void> writeMarker(const QString &folder, const DemoCityOptions &options)
{
    QFile file(folder + QLatin1Char('/') + kMarker);
    const QString text = QStringLiteral("demo city of GridHall\nseed %1\narea %2 km2\n")
                             .arg(options.seed)
                             .arg(options.areaKm2);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.flush())
        return unwritable(folder);
    return {};
}

using Progress = CityMaker::Progress;

Result<void> fillDatabase(const CityMaker &maker, const QString &folder,
                          const DemoCityOptions &options, DemoCityReport &report,
                          const Progress &progress)
{
    auto address = store::CityAddress::parse(folder, false);
    if (!address)
        return address.error();
    auto connection = store::Connection::open(*address, store::Connection::Mode::Create);
    if (!connection)
        return connection.error();
    if (auto composed = city::composeHallProject(*address, maker.recipe().cityName); !composed)
        return composed;
    if (!progress(0.85, QCoreApplication::translate("democity", "map project")))
        return cancelled();
    CityWriter writer(maker, *connection);
    if (auto written = writer.write(); !written)
        return written;
    report.cameras = writer.cameras().size();
    if (!progress(0.9, QCoreApplication::translate("democity", "database")))
        return cancelled();
    if (!options.history)
        return {};
    auto cases = CaseHistory(maker, *connection, Clock::system().nowUtc()).write();
    if (!cases)
        return cases.error();
    report.cases = *cases;
    if (!progress(0.98, QCoreApplication::translate("democity", "cases")))
        return cancelled();
    return {};
}

} // namespace

Result<DemoCityReport> makeDemoCity(const DemoCityOptions &options,
                                    const std::function<bool(double, const QString &)> &progress)
{
    if (!(options.areaKm2 >= 0.5 && options.areaKm2 <= 400.0))
        return Error{
            ErrorKind::InvalidInput,
            QCoreApplication::translate("democity", "The area isn't possible"),
            QString::number(options.areaKm2),
            QCoreApplication::translate("democity", "Choose from 0.5 to 400 square kilometres."),
            {}};
    if (auto checked = checkFolder(options); !checked)
        return checked.error();
    auto recipe = Recipe::load();
    if (!recipe)
        return recipe.error();
    auto projection = geo::Projection::create(recipe->crs);
    if (!projection)
        return projection.error();
    Workshop workshop(options.folder);
    if (!workshop.open())
        return unwritable(options.folder);

    DemoCityReport report;
    QElapsedTimer timer;
    timer.start();
    const auto took = [&](const QString &what) {
        report.seconds.append(QStringLiteral("%1 %2 s").arg(what).arg(
            static_cast<double>(timer.restart()) / 1000.0, 0, 'f', 1));
    };
    CityMaker maker(*recipe, std::move(*projection), options.seed, options.areaKm2);
    const auto staged = [&](double share, const QString &what) {
        if (!what.isEmpty())
            took(what);
        return !progress || progress(share, what);
    };
    if (auto made = maker.make(workshop.path() + QStringLiteral("/basemap.gpkg"), staged); !made)
        return made.error();
    if (auto filled = fillDatabase(maker, workshop.path(), options, report, staged); !filled)
        return filled.error();
    if (auto marked = writeMarker(workshop.path(), options); !marked)
        return marked.error();
    if (auto delivered = workshop.deliver(); !delivered)
        return delivered.error();

    report.unitGrids = maker.administration().unitGrids().size();
    report.responsibilityGrids = maker.administration().responsibilityGrids().size();
    report.components = maker.survey().components().size();
    report.buildings = maker.buildings();
    report.streets = static_cast<qint64>(maker.network().streets().size());
    report.units = maker.people().units().size();
    report.people = maker.people().people().size();
    return report;
}

} // namespace gridhall::democity
