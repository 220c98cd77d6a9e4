// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/testproject.h>

#include <QFile>

#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

namespace gridhall::test {
namespace {

QByteArray rgba(const QColor &c)
{
    return QByteArray::number(c.red()) + ',' + QByteArray::number(c.green()) + ',' +
           QByteArray::number(c.blue()) + ",255";
}

// QGIS reads a CRS from its WKT; an authority's code alone it ignores.
QByteArray crsXml(const QByteArray &crs)
{
    OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
    char *wkt = nullptr;
    const char *format[] = {"FORMAT=WKT2_2019", nullptr};
    QByteArray xml;
    if (OSRSetFromUserInput(srs, crs.constData()) == OGRERR_NONE &&
        OSRExportToWktEx(srs, &wkt, format) == OGRERR_NONE)
        xml = "<spatialrefsys nativeFormat=\"Wkt\"><wkt>" +
              QByteArray(wkt).replace("\"", "&quot;") + "</wkt><authid>" + crs +
              "</authid></spatialrefsys>";
    CPLFree(wkt);
    OSRRelease(srs);
    return xml;
}

QByteArray fillStyle(const QColor &colour)
{
    return "<renderer-v2 type=\"singleSymbol\"><symbols><symbol type=\"fill\" name=\"0\" "
           "alpha=\"1\">"
           "<layer class=\"SimpleFill\" enabled=\"1\"><Option type=\"Map\">"
           "<Option type=\"QString\" name=\"color\" value=\"" +
           rgba(colour) +
           "\"/><Option type=\"QString\" name=\"style\" value=\"solid\"/>"
           "<Option type=\"QString\" name=\"outline_style\" "
           "value=\"no\"/></Option></layer></symbol>"
           "</symbols></renderer-v2>";
}

QByteArray lineStyle(const QColor &colour)
{
    return "<renderer-v2 type=\"singleSymbol\"><symbols><symbol type=\"line\" name=\"0\" "
           "alpha=\"1\">"
           "<layer class=\"SimpleLine\" enabled=\"1\"><Option type=\"Map\">"
           "<Option type=\"QString\" name=\"line_color\" value=\"" +
           rgba(colour) +
           "\"/><Option type=\"QString\" name=\"line_width\" "
           "value=\"0.5\"/></Option></layer></symbol>"
           "</symbols></renderer-v2>";
}

// Labels on the middle of the whole shape, or along a line.
QByteArray labelStyle(const QByteArray &text, bool alongLine)
{
    return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"'" +
           text +
           "'\" isExpression=\"1\" fontSize=\"14\" fontSizeUnit=\"Point\" textColor=\"0,0,0,255\" "
           "fontFamily=\"Noto Sans CJK SC\"/><placement placement=\"" +
           QByteArray(alongLine ? "2" : "1") +
           "\" placementFlags=\"9\" quadOffset=\"4\" centroidWhole=\"0\" centroidInside=\"1\"/>"
           "<rendering obstacle=\"0\" scaleVisibility=\"0\"/></settings></labeling>";
}

QByteArray layerXml(const QByteArray &name, const QByteArray &geometry, const QByteArray &crs,
                    const QByteArray &paper, const QByteArray &night)
{
    const QByteArray labelled = paper.contains("<labeling") ? "1" : "0";
    return "<maplayer type=\"vector\" labelsEnabled=\"" + labelled + "\" geometry=\"" + geometry +
           "\"><id>" + name + "_layer_of_the_test</id><datasource>./map.gpkg|layername=" + name +
           "</datasource><layername>" + name + "</layername><srs>" + crsXml(crs) +
           "</srs><provider encoding=\"UTF-8\">ogr</provider>"
           "<map-layer-style-manager current=\"paper\"><map-layer-style name=\"paper\"/>"
           "<map-layer-style name=\"night\"><qgis version=\"3.40\" "
           "styleCategories=\"AllStyleCategories\">" +
           night + "</qgis></map-layer-style></map-layer-style-manager>" + paper + "</maplayer>";
}

QByteArray themeXml(const QByteArray &theme, const QList<QByteArray> &layers)
{
    QByteArray xml = "<visibility-preset name=\"" + theme + "\">";
    for (const QByteArray &layer : layers)
        xml +=
            "<layer id=\"" + layer + "_layer_of_the_test\" visible=\"1\" style=\"" + theme + "\"/>";
    return xml + "</visibility-preset>";
}

QByteArray projectXml(const QByteArray &crs)
{
    const QList<QByteArray> layers = {"street", "block", "ground"};
    QByteArray tree = "<layer-tree-group>";
    for (const QByteArray &layer : layers)
        tree += "<layer-tree-layer id=\"" + layer + "_layer_of_the_test\" name=\"" + layer +
                "\" checked=\"Qt::Checked\" providerKey=\"ogr\"/>";
    tree += "</layer-tree-group>";
    const auto fill = [](const QColor &c) { return fillStyle(c); };
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
           "<qgis version=\"3.40.6\" "
           "projectname=\"test\"><title>\xe4\xb8\x87\xe5\x92\x8c</title><projectCrs>" +
           crsXml(crs) + "</projectCrs>" + tree + "<projectlayers>" +
           layerXml("street", "Line", crs,
                    lineStyle(Qt::black) + labelStyle("\xe5\xbb\xba\xe8\xae\xbe\xe8\xb7\xaf", true),
                    lineStyle(Qt::white)) +
           layerXml(
               "block", "Polygon", crs,
               fill(TestProject::block(QStringLiteral("paper"))) +
                   labelStyle("\xe7\xa0\xbc\x36 \xe5\xae\x9e\xe9\xaa\x8c\xe5\xb0\x8f\xe5\xad\xa6",
                              false),
               fill(TestProject::block(QStringLiteral("night")))) +
           layerXml("ground", "Polygon", crs, fill(TestProject::ground(QStringLiteral("paper"))),
                    fill(TestProject::ground(QStringLiteral("night")))) +
           "</projectlayers><visibility-presets>" + themeXml("paper", layers) +
           themeXml("night", layers) +
           "</visibility-presets><properties><SpatialRefSys><ProjectionsEnabled type=\"int\">1"
           "</ProjectionsEnabled></SpatialRefSys></properties></qgis>";
}

bool addSquare(OGRLayerH layer, double west, double south, double side)
{
    OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
    OGR_G_AddPoint_2D(ring, west, south);
    OGR_G_AddPoint_2D(ring, west + side, south);
    OGR_G_AddPoint_2D(ring, west + side, south + side);
    OGR_G_AddPoint_2D(ring, west, south + side);
    OGR_G_AddPoint_2D(ring, west, south);
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    OGR_G_AddGeometryDirectly(polygon, ring);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGR_F_SetGeometryDirectly(feature, polygon);
    const bool added = OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return added;
}

bool addLine(OGRLayerH layer, double x1, double y1, double x2, double y2)
{
    OGRGeometryH line = OGR_G_CreateGeometry(wkbLineString);
    OGR_G_AddPoint_2D(line, x1, y1);
    OGR_G_AddPoint_2D(line, x2, y2);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGR_F_SetGeometryDirectly(feature, line);
    const bool added = OGR_L_CreateFeature(layer, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return added;
}

bool writeGeoPackage(const QString &path, int streets)
{
    using P = TestProject;
    GDALAllRegister();
    GDALDriverH driver = GDALGetDriverByName("GPKG");
    GDALDatasetH file =
        GDALCreate(driver, path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr);
    if (!file)
        return false;
    OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(srs, 4547);
    OGRLayerH ground = GDALDatasetCreateLayer(file, "ground", srs, wkbPolygon, nullptr);
    OGRLayerH block = GDALDatasetCreateLayer(file, "block", srs, wkbPolygon, nullptr);
    OGRLayerH street = GDALDatasetCreateLayer(file, "street", srs, wkbLineString, nullptr);
    bool good = GDALDatasetStartTransaction(file, 0) == OGRERR_NONE;
    good &= addSquare(ground, P::west, P::south, P::side);
    good &= addSquare(block, P::blockWest, P::blockSouth, P::blockSide);
    for (int i = 0; i < streets; ++i) {
        const double y = P::south + P::side * (i + 1) / (streets + 1) * 0.3;
        good &= addLine(street, P::west, y, P::west + P::side, y);
    }
    good &= GDALDatasetCommitTransaction(file) == OGRERR_NONE;
    OSRRelease(srs);
    GDALClose(file);
    return good;
}

} // namespace

QColor TestProject::ground(const QString &theme)
{
    return theme == QLatin1String("night") ? QColor(15, 26, 43) : QColor(250, 250, 240);
}

QColor TestProject::block(const QString &theme)
{
    return theme == QLatin1String("night") ? QColor(60, 70, 90) : QColor(200, 120, 40);
}

QString TestProject::create(const QString &directory, int streets)
{
    if (!writeGeoPackage(directory + QStringLiteral("/map.gpkg"), streets))
        return {};
    return createProjectOnly(directory);
}

QString TestProject::createProjectOnly(const QString &directory, const QByteArray &crs)
{
    const QString path = directory + QStringLiteral("/hall.qgs");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(projectXml(crs));
    return path;
}

} // namespace gridhall::test
