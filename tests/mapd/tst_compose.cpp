// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/hallproject.h>
#include <geo/basemap.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>

#include <array>
#include <cmath>

using namespace gridhall;
using geo::BasemapLayer;

namespace {

struct Composed
{
    int exitCode = -1;
    QJsonObject report;
    QString message;
};

Composed compose(const QString &basemap, const QString &project, const QString &styles)
{
    QProcess process;
    process.start(QStringLiteral(GRIDHALL_BIN_DIR "/gridhall-mapd"),
                  {QStringLiteral("--compose"), QStringLiteral("--basemap"), basemap,
                   QStringLiteral("--project"), project, QStringLiteral("--title"),
                   QStringLiteral("万和市"), QStringLiteral("--styles"), styles});
    Composed composed;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return composed;
    composed.exitCode = process.exitCode();
    composed.report = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    composed.message = QString::fromUtf8(process.readAllStandardError());
    return composed;
}

QString sourceMaps()
{
    return QStringLiteral(GRIDHALL_SOURCE_DIR "/maps");
}

/// A crossing with two streets, houses, components and names; no railway, contours or water.
bool writeBasemap(const QString &path)
{
    auto created = geo::BasemapWriter::create(path, QStringLiteral("EPSG:4547"));
    if (!created)
        return false;
    geo::BasemapWriter writer = std::move(created.value());
    const double x = 528000.0;
    const double y = 3852000.0;
    const auto box = [&](double west, double south, double east, double north) {
        return geo::MapPolygon{{geo::MapLine{{x + west, y + south},
                                             {x + east, y + south},
                                             {x + east, y + north},
                                             {x + west, y + north},
                                             {x + west, y + south}}}};
    };
    bool done = writer
                    .addPolygon(BasemapLayer::Boundary, box(-400, -400, 400, 400),
                                {QStringLiteral("city"), QStringLiteral("万和市")})
                    .ok();
    done &= writer
                .addPolygon(
                    BasemapLayer::Building, box(20, 20, 60, 35),
                    {QStringLiteral("砼"), 6, QStringLiteral("dwelling"), QStringLiteral("1 幢")})
                .ok();
    done &= writer
                .addPolygon(BasemapLayer::RoadSurface, box(-400, -10, 400, 10),
                            {QStringLiteral("main")})
                .ok();
    done &= writer
                .addLine(BasemapLayer::RoadLine, {{x - 400, y}, {x + 400, y + 10}},
                         {QStringLiteral("main"), QStringLiteral("日升路"), 20.0})
                .ok();
    done &= writer
                .addLine(BasemapLayer::RoadLine, {{x, y - 400}, {x + 5, y + 400}},
                         {QStringLiteral("secondary"), QStringLiteral("文昌东路"), 15.0})
                .ok();
    for (const char *code : {"0101", "0104", "0137", "0199", "0402", "9901"})
        done &= writer
                    .addPoint(BasemapLayer::Component, {x + 30, y - 20},
                              {QString::fromLatin1(code), QStringLiteral("9901020101000318")})
                    .ok();
    done &= writer.addPoint(BasemapLayer::SpotHeight, {x + 70, y + 70}, {24.98}).ok();
    done &= writer
                .addPoint(BasemapLayer::PlaceName, {x + 200, y + 200},
                          {QStringLiteral("school"), QStringLiteral("日升路小学"), 3})
                .ok();
    return done && writer.commit().ok();
}

QString zipped(const QString &project)
{
    return QStringLiteral("/vsizip/{%1}").arg(project);
}

QStringList filesInside(const QString &project)
{
    QStringList names;
    char **list = VSIReadDir(zipped(project).toUtf8().constData());
    for (char **name = list; name && *name; ++name)
        names << QString::fromUtf8(*name);
    CSLDestroy(list);
    return names;
}

QString projectXml(const QString &project)
{
    const QStringList names =
        filesInside(project).filter(QRegularExpression(QStringLiteral("\\.qgs$")));
    if (names.size() != 1)
        return {};
    const QString path = zipped(project) + QLatin1Char('/') + names.first();
    VSIStatBufL stat;
    VSILFILE *file = VSIFOpenL(path.toUtf8().constData(), "rb");
    if (!file || VSIStatL(path.toUtf8().constData(), &stat) != 0)
        return {};
    QByteArray bytes(qsizetype(stat.st_size), '\0');
    const auto read = VSIFReadL(bytes.data(), 1, std::size_t(bytes.size()), file);
    VSIFCloseL(file);
    return qsizetype(read) == bytes.size() ? QString::fromUtf8(bytes) : QString();
}

QStringList allMatches(const QString &text, const QString &pattern)
{
    QStringList found;
    auto matches = QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption)
                       .globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured(1);
    return found;
}

/// What composing may leave in the folder when it fails: the base map alone.
QStringList otherFiles(const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    names.removeAll(QStringLiteral("basemap.gpkg"));
    return names;
}

bool copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const QFileInfoList entries = QDir(from).entryInfoList(QDir::Files);
    for (const QFileInfo &entry : entries) {
        if (!QFile::copy(entry.filePath(), to + QLatin1Char('/') + entry.fileName()))
            return false;
    }
    return !entries.isEmpty();
}

} // namespace

class TestCompose : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        GDALAllRegister();
        QVERIFY(m_dir.isValid());
        QVERIFY(writeBasemap(m_basemap));
        m_composed = compose(m_basemap, m_project, sourceMaps());
        QVERIFY2(m_composed.exitCode == 0, qPrintable(m_composed.message));
        m_xml = projectXml(m_project);
        QVERIFY(!m_xml.isEmpty());
    }

    void hasBothThemesAndStyles()
    {
        const QStringList themes =
            allMatches(m_xml, QStringLiteral("<visibility-preset [^>]*name=\"([^\"]+)\""));
        QVERIFY(themes.contains(QStringLiteral("paper")));
        QVERIFY(themes.contains(QStringLiteral("night")));
        const auto layers = m_xml.count(QStringLiteral("<maplayer "));
        QVERIFY(layers > 5);
        QCOMPARE(m_xml.count(QStringLiteral("<map-layer-style name=\"night\"")), layers);
        QCOMPARE(m_xml.count(QStringLiteral("<map-layer-style name=\"paper\"")), layers);
        QVERIFY(m_xml.contains(QStringLiteral("<title>万和市</title>")));
        QVERIFY(m_xml.contains(QStringLiteral("EPSG:4547")));
    }

    void everySourceIsRelativeAndThere()
    {
        const QStringList sources =
            allMatches(m_xml, QStringLiteral("<datasource>([^<]+)</datasource>"));
        QVERIFY(!sources.isEmpty());
        const QStringList inside = filesInside(m_project);
        GDALDatasetH basemap =
            GDALOpenEx(m_basemap.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        QVERIFY(basemap);
        for (const QString &source : sources) {
            if (source.startsWith(QLatin1String("attachment:"))) {
                const QString name = source.section(QRegularExpression(QStringLiteral("[:/]")), -1);
                QVERIFY2(inside.contains(name), qPrintable(source));
                continue;
            }
            const QString prefix = QStringLiteral("./basemap.gpkg|layername=");
            QVERIFY2(source.startsWith(prefix), qPrintable(source));
            QVERIFY(
                GDALDatasetGetLayerByName(basemap, source.mid(prefix.size()).toUtf8().constData()));
        }
        GDALClose(basemap);
        QVERIFY2(!m_xml.contains(m_dir.path()), "the project names the folder that it was made in");
    }

    void signsAreEmbedded()
    {
        const QStringList paths =
            allMatches(m_xml, QStringLiteral("<Option [^>]*value=\"(base64:[^\"]{8})"));
        QVERIFY(paths.size() >= 6);
        QVERIFY(!m_xml.contains(QStringLiteral(".svg\"")));
    }

    void layersWithoutFeaturesAreLeftOut()
    {
        const QJsonArray leftOut = m_composed.report.value(QStringLiteral("left_out")).toArray();
        QVERIFY(leftOut.contains(QStringLiteral("railway")));
        QVERIFY(leftOut.contains(QStringLiteral("contour")));
        QVERIFY(!m_xml.contains(QStringLiteral("layername=railway")));
        QVERIFY(m_xml.contains(QStringLiteral("layername=building")));
        // Streets have surfaces here, so they are not drawn by their width as well.
        QVERIFY(leftOut.contains(QStringLiteral("road_by_width")));
    }

    void lettersStandFreeAndUpright()
    {
        const QStringList names = filesInside(m_project).filter(QStringLiteral(".fgb"));
        QCOMPARE(names.size(), 1);
        const QString path = zipped(m_project) + QLatin1Char('/') + names.first();
        GDALDatasetH letters =
            GDALOpenEx(path.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        QVERIFY(letters);
        OGRLayerH layer = GDALDatasetGetLayer(letters, 0);
        QHash<int, QList<std::array<double, 3>>> placed; // step → x, y, size on the ground
        int columns = 0;
        while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
            const auto field = [&](const char *name) { return OGR_F_GetFieldIndex(feature, name); };
            const int step = OGR_F_GetFieldAsInteger(feature, field("step"));
            const double size = OGR_F_GetFieldAsDouble(feature, field("size")) * step / 1000.0;
            OGRGeometryH at = OGR_F_GetGeometryRef(feature);
            QVERIFY(std::abs(OGR_F_GetFieldAsDouble(feature, field("angle"))) < 45.0);
            if (QString::fromUtf8(OGR_F_GetFieldAsString(feature, field("role"))) ==
                QLatin1String("street"))
                placed[step] << std::array{OGR_G_GetX(at, 0), OGR_G_GetY(at, 0), size};
            columns += QString::fromUtf8(OGR_F_GetFieldAsString(feature, field("text"))) ==
                       QStringLiteral("昌");
            OGR_F_Destroy(feature);
        }
        GDALClose(letters);
        QVERIFY(columns > 0);
        QVERIFY(placed.contains(500) && placed.contains(10000));
        for (const auto &step : std::as_const(placed)) {
            for (qsizetype i = 0; i < step.size(); ++i) {
                for (qsizetype j = 0; j < i; ++j)
                    QVERIFY(std::hypot(step[i][0] - step[j][0], step[i][1] - step[j][1]) >=
                            std::min(step[i][2], step[j][2]));
            }
        }
    }

    void brokenBasemapLeavesTheOldProject_data()
    {
        QTest::addColumn<QByteArray>("content");
        QFile whole(m_basemap);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("this is no GeoPackage");
        const QByteArray bytes = whole.readAll();
        QTest::newRow("header only") << bytes.left(2000);
        QTest::newRow("cut in half") << bytes.left(bytes.size() / 2);
    }

    void brokenBasemapLeavesTheOldProject()
    {
        QFETCH(const QByteArray, content);
        QTemporaryDir dir;
        const QString basemap = dir.filePath(QStringLiteral("basemap.gpkg"));
        QFile file(basemap);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const Composed composed =
            compose(basemap, dir.filePath(QStringLiteral("hall.qgz")), sourceMaps());
        QCOMPARE(composed.exitCode, 1);
        QVERIFY2(composed.message.contains(basemap), qPrintable(composed.message));
        QCOMPARE(otherFiles(dir.path()), QStringList());

        QVERIFY(QFile::copy(m_project, dir.filePath(QStringLiteral("hall.qgz"))));
        QCOMPARE(compose(basemap, dir.filePath(QStringLiteral("hall.qgz")), sourceMaps()).exitCode,
                 1);
        QCOMPARE(otherFiles(dir.path()), QStringList{QStringLiteral("hall.qgz")});
        QVERIFY(!projectXml(dir.filePath(QStringLiteral("hall.qgz"))).isEmpty());
    }

    void wrongStyleNamesItsPlace()
    {
        QTemporaryDir dir;
        QVERIFY(copyFolder(sourceMaps() + QStringLiteral("/styles"),
                           dir.filePath(QStringLiteral("styles"))));
        QVERIFY(copyFolder(sourceMaps() + QStringLiteral("/symbols"),
                           dir.filePath(QStringLiteral("symbols"))));
        QFile file(dir.filePath(QStringLiteral("styles/buildings.json")));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        text.replace("\"buildingEdge\"", "\"noSuchColour\"");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
        file.close();
        const QString project = dir.filePath(QStringLiteral("hall.qgz"));
        const Composed composed = compose(m_basemap, project, dir.path());
        QCOMPARE(composed.exitCode, 1);
        QVERIFY(composed.message.contains(QStringLiteral("buildings.json")));
        QVERIFY(composed.message.contains(QStringLiteral("noSuchColour")));
        QVERIFY(!QFileInfo::exists(project));
        QCOMPARE(compose(m_basemap, project, dir.filePath(QStringLiteral("nowhere"))).exitCode, 1);
    }

    void cityComposesThroughTheWorker()
    {
        QTemporaryDir dir;
        store::CityAddress address;
        address.dialect = store::Dialect::Sqlite;
        address.folder = dir.path();
        const Result<void> without = city::composeHallProject(address, QStringLiteral("万和市"));
        QVERIFY(!without.ok());
        QCOMPARE(without.error().kind, ErrorKind::NotFound);
        QVERIFY(QFile::copy(m_basemap, address.basemapFile()));
        const Result<void> with = city::composeHallProject(address, QStringLiteral("万和市"));
        QVERIFY2(with.ok(), with.ok() ? "" : qPrintable(with.error().text() + with.error().detail));
        QVERIFY(QFileInfo(address.projectFile()).size() > 0);
    }

private:
    QTemporaryDir m_dir;
    QString m_basemap = m_dir.filePath(QStringLiteral("basemap.gpkg"));
    QString m_project = m_dir.filePath(QStringLiteral("hall.qgz"));
    Composed m_composed;
    QString m_xml;
};

QTEST_GUILESS_MAIN(TestCompose)
#include "tst_compose.moc"
