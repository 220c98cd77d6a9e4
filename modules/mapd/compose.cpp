// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/compose.h>

#include <mapd/basemapfile.h>
#include <mapd/projectmaker.h>
#include <mapd/scratchfolder.h>
#include <mapd/styletable.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <qgsapplication.h>
#include <qgssettings.h>

#include <cstdio>

namespace gridhall::mapd {

namespace {

struct Wanted
{
    QString basemap;
    QString project;
    QString title;
    QString styles;
};

bool readWords(const QStringList &words, Wanted &wanted, QString &error)
{
    const QHash<QString, QString *> options = {{QStringLiteral("--basemap"), &wanted.basemap},
                                               {QStringLiteral("--project"), &wanted.project},
                                               {QStringLiteral("--title"), &wanted.title},
                                               {QStringLiteral("--styles"), &wanted.styles}};
    for (int i = 0; i < words.size(); i += 2) {
        QString *value = options.value(words.at(i));
        if (!value || i + 1 >= words.size()) {
            error = QStringLiteral("--compose does not understand \"%1\".").arg(words.at(i));
            return false;
        }
        *value = words.at(i + 1);
    }
    if (wanted.basemap.isEmpty() || wanted.project.isEmpty() || wanted.styles.isEmpty()) {
        error = QStringLiteral("usage: gridhall-mapd --compose --basemap FILE --project FILE "
                               "--title NAME --styles DIR");
        return false;
    }
    return true;
}

bool compose(const Wanted &wanted, QJsonObject &report, QString &error)
{
    const auto table = StyleTable::read(wanted.styles, error);
    if (!table)
        return false;
    const auto basemap = BasemapFile::open(wanted.basemap, error);
    if (!basemap)
        return false;
    ProjectMaker maker(*table, *basemap, wanted.title);
    if (!maker.make(error) || !maker.save(wanted.project, error))
        return false;
    report = {{QStringLiteral("project"), wanted.project},
              {QStringLiteral("themes"), QJsonArray::fromStringList(table->themes())},
              {QStringLiteral("layers"), QJsonArray::fromStringList(maker.layers())},
              {QStringLiteral("left_out"), QJsonArray::fromStringList(maker.missing())},
              {QStringLiteral("letters"), maker.letters()}};
    return true;
}

} // namespace

int composeProject(const QStringList &words)
{
    const ScratchFolder scratch;
    int argc = 1;
    char name[] = "gridhall-mapd";
    char *argv[] = {name, nullptr};
    QgsApplication app(argc, argv, false, QString::fromStdString(scratch.path() + "/profile"));
    QgsApplication::initQgis();
    // A project that is handed on must not name the account that made it.
    QgsSettings().setValue(QStringLiteral("projects/anonymize_saved_projects"), true,
                           QgsSettings::Core);

    Wanted wanted;
    QJsonObject report;
    QString error;
    const bool done = readWords(words, wanted, error) && compose(wanted, report, error);
    if (done)
        std::printf("%s\n", QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    else
        std::fprintf(stderr, "%s\n", error.toUtf8().constData());
    QgsApplication::exitQgis();
    return done ? 0 : 1;
}

} // namespace gridhall::mapd
