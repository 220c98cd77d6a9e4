// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/steadylabels.h>

#include <qgslabellinesettings.h>
#include <qgspallabeling.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <memory>

namespace gridhall::mapd {
namespace {

// Of paper, from one label of a street to the next.
constexpr double kStretchMm = 120;

bool isAlongLines(const QgsPalLayerSettings &settings)
{
    return settings.placement == Qgis::LabelPlacement::Line ||
           settings.placement == Qgis::LabelPlacement::Curved ||
           settings.placement == Qgis::LabelPlacement::Horizontal;
}

bool isPlacedByData(const QgsPalLayerSettings &settings)
{
    return settings.dataDefinedProperties().isActive(QgsPalLayerSettings::Property::PositionX) ||
           settings.geometryGeneratorEnabled;
}

// Cuts the line into equal stretches whose number depends on its length and the scale alone.
QString stretches(double stretchMm)
{
    return QStringLiteral(
               "with_variable('n', max(1, round(length($geometry) / (%1 * @map_scale))), "
               "if(@n = 1 or coalesce(num_geometries($geometry), 1) > 1, $geometry, "
               "collect_geometries(array_foreach(generate_series(0, @n - 1), "
               "line_substring($geometry, length($geometry) * @element / @n, "
               "length($geometry) * (@element + 1) / @n)))))")
        .arg(stretchMm / 1000.0);
}

void steadyLine(QgsPalLayerSettings &settings, bool inMapUnits)
{
    QgsLabelLineSettings line = settings.lineSettings();
    line.setAnchorClipping(QgsLabelLineSettings::AnchorClipping::UseEntireLine);
    line.setAnchorType(QgsLabelLineSettings::AnchorType::Strict);
    settings.setLineSettings(line);
    if (!inMapUnits)
        return;
    const bool repeats =
        settings.repeatDistance > 0 && settings.repeatDistanceUnit == Qgis::RenderUnit::Millimeters;
    settings.geometryGenerator = stretches(repeats ? settings.repeatDistance : kStretchMm);
    settings.geometryGeneratorType = Qgis::GeometryType::Line;
    settings.geometryGeneratorEnabled = true;
    settings.labelPerPart = true;
    settings.repeatDistance = 0;
}

} // namespace

void steadyLabels(QgsMapLayer &mapLayer, const QgsProject &project)
{
    auto *layer = qobject_cast<QgsVectorLayer *>(&mapLayer);
    if (!layer || !layer->labelsEnabled() || !layer->labeling())
        return;
    std::unique_ptr<QgsAbstractVectorLayerLabeling> labeling(layer->labeling()->clone());
    const QStringList providers = labeling->subProviders();
    for (const QString &provider : providers) {
        auto settings = std::make_unique<QgsPalLayerSettings>(labeling->settings(provider));
        if (isPlacedByData(*settings))
            continue;
        if (layer->geometryType() == Qgis::GeometryType::Polygon)
            settings->centroidWhole = true;
        else if (layer->geometryType() == Qgis::GeometryType::Line && isAlongLines(*settings))
            steadyLine(*settings, layer->crs() == project.crs());
        else
            continue;
        labeling->setSettings(settings.release(), provider);
    }
    layer->setLabeling(labeling.release());
}

} // namespace gridhall::mapd
