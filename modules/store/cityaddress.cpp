// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/cityaddress.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace gridhall::store {

namespace {

/// A networked city's base map is a local copy: the folder behind '#', or one named like the
/// database.
QString folderOfUrl(const QString &url, const QString &fragment)
{
    if (!fragment.isEmpty())
        return QDir(fragment).absolutePath();
    QString name = url.section(QLatin1Char('?'), 0, 0).section(QLatin1Char('/'), 3);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('-'))
            c = QLatin1Char('_');
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/gridhall/cities/") + (name.isEmpty() ? QStringLiteral("city") : name);
}

} // namespace

QString CityAddress::databaseFile() const
{
    return folder + QStringLiteral("/city.gpkg");
}

QString CityAddress::basemapFile() const
{
    return folder + QStringLiteral("/basemap.gpkg");
}

QString CityAddress::projectFile() const
{
    return folder + QStringLiteral("/hall.qgz");
}

QString CityAddress::mediaFolder() const
{
    return folder + QStringLiteral("/media");
}

Result<CityAddress> CityAddress::parse(const QString &text, bool mustExist)
{
    CityAddress address;
    if (text.startsWith(QLatin1String("postgresql://")) ||
        text.startsWith(QLatin1String("postgres://"))) {
        address.dialect = Dialect::Postgres;
        address.databaseUrl = text.section(QLatin1Char('#'), 0, 0);
        address.folder = folderOfUrl(address.databaseUrl, text.section(QLatin1Char('#'), 1));
        return address;
    }
    if (text.isEmpty()) {
        return Error{ErrorKind::InvalidInput,
                     QCoreApplication::translate("store", "No city was named"),
                     {},
                     QCoreApplication::translate("store", "Give the city's folder"),
                     {}};
    }
    address.dialect = Dialect::Sqlite;
    QFileInfo info(text);
    if (info.isFile() && info.fileName() == QLatin1String("city.gpkg"))
        info = QFileInfo(info.absolutePath());
    address.folder = QDir::cleanPath(info.absoluteFilePath());
    if (mustExist && !QFileInfo(address.databaseFile()).isFile()) {
        return Error{
            ErrorKind::NotFound,
            QCoreApplication::translate("store", "There is no city here"),
            address.folder,
            QCoreApplication::translate(
                "store", "Name a folder that holds city.gpkg, or make one with gridhallctl"),
            {}};
    }
    return address;
}

} // namespace gridhall::store
