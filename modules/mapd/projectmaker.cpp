// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/projectmaker.h>

#include <mapd/labelmaker.h>
#include <mapd/symbolmaker.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <qgsattributes.h>
#include <qgscoordinatetransformcontext.h>
#include <qgslabelingenginesettings.h>
#include <qgslayertree.h>
#include <qgsmaplayerstylemanager.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsprojectviewsettings.h>
#include <qgsreferencedgeometry.h>
#include <qgsrenderer.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>
#include <qgsvectorsimplifymethod.h>

#include <cstdio>

namespace gridhall::mapd {

namespace {

const QString kLettersTable = QStringLiteral("lettering");

/// QGIS replaces layer ids of up to ten characters when it reads a project.
QString layerId(const StyleLayer &style)
{
    return QStringLiteral("gridhall_") + style.id;
}

QgsFields letterFields()
{
    QgsFields fields;
    for (const char *name : {"role", "kind", "text"})
        fields.append(QgsField(QLatin1String(name), QMetaType::Type::QString));
    for (const char *name : {"rank", "step"})
        fields.append(QgsField(QLatin1String(name), QMetaType::Type::Int));
    for (const char *name : {"size", "spacing", "angle"})
        fields.append(QgsField(QLatin1String(name), QMetaType::Type::Double));
    return fields;
}

} // namespace

ProjectMaker::ProjectMaker(const StyleTable &table, const BasemapFile &basemap,
                           const QString &title)
    : m_table(table), m_basemap(basemap), m_title(title), m_project(std::make_unique<QgsProject>())
{
}

ProjectMaker::~ProjectMaker() = default;

bool ProjectMaker::make(QString &error)
{
    m_project->setCrs(m_basemap.crs(), true);
    for (const StyleLayer &style : m_table.layers()) {
        std::unique_ptr<QgsVectorLayer> layer = source(style, error);
        if (!error.isEmpty())
            return false;
        if (!layer) {
            m_missing << style.id;
            continue;
        }
        layer->setId(layerId(style));
        layer->setReadOnly(true);
        if (!this->style(*layer, style, error))
            return false;
        m_layers << style.id;
        QgsVectorLayer *owned = layer.release();
        m_project->addMapLayer(owned, false);
        m_project->layerTreeRoot()->insertLayer(0, owned)->setExpanded(false);
    }
    addThemes();
    describe();
    return true;
}

std::unique_ptr<QgsVectorLayer> ProjectMaker::source(const StyleLayer &layer, QString &error)
{
    if (!layer.without.isEmpty() && m_basemap.table(layer.without, QString()))
        return nullptr;
    if (layer.table != kLettersTable)
        return m_basemap.table(layer.table, layer.title);
    const Lettering lettering(m_table.lettering());
    const std::vector<NamedLine> streets = m_basemap.streets();
    const std::vector<NamedPoint> places = m_basemap.places();
    QList<Letter> letters;
    for (const int step : m_table.steps())
        letters << lettering.set(streets, places, step);
    m_letters = letters.size();
    if (letters.isEmpty())
        return nullptr;
    const QString path = writeLetters(letters, error);
    if (path.isEmpty())
        return nullptr;
    return std::make_unique<QgsVectorLayer>(path, layer.title, QStringLiteral("ogr"));
}

/// FlatGeobuf: one file with a spatial index, which a reader never writes to.
QString ProjectMaker::writeLetters(const QList<Letter> &letters, QString &error)
{
    const QString path = m_project->createAttachedFile(QStringLiteral("names.fgb"));
    QFile::remove(path);
    QgsVectorFileWriter::SaveVectorOptions options;
    options.driverName = QStringLiteral("FlatGeobuf");
    options.layerName = kLettersTable;
    const QgsFields fields = letterFields();
    std::unique_ptr<QgsVectorFileWriter> writer(QgsVectorFileWriter::create(
        path, fields, Qgis::WkbType::Point, m_basemap.crs(), {}, options));
    for (const Letter &letter : letters) {
        QgsFeature feature(fields);
        feature.setAttributes(
            QgsAttributes({letter.role, letter.kind, letter.text, letter.rank, letter.step,
                           letter.sizeMm, letter.spacingMm, letter.clockwiseDeg}));
        feature.setGeometry(QgsGeometry::fromPointXY(letter.at));
        writer->addFeature(feature, QgsFeatureSink::FastInsert);
    }
    if (writer->hasError() != QgsVectorFileWriter::NoError) {
        error = QStringLiteral(
                    "The names could not be written for the project: %1. Is the disk for temporary "
                    "files full?")
                    .arg(writer->errorMessage());
        return {};
    }
    return path;
}

bool ProjectMaker::style(QgsVectorLayer &layer, const StyleLayer &style, QString &error) const
{
    QStringList classes;
    if (!style.signs.isEmpty()) {
        const int field =
            layer.fields().lookupField(style.signs.value(QStringLiteral("by")).toString());
        const QSet<QVariant> values = layer.uniqueValues(field);
        for (const QVariant &value : values)
            classes << value.toString();
        classes.sort();
    }
    QgsMapLayerStyleManager *styles = layer.styleManager();
    bool first = true;
    for (const QString &theme : m_table.themes()) {
        if (first)
            styles->renameStyle(styles->currentStyle(), theme);
        else
            styles->addStyleFromLayer(theme);
        styles->setCurrentStyle(theme);
        first = false;

        SymbolMaker symbols(m_table, theme);
        std::unique_ptr<QgsFeatureRenderer> renderer =
            symbols.renderer(style, layer.geometryType(), classes);
        LabelMaker labels(m_table, theme);
        std::unique_ptr<QgsAbstractVectorLayerLabeling> labeling =
            renderer ? labels.labeling(style, layer.geometryType()) : nullptr;
        if (!renderer || !labeling) {
            error = renderer ? labels.error() : symbols.error();
            return false;
        }
        layer.setRenderer(renderer.release());
        layer.setLabeling(labeling.release());
        layer.setLabelsEnabled(!style.labels.isEmpty());
        const QJsonValue scales = style.signs.value(QStringLiteral("scales"));
        if (scales.isArray()) {
            const ScaleRange range = m_table.scaleRange(scales);
            layer.setScaleBasedVisibility(true);
            layer.setMaximumScale(range.maximumScale);
            layer.setMinimumScale(range.minimumScale);
        }
        QgsVectorSimplifyMethod simplify;
        simplify.setSimplifyHints(Qgis::VectorRenderingSimplificationFlag::GeometrySimplification);
        simplify.setThreshold(0.7f);
        layer.setSimplifyMethod(simplify);
    }
    styles->setCurrentStyle(m_table.themes().first());
    return true;
}

void ProjectMaker::addThemes()
{
    for (const QString &theme : m_table.themes()) {
        QgsMapThemeCollection::MapThemeRecord record;
        for (const StyleLayer &style : m_table.layers()) {
            QgsMapLayer *layer = m_project->mapLayer(layerId(style));
            if (!layer || (!style.themes.isEmpty() && !style.themes.contains(theme)))
                continue;
            QgsMapThemeCollection::MapThemeLayerRecord shown(layer);
            shown.isVisible = true;
            shown.usingCurrentStyle = true;
            shown.currentStyle = theme;
            record.addLayerRecord(shown);
        }
        m_project->mapThemeCollection()->insert(theme, record);
    }
}

void ProjectMaker::describe()
{
    m_project->setTitle(m_title);
    m_project->setFilePathStorage(Qgis::FilePathType::Relative);
    m_project->setBackgroundColor(
        m_table.colour(m_table.themes().first(), QStringLiteral("ground")));
    QVector<double> scales;
    for (const int step : m_table.steps())
        scales << step;
    m_project->viewSettings()->setMapScales(scales);
    m_project->viewSettings()->setUseProjectScales(true);
    const QgsReferencedRectangle extent(m_basemap.extent(), m_basemap.crs());
    m_project->viewSettings()->setPresetFullExtent(extent);
    m_project->viewSettings()->setDefaultViewExtent(extent);
    QgsLabelingEngineSettings labels;
    labels.setFlag(Qgis::LabelingFlag::UsePartialCandidates, true);
    labels.setPlacementVersion(Qgis::LabelPlacementEngineVersion::Version2);
    m_project->setLabelingEngineSettings(labels);
}

bool ProjectMaker::save(const QString &path, QString &error)
{
    const QFileInfo info(path);
    const QString temporary = info.absoluteDir().filePath(
        QStringLiteral("%1-%2.qgz")
            .arg(info.completeBaseName(), QUuid::createUuid().toString(QUuid::Id128)));
    if (!m_project->write(temporary)) {
        error =
            QStringLiteral(
                "The project %1 cannot be written: %2. Check that its folder is writable and the "
                "disk has room.")
                .arg(path, m_project->error());
        QFile::remove(temporary);
        return false;
    }
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(path);
    if (std::rename(from.constData(), to.constData()) != 0) {
        error = QStringLiteral(
                    "The project %1 cannot be put in its place. Check that its folder is writable.")
                    .arg(path);
        QFile::remove(temporary);
        return false;
    }
    return true;
}

} // namespace gridhall::mapd
