// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/mapproject.h>

#include <mapd/steadylabels.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslabelingenginesettings.h>
#include <qgslayertree.h>
#include <qgsmaplayerstyle.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsprojectviewsettings.h>
#include <qgsziputils.h>

namespace gridhall::mapd {
namespace {

std::vector<std::string> toWire(const QStringList &texts)
{
    std::vector<std::string> wire;
    wire.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString &text : texts)
        wire.push_back(text.toStdString());
    return wire;
}

QByteArray projectXml(const QString &path)
{
    QString xmlPath = path;
    QTemporaryDir dir;
    if (path.endsWith(QLatin1String(".qgz"), Qt::CaseInsensitive)) {
        QStringList files;
        if (!QgsZipUtils::unzip(path, dir.path(), files))
            return {};
        xmlPath.clear();
        for (const QString &file : files) {
            if (file.endsWith(QLatin1String(".qgs"), Qt::CaseInsensitive))
                xmlPath = file;
        }
    }
    QFile file(xmlPath);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The whole city, not what somebody happened to look at when the project was saved.
QgsRectangle fullExtent(const QgsProject &project)
{
    const QgsReferencedRectangle extent = project.viewSettings()->fullExtent();
    try {
        return QgsCoordinateTransform(extent.crs(), project.crs(), project.transformContext())
            .transformBoundingBox(extent);
    } catch (const QgsCsException &) {
        return {};
    }
}

} // namespace

MapProject::MapProject() : m_project(std::make_unique<QgsProject>()) {}

MapProject::~MapProject()
{
    m_settings.clear();
    m_ownLayers.clear();
    QgsProject::setInstance(nullptr);
}

QStringList MapProject::neededProviders(const QString &path)
{
    static const QStringList builtIn = {QStringLiteral("ogr"), QStringLiteral("gdal"),
                                        QStringLiteral("memory"), QString()};
    static const QRegularExpression provider(
        QStringLiteral("<provider\\b[^>]*>\\s*(\\w+)\\s*</provider>"));
    QStringList names;
    const QString xml = QString::fromUtf8(projectXml(path));
    auto match = provider.globalMatch(xml);
    while (match.hasNext()) {
        const QString name = match.next().captured(1);
        if (!builtIn.contains(name) && !names.contains(name))
            names << name;
    }
    return names;
}

MapProject::Opened MapProject::open(const QString &path)
{
    using mapwire::FailureKind;
    if (!QFileInfo(path).isFile())
        return mapwire::Failure{FailureKind::ProjectMissing, path.toStdString(), {}};
    std::unique_ptr<MapProject> opened(new MapProject);
    QgsProject &project = *opened->m_project;
    // Expressions in styles ask for the program's one project.
    QgsProject::setInstance(&project);
    // No layer may be written to, and nothing is loaded that a picture does not need.
    const Qgis::ProjectReadFlags flags =
        Qgis::ProjectReadFlag::DontLoadLayouts | Qgis::ProjectReadFlag::TrustLayerMetadata |
        Qgis::ProjectReadFlag::DontStoreOriginalStyles | Qgis::ProjectReadFlag::DontLoad3DViews |
        Qgis::ProjectReadFlag::DontLoadProjectStyles | Qgis::ProjectReadFlag::ForceReadOnlyLayers |
        Qgis::ProjectReadFlag::DontUpgradeAnnotations;
    if (!project.read(path, flags))
        return mapwire::Failure{FailureKind::ProjectBroken, path.toStdString(),
                                project.error().toStdString()};
    if (!project.crs().isValid() || project.crs().mapUnits() != Qgis::DistanceUnit::Meters)
        return mapwire::Failure{FailureKind::CrsNotMetric, path.toStdString(),
                                project.crs().userFriendlyIdentifier().toStdString()};
    return opened;
}

mapwire::HelloReply MapProject::describe() const
{
    mapwire::HelloReply reply;
    reply.title = m_project->title().toStdString();
    const QgsCoordinateReferenceSystem crs = m_project->crs();
    reply.crs = (crs.authid().isEmpty() ? crs.toWkt() : crs.authid()).toStdString();
    const QgsRectangle extent = fullExtent(*m_project);
    if (!extent.isNull() && extent.isFinite())
        reply.extent = {extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()};
    reply.themes = toWire(m_project->mapThemeCollection()->mapThemes());
    QStringList names;
    QStringList missing;
    for (const QgsLayerTreeLayer *node : m_project->layerTreeRoot()->findLayers()) {
        names << node->name();
        if (!node->layer() || !node->layer()->isValid())
            missing << node->name();
    }
    reply.layers = toWire(names);
    reply.missingLayers = toWire(missing);
    return reply;
}

const QgsMapSettings &MapProject::settingsFor(const QString &theme)
{
    const QString name = m_project->mapThemeCollection()->hasMapTheme(theme) ? theme : QString();
    auto found = m_settings.find(name);
    if (found == m_settings.end())
        found = m_settings.insert(name, makeSettings(name));
    return *found;
}

QgsMapSettings MapProject::makeSettings(const QString &theme)
{
    QgsMapSettings settings;
    settings.setDestinationCrs(m_project->crs());
    settings.setEllipsoid(m_project->ellipsoid());
    settings.setTransformContext(m_project->transformContext());
    settings.setPathResolver(m_project->pathResolver());
    settings.setExpressionContext(m_project->createExpressionContext());
    // Unpainted ground stays clear: the client has a colour of its own for it in each theme.
    settings.setBackgroundColor(Qt::transparent);
    settings.setOutputImageFormat(QImage::Format_ARGB32_Premultiplied);
    settings.setFlags(Qgis::MapSettingsFlag::Antialiasing | Qgis::MapSettingsFlag::DrawLabeling |
                      Qgis::MapSettingsFlag::UseAdvancedEffects |
                      Qgis::MapSettingsFlag::UseRenderingOptimization |
                      Qgis::MapSettingsFlag::RenderMapTile | Qgis::MapSettingsFlag::RenderBlocking |
                      Qgis::MapSettingsFlag::ForceRasterMasks);
    // A label that sticks over the edge of one tile is continued by the next one.
    QgsLabelingEngineSettings labelling = m_project->labelingEngineSettings();
    labelling.setFlag(Qgis::LabelingFlag::UsePartialCandidates, true);
    labelling.setFlag(Qgis::LabelingFlag::DrawUnplacedLabels, false);
    settings.setLabelingEngineSettings(labelling);
    settings.setLayers(layersFor(theme));
    return settings;
}

// The first theme gets the project's layers, every further one copies of them.
QList<QgsMapLayer *> MapProject::layersFor(const QString &theme)
{
    QList<QgsMapLayer *> originals;
    const QList<QgsMapLayer *> ordered = m_project->layerTreeRoot()->layerOrder();
    const QList<QgsMapLayer *> shown =
        theme.isEmpty() ? m_project->layerTreeRoot()->checkedLayers()
                        : m_project->mapThemeCollection()->mapThemeVisibleLayers(theme);
    for (QgsMapLayer *layer : ordered) {
        if (layer && layer->isValid() && shown.contains(layer))
            originals << layer;
    }
    QList<QgsMapLayer *> layers = originals;
    if (m_originalsTaken) {
        for (QgsMapLayer *&layer : layers) {
            m_ownLayers.emplace_back(layer->clone());
            layer = m_ownLayers.back().get();
        }
    }
    m_originalsTaken = true;
    setStyles(theme, originals, layers);
    for (QgsMapLayer *layer : std::as_const(layers))
        steadyLabels(*layer, *m_project);
    return layers;
}

void MapProject::setStyles(const QString &theme, const QList<QgsMapLayer *> &originals,
                           const QList<QgsMapLayer *> &layers)
{
    if (theme.isEmpty())
        return;
    QgsMapThemeCollection *themes = m_project->mapThemeCollection();
    const auto records = themes->mapThemeState(theme).layerRecords();
    QMap<QString, QString> overrides;
    for (const auto &record : records) {
        const int index = originals.indexOf(record.layer());
        if (index < 0)
            continue;
        QgsMapLayer *original = originals.at(index);
        QgsMapLayer *layer = layers.at(index);
        if (record.usingLegendItems) {
            // Classes that the theme switches off are known to the collection only.
            if (overrides.isEmpty())
                overrides = themes->mapThemeStyleOverrides(theme);
            QgsMapLayerStyle(overrides.value(original->id())).writeToLayer(layer);
        } else if (record.usingCurrentStyle) {
            if (layer == original)
                layer->styleManager()->setCurrentStyle(record.currentStyle);
            else
                original->styleManager()->style(record.currentStyle).writeToLayer(layer);
        }
    }
}

} // namespace gridhall::mapd
