// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/gridimport.h>

#include <city/cityrepository.h>
#include <geo/boxindex.h>
#include <geo/planargraph.h>
#include <geo/projection.h>
#include <geo/vectorfile.h>
#include <transfer/fieldmapping.h>
#include <transfer/gridcodes.h>
#include <transfer/responsibility.h>

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace gridhall::transfer {

namespace {

const QString kCode = QStringLiteral("code");
const QString kName = QStringLiteral("name");
const QString kStreet = QStringLiteral("street");
const QString kCommunity = QStringLiteral("community");

FieldMapping gridFields()
{
    return FieldMapping(
        {{kCode,
          {QStringLiteral("code"), QStringLiteral("编码"), QStringLiteral("网格编码"),
           QStringLiteral("单元网格编码"), QStringLiteral("标识码"), QStringLiteral("SZDYWGBSM"),
           QStringLiteral("DYWGBSM"), QStringLiteral("BGID"), QStringLiteral("grid_code"),
           QStringLiteral("gridcode"), QStringLiteral("bsm")}},
         {kName,
          {QStringLiteral("name"), QStringLiteral("名称"), QStringLiteral("网格名称"),
           QStringLiteral("单元网格名称"), QStringLiteral("DYWGMC"), QStringLiteral("BGName"),
           QStringLiteral("grid"), QStringLiteral("grid_name")}},
         {kStreet,
          {QStringLiteral("street"), QStringLiteral("街道"), QStringLiteral("街道名称"),
           QStringLiteral("SZJDMC"), QStringLiteral("street_name")}},
         {kCommunity,
          {QStringLiteral("community"), QStringLiteral("社区"), QStringLiteral("社区名称"),
           QStringLiteral("SZSQMC"), QStringLiteral("community_name")}}});
}

Error fault(ErrorKind kind, const QString &what, const QString &subject, const QString &next)
{
    return {kind, what, subject, next, {}};
}

/// The layer to read: named, or named like grids, or the only one there is.
Result<geo::VectorLayerInfo> chooseLayer(const QList<geo::VectorLayerInfo> &layers,
                                         const GridImport &import)
{
    QStringList names;
    for (const geo::VectorLayerInfo &layer : layers) {
        names.append(layer.name);
        if (layer.name == import.layer)
            return layer;
    }
    if (import.layer.isEmpty()) {
        for (const geo::VectorLayerInfo &layer : layers) {
            if (layer.name.contains(QStringLiteral("网格")) ||
                layer.name.contains(QLatin1String("grid"), Qt::CaseInsensitive))
                return layer;
        }
        if (layers.size() == 1)
            return layers.first();
    }
    return fault(ErrorKind::NotFound,
                 QCoreApplication::translate("transfer", "No layer could be chosen"),
                 import.layer.isEmpty() ? import.file : import.layer,
                 QCoreApplication::translate("transfer", "Name one with --layer: %1")
                     .arg(names.join(QStringLiteral(", "))));
}

/// Names of streets and communities by their local codes, from the file's other layers.
using NamesByCode = QHash<QString, QString>;
void noteNames(const geo::VectorFeature &feature, NamesByCode &names)
{
    for (const char *what : {"street", "community"}) {
        const QString key = QString::fromLatin1(what);
        const QString code = feature.attributes.value(key + QStringLiteral("_code")).toString();
        const QString name = feature.attributes.value(key).toString();
        if (!code.isEmpty() && !name.isEmpty())
            names.insert(code, name);
    }
}

/// One grid in the making: all parts with its code.
struct Draft
{
    QString name;
    QString street;
    QString community;
    std::vector<geo::MapPolygon> parts;
};

class Reading
{
public:
    Reading(const GridImport &import, city::CityInfo info, geo::Projection projection)
        : m_import(import), m_info(std::move(info)), m_projection(std::move(projection))
    {
    }
    Result<void> read();
    Result<QList<city::UnitGrid>> grids(const QSet<QString> &present);
    const geo::Projection &projection() const { return m_projection; }

    ImportReport report;

private:
    void take(const geo::VectorFeature &feature, const FieldMapping &fields);
    QString shortName(const QString &localCode, const Draft &draft) const;
    void warnAboutOverlaps(const QList<city::UnitGrid> &grids);

    const GridImport &m_import;
    city::CityInfo m_info;
    geo::Projection m_projection;
    NamesByCode m_names;
    QMap<QString, Draft> m_drafts;
};

Result<void> Reading::read()
{
    auto file = geo::VectorFile::open(m_import.file);
    if (!file)
        return file.error();
    const auto layer = chooseLayer(file->layers(), m_import);
    if (!layer)
        return layer.error();
    FieldMapping fields = gridFields();
    if (auto set = fields.setByHand(m_import.mapping); !set)
        return set;
    if (auto matched = fields.matchTo(*layer); !matched)
        return matched;
    if (!fields.has(kCode))
        return fault(
            ErrorKind::InvalidInput,
            QCoreApplication::translate("transfer", "Layer \"%1\" has no field for the grid's code")
                .arg(layer->name),
            m_import.file,
            QCoreApplication::translate("transfer", "Name it with --map code=FIELD; it has: %1")
                .arg(layer->fields.join(QStringLiteral(", "))));
    report.notes.append(
        QCoreApplication::translate("transfer", "Fields: %1").arg(fields.describe()));
    return file->read(m_info.crs, m_import.sourceCrs,
                      [&](const QString &name, const geo::VectorFeature &feature) {
                          if (name == layer->name)
                              take(feature, fields);
                          else
                              noteNames(feature, m_names);
                          return true;
                      });
}

void Reading::take(const geo::VectorFeature &feature, const FieldMapping &fields)
{
    ++report.read;
    const QString code = fields.value(feature, kCode);
    const auto *areas = std::get_if<geo::MapMultiPolygon>(&feature.geometry);
    if (code.isEmpty()) {
        report.skip(QCoreApplication::translate("transfer", "without a code"),
                    QString::number(feature.fid));
        return;
    }
    if (!areas) {
        report.skip(QCoreApplication::translate("transfer", "without an area"), code);
        return;
    }
    Draft &draft = m_drafts[code];
    if (!draft.parts.empty())
        report.warn(
            QCoreApplication::translate("transfer", "parts joined to a grid of the same code"),
            code);
    draft.name = fields.value(feature, kName);
    draft.street = fields.value(feature, kStreet);
    draft.community = fields.value(feature, kCommunity);
    draft.parts.insert(draft.parts.end(), areas->begin(), areas->end());
}

/// The part of a name that its street and community don't say already, and the local code.
QString Reading::shortName(const QString &localCode, const Draft &draft) const
{
    QString name = draft.name;
    for (const QString &prefix : {draft.street, draft.community}) {
        if (!prefix.isEmpty() && name.startsWith(prefix) && name.size() > prefix.size())
            name = name.mid(prefix.size());
    }
    return name.isEmpty() || name == localCode ? localCode : name + QLatin1Char(' ') + localCode;
}

void Reading::warnAboutOverlaps(const QList<city::UnitGrid> &grids)
{
    constexpr double kToleranceM2 = 5.0;
    constexpr qsizetype kMostToCheck = 5000;
    if (grids.size() > kMostToCheck)
        return;
    std::vector<geo::MapMultiPolygon> shapes;
    std::vector<geo::MapBox> boxes;
    for (const city::UnitGrid &grid : grids) {
        shapes.push_back(m_projection.toMap(grid.shape));
        boxes.push_back(geo::boxOf(shapes.back()));
    }
    const geo::BoxIndex index(boxes);
    for (size_t i = 0; i < shapes.size(); ++i) {
        for (const int other : index.intersecting(boxes[i])) {
            const auto j = static_cast<size_t>(other);
            if (j <= i)
                continue;
            const auto common = geo::intersect(shapes[i], shapes[j]);
            if (common && geo::areaM2(*common) > kToleranceM2)
                report.warn(QCoreApplication::translate("transfer", "grids that overlap"),
                            grids.at(static_cast<qsizetype>(i)).code + QLatin1Char('/') +
                                grids.at(other).code);
        }
    }
}

Result<QList<city::UnitGrid>> Reading::grids(const QSet<QString> &present)
{
    constexpr double kLargeM2 = 50'000.0;
    QList<city::UnitGrid> out;
    GridCodes codes(m_info.divisionCode.isEmpty() ? QStringLiteral("000000") : m_info.divisionCode);
    bool isAnyMade = false;
    for (auto it = m_drafts.begin(); it != m_drafts.end(); ++it) {
        Draft &draft = it.value();
        const QString streetCode = it.key().section(QLatin1Char('-'), 0, 0);
        if (draft.community.isEmpty())
            draft.community = m_names.value(it.key().section(QLatin1Char('-'), 0, -2));
        if (draft.street.isEmpty())
            draft.street = m_names.value(streetCode);
        city::UnitGrid grid;
        const bool isStandard = isUnitGridCode(it.key());
        isAnyMade |= !isStandard;
        grid.code = isStandard ? it.key() : codes.codeFor(it.key());
        grid.name = isStandard ? draft.name : shortName(it.key(), draft);
        if (grid.code.isEmpty()) {
            report.skip(QCoreApplication::translate("transfer", "no free number in its community"),
                        it.key());
            continue;
        }
        if (present.contains(grid.code)) {
            report.skip(QCoreApplication::translate("transfer", "code exists already"), grid.code);
            continue;
        }
        auto shape = geo::unite(draft.parts);
        if (!shape || shape->empty()) {
            report.skip(QCoreApplication::translate("transfer", "area that cannot be repaired"),
                        it.key());
            continue;
        }
        grid.streetName = draft.street;
        grid.communityName = draft.community;
        grid.areaM2 = geo::areaM2(*shape);
        grid.shape = m_projection.toLonLat(*shape);
        if (grid.areaM2 > kLargeM2)
            report.warn(QCoreApplication::translate("transfer", "much larger than 10,000 m²"),
                        QStringLiteral("%1 %2 m²").arg(it.key()).arg(grid.areaM2, 0, 'f', 0));
        out.append(grid);
    }
    if (isAnyMade)
        report.notes.append(QCoreApplication::translate(
            "transfer",
            "Local codes got a 15-digit code (division, street, community, sequence) and "
            "stand in the grid's name."));
    warnAboutOverlaps(out);
    return out;
}

/// The union of all grids, its largest part: what the city's boundary is.
geo::LonLatPolygon boundaryOf(const QList<city::UnitGrid> &grids, const geo::Projection &projection)
{
    std::vector<geo::MapPolygon> parts;
    for (const city::UnitGrid &grid : grids) {
        const geo::MapMultiPolygon shape = projection.toMap(grid.shape);
        parts.insert(parts.end(), shape.begin(), shape.end());
    }
    const auto whole = geo::unite(parts);
    if (!whole || whole->empty())
        return {};
    return projection.toLonLat(
        *std::max_element(whole->begin(), whole->end(), [](const auto &a, const auto &b) {
            return geo::areaM2({a}) < geo::areaM2({b});
        }));
}

/// The zone of the file's middle, for a city that has no CRS yet.
Result<void> decideCrs(city::CityInfo &info, const GridImport &import)
{
    if (!info.crs.isEmpty())
        return {};
    auto file = geo::VectorFile::open(import.file);
    if (!file)
        return file.error();
    geo::MapBox box;
    for (const geo::VectorLayerInfo &layer : file->layers())
        box.include(layer.extentDegrees);
    const geo::MapPoint middle = box.centre();
    const int epsg = box.isEmpty() ? 0 : geo::gaussKrugerEpsg({middle.east, middle.north});
    if (epsg == 0)
        return fault(ErrorKind::InvalidInput,
                     QCoreApplication::translate("transfer", "The city has no CRS yet"), info.name,
                     QCoreApplication::translate("transfer", "Import a base map first"));
    info.crs = QStringLiteral("EPSG:%1").arg(epsg);
    return {};
}

} // namespace

Result<ImportReport> importGrids(const GridImport &import, const Progress &progress)
{
    auto connection = store::Connection::open(import.city);
    if (!connection)
        return connection.error();
    city::CityRepository repository(*connection);
    auto info = repository.info();
    if (!info)
        return info.error();
    if (auto decided = decideCrs(*info, import); !decided)
        return decided.error();
    auto projection = geo::Projection::create(info->crs);
    if (!projection)
        return projection.error();
    const auto present = repository.unitGrids();
    if (!present)
        return present.error();
    QSet<QString> codes;
    for (const city::UnitGrid &grid : *present)
        codes.insert(grid.code);
    Reading reading(import, *info, std::move(*projection));
    if (auto read = reading.read(); !read)
        return read.error();
    auto grids = reading.grids(codes);
    if (!grids)
        return grids.error();
    if (progress && !progress(0.8, QCoreApplication::translate("transfer", "storing grids")))
        return fault(ErrorKind::Cancelled,
                     QCoreApplication::translate("transfer", "The import was cancelled"),
                     import.file, QCoreApplication::translate("transfer", "Nothing was changed"));
    const bool haveCommunities = std::all_of(grids->begin(), grids->end(), [](const auto &grid) {
        return !grid.communityName.isEmpty();
    });
    QList<city::ResponsibilityGrid> responsibility;
    // Later additions join no responsibility grid by themselves: people decide that.
    if (present->isEmpty() && !grids->isEmpty())
        responsibility =
            haveCommunities && import.responsibilityGrids == 0
                ? responsibilityGridsOfCommunities(*grids, reading.projection(), info->divisionCode)
                : groupIntoResponsibilityGrids(*grids, reading.projection(), info->divisionCode,
                                               import.responsibilityGrids);
    if (info->boundary.isEmpty() && !grids->isEmpty())
        info->boundary = boundaryOf(*grids, reading.projection());
    const auto stored = connection->transaction([&]() -> Result<void> {
        if (auto set = repository.setInfo(*info); !set)
            return set;
        if (auto added = repository.addResponsibilityGrids(responsibility); !added)
            return added;
        return repository.addUnitGrids(*grids);
    });
    if (!stored)
        return stored.error();
    reading.report.wrote(QStringLiteral("unit_grid"), grids->size());
    reading.report.wrote(QStringLiteral("responsibility_grid"), responsibility.size());
    return reading.report;
}

} // namespace gridhall::transfer
