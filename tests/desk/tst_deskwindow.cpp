// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/deskwindow.h>

#include "deskcity.h"

#include <cases/casebook.h>
#include <catalog/catalogrepository.h>
#include <desk/draftstore.h>
#include <mapview/mapsource.h>
#include <tracking/livepicture.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace gridhall;

/// The real window on a real city in a folder of its own; the map's project does not exist, which
/// the window has to bear.
class TestDeskWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsBeforeAnyData();
    void aCaseFromReportToCloseByKeyboardOnly();
    void anotherProgramsChangesShow();
    void keysThatAreNoStepDoNothing();
    void theChosenCaseStaysChosen();
    void aStepCanBeTakenBack();
    void aHeldStepGoesOutWhenAnotherCaseIsOpened();
    void aHeldStepGoesOutWhenTheWindowCloses();
    void aReasonIsAskedInPlace();
    void aStaleStepIsRefusedInWords();
    void aDraftSurvives();
    void searchFindsACase();
    void everyInputHasAName();

private:
    void openWindow();
    void letCityIn();
    QString stateOf(const Id &id);
    Id chosen();
    template <class T>
    T *find(const char *name)
    {
        auto *widget = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }
    bool has(const QString &name)
    {
        const auto *widget = m_window->findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    /// Presses a key as a person does: where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_window.get(), key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar letter : text) {
            QWidget *target = QApplication::focusWidget();
            QVERIFY(target);
            if (letter.unicode() < 128) {
                QTest::keyClick(target, letter.toLatin1());
            } else {
                // What an input method commits.
                QInputMethodEvent commit;
                commit.setCommitString(QString(letter));
                QApplication::sendEvent(target, &commit);
            }
        }
    }

    std::unique_ptr<test::DeskCity> m_city;
    std::unique_ptr<store::DatabaseThread> m_database;
    std::unique_ptr<store::ChangeFeed> m_feed;
    std::unique_ptr<cases::CaseBook> m_book;
    std::unique_ptr<tracking::LivePicture> m_movers;
    std::unique_ptr<mapview::MapSource> m_map;
    std::unique_ptr<desk::DeskWindow> m_window;
};

void TestDeskWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("gridhall"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_deskwindow"));
}

void TestDeskWindow::init()
{
    QDir(desk::DraftStore::defaultFolder()).removeRecursively();
    QSettings().clear();
    m_city = std::make_unique<test::DeskCity>();
    m_database = std::make_unique<store::DatabaseThread>(m_city->city().address());
    m_feed = std::make_unique<store::ChangeFeed>(m_city->city().address());
    m_book = std::make_unique<cases::CaseBook>(*m_database, *m_feed);
    m_movers = std::make_unique<tracking::LivePicture>(*m_database, *m_feed);
    mapview::MapSource::Options options;
    options.workers = 1;
    options.workerProgram = m_city->city().file(QStringLiteral("no-such-worker"));
    m_map = std::make_unique<mapview::MapSource>(m_city->city().file(QStringLiteral("none.qgz")),
                                                 options);
}

void TestDeskWindow::cleanup()
{
    m_window.reset();
    m_map.reset();
    m_movers.reset();
    m_book.reset();
    m_feed.reset();
    m_database.reset();
    m_city.reset();
}

void TestDeskWindow::openWindow()
{
    m_window = std::make_unique<desk::DeskWindow>(*m_map, *m_book, *m_movers);
    m_window->setUndoMs(0);
    m_window->resize(1600, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestDeskWindow::letCityIn()
{
    auto catalog = catalog::CatalogRepository(m_city->city().connection()).load();
    QVERIFY(catalog.ok());
    m_window->setCity(m_city->city().index(), *catalog, {});
    m_window->setOperator(m_city->seat());
}

QString TestDeskWindow::stateOf(const Id &id)
{
    const auto file = cases::CaseRepository(m_city->city().connection()).load(id);
    return file ? file->state : file.error().text();
}

Id TestDeskWindow::chosen()
{
    const auto *list = find<QListView>("queueList");
    return list->currentIndex().data(Qt::UserRole + 1).value<Id>();
}

void TestDeskWindow::showsBeforeAnyData()
{
    openWindow();
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->isComplete());
    QVERIFY(!find<QLabel>("queueEmptyLabel")->text().isEmpty());
    QVERIFY(!m_window->grab().isNull());
    QSignalSpy completed(m_window.get(), &desk::DeskWindow::completed);
    letCityIn();
    QTRY_COMPARE(completed.size(), 1);
    QVERIFY(m_window->isComplete());
    QTRY_VERIFY(has(QStringLiteral("mapTrouble")));
}

void TestDeskWindow::aCaseFromReportToCloseByKeyboardOnly()
{
    openWindow();
    letCityIn();
    QTRY_VERIFY(m_window->isComplete());

    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(find<QPlainTextEdit>("descriptionEdit")->hasFocus());
    type(QStringLiteral("井盖东侧碎裂一块"));
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QLineEdit>("classEdit")->hasFocus());
    type(QStringLiteral("ssjg"));
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QLineEdit>("addressEdit")->hasFocus());
    type(QStringLiteral("日升路"));
    QTRY_VERIFY(has(QStringLiteral("placeList")));
    press(Qt::Key_Return);
    press(Qt::Key_F2);
    QVERIFY(find<QLabel>("componentLabel")->text().contains(QLatin1String(test::DeskCity::kCover)));
    press(Qt::Key_F5);

    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    const auto all = cases::CaseRepository(m_city->city().connection()).queue({});
    QVERIFY(all.ok());
    QCOMPARE(all->size(), 1);
    const Id id = all->first().id;
    QCOMPARE(all->first().componentCode, QLatin1String(test::DeskCity::kCover));
    QCOMPARE(all->first().classCode, QStringLiteral("C0101"));

    press(Qt::Key_A);
    QTRY_COMPARE(stateOf(id), cases::state::kToFile);
    QTRY_VERIFY(has(QStringLiteral("step_file")));

    press(Qt::Key_F);
    QTRY_VERIFY(has(QStringLiteral("conditionList")));
    press(Qt::Key_2);
    press(Qt::Key_Return);
    QTRY_COMPARE(stateOf(id), cases::state::kToDispatch);
    QTRY_VERIFY(has(QStringLiteral("step_dispatch")));

    press(Qt::Key_D);
    QTRY_VERIFY(has(QStringLiteral("unitList")));
    press(Qt::Key_Return);
    QTRY_COMPARE(stateOf(id), cases::state::kToHandle);
    const auto dispatched = cases::CaseRepository(m_city->city().connection()).load(id);
    QCOMPARE(dispatched->handlingUnit, m_city->coverUnit);
    QVERIFY(dispatched->deadlineUtc.isValid());
    QTRY_VERIFY(has(QStringLiteral("step_sign")));

    press(Qt::Key_S);
    QTRY_VERIFY(has(QStringLiteral("step_handle")));
    press(Qt::Key_H);
    QTRY_VERIFY(has(QStringLiteral("panelReason")));
    press(Qt::Key_1, Qt::AltModifier);
    QGuiApplication::clipboard()->setImage(QImage::fromData(test::DeskCity::photo()));
    press(Qt::Key_Return);
    QVERIFY(!find<QLabel>("panelProblem")->text().isEmpty()); // a photo is needed first
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(find<QLabel>("panelProblem")->text().isEmpty());
    press(Qt::Key_Return);
    QTRY_COMPARE(stateOf(id), cases::state::kToVerify);
    QTRY_VERIFY(has(QStringLiteral("step_send_verify")));

    press(Qt::Key_K);
    QTRY_VERIFY(has(QStringLiteral("personList")));
    press(Qt::Key_Return);
    QTRY_COMPARE(stateOf(id), cases::state::kVerifying);
    QTRY_VERIFY(has(QStringLiteral("step_verify_pass")));

    press(Qt::Key_P);
    QTRY_VERIFY(has(QStringLiteral("panelReason")));
    press(Qt::Key_Return);
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(find<QLabel>("panelProblem")->text().isEmpty());
    press(Qt::Key_Return);
    QTRY_COMPARE(stateOf(id), cases::state::kToClose);
    QTRY_VERIFY(has(QStringLiteral("step_close")));

    press(Qt::Key_X);
    QTRY_COMPARE(stateOf(id), cases::state::kClosed);
    const auto broken = cases::CaseRepository(m_city->city().connection()).audit();
    QVERIFY(broken.ok());
    QVERIFY(broken->isEmpty());
    QTRY_VERIFY(find<QWidget>("timeline")->accessibleDescription().count(QLatin1Char('\n')) >= 7);
}

void TestDeskWindow::anotherProgramsChangesShow()
{
    auto file = m_city->reportCase(QStringLiteral("井盖破损"));
    openWindow();
    letCityIn();
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    m_city->step(file, cases::action::kAccept, QStringLiteral("acceptor"));
    QTRY_VERIFY(has(QStringLiteral("step_file")));
    QVERIFY(!has(QStringLiteral("step_accept")));

    m_city->reportCase(QStringLiteral("又一个井盖破损"));
    QTRY_VERIFY(has(QStringLiteral("arrivalsLabel")));
    QCOMPARE(find<QListView>("queueList")->model()->rowCount(), 1);
    press(Qt::Key_N);
    QTRY_COMPARE(find<QListView>("queueList")->model()->rowCount(), 2);
}

void TestDeskWindow::keysThatAreNoStepDoNothing()
{
    const auto file = m_city->reportCase(QStringLiteral("井盖破损"));
    openWindow();
    letCityIn();
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    for (const Qt::Key key : {Qt::Key_F, Qt::Key_D, Qt::Key_S, Qt::Key_H, Qt::Key_K, Qt::Key_P,
                              Qt::Key_B, Qt::Key_X, Qt::Key_Z, Qt::Key_5, Qt::Key_Return})
        press(key);
    QVERIFY(!has(QStringLiteral("panelTitle")));
    // One that is a step, to know that what came before it has been answered.
    press(Qt::Key_A);
    QTRY_COMPARE(stateOf(file.id), cases::state::kToFile);
    const auto history = cases::CaseRepository(m_city->city().connection()).history(file.id);
    QCOMPARE(history->size(), 2);
}

void TestDeskWindow::theChosenCaseStaysChosen()
{
    const auto first = m_city->reportCase(QStringLiteral("井盖破损"));
    const auto second = m_city->reportCase(QStringLiteral("井盖弹跳"));
    openWindow();
    letCityIn();
    QTRY_COMPARE(chosen(), first.id);
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    press(Qt::Key_Down);
    QTRY_COMPARE(chosen(), second.id);
    QTRY_VERIFY(has(QStringLiteral("step_accept")));

    m_city->step(first, cases::action::kAccept, QStringLiteral("acceptor"));
    QTRY_COMPARE(find<QListView>("queueList")->model()->rowCount(), 1);
    QCOMPARE(chosen(), second.id);
    m_city->step(second, cases::action::kAccept, QStringLiteral("acceptor"));
    QTRY_VERIFY(has(QStringLiteral("step_file")));
    QCOMPARE(chosen(), second.id);
}

void TestDeskWindow::aStepCanBeTakenBack()
{
    const auto file = m_city->reportCase(QStringLiteral("井盖破损"));
    openWindow();
    m_window->setUndoMs(60'000);
    letCityIn();
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    press(Qt::Key_A);
    QTRY_VERIFY(has(QStringLiteral("undoButton")));
    QVERIFY(has(QStringLiteral("step_file"))); // what comes next is offered already
    press(Qt::Key_Z);
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    QCOMPARE(stateOf(file.id), cases::state::kToAccept);

    // Going on to the next step sends the one before.
    press(Qt::Key_A);
    QTRY_VERIFY(has(QStringLiteral("undoButton")));
    press(Qt::Key_F);
    QTRY_VERIFY(has(QStringLiteral("conditionList")));
    QCOMPARE(stateOf(file.id), cases::state::kToFile);
}

void TestDeskWindow::aHeldStepGoesOutWhenAnotherCaseIsOpened()
{
    const auto first = m_city->reportCase(QStringLiteral("井盖破损"));
    const auto second = m_city->reportCase(QStringLiteral("井盖弹跳"));
    openWindow();
    m_window->setUndoMs(60'000);
    letCityIn();
    QTRY_COMPARE(chosen(), first.id);
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    press(Qt::Key_A);
    QTRY_VERIFY(has(QStringLiteral("undoButton")));
    press(Qt::Key_Down);
    QTRY_COMPARE(stateOf(first.id), cases::state::kToFile);
    QTRY_COMPARE(chosen(), second.id);
    QTRY_VERIFY(find<QWidget>("caseHeader")->accessibleName().contains(second.number.right(5)));
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
}

void TestDeskWindow::aHeldStepGoesOutWhenTheWindowCloses()
{
    const auto file = m_city->reportCase(QStringLiteral("井盖破损"));
    openWindow();
    m_window->setUndoMs(60'000);
    letCityIn();
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    press(Qt::Key_A);
    QTRY_VERIFY(has(QStringLiteral("undoButton")));
    m_window->close();
    QTRY_COMPARE(stateOf(file.id), cases::state::kToFile);
}

void TestDeskWindow::aReasonIsAskedInPlace()
{
    const auto file = m_city->reportCase(QStringLiteral("邻居吵架"));
    openWindow();
    letCityIn();
    QTRY_VERIFY(has(QStringLiteral("step_refuse")));
    press(Qt::Key_R);
    QTRY_VERIFY(find<QLineEdit>("panelReason")->hasFocus());
    press(Qt::Key_Return);
    QVERIFY(!find<QLabel>("panelProblem")->text().isEmpty());
    press(Qt::Key_Escape);
    QTRY_VERIFY(has(QStringLiteral("step_refuse")));
    QCOMPARE(stateOf(file.id), cases::state::kToAccept);

    press(Qt::Key_R);
    QTRY_VERIFY(find<QLineEdit>("panelReason")->hasFocus());
    type(QStringLiteral("不属城市管理范围 ar")); // letters go into the field, not to steps
    press(Qt::Key_Return);
    QTRY_COMPARE(stateOf(file.id), cases::state::kNotAccepted);
    const auto history = cases::CaseRepository(m_city->city().connection()).history(file.id);
    QVERIFY(history->last().note.contains(QStringLiteral("不属城市管理范围 ar")));
}

void TestDeskWindow::aStaleStepIsRefusedInWords()
{
    const auto file = m_city->reportCase(QStringLiteral("井盖破损"));
    openWindow();
    m_window->setUndoMs(60'000);
    letCityIn();
    QTRY_VERIFY(has(QStringLiteral("step_accept")));
    press(Qt::Key_A);
    QTRY_VERIFY(has(QStringLiteral("undoButton")));
    m_city->step(file, cases::action::kAccept, QStringLiteral("acceptor"));
    press(Qt::Key_Return); // send now
    QTRY_VERIFY(find<QLabel>("noticeLabel")->text().contains(QLatin1String("Somebody else")));
    QTRY_VERIFY(has(QStringLiteral("step_file")));
}

void TestDeskWindow::aDraftSurvives()
{
    openWindow();
    letCityIn();
    QTRY_VERIFY(m_window->isComplete());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(find<QPlainTextEdit>("descriptionEdit")->hasFocus());
    type(QStringLiteral("井盖破损"));
    QTRY_VERIFY(!find<QLabel>("draftLabel")->text().isEmpty());
    m_window.reset(); // as little warning as a crash gives: nothing is confirmed

    openWindow();
    letCityIn();
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(find<QPlainTextEdit>("descriptionEdit")->toPlainText(),
                 QStringLiteral("井盖破损"));
}

void TestDeskWindow::searchFindsACase()
{
    const auto first = m_city->reportCase(QStringLiteral("井盖破损"));
    const auto second = m_city->reportCase(QStringLiteral("井盖弹跳"));
    openWindow();
    letCityIn();
    QTRY_COMPARE(chosen(), first.id);
    press(Qt::Key_K, Qt::ControlModifier);
    type(second.number.right(5));
    QTRY_VERIFY(has(QStringLiteral("searchList")));
    press(Qt::Key_Return);
    QTRY_COMPARE(chosen(), second.id);
}

void TestDeskWindow::everyInputHasAName()
{
    openWindow();
    letCityIn();
    QTRY_VERIFY(m_window->isComplete());
    press(Qt::Key_N, Qt::ControlModifier);
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool input = qobject_cast<const QLineEdit *>(widget) ||
                           qobject_cast<const QPlainTextEdit *>(widget) ||
                           qobject_cast<const QListView *>(widget) ||
                           qobject_cast<const QAbstractButton *>(widget);
        // Qt's own parts: a field's clear button, a list inside a combo box.
        if (!input || widget->objectName().startsWith(QLatin1String("qt_")) ||
            widget->parentWidget()->inherits("QLineEdit") ||
            widget->parentWidget()->inherits("QComboBoxPrivateContainer") ||
            widget->parentWidget()->inherits("QComboBox") ||
            widget->parentWidget()->inherits("QAbstractSpinBox"))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) +
                            QLatin1Char(' ') + widget->objectName()));
    }
}

QTEST_MAIN(TestDeskWindow)
#include "tst_deskwindow.moc"
