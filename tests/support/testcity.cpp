// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/testcity.h>

#include <catalog/catalogrepository.h>
#include <city/cityrepository.h>
#include <store/migration.h>

namespace gridhall::test {

namespace {

geo::LonLatMultiPolygon square(double west, double south, double size)
{
    return {geo::LonLatPolygon{{{{west, south},
                                 {west + size, south},
                                 {west + size, south + size},
                                 {west, south + size},
                                 {west, south}}}}};
}

} // namespace

PostgresServer &sharedPostgres()
{
    static PostgresServer server;
    return server;
}

QString fakePhoto(int number)
{
    return QStringLiteral("%1").arg(number, 64, 16, QLatin1Char('0'));
}

std::unique_ptr<TestCity> TestCity::make(store::Dialect dialect, QString *message)
{
    auto city = std::make_unique<TestCity>();
    QString text = city->m_folder.filePath(QStringLiteral("city"));
    if (dialect == store::Dialect::Postgres) {
        if (!sharedPostgres().isRunning()) {
            *message = sharedPostgres().message();
            return nullptr;
        }
        text = sharedPostgres().newDatabase();
    }
    auto address = store::CityAddress::parse(text, false);
    if (!address)
        return *message = address.error().text(), nullptr;
    city->address = *address;
    auto connection = store::Connection::open(city->address, store::Connection::Mode::Create);
    if (!connection)
        return *message = connection.error().text() + connection.error().detail, nullptr;
    const auto migrated = store::Migration::apply(*connection);
    if (!migrated)
        return *message = migrated.error().text() + migrated.error().detail, nullptr;
    const auto filled = connection->transaction([&] { return city->fill(*connection); });
    if (!filled)
        return *message = filled.error().text() + filled.error().detail, nullptr;
    return city;
}

Result<void> TestCity::fill(store::Connection &connection)
{
    city::CityRepository repository(connection);
    city::CityInfo info;
    info.name = QStringLiteral("万和市");
    info.divisionCode = QStringLiteral("320508");
    info.crs = QStringLiteral("EPSG:4548");
    info.boundary = square(116.29, 39.94, 0.04).front();
    const QString grid = QStringLiteral("320508001001001");
    const QString team = QStringLiteral("32050800101");
    city::Component component;
    component.code = componentCode;
    component.classCode = QStringLiteral("0101");
    component.name = QStringLiteral("上水井盖");
    component.ownerUnit = unit;
    component.unitGridCode = grid;
    component.at = place;
    for (const auto &done :
         {repository.setInfo(info),
          repository.addUnits({{unit,
                                QStringLiteral("U1"),
                                QStringLiteral("万和市供水公司"),
                                QStringLiteral("供水"),
                                city::UnitKind::HandlingUnit,
                                {}}}),
          repository.addUnitGrids(
              {{grid, QStringLiteral("一"), QStringLiteral("东湖街道"), QStringLiteral("东湖社区"),
                team, 10000.0, square(116.29, 39.94, 0.02)},
               {QStringLiteral("320508001001002"),
                QStringLiteral("二"),
                {},
                {},
                {},
                10000.0,
                square(116.31, 39.94, 0.02)}}),
          repository.addResponsibilityGrids(
              {{team, QStringLiteral("东湖网格"), 10000.0, square(116.29, 39.94, 0.02)}}),
          repository.addPeople({{patroller,
                                 QStringLiteral("王芳"),
                                 QStringLiteral("P001"),
                                 unit,
                                 {QStringLiteral("patroller"), QStringLiteral("acceptor")},
                                 team,
                                 {}}}),
          repository.addComponents({component}),
          catalog::CatalogRepository(connection).installStandardCatalog()}) {
        if (!done)
            return done;
    }
    const auto catalog = catalog::CatalogRepository(connection).load();
    if (!catalog)
        return catalog.error();
    for (const catalog::FilingCondition &condition : (*catalog)->conditionsOf(classCode)) {
        if (condition.limit == catalog::Limit{2, catalog::LimitUnit::UrgentHour})
            twoUrgentHours = condition.id;
        if (condition.limit == catalog::Limit{4, catalog::LimitUnit::WorkingHour})
            fourWorkingHours = condition.id;
    }
    return {};
}

store::Connection TestCity::open() const
{
    auto connection = store::Connection::open(address);
    Q_ASSERT(connection);
    return std::move(*connection);
}

} // namespace gridhall::test
