// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapwire/messages.h>

#include <QHash>
#include <QString>

#include <qgsmapsettings.h>

#include <memory>
#include <variant>
#include <vector>

class QgsMapLayer;
class QgsProject;

namespace gridhall::mapd {

/// One QGIS project, opened read-only, and what is needed to paint it in any of its map themes.
/// Main thread. Every theme has layers of its own with its styles set once, because setting a
/// layer's style from XML for each tile would cost more than painting it.
class MapProject
{
public:
    using Opened = std::variant<std::unique_ptr<MapProject>, mapwire::Failure>;

    /// Names the data providers (beyond those that are built in) that the project's layers use, so
    /// that only their plugins are loaded. Needs a QgsApplication, but before initQgis().
    static QStringList neededProviders(const QString &path);
    /// Opens the project behind `path` (.qgz or .qgs).
    static Opened open(const QString &path);
    ~MapProject();

    mapwire::HelloReply describe() const;
    /// Everything but extent, size and resolution. A theme that the project does not have gives
    /// the layers that are switched on in the project itself.
    const QgsMapSettings &settingsFor(const QString &theme);

private:
    MapProject();
    QgsMapSettings makeSettings(const QString &theme);
    QList<QgsMapLayer *> layersFor(const QString &theme);
    void setStyles(const QString &theme, const QList<QgsMapLayer *> &originals,
                   const QList<QgsMapLayer *> &layers);

    std::unique_ptr<QgsProject> m_project;
    std::vector<std::unique_ptr<QgsMapLayer>> m_ownLayers;
    QHash<QString, QgsMapSettings> m_settings;
    bool m_originalsTaken = false;
};

} // namespace gridhall::mapd
