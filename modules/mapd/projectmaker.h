// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapd/basemapfile.h>
#include <mapd/styletable.h>

#include <QStringList>

#include <memory>

class QgsProject;
class QgsVectorLayer;

namespace gridhall::mapd {

/// Builds the QGIS project of a city: a layer for each style layer that has features, one named
/// style and one map theme for each theme of the tables, and the names set by Lettering as a file
/// inside the project. Nothing is written until save(). One thread.
class ProjectMaker
{
public:
    ProjectMaker(const StyleTable &table, const BasemapFile &basemap, const QString &title);
    ~ProjectMaker();

    bool make(QString &error);
    /// Beside `path` first, then in its place: an older project stays whole until the new one is.
    bool save(const QString &path, QString &error);
    const QStringList &layers() const { return m_layers; }
    /// Style layers that the base map has nothing for.
    const QStringList &missing() const { return m_missing; }
    int letters() const { return m_letters; }

private:
    std::unique_ptr<QgsVectorLayer> source(const StyleLayer &layer, QString &error);
    QString writeLetters(const QList<Letter> &letters, QString &error);
    bool style(QgsVectorLayer &layer, const StyleLayer &style, QString &error) const;
    void addThemes();
    void describe();

    const StyleTable &m_table;
    const BasemapFile &m_basemap;
    QString m_title;
    std::unique_ptr<QgsProject> m_project;
    QStringList m_layers;
    QStringList m_missing;
    int m_letters = 0;
};

} // namespace gridhall::mapd
