// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/catalogrepository.h>
#include <catalog/csvtable.h>
#include <store/migration.h>

#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;
using namespace gridhall::catalog;

class TestCatalog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto address = store::CityAddress::parse(m_folder->path(), false);
        QVERIFY(address.ok());
        auto opened = store::Connection::open(*address, store::Connection::Mode::Create);
        QVERIFY2(opened.ok(), qPrintable(opened ? QString() : opened.error().text()));
        m_db = std::make_unique<store::Connection>(std::move(opened).value());
        QVERIFY(store::Migration::apply(*m_db).ok());
        QVERIFY(CatalogRepository(*m_db).installStandardCatalog().ok());
    }

    void cleanup()
    {
        m_db.reset();
        m_folder.reset();
    }

    void everyClassOfTheEditionHasAConditionWithALimit()
    {
        const auto catalog = load();
        QCOMPARE(catalog->edition(), QStringLiteral("2013"));
        QVERIFY(catalog->classes().size() >= 121 + 79);
        for (const CaseClass &entry : catalog->classes()) {
            const auto conditions = catalog->conditionsOf(entry.code);
            QVERIFY2(!conditions.isEmpty(), qPrintable(entry.code));
            for (const FilingCondition &condition : conditions) {
                QVERIFY(!condition.condition.isEmpty());
                QVERIFY(condition.limit.unit != LimitUnit::None);
                QVERIFY(catalog->condition(condition.id) != nullptr);
            }
        }
    }

    void oneClassHasSeveralLimits()
    {
        const auto conditions = load()->conditionsOf(QStringLiteral("C0101"));
        QCOMPARE(conditions.size(), 4);
        QCOMPARE(conditions.at(0).limit, (Limit{2, LimitUnit::UrgentHour}));
        QCOMPARE(conditions.at(1).limit, (Limit{4, LimitUnit::WorkingHour}));
    }

    void searchTakesCodesWordsAndInitials()
    {
        const auto catalog = load();
        for (const char *typed : {"C0101", "0101", "上水井盖", "ssjg", "SSJG"}) {
            const auto found = catalog->search(QString::fromUtf8(typed));
            QVERIFY2(!found.isEmpty(), typed);
            QCOMPARE(found.first().name, QStringLiteral("上水井盖"));
        }
        QCOMPARE(catalog->search(QStringLiteral("井盖"), 3).size(), 3);
        QVERIFY(catalog->search(QString()).isEmpty());
        QVERIFY(catalog->search(QStringLiteral("没有这一类")).isEmpty());
    }

    void componentsFindTheirClass()
    {
        const auto catalog = load();
        const CaseClass *entry = catalog->componentClass(QStringLiteral("0402"));
        QVERIFY(entry != nullptr);
        QCOMPARE(entry->name, QStringLiteral("行道树"));
        QVERIFY(catalog->componentClass(QStringLiteral("9999")) == nullptr);
    }

    void installingTwiceChangesNothing()
    {
        const qsizetype before = load()->conditionsOf(QStringLiteral("E0405")).size();
        QVERIFY(CatalogRepository(*m_db).installStandardCatalog().ok());
        QCOMPARE(load()->conditionsOf(QStringLiteral("E0405")).size(), before);
    }

    void replacingTouchesOnlyTheClassesNamed()
    {
        FilingCondition condition;
        condition.edition = QStringLiteral("2013");
        condition.classCode = QStringLiteral("C0101");
        condition.condition = QStringLiteral("破损");
        condition.limit = {3, LimitUnit::WorkingHour};
        QVERIFY(CatalogRepository(*m_db).replaceConditions({condition}).ok());
        QCOMPARE(load()->conditionsOf(QStringLiteral("C0101")).size(), 1);
        QVERIFY(load()->conditionsOf(QStringLiteral("C0102")).size() > 1);
    }

    void theCalendarComesFromTheDatabase()
    {
        QVERIFY(m_db->execute(QStringLiteral("INSERT INTO calendar_day (day, kind) VALUES (?, ?)"),
                              {QStringLiteral("2026-11-23"), QStringLiteral("holiday")})
                    .ok());
        const auto calendar = CatalogRepository(*m_db).calendar();
        QVERIFY(calendar.ok());
        QVERIFY(!calendar->isWorkday(QDate(2026, 11, 23)));
        QVERIFY(calendar->isWorkday(QDate(2026, 11, 24)));
    }

    void aMalformedTableSaysWhere()
    {
        const auto open = CsvTable::parse(QStringLiteral("a,b\n\"x,1\n"));
        QVERIFY(!open.ok());
        const auto ragged = CsvTable::parse(QStringLiteral("a,b\n1,2\n3\n"));
        QVERIFY(!ragged.ok());
        QVERIFY(ragged.error().text().contains(QStringLiteral("3")));
        const auto good = CsvTable::parse(QStringLiteral("a,b\r\n\"x,\"\"y\"\"\nz\",2\r\n"));
        QVERIFY(good.ok());
        QCOMPARE(good->cell(0, QStringLiteral("a")), QStringLiteral("x,\"y\"\nz"));
    }

private:
    std::shared_ptr<const Catalog> load()
    {
        auto loaded = CatalogRepository(*m_db).load();
        return loaded ? *loaded : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Connection> m_db;
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
