// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <city/cityindex.h>
#include <city/cityrepository.h>
#include <support/testcity.h>

#include <QElapsedTimer>
#include <QTest>

using namespace gridhall;
using namespace gridhall::city;
using store::Dialect;
using test::TestCity;

Q_DECLARE_METATYPE(gridhall::store::Dialect)

class TstCityRepository : public QObject
{
    Q_OBJECT

private:
    void dialects()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::newRow("sqlite") << Dialect::Sqlite;
        QTest::newRow("postgres") << Dialect::Postgres;
    }

#define MAKE_CITY()                                                                                \
    QFETCH(Dialect, dialect);                                                                      \
    QString message;                                                                               \
    const auto made = TestCity::make(dialect, &message);                                           \
    if (!made && dialect == Dialect::Postgres && !test::sharedPostgres().isRunning())              \
        QSKIP(qPrintable(message));                                                                \
    QVERIFY2(made, qPrintable(message));                                                           \
    auto connection = made->open();                                                                \
    CityRepository repository(connection)

private slots:
    void everythingComesBack_data() { dialects(); }
    void everythingComesBack()
    {
        MAKE_CITY();
        const auto info = repository.info();
        QVERIFY(info);
        QCOMPARE(info->name, QStringLiteral("万和市"));
        QCOMPARE(info->boundary.rings.front().size(), size_t(5));
        const auto grids = repository.unitGrids();
        QVERIFY(grids);
        QCOMPARE(grids->size(), 2);
        QCOMPARE(grids->first().communityName, QStringLiteral("东湖社区"));
        QCOMPARE(grids->first().responsibilityGridCode, QStringLiteral("32050800101"));
        QCOMPARE(grids->first().shape.front().rings.front().front(), (geo::LonLat{116.29, 39.94}));
        QVERIFY(grids->last().responsibilityGridCode.isEmpty());
        QVERIFY(
            repository.assignResponsibility(QStringLiteral("32050800101"), {grids->last().code}));
        QCOMPARE(repository.unitGrids()->last().responsibilityGridCode,
                 QStringLiteral("32050800101"));
        const auto people = repository.people();
        QVERIFY(people);
        QCOMPARE(people->first().roles,
                 (QStringList{QStringLiteral("patroller"), QStringLiteral("acceptor")}));
        QCOMPARE(people->first().unit, made->unit);
        QCOMPARE(repository.units()->first().kind, UnitKind::HandlingUnit);
        const auto component = repository.component(made->componentCode);
        QVERIFY(component);
        QCOMPARE(component->at, made->place);
        QCOMPARE(component->ownerUnit, made->unit);
        QVERIFY(component->maintainerUnit.isNull());
        QCOMPARE(repository.component(QStringLiteral("1")).error().kind, ErrorKind::NotFound);
        QCOMPARE(*repository.count(QStringLiteral("component")), 1);
        QCOMPARE(repository.count(QStringLiteral("setting; DROP TABLE unit")).error().kind,
                 ErrorKind::InvalidInput);
        // A code that is there already undoes the whole batch.
        Component fresh = *component;
        fresh.code = QStringLiteral("3205080101000002");
        const auto twice = repository.addComponents({fresh, *component});
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, ErrorKind::Conflict);
        QCOMPARE(*repository.count(QStringLiteral("component")), 1);
    }

    void theIndexKnowsWhereAndWhose_data() { dialects(); }
    void theIndexKnowsWhereAndWhose()
    {
        MAKE_CITY();
        const auto loaded = CityIndex::load(connection);
        QVERIFY(loaded);
        const CityIndex &index = **loaded;
        const auto projection = index.projection();
        const int first = index.unitGridAt(projection.toMap(geo::LonLat{116.30, 39.95}));
        QCOMPARE(index.unitGrids().at(first).name, QStringLiteral("一"));
        const int second = index.unitGridAt(projection.toMap(geo::LonLat{116.32, 39.95}));
        QCOMPARE(index.unitGrids().at(second).name, QStringLiteral("二"));
        QCOMPARE(index.unitGridAt(projection.toMap(geo::LonLat{116.40, 39.95})), -1);
        QCOMPARE(index.responsibilityGridAt(projection.toMap(geo::LonLat{116.30, 39.95})), 0);
        QCOMPARE(index.responsibilityGridAt(projection.toMap(geo::LonLat{116.32, 39.95})), -1);
        const auto near = index.componentsNear(projection.toMap(made->place), 5, 1.0);
        QCOMPARE(near, std::vector<int>{0});
        QVERIFY(index.component(made->componentCode));
        QCOMPARE(index.person(made->patroller)->name, QStringLiteral("王芳"));
        QVERIFY(!index.unit(Id::create()));
        QVERIFY(index.extent().contains(projection.toMap(made->place)));
    }

    void aWholeCityIsFast_data() { dialects(); }
    void aWholeCityIsFast()
    {
        MAKE_CITY();
        QList<UnitGrid> grids;
        for (int i = 0; i < 1000; ++i) {
            const double west = 116.4 + 0.001 * (i % 32);
            const double south = 39.9 + 0.001 * (i / 32);
            UnitGrid grid;
            grid.code = QStringLiteral("320508002%1").arg(i, 6, 10, QLatin1Char('0'));
            geo::LonLatLine ring;
            for (int k = 0; k < 20; ++k)
                ring.push_back(
                    {west + 0.0005 * std::cos(k * 0.314), south + 0.0005 * std::sin(k * 0.314)});
            ring.push_back(ring.front());
            grid.shape = {geo::LonLatPolygon{{ring}}};
            grids.append(grid);
        }
        QList<Component> components;
        for (int i = 0; i < 20000; ++i) {
            Component component;
            component.code = QStringLiteral("3205080102%1").arg(i, 6, 10, QLatin1Char('0'));
            component.classCode = QStringLiteral("0102");
            component.name = QStringLiteral("污水井盖");
            component.ownerUnit = made->unit;
            component.unitGridCode = grids.at(i % 1000).code;
            component.address = QStringLiteral("人民路 %1 号").arg(i);
            component.at = {116.4 + 1e-6 * (i % 32000), 39.9 + 1e-6 * i};
            components.append(component);
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(repository.addUnitGrids(grids));
        QVERIFY(repository.addComponents(components));
        const qint64 written = timer.restart();
        const auto index = CityIndex::load(connection);
        const qint64 read = timer.elapsed();
        QVERIFY(index);
        QCOMPARE((*index)->components().size(), 20001);
        qInfo("%s: written in %lld ms, loaded in %lld ms",
              dialect == Dialect::Sqlite ? "sqlite" : "postgres", static_cast<long long>(written),
              static_cast<long long>(read));
        // Ten times the aim, so that a loaded machine does not fail the test; the figures are
        // above.
        QVERIFY(written < 20000);
        QVERIFY(read < 1500);
    }
};

QTEST_GUILESS_MAIN(TstCityRepository)
#include "tst_cityrepository.moc"
