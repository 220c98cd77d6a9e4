// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/componentimport.h>

#include <catalog/catalogrepository.h>
#include <city/cityindex.h>
#include <city/cityrepository.h>
#include <transfer/fieldmapping.h>
#include <transfer/mappublication.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace gridhall::transfer {

namespace {

FieldMapping componentFields()
{
    const auto words = [](std::initializer_list<const char *> names) {
        QStringList list;
        for (const char *name : names)
            list.append(QString::fromUtf8(name));
        return list;
    };
    return FieldMapping(
        {{QStringLiteral("code"),
          words({"GLBJBSM", "ObjID", "标识码", "部件编码", "部件标识码", "编码", "code"})},
         {QStringLiteral("name"), words({"GLBJMC", "ObjName", "部件名称", "名称", "name"})},
         {QStringLiteral("class"),
          words({"class_code", "小类编码", "小类代码", "类别", "category", "fclass"})},
         {QStringLiteral("owner"),
          words({"QSDWMC", "DeptName2", "权属单位", "权属单位名称", "owner"})},
         {QStringLiteral("maintainer"),
          words({"YHDWMC", "DeptName3", "养护单位", "养护单位名称", "maintainer"})},
         {QStringLiteral("competent"),
          words({"ZGBMMC", "DeptName1", "主管部门", "主管部门名称", "competent"})},
         {QStringLiteral("state"), words({"GLBJZT", "ObjState", "状态", "部件状态", "state"})},
         {QStringLiteral("address"), words({"address", "地址", "位置", "SFWZ"})},
         {QStringLiteral("date"), words({"CSRQ", "ORDate", "初始日期", "initial_date"})},
         {QStringLiteral("source"), words({"SJLY", "DataSource", "数据来源", "data_source"})}});
}

/// 16 digits (2007, 2013) or 17 (2026).
bool isComponentCode(const QString &code)
{
    static const QRegularExpression pattern(QStringLiteral("^[0-9]{16,17}$"));
    return pattern.match(code).hasMatch();
}

QString classOfCode(const QString &code)
{
    return code.mid(6, code.size() == 17 ? 5 : 4);
}

/// Words of public data for what the dictionary calls otherwise.
QString dictionaryName(const QString &word)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("公厕"), QStringLiteral("公共厕所")},
        {QStringLiteral("公交站"), QStringLiteral("公交站设施")},
        {QStringLiteral("公交站点"), QStringLiteral("公交站设施")},
        {QStringLiteral("公交站台"), QStringLiteral("公交站设施")},
        {QStringLiteral("公交站亭"), QStringLiteral("公交站设施")},
        {QStringLiteral("公共自行车"), QStringLiteral("自行车租赁点")},
        {QStringLiteral("公共自行车租赁点"), QStringLiteral("自行车租赁点")},
        {QStringLiteral("toilet"), QStringLiteral("公共厕所")},
        {QStringLiteral("bus_stop"), QStringLiteral("公交站设施")},
    };
    return names.value(word, word);
}

class Reading
{
public:
    Reading(const ComponentImport &import, std::shared_ptr<const city::CityIndex> index,
            std::shared_ptr<const catalog::Catalog> catalog)
        : m_import(import),
          m_index(std::move(index)),
          m_catalog(std::move(catalog)),
          m_projection(m_index->projection())
    {
        for (const city::Unit &unit : m_index->units())
            m_units.insert(unit.name, unit.id);
        for (const city::Component &component : m_index->components())
            note(component.code);
    }
    Result<void> readAll();

    ImportReport report;
    QList<city::Unit> newUnits;
    QList<city::Component> components;

private:
    Result<void> readOne(const QString &path);
    void take(const QString &layer, const geo::VectorFeature &feature, const FieldMapping &fields);
    QString classFor(const QString &layer, const QString &word, const QString &name) const;
    QString nextCode(const QString &classCode);
    Id unitNamed(const QString &name, city::UnitKind kind);
    void note(const QString &code)
    {
        m_codes.insert(code);
        const QString head = code.left(code.size() - 6);
        m_last[head] = std::max(m_last.value(head), code.right(6).toInt());
    }

    const ComponentImport &m_import;
    std::shared_ptr<const city::CityIndex> m_index;
    std::shared_ptr<const catalog::Catalog> m_catalog;
    geo::Projection m_projection;
    QHash<QString, Id> m_units;
    QSet<QString> m_codes;
    QHash<QString, int> m_last;
    bool m_isAnyMade = false;
};

/// The component class's digits: a code in a field or as the layer's name, or a name that the
/// dictionary knows.
QString Reading::classFor(const QString &layer, const QString &word, const QString &name) const
{
    static const QRegularExpression digits(QStringLiteral("^C?([0-9]{4,5})$"));
    for (const QString &text : {word, layer}) {
        const QRegularExpressionMatch match = digits.match(text);
        if (match.hasMatch() && m_catalog->componentClass(match.captured(1)))
            return match.captured(1);
    }
    for (const QString &text : {word, name, layer}) {
        const QString known = dictionaryName(text);
        for (const catalog::CaseClass &entry : m_catalog->classes()) {
            if (entry.kind == catalog::ClassKind::Component && !known.isEmpty() &&
                entry.name == known)
                return entry.code.mid(1);
        }
    }
    return {};
}

QString Reading::nextCode(const QString &classCode)
{
    constexpr int kMost = 999'999;
    const QString division = m_index->info().divisionCode;
    const QString head = (division.isEmpty() ? QStringLiteral("000000") : division) + classCode;
    const int next = m_last.value(head) + 1;
    m_isAnyMade = true;
    return next > kMost ? QString()
                        : head + QString::number(next).rightJustified(6, QLatin1Char('0'));
}

Id Reading::unitNamed(const QString &name, city::UnitKind kind)
{
    if (name.isEmpty())
        return {};
    if (m_units.contains(name))
        return m_units.value(name);
    city::Unit unit;
    unit.id = Id::create();
    unit.name = name;
    unit.shortName = name;
    unit.kind = kind;
    newUnits.append(unit);
    m_units.insert(name, unit.id);
    return unit.id;
}

void Reading::take(const QString &layer, const geo::VectorFeature &feature,
                   const FieldMapping &fields)
{
    ++report.read;
    const auto value = [&](const char *what) {
        return fields.value(feature, QString::fromLatin1(what));
    };
    const QString given = value("code");
    const QString example =
        given.isEmpty() ? QStringLiteral("%1 %2").arg(layer).arg(feature.fid) : given;
    const auto *points = std::get_if<std::vector<geo::MapPoint>>(&feature.geometry);
    if (!points || points->empty()) {
        report.skip(QCoreApplication::translate("transfer", "without a point"), example);
        return;
    }
    city::Component component;
    if (isComponentCode(given)) {
        component.code = given;
        component.classCode = classOfCode(given);
        if (m_codes.contains(given)) {
            report.skip(QCoreApplication::translate("transfer", "code exists already"), given);
            return;
        }
        if (!m_catalog->componentClass(component.classCode))
            report.warn(
                QCoreApplication::translate("transfer", "class that the dictionary does not know"),
                component.classCode);
        const QString division = m_index->info().divisionCode;
        if (!division.isEmpty() && !given.startsWith(division))
            report.warn(QCoreApplication::translate("transfer", "code of another division"), given);
    } else {
        component.classCode = classFor(layer, value("class"), value("name"));
        if (component.classCode.isEmpty()) {
            report.skip(
                QCoreApplication::translate("transfer", "of no class that the dictionary knows"),
                value("class").isEmpty() ? example : value("class"));
            return;
        }
        component.code = nextCode(component.classCode);
        if (component.code.isEmpty()) {
            report.skip(QCoreApplication::translate("transfer", "no free number in its class"),
                        example);
            return;
        }
    }
    const catalog::CaseClass *entry = m_catalog->componentClass(component.classCode);
    component.name = value("name");
    if (component.name.isEmpty() && entry)
        component.name = entry->name;
    component.ownerUnit = unitNamed(value("owner"), city::UnitKind::HandlingUnit);
    component.maintainerUnit = unitNamed(value("maintainer"), city::UnitKind::HandlingUnit);
    component.competentUnit = unitNamed(value("competent"), city::UnitKind::CompetentDepartment);
    if (!value("state").isEmpty())
        component.state = value("state");
    component.address = value("address");
    component.dataSource = value("source");
    component.initialDate = QDate::fromString(value("date").remove(QLatin1Char('-')).left(8),
                                              QStringLiteral("yyyyMMdd"));
    component.at = m_projection.toLonLat(points->front());
    const int grid = m_index->unitGridAt(points->front());
    if (grid >= 0)
        component.unitGridCode = m_index->unitGrids().at(grid).code;
    else
        report.warn(QCoreApplication::translate("transfer", "outside every unit grid"),
                    component.code);
    note(component.code);
    components.append(component);
}

Result<void> Reading::readOne(const QString &path)
{
    auto file = geo::VectorFile::open(path);
    if (!file)
        return file.error();
    QHash<QString, FieldMapping> mappings;
    QStringList names;
    for (const geo::VectorLayerInfo &layer : file->layers()) {
        names.append(layer.name);
        const bool isWanted = m_import.layer.isEmpty()
                                  ? layer.geometryType.contains(QLatin1String("Point")) ||
                                        layer.geometryType.contains(QLatin1String("Unknown"))
                                  : layer.name == m_import.layer;
        if (!isWanted)
            continue;
        FieldMapping fields = componentFields();
        if (auto set = fields.setByHand(m_import.mapping); !set)
            return set;
        if (auto matched = fields.matchTo(layer); !matched)
            return matched;
        report.notes.append(QCoreApplication::translate("transfer", "Fields of %1: %2")
                                .arg(layer.name, fields.describe()));
        mappings.insert(layer.name, fields);
    }
    if (mappings.isEmpty())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("transfer", "No layer of points was found"),
                     path,
                     QCoreApplication::translate("transfer", "Name one with --layer: %1")
                         .arg(names.join(QStringLiteral(", "))),
                     {}};
    return file->read(m_index->info().crs, m_import.sourceCrs,
                      [&](const QString &layer, const geo::VectorFeature &feature) {
                          const auto fields = mappings.constFind(layer);
                          if (fields != mappings.constEnd())
                              take(layer, feature, *fields);
                          return true;
                      });
}

Result<void> Reading::readAll()
{
    for (const QString &path : m_import.files) {
        if (auto read = readOne(path); !read)
            return read;
    }
    if (m_isAnyMade)
        report.notes.append(QCoreApplication::translate(
            "transfer", "Things without a 16- or 17-digit code got the next one of their class."));
    return {};
}

Error cancelled(const QString &subject)
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("transfer", "The import was cancelled"),
            subject,
            QCoreApplication::translate("transfer", "Nothing was changed"),
            {}};
}

} // namespace

Result<ImportReport> importComponents(const ComponentImport &import, const Progress &progress)
{
    auto connection = store::Connection::open(import.city);
    if (!connection)
        return connection.error();
    auto index = city::CityIndex::load(*connection);
    if (!index)
        return index.error();
    auto catalog = catalog::CatalogRepository(*connection).load();
    if (!catalog)
        return catalog.error();
    Reading reading(import, *index, *catalog);
    if (auto read = reading.readAll(); !read)
        return read.error();
    if (progress && !progress(0.5, QCoreApplication::translate("transfer", "drawing signs")))
        return cancelled(import.files.join(QStringLiteral(", ")));
    const bool hasMap = QFileInfo::exists(import.city.basemapFile());
    MapPublication publication(import.city);
    if (hasMap && !reading.components.isEmpty()) {
        auto entries = readMapEntries(import.city.basemapFile(), (*index)->info().crs);
        if (!entries)
            return entries.error();
        const QList<city::Component> all = (*index)->components() + reading.components;
        if (auto made = publication.make((*index)->info(), *entries, all); !made)
            return made.error();
    }
    if (progress && !progress(0.9, QCoreApplication::translate("transfer", "storing components")))
        return cancelled(import.files.join(QStringLiteral(", ")));
    city::CityRepository repository(*connection);
    const auto stored = connection->transaction([&]() -> Result<void> {
        if (auto added = repository.addUnits(reading.newUnits); !added)
            return added;
        if (auto added = repository.addComponents(reading.components); !added)
            return added;
        return hasMap && !reading.components.isEmpty() ? publication.deliver() : Result<void>();
    });
    if (!stored)
        return stored.error();
    reading.report.wrote(QStringLiteral("component"), reading.components.size());
    reading.report.wrote(QStringLiteral("unit"), reading.newUnits.size());
    return reading.report;
}

} // namespace gridhall::transfer
