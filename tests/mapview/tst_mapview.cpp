// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/mapview.h>
#include <support/testproject.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace gridhall;
using namespace gridhall::mapview;
using gridhall::test::TestProject;

namespace {

constexpr int kPatienceMs = 20'000;
const QString kPaper = QStringLiteral("paper");
const QString kNight = QStringLiteral("night");

// Paints a square at one place, and notes what it was asked to paint.
class Square : public Overlay
{
public:
    using Overlay::Overlay;
    void paint(QPainter &painter, const ViewState &view, const QRectF &dirty) override
    {
        painted << dirty;
        painter.fillRect(QRectF(view.toScreen(at) - QPointF(5, 5), QSizeF(10, 10)), Qt::red);
    }
    QList<OverlayHit> hits(const QPointF &p, const ViewState &view) const override
    {
        const double distance = QLineF(p, view.toScreen(at)).length();
        if (distance > 10)
            return {};
        return {{QStringLiteral("case"), QStringLiteral("k"), {}, distance}};
    }
    double outsetPx() const override { return 12; }
    void move(const geo::MapPoint &to)
    {
        const geo::MapPoint from = at;
        at = to;
        emit changed({{from.east, from.north, from.east, from.north},
                      {to.east, to.north, to.east, to.north}});
    }

    geo::MapPoint at{500'700, 3'400'700};
    QList<QRectF> painted;
};

void wheel(MapView &view, const QPointF &at, int delta)
{
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&view, &event);
}

QColor colourAt(MapView &view, const geo::MapPoint &point)
{
    const QPoint at = view.viewState().toScreen(point).toPoint();
    return view.grab().toImage().pixelColor(at);
}

} // namespace

class TestMapView : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theWholeCityIsShownAtFirst();
    void aCompleteViewShowsTheMapTrueToScale();
    void theWheelZoomsAboutTheCursorThroughTheSteps();
    void aFineWheelAddsUp();
    void draggingMovesTheGroundWithTheHand();
    void keysPanAndZoom();
    void thereIsNeverAHole();
    void aThemeComesWithoutABlankFrame();
    void onlyWhatChangedIsPaintedAgain();
    void aClickTellsWhatLiesThere();
    void flyingIsShortAndArrives();
    void aHiddenViewAsksForNothing();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<MapSource> m_source;
    std::unique_ptr<MapView> m_view;
};

void TestMapView::initTestCase()
{
    const QString project = TestProject::create(m_dir.path());
    QVERIFY(!project.isEmpty());
    m_source = std::make_unique<MapSource>(project, MapSource::Options{});
}

void TestMapView::init()
{
    m_view = std::make_unique<MapView>(*m_source);
    m_view->resize(800, 600);
    m_view->setTheme(kPaper);
    m_view->setAnimated(false);
    m_view->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isComplete(), kPatienceMs);
}

void TestMapView::cleanup()
{
    m_view.reset();
}

void TestMapView::theWholeCityIsShownAtFirst()
{
    const geo::MapBox ground = m_view->viewState().ground;
    QVERIFY(ground.contains({TestProject::west, TestProject::south}));
    QVERIFY(ground.contains({TestProject::west + 1000, TestProject::south + 1000}));
    QVERIFY(ground.height() < 1300);
}

void TestMapView::aCompleteViewShowsTheMapTrueToScale()
{
    QSignalSpy completed(m_view.get(), &MapView::completed);
    m_view->setScale(2000);
    m_view->setCentre({500'500, 3'400'500});
    QVERIFY(m_view->isComplete() || completed.wait(kPatienceMs));
    const ViewState state = m_view->viewState();
    QCOMPARE(state.scaleDenominator, 2000);
    QCOMPARE(state.metresPerPixel, 2000 * 0.0254 / m_view->logicalDpiX());
    QCOMPARE(colourAt(*m_view, {500'450, 3'400'450}), TestProject::block(kPaper));
    QCOMPARE(colourAt(*m_view, {500'402, 3'400'500}), TestProject::block(kPaper));
    QCOMPARE(colourAt(*m_view, {500'398, 3'400'500}), TestProject::ground(kPaper));
}

void TestMapView::theWheelZoomsAboutTheCursorThroughTheSteps()
{
    m_view->setScale(5000);
    const QPointF cursor(610, 140);
    QList<int> seen;
    for (int i = 0; i < 5; ++i) {
        const geo::MapPoint under = m_view->viewState().toMap(cursor);
        wheel(*m_view, cursor, 120);
        seen << m_view->scaleDenominator();
        const QPointF now = m_view->viewState().toScreen(under);
        QVERIFY(QLineF(now, cursor).length() < 2);
    }
    QCOMPARE(seen, QList<int>({2000, 1000, 500, 500, 500}));
    wheel(*m_view, cursor, -240);
    QCOMPARE(m_view->scaleDenominator(), 2000);
}

void TestMapView::aFineWheelAddsUp()
{
    m_view->setScale(5000);
    for (int i = 0; i < 3; ++i)
        wheel(*m_view, {400, 300}, 30);
    QCOMPARE(m_view->scaleDenominator(), 5000);
    wheel(*m_view, {400, 300}, 30);
    QCOMPARE(m_view->scaleDenominator(), 2000);
}

void TestMapView::draggingMovesTheGroundWithTheHand()
{
    m_view->setScale(2000);
    const geo::MapPoint grabbed = m_view->viewState().toMap({400, 300});
    QSignalSpy clicked(m_view.get(), &MapView::clicked);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {400, 300});
    QTest::mouseMove(m_view.get(), {430, 320});
    QTest::mouseMove(m_view.get(), {470, 350});
    QVERIFY(QLineF(m_view->viewState().toScreen(grabbed), {470, 350}).length() < 1.5);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {470, 350}, 100);
    QCOMPARE(clicked.count(), 0);
}

void TestMapView::keysPanAndZoom()
{
    m_view->setScale(1000);
    m_view->setCentre({500'500, 3'400'500});
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(m_view->centre().east > 500'500);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QVERIFY(m_view->centre().north > 3'400'500);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QCOMPARE(m_view->scaleDenominator(), 500);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(m_view->scaleDenominator(), 2000);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QVERIFY(m_view->viewState().ground.contains({TestProject::west, TestProject::south}));
}

void TestMapView::thereIsNeverAHole()
{
    const QColor bare(255, 0, 255);
    m_view->setGroundColour(bare);
    m_view->setCentre({500'500, 3'400'500});
    // Into scales that nobody has rendered yet, closer and farther: every frame has ground in it.
    for (const int denominator : {1777, 611, 3333}) {
        m_view->setScale(denominator);
        QVERIFY(!m_view->isComplete());
        const QImage frame = m_view->grab().toImage();
        const geo::MapBox city{TestProject::west + 5, TestProject::south + 5,
                               TestProject::west + 995, TestProject::south + 995};
        const ViewState state = m_view->viewState();
        for (int y = 0; y < frame.height(); y += 7) {
            for (int x = 0; x < frame.width(); x += 7) {
                if (city.contains(state.toMap(QPointF(x, y))))
                    QVERIFY(frame.pixelColor(x, y) != bare);
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isComplete(), kPatienceMs);
    }
}

void TestMapView::aThemeComesWithoutABlankFrame()
{
    m_view->setScale(2000);
    m_view->setCentre({500'500, 3'400'500});
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isComplete(), kPatienceMs);
    m_view->setTheme(kNight);
    m_view->setScale(2003); // a scale that the night has not seen
    QVERIFY(!m_view->isComplete());
    QCOMPARE(colourAt(*m_view, {500'450, 3'400'450}), TestProject::block(kPaper));
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isComplete(), kPatienceMs);
    QCOMPARE(colourAt(*m_view, {500'450, 3'400'450}), TestProject::block(kNight));
}

void TestMapView::onlyWhatChangedIsPaintedAgain()
{
    Square square;
    m_view->addOverlay(&square);
    m_view->setScale(2000);
    m_view->setCentre({500'700, 3'400'700});
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isComplete(), kPatienceMs);
    QCOMPARE(colourAt(*m_view, square.at), QColor(Qt::red));
    QCoreApplication::processEvents();
    square.painted.clear();
    const geo::MapPoint before = square.at;
    square.move({500'720, 3'400'700});
    QTRY_VERIFY(!square.painted.isEmpty());
    double pixels = 0;
    for (const QRectF &rect : std::as_const(square.painted))
        pixels += rect.width() * rect.height();
    QVERIFY2(pixels <= 2 * 30 * 30, qPrintable(QString::number(pixels)));
    QCOMPARE(colourAt(*m_view, before), TestProject::ground(kPaper));
    QCOMPARE(colourAt(*m_view, square.at), QColor(Qt::red));
}

void TestMapView::aClickTellsWhatLiesThere()
{
    Square square;
    m_view->addOverlay(&square);
    m_view->setScale(2000);
    m_view->setCentre(square.at);
    QSignalSpy clicked(m_view.get(), &MapView::clicked);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {402, 301});
    QTest::mouseClick(m_view.get(), Qt::RightButton, {}, {100, 100});
    QCOMPARE(clicked.count(), 2);
    const auto hits = clicked.at(0).at(1).value<QList<OverlayHit>>();
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().key, QStringLiteral("k"));
    QVERIFY(clicked.at(1).at(1).value<QList<OverlayHit>>().isEmpty());
    QCOMPARE(clicked.at(1).at(2).value<Qt::MouseButton>(), Qt::RightButton);
}

void TestMapView::flyingIsShortAndArrives()
{
    m_view->setAnimated(true);
    m_view->setScale(5000);
    QElapsedTimer timer;
    timer.start();
    m_view->flyTo({500'800, 3'400'200}, 1000);
    QVERIFY(!m_view->isComplete());
    QCOMPARE(m_view->scaleDenominator(), 1000);
    QTRY_COMPARE_WITH_TIMEOUT(m_view->viewState().scaleDenominator, 1000, kPatienceMs);
    QVERIFY(timer.elapsed() >= 300);
    QVERIFY(QLineF(m_view->viewState().toScreen({500'800, 3'400'200}), {400, 300}).length() < 1.5);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isComplete(), kPatienceMs);
}

void TestMapView::aHiddenViewAsksForNothing()
{
    m_view->hide();
    QVERIFY(!m_view->isComplete());
    QSignalSpy arrived(m_source.get(), &MapSource::tileReady);
    m_view->setScale(777);
    QTest::qWait(0);
    m_view->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isComplete(), kPatienceMs);
    QVERIFY(arrived.count() > 0);
}

QTEST_MAIN(TestMapView)
#include "tst_mapview.moc"
