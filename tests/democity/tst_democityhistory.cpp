// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cases/caserepository.h>
#include <democity/democity.h>
#include <store/mediastore.h>

#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;
using namespace gridhall::democity;

class TestDemoCityHistory : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void casesHaveUnbrokenChains();
    void casesAreInManyStates();
    void nothingHappensInTheFuture();
    void photosAreThere();

private:
    store::Connection &db() { return *m_connection; }

    QTemporaryDir m_folder;
    QString m_path;
    DemoCityReport m_report;
    std::unique_ptr<store::Connection> m_connection;
};

void TestDemoCityHistory::initTestCase()
{
    m_path = m_folder.filePath(QStringLiteral("demo"));
    DemoCityOptions options;
    options.folder = m_path;
    options.seed = 7;
    options.areaKm2 = 1.2;
    const auto report = makeDemoCity(options);
    QVERIFY2(report.ok(),
             report.ok() ? "" : qPrintable(report.error().text() + report.error().detail));
    m_report = *report;
    const auto address = store::CityAddress::parse(m_path);
    QVERIFY(address.ok());
    auto connection = store::Connection::open(*address);
    QVERIFY(connection.ok());
    m_connection = std::make_unique<store::Connection>(std::move(*connection));
}

void TestDemoCityHistory::casesHaveUnbrokenChains()
{
    QVERIFY(m_report.cases >= 40);
    const auto broken = cases::CaseRepository(db()).audit();
    QVERIFY(broken.ok());
    QVERIFY(broken->isEmpty());
}

void TestDemoCityHistory::casesAreInManyStates()
{
    const auto counts = cases::CaseRepository(db()).countsByState();
    QVERIFY(counts.ok());
    qint64 sum = 0;
    for (const qint64 count : *counts)
        sum += count;
    QCOMPARE(sum, m_report.cases);
    QVERIFY(counts->size() >= 3);
    QVERIFY(counts->value(cases::state::kClosed) > 0);
    QVERIFY(counts->value(cases::state::kHandling) > 0);
}

void TestDemoCityHistory::nothingHappensInTheFuture()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    cases::CaseRepository repository(db());
    const auto open = repository.onMap(now.addDays(-3));
    QVERIFY(open.ok());
    QVERIFY(!open->isEmpty());
    for (const cases::CaseFile &file : *open) {
        QVERIFY(file.reportedUtc <= now);
        const auto history = repository.history(file.id);
        QVERIFY(history.ok());
        QDateTime before;
        for (const cases::CaseEvent &event : *history) {
            QVERIFY(event.atUtc <= now);
            QVERIFY(!before.isValid() || event.atUtc >= before);
            QVERIFY(!event.actorName.isEmpty());
            before = event.atUtc;
        }
    }
}

void TestDemoCityHistory::photosAreThere()
{
    cases::CaseRepository repository(db());
    const store::MediaStore store(db().address());
    int photos = 0;
    const auto files = repository.onMap();
    QVERIFY(files.ok());
    for (const cases::CaseFile &file : *files) {
        const auto media = repository.media(file.id);
        QVERIFY(media.ok());
        for (const cases::Media &photo : *media) {
            QVERIFY(store.get(photo.sha256).ok());
            ++photos;
        }
    }
    QVERIFY(photos > 0);
}

QTEST_GUILESS_MAIN(TestDemoCityHistory)
#include "tst_democityhistory.moc"
