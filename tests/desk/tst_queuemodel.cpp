// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/queuemodel.h>

#include "deskcity.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace gridhall;
using namespace gridhall::desk;

/// The queue's order, what comes and goes, and that nothing chosen moves.
class TestQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void mostPressingFirst();
    void filterFindsNumberAddressAndDescription();
    void arrivalsWaitWhileSomebodyWorks();
    void arrivalsComeInWhenNobodyWorks();
    void chosenCaseStaysWhateverBecomesOfIt();
    void casesThatWaitForOthersComeLast();
    void wholeNewPictureIsTakenInWithoutMoving();

private:
    cases::CaseFile file(const QString &number, const QString &state, int minutesInStage);

    std::unique_ptr<test::DeskCity> m_city;
    std::unique_ptr<store::DatabaseThread> m_database;
    std::unique_ptr<store::ChangeFeed> m_feed;
    std::unique_ptr<cases::CaseBook> m_book;
    std::unique_ptr<tracking::LivePicture> m_movers;
    std::unique_ptr<DeskContext> m_context;
    std::unique_ptr<QueueModel> m_model;
    const QStringList m_accept{cases::state::kToAccept};
};

void TestQueueModel::init()
{
    m_city = std::make_unique<test::DeskCity>();
    m_database = std::make_unique<store::DatabaseThread>(m_city->city().address());
    m_feed = std::make_unique<store::ChangeFeed>(m_city->city().address());
    m_book = std::make_unique<cases::CaseBook>(*m_database, *m_feed);
    m_movers = std::make_unique<tracking::LivePicture>(*m_database, *m_feed);
    m_context = std::make_unique<DeskContext>(*m_book, *m_movers);
    m_model = std::make_unique<QueueModel>(*m_context);
    m_model->setStates(m_accept);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void TestQueueModel::cleanup()
{
    m_model.reset();
    m_context.reset();
    m_movers.reset();
    m_book.reset();
    m_feed.reset();
    m_database.reset();
    m_city.reset();
}

cases::CaseFile TestQueueModel::file(const QString &number, const QString &state,
                                     int minutesInStage)
{
    cases::CaseFile file;
    file.id = Id::create();
    file.number = number;
    file.state = state;
    file.className = QStringLiteral("上水井盖");
    file.address = QStringLiteral("日升路 %1 号").arg(number.right(2));
    file.description = QStringLiteral("井盖破损");
    file.reportedUtc = file.stageSinceUtc =
        QDateTime::currentDateTimeUtc().addSecs(-60 * minutesInStage);
    file.version = 1;
    return file;
}

void TestQueueModel::mostPressingFirst()
{
    const auto fresh = file(QStringLiteral("2026112300001"), cases::state::kToAccept, 1);
    const auto late = file(QStringLiteral("2026112300002"), cases::state::kToAccept, 40);
    const auto other = file(QStringLiteral("2026112300003"), cases::state::kToFile, 90);
    m_model->reset({fresh, late, other});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->at(0).id, late.id);
    QCOMPARE(m_model->at(1).id, fresh.id);
}

void TestQueueModel::filterFindsNumberAddressAndDescription()
{
    const auto a = file(QStringLiteral("2026112300011"), cases::state::kToAccept, 1);
    auto b = file(QStringLiteral("2026112300022"), cases::state::kToAccept, 2);
    b.description = QStringLiteral("路灯不亮");
    m_model->reset({a, b});
    m_model->setFilterText(QStringLiteral("00011"));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->at(0).id, a.id);
    m_model->setFilterText(QStringLiteral("22 号"));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->at(0).id, b.id);
    m_model->setFilterText(QStringLiteral("路灯"));
    QCOMPARE(m_model->rowCount(), 1);
    m_model->setFilterText(QStringLiteral("没有这样的"));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setFilterText({});
    QCOMPARE(m_model->rowCount(), 2);
}

void TestQueueModel::arrivalsWaitWhileSomebodyWorks()
{
    const auto mine = file(QStringLiteral("2026112300001"), cases::state::kToAccept, 5);
    m_model->reset({mine});
    m_model->setChosen(mine.id);
    QSignalSpy arrivals(m_model.get(), &QueueModel::arrivalsChanged);
    const auto urgent = file(QStringLiteral("2026112300002"), cases::state::kToAccept, 60);
    m_model->update(urgent);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->arrivals(), 1);
    QCOMPARE(arrivals.size(), 1);

    m_model->letArrivalsIn();
    QCOMPARE(m_model->arrivals(), 0);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->at(0).id, urgent.id);
}

void TestQueueModel::arrivalsComeInWhenNobodyWorks()
{
    m_model->reset({});
    m_model->update(file(QStringLiteral("2026112300001"), cases::state::kToAccept, 1));
    QCOMPARE(m_model->rowCount(), 1);
    m_model->update(file(QStringLiteral("2026112300002"), cases::state::kClosed, 1));
    QCOMPARE(m_model->rowCount(), 1);
}

void TestQueueModel::chosenCaseStaysWhateverBecomesOfIt()
{
    auto mine = file(QStringLiteral("2026112300001"), cases::state::kToAccept, 5);
    auto second = file(QStringLiteral("2026112300002"), cases::state::kToAccept, 4);
    m_model->reset({mine, second});
    m_model->setChosen(mine.id);
    const int row = m_model->rowOf(mine.id);
    mine.state = cases::state::kToFile;
    mine.version = 2;
    m_model->update(mine);
    QCOMPARE(m_model->rowOf(mine.id), row);
    QVERIFY(m_model->hasLeft(row));

    second.state = cases::state::kToFile;
    m_model->update(second);
    QCOMPARE(m_model->rowOf(second.id), -1);

    m_model->setChosen({});
    QCOMPARE(m_model->rowOf(mine.id), -1);
}

void TestQueueModel::casesThatWaitForOthersComeLast()
{
    auto workflow = cases::Workflow::load(m_city->city().connection());
    QVERIFY(workflow.ok());
    m_context->workflow = *workflow;
    m_context->seat = m_city->seat();
    m_context->seat.roles = {QStringLiteral("acceptor")};
    m_model->setStates({cases::state::kToAccept, cases::state::kConfirming});
    const auto confirming = file(QStringLiteral("2026112300001"), cases::state::kConfirming, 200);
    const auto fresh = file(QStringLiteral("2026112300002"), cases::state::kToAccept, 1);
    m_model->reset({confirming, fresh});
    QCOMPARE(m_model->at(0).id, fresh.id);
    QCOMPARE(m_model->firstWaiting(), 1);
    QCOMPARE(m_model->waitingCount(), 1);
}

void TestQueueModel::wholeNewPictureIsTakenInWithoutMoving()
{
    const auto mine = file(QStringLiteral("2026112300001"), cases::state::kToAccept, 5);
    const auto gone = file(QStringLiteral("2026112300002"), cases::state::kToAccept, 50);
    m_model->reset({mine, gone});
    m_model->setChosen(mine.id);
    QSignalSpy resets(m_model.get(), &QueueModel::modelReset);
    const auto arrived = file(QStringLiteral("2026112300003"), cases::state::kToAccept, 70);
    m_model->reset({mine, arrived});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->arrivals(), 1);
    QCOMPARE(m_model->at(0).id, mine.id);
}

QTEST_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
