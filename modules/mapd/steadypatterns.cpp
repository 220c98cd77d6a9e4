// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/steadypatterns.h>

#include <qgsfillsymbollayer.h>
#include <qgslinesymbollayer.h>
#include <qgsrendercontext.h>
#include <qgsrenderer.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

namespace gridhall::mapd {
namespace {

bool isDashed(Qt::PenStyle style)
{
    return style != Qt::SolidLine && style != Qt::NoPen;
}

bool hasPattern(const QgsSymbol &symbol);

bool hasPattern(QgsSymbolLayer *layer)
{
    if (const auto *line = dynamic_cast<const QgsSimpleLineSymbolLayer *>(layer))
        return line->useCustomDashPattern() || isDashed(line->penStyle());
    if (dynamic_cast<const QgsTemplatedLineSymbolLayerBase *>(layer))
        return true;
    if (const auto *fill = dynamic_cast<const QgsSimpleFillSymbolLayer *>(layer))
        return isDashed(fill->strokeStyle());
    // A fill's outline may be a symbol of its own.
    const QgsSymbol *inner = layer->subSymbol();
    return inner && inner->type() == Qgis::SymbolType::Line && hasPattern(*inner);
}

bool hasPattern(const QgsSymbol &symbol)
{
    for (QgsSymbolLayer *layer : symbol.symbolLayers()) {
        if (hasPattern(layer))
            return true;
    }
    return false;
}

} // namespace

void steadyPatterns(QgsMapLayer &mapLayer)
{
    auto *layer = qobject_cast<QgsVectorLayer *>(&mapLayer);
    if (!layer || !layer->renderer() || layer->geometryType() == Qgis::GeometryType::Point)
        return;
    QgsRenderContext context;
    const QgsSymbolList symbols = layer->renderer()->symbols(context);
    for (QgsSymbol *symbol : symbols) {
        if (symbol && hasPattern(*symbol))
            symbol->setClipFeaturesToExtent(false);
    }
}

} // namespace gridhall::mapd
