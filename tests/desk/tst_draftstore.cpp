// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/draftstore.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;
using namespace gridhall::desk;

class TestDraftStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(QDir(DraftStore::defaultFolder()).removeRecursively()); }

    void whatWasTypedComesBack()
    {
        QTemporaryDir folder;
        {
            DraftStore drafts(folder.path());
            drafts.saveReport({{QStringLiteral("description"), QStringLiteral("井盖破损")}},
                              {QByteArray("photo")});
            drafts.saveStep(step());
        }
        DraftStore again(folder.path());
        QTRY_VERIFY(again.isRead());
        QCOMPARE(again.report().value(QLatin1String("description")).toString(),
                 QStringLiteral("井盖破损"));
        QCOMPARE(again.reportPhotos(), QList<QByteArray>{QByteArray("photo")});
        QCOMPARE(again.steps().size(), 1);
        QCOMPARE(again.steps().first().step.reason, QStringLiteral("属实"));
        QCOMPARE(again.steps().first().step.seenVersion, qint64(3));
    }

    void eachCityHasItsOwn()
    {
        const auto here = city(QStringLiteral("here"));
        const auto there = city(QStringLiteral("there"));
        QCOMPARE(DraftStore::folderOf(here), DraftStore::folderOf(here));
        {
            DraftStore drafts(DraftStore::folderOf(here));
            drafts.saveStep(step());
        }
        DraftStore elsewhere(DraftStore::folderOf(there));
        DraftStore again(DraftStore::folderOf(here));
        QTRY_VERIFY(elsewhere.isRead() && again.isRead());
        QVERIFY(elsewhere.steps().isEmpty());
        QCOMPARE(again.steps().size(), 1);
    }

    void whoeverWaitsIsCalledOnceItIsRead()
    {
        QTemporaryDir folder;
        DraftStore drafts(folder.path());
        int calls = 0;
        QObject here;
        drafts.whenRead(&here, [&calls] { ++calls; });
        {
            QObject gone;
            drafts.whenRead(&gone, [&calls] { calls += 100; });
        }
        QCOMPARE(calls, 0);
        QTRY_COMPARE(calls, 1);
        drafts.whenRead(&here, [&calls] { ++calls; });
        QCOMPARE(calls, 2);
    }

    void damagedFilesAreNoDrafts()
    {
        QTemporaryDir folder;
        QFile report(folder.filePath(QStringLiteral("report.json")));
        QVERIFY(report.open(QIODevice::WriteOnly));
        report.write("{\"description\": \"half");
        report.close();
        DraftStore drafts(folder.path());
        QTRY_VERIFY(drafts.isRead());
        QVERIFY(drafts.report().isEmpty());
        QVERIFY(drafts.steps().isEmpty());
    }

private:
    store::CityAddress city(const QString &name)
    {
        const QString path = m_cities.filePath(name);
        QDir().mkpath(path);
        QFile file(path + QStringLiteral("/city.gpkg"));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        return *store::CityAddress::parse(path);
    }

    static StepOnItsWay step()
    {
        StepOnItsWay way;
        way.step.caseId = Id::create();
        way.step.seenVersion = 3;
        way.step.action = cases::action::kAccept;
        way.step.reason = QStringLiteral("属实");
        return way;
    }

    QTemporaryDir m_cities;
};

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
