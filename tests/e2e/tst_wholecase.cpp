// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demofolder.h"

#include <cases/casebook.h>
#include <catalog/catalogrepository.h>
#include <desk/deskwindow.h>
#include <desk/draftstore.h>
#include <mapview/mapsource.h>
#include <mapview/mapview.h>
#include <tracking/livepicture.h>
#include <wall/casepanels.h>
#include <wall/daypanels.h>
#include <wall/wallwindow.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QImage>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace gridhall;

namespace {

constexpr int kPatienceMs = 30'000;
const QString kDescription = QStringLiteral("井盖东侧碎裂一块");

/// What the day panel says under `name`.
int dayNumber(wall::DayPanel &panel, const QString &name)
{
    const QList<wall::DrawnText> texts = panel.drawnTexts();
    for (qsizetype i = 1; i < texts.size(); ++i) {
        if (texts.at(i).text == name) {
            bool isNumber = false;
            const int number = texts.at(i - 1).text.toInt(&isNumber);
            return isNumber ? number : -1;
        }
    }
    return -1;
}

QImage photo()
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    return image;
}

} // namespace

/// One case from its report to its close at the real desk, on a real city with its real map, while
/// the wall looks on and the map's workers are killed.
class TestWholeCase : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theHallOpens();
    void theCaseIsReported();
    void theMapSurvivesItsWorkers();
    void theCaseIsClosed();
    void theAuditProvesIt();
    void theAuditNamesAChangedCase();
    void cleanupTestCase();

private:
    void letCityIn();
    QString state();
    bool has(const char *name) const
    {
        const auto *widget = m_desk->findChild<QWidget *>(QString::fromLatin1(name));
        return widget && widget->isVisible();
    }
    template <class T>
    T *find(const char *name) const
    {
        auto *widget = m_desk->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }
    bool focusIsOn(const char *name) const
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget && widget->objectName() == QLatin1String(name);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_desk.get(), key, modifiers);
    }
    void type(const QString &text)
    {
        QWidget *target = QApplication::focusWidget();
        QVERIFY(target);
        if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 128; })) {
            QTest::keyClicks(target, text);
            return;
        }
        QInputMethodEvent commit; // what an input method commits
        commit.setCommitString(text);
        QApplication::sendEvent(target, &commit);
    }
    void fillStepWithPhoto(const char *expected);

    QTemporaryDir m_folder;
    store::CityAddress m_address;
    std::unique_ptr<store::Connection> m_reader;
    std::unique_ptr<store::DatabaseThread> m_database;
    std::unique_ptr<store::ChangeFeed> m_feed;
    std::unique_ptr<cases::CaseBook> m_cases;
    std::unique_ptr<tracking::LivePicture> m_movers;
    std::unique_ptr<mapview::MapSource> m_map;
    std::unique_ptr<desk::DeskWindow> m_desk;
    std::unique_ptr<wall::WallWindow> m_wall;
    int m_reportedBefore = 0;
    int m_closedBefore = 0;
    Id m_case;
    QString m_number;
};

void TestWholeCase::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("gridhall"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_wholecase"));
    QSettings().clear();
    QDir(desk::DraftStore::defaultFolder()).removeRecursively();
    qputenv("GRIDHALL_MAPD", GRIDHALL_BIN_DIR "/gridhall-mapd");

    const QString trouble = test::makeDemoCity(m_folder.filePath(QStringLiteral("city")));
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    const auto address = store::CityAddress::parse(m_folder.filePath(QStringLiteral("city")));
    QVERIFY(address.ok());
    m_address = *address;
    auto reader = store::Connection::open(m_address);
    QVERIFY(reader.ok());
    m_reader = std::make_unique<store::Connection>(std::move(reader).value());
    m_database = std::make_unique<store::DatabaseThread>(m_address);
    m_feed = std::make_unique<store::ChangeFeed>(m_address);
    m_cases = std::make_unique<cases::CaseBook>(*m_database, *m_feed);
    m_movers = std::make_unique<tracking::LivePicture>(*m_database, *m_feed);
    mapview::MapSource::Options options;
    options.workers = 2;
    m_map = std::make_unique<mapview::MapSource>(m_address.projectFile(), options);
}

void TestWholeCase::cleanupTestCase()
{
    m_wall.reset();
    m_desk.reset();
    m_map.reset();
    m_movers.reset();
    m_cases.reset();
    m_feed.reset();
    m_database.reset();
    m_reader.reset();
}

void TestWholeCase::letCityIn()
{
    const auto index = city::CityIndex::load(*m_reader);
    QVERIFY(index.ok());
    const auto catalog = catalog::CatalogRepository(*m_reader).load();
    QVERIFY(catalog.ok());
    const auto cameras = video::CameraRepository(*m_reader).cameras();
    QVERIFY(cameras.ok());
    m_wall->setCity(*index, *catalog, *cameras);
    m_desk->setCity(*index, *catalog, *cameras);
    auto streets = geo::readStreetLines(m_address.basemapFile());
    auto names = geo::readPlaceNames(m_address.basemapFile());
    QVERIFY(streets.ok() && names.ok());
    m_desk->setPlaces(std::move(streets).value(), std::move(names).value());

    // One person who may do every step, so that one seat takes the case all the way.
    const auto &people = (*index)->people();
    const auto seat = std::find_if(people.begin(), people.end(), [](const city::Person &person) {
        return person.roles.contains(QStringLiteral("acceptor"));
    });
    QVERIFY(seat != people.end());
    city::Person everybody = *seat;
    everybody.roles = {QStringLiteral("acceptor"), QStringLiteral("shift_leader"),
                       QStringLiteral("dispatcher"), QStringLiteral("handling_unit"),
                       QStringLiteral("patroller")};
    m_desk->setOperator(everybody);
}

QString TestWholeCase::state()
{
    const auto file = cases::CaseRepository(*m_reader).load(m_case);
    return file ? file->state : file.error().text();
}

void TestWholeCase::theHallOpens()
{
    m_wall = std::make_unique<wall::WallWindow>(*m_map, *m_cases, *m_movers);
    m_wall->resize(960, 540);
    m_wall->show();
    m_desk = std::make_unique<desk::DeskWindow>(*m_map, *m_cases, *m_movers);
    m_desk->setUndoMs(0);
    m_desk->resize(1366, 768);
    m_desk->show();
    QVERIFY(QTest::qWaitForWindowActive(m_desk.get()));
    letCityIn();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isComplete() && m_wall->isComplete(), kPatienceMs);

    auto *day = m_wall->findChild<wall::DayPanel *>();
    QVERIFY(day);
    QTRY_VERIFY(dayNumber(*day, QStringLiteral("Reported")) >= 0);
    m_reportedBefore = dayNumber(*day, QStringLiteral("Reported"));
    m_closedBefore = dayNumber(*day, QStringLiteral("Closed"));
    QVERIFY(m_closedBefore >= 0);
}

void TestWholeCase::theCaseIsReported()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(focusIsOn("descriptionEdit"));
    type(kDescription);
    press(Qt::Key_Return);
    QTRY_VERIFY(focusIsOn("classEdit"));
    type(QStringLiteral("ssjg"));
    press(Qt::Key_Return);
    QTRY_VERIFY(focusIsOn("addressEdit"));
    type(QStringLiteral("文昌东路"));
    QTRY_VERIFY(has("placeList"));
    press(Qt::Key_Return);
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(has("step_accept"), kPatienceMs);

    cases::QueueFilter waiting;
    waiting.states = {cases::state::kToAccept};
    waiting.text = kDescription;
    const auto found = cases::CaseRepository(*m_reader).queue(waiting);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), 1);
    const cases::CaseFile file = found->first();
    m_case = file.id;
    m_number = file.number;
    QCOMPARE(file.classCode, QStringLiteral("C0101"));
    QVERIFY(file.address.startsWith(QStringLiteral("文昌东路")));
    QVERIFY(!file.unitGridCode.isEmpty());

    auto *newest = m_wall->findChild<wall::NewestPanel *>();
    QVERIFY(newest);
    QTRY_VERIFY(!newest->rows().isEmpty() && newest->rows().first().where == file.address);
    auto *day = m_wall->findChild<wall::DayPanel *>();
    QTRY_COMPARE(dayNumber(*day, QStringLiteral("Reported")), m_reportedBefore + 1);
}

void TestWholeCase::theMapSurvivesItsWorkers()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isComplete() && m_wall->isComplete(), kPatienceMs);
    const QList<qint64> killed = m_map->workerPids();
    QVERIFY(!killed.isEmpty());
    QSignalSpy restarted(m_map.get(), &mapview::MapSource::workerRestarted);
    QSignalSpy failed(m_map.get(), &mapview::MapSource::failed);
    for (const qint64 pid : killed)
        QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
    // Scales that nobody has looked at yet: every tile has to come from a new worker.
    for (QWidget *window :
         {static_cast<QWidget *>(m_desk.get()), static_cast<QWidget *>(m_wall.get())}) {
        auto *view = window->findChild<mapview::MapView *>();
        QVERIFY(view);
        view->setScale(view->scaleDenominator() * 0.83);
        QVERIFY(!view->isComplete());
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->isComplete() && m_wall->isComplete(), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(restarted.size(), killed.size(), kPatienceMs);
    for (const qint64 pid : m_map->workerPids())
        QVERIFY(!killed.contains(pid));
    QCOMPARE(failed.size(), 0);
}

void TestWholeCase::fillStepWithPhoto(const char *expected)
{
    QTRY_VERIFY(has("panelReason"));
    press(Qt::Key_Return);
    QVERIFY(!find<QLabel>("panelProblem")->text().isEmpty()); // a photo is needed first
    QGuiApplication::clipboard()->setImage(photo());
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(find<QLabel>("panelProblem")->text().isEmpty());
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(has(expected), kPatienceMs);
}

void TestWholeCase::theCaseIsClosed()
{
    QVERIFY(!m_case.isNull());
    press(Qt::Key_A);
    QTRY_COMPARE(state(), cases::state::kToFile);
    QTRY_VERIFY(has("step_file"));
    press(Qt::Key_F);
    QTRY_VERIFY(has("conditionList"));
    press(Qt::Key_Return);
    QTRY_COMPARE(state(), cases::state::kToDispatch);
    QTRY_VERIFY(has("step_dispatch"));
    press(Qt::Key_D);
    QTRY_VERIFY(has("unitList"));
    press(Qt::Key_Return);
    QTRY_COMPARE(state(), cases::state::kToHandle);
    QTRY_VERIFY(has("step_sign"));
    press(Qt::Key_S);
    QTRY_COMPARE(state(), cases::state::kHandling);
    QTRY_VERIFY(has("step_handle"));
    press(Qt::Key_H);
    fillStepWithPhoto("step_send_verify");
    QCOMPARE(state(), cases::state::kToVerify);
    press(Qt::Key_K);
    QTRY_VERIFY(has("personList"));
    press(Qt::Key_Return);
    QTRY_COMPARE(state(), cases::state::kVerifying);
    QTRY_VERIFY(has("step_verify_pass"));
    press(Qt::Key_P);
    fillStepWithPhoto("step_close");
    QCOMPARE(state(), cases::state::kToClose);
    press(Qt::Key_X);
    QTRY_COMPARE(state(), cases::state::kClosed);

    const auto history = cases::CaseRepository(*m_reader).history(m_case);
    QVERIFY(history.ok());
    QStringList actions;
    for (const cases::CaseEvent &event : *history)
        actions.append(event.action);
    using namespace cases::action;
    QCOMPARE(actions, (QStringList{kRegister, kAccept, kFile, kDispatch, kSign, kHandle,
                                   kSendVerify, kVerifyPass, kClose}));
    auto *day = m_wall->findChild<wall::DayPanel *>();
    QTRY_COMPARE(dayNumber(*day, QStringLiteral("Closed")), m_closedBefore + 1);
    QCOMPARE(dayNumber(*day, QStringLiteral("Reported")), m_reportedBefore + 1);
}

void TestWholeCase::theAuditProvesIt()
{
    const test::ProgramRun run =
        test::runProgram(QStringLiteral("gridhallctl"),
                         {QStringLiteral("audit"), QStringLiteral("--city"), m_address.folder});
    QCOMPARE(run.errorLines, QStringList());
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains(QLatin1String(" 0 broken")), qPrintable(run.out));
}

void TestWholeCase::theAuditNamesAChangedCase()
{
    QVERIFY(!m_case.isNull());
    const QString change = QStringLiteral("UPDATE case_event SET actor_name = '某人' "
                                          "WHERE case_id = ? AND action = 'handle'");
    QVERIFY(!m_reader->execute(change, {m_case.toString()}).ok()); // the database says no
    QVERIFY(m_reader->execute(QStringLiteral("DROP TRIGGER case_event_no_update")).ok());
    const auto changed = m_reader->execute(change, {m_case.toString()});
    QVERIFY(changed.ok());
    QCOMPARE(*changed, 1);

    const test::ProgramRun run = test::runProgram(QStringLiteral("gridhallctl"),
                                                  {QStringLiteral("audit"), m_address.folder});
    QVERIFY(run.exitCode > 0);
    const QString said = run.errorLines.join(QLatin1Char('\n'));
    QVERIFY2(said.contains(m_number), qPrintable(said));
    for (const QString &line : run.errorLines)
        QVERIFY2(line.startsWith(m_number), qPrintable(line)); // nobody else is accused
}

QTEST_MAIN(TestWholeCase)
#include "tst_wholecase.moc"
