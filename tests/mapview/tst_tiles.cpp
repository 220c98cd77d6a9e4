// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/tileblock.h>
#include <mapview/tilecache.h>
#include <mapview/viewport.h>
#include <mapview/wishes.h>

#include <QPainter>
#include <QTest>

using namespace gridhall;
using namespace gridhall::mapview;

namespace {

TileKey keyAt(int column, int row, int denominator = 1000)
{
    TileKey key;
    key.theme = QStringLiteral("paper");
    key.denominator = denominator;
    key.column = column;
    key.row = row;
    return key;
}

Viewport viewport()
{
    Viewport view;
    view.centre = {500'123.4, 3'400'567.8};
    view.denominator = 2000;
    view.size = {1920, 1080};
    return view;
}

QImage pixels()
{
    return QImage(kTilePx, kTilePx, QImage::Format_RGB32);
}

} // namespace

class TestTiles : public QObject
{
    Q_OBJECT
private slots:
    void aTileIsTrueToScale();
    void neighboursMeetWithoutGapOrOverlap();
    void tilesOverCoversExactly();
    void aViewLiesOnWholePixels();
    void zoomingKeepsTheGroundUnderTheCursor();
    void aGlideKeepsTheGroundUnderTheCursor();
    void theScaleStepsAreWalked();
    void theNearestTileIsAskedForFirst();
    void theCacheForgetsTheOldestButNeverWhatIsShown();
    void wishesTakeTurnsBetweenViews();
    void blocksAreTheSameWhicheverTileIsAskedFor();
    void aBlockIsCutIntoItsTiles();
};

void TestTiles::aTileIsTrueToScale()
{
    TileKey key = keyAt(0, 0, 1000);
    key.centiDpi = 25'400; // ten dots per millimetre
    // 512 px are 51.2 mm of paper, at 1:1000 51.2 m of ground.
    QCOMPARE(boxOf(key).width(), 51.2);
    key.ratio256 = 512;
    QCOMPARE(boxOf(key).width(), 25.6);
}

void TestTiles::neighboursMeetWithoutGapOrOverlap()
{
    for (const int denominator : scaleSteps()) {
        const TileKey key = keyAt(3805, -28'011, denominator);
        TileKey east = key;
        ++east.column;
        TileKey south = key;
        ++south.row;
        QCOMPARE(boxOf(east).west, boxOf(key).east);
        QCOMPARE(boxOf(south).north, boxOf(key).south);
    }
}

void TestTiles::tilesOverCoversExactly()
{
    const TileKey key = keyAt(17, -9);
    QCOMPARE(tilesOver(boxOf(key), key), QRect(17, -9, 1, 1));
    QCOMPARE(tilesOver(boxOf(key).grownBy(0.01), key), QRect(16, -10, 3, 3));
    QVERIFY(tilesOver({}, key).isEmpty());
}

void TestTiles::aViewLiesOnWholePixels()
{
    const Viewport view = viewport();
    const ViewState state = view.state();
    const double metres = view.metresPerDevicePixel();
    QVERIFY(std::abs(state.ground.west / metres - std::round(state.ground.west / metres)) < 1e-6);
    QVERIFY(std::abs(state.ground.north / metres - std::round(state.ground.north / metres)) < 1e-6);
    QCOMPARE(view.deviceArea().size(), QSize(1920, 1080));
    const QPointF middle = state.toScreen(view.centre);
    QVERIFY(std::abs(middle.x() - 960) <= 0.51 && std::abs(middle.y() - 540) <= 0.51);
    // Every pixel of the view lies in one of its tiles.
    QRegion covered;
    const QList<TileKey> tiles = view.tiles(QStringLiteral("paper"));
    for (const TileKey &key : tiles)
        covered += QRect(key.column * kTilePx, key.row * kTilePx, kTilePx, kTilePx);
    QVERIFY((QRegion(view.deviceArea()) - covered).isEmpty());
}

void TestTiles::zoomingKeepsTheGroundUnderTheCursor()
{
    Viewport view = viewport();
    const QPointF cursor(1500.5, 222.25);
    // There and back through the steps, which must not add up what is rounded in each.
    const geo::MapPoint under = view.state().toMap(cursor);
    for (const int denominator : {1000, 500, 5000, 25'000, 100'000, 2000, 1000}) {
        view = view.zoomed(denominator, cursor);
        const QPointF now = view.state().toScreen(under);
        QVERIFY2(std::abs(now.x() - cursor.x()) <= 2.5 && std::abs(now.y() - cursor.y()) <= 2.5,
                 qPrintable(QStringLiteral("%1 %2").arg(now.x()).arg(now.y())));
    }
}

void TestTiles::aGlideKeepsTheGroundUnderTheCursor()
{
    const Viewport from = viewport();
    const QPointF cursor(300, 900);
    const geo::MapPoint under = from.state().toMap(cursor);
    const Viewport to = from.zoomed(10'000, cursor);
    for (const double t : {0.1, 0.37, 0.5, 0.9}) {
        const QPointF now = from.towards(to, t).state().toScreen(under);
        QVERIFY(std::abs(now.x() - cursor.x()) <= 1 && std::abs(now.y() - cursor.y()) <= 1);
    }
}

void TestTiles::theScaleStepsAreWalked()
{
    QCOMPARE(scaleSteps(), QList<int>({500, 1000, 2000, 5000, 10'000, 25'000, 50'000, 100'000}));
    QCOMPARE(nextScaleStep(2000, 1), 5000);
    QCOMPARE(nextScaleStep(2000, -1), 1000);
    QCOMPARE(nextScaleStep(2000, 2), 10'000);
    QCOMPARE(nextScaleStep(13'517, 1), 25'000);
    QCOMPARE(nextScaleStep(13'517, -1), 10'000);
    QCOMPARE(nextScaleStep(500, -1), 500);
    QCOMPARE(nextScaleStep(100'000, 1), 100'000);
    QCOMPARE(nextScaleStep(200, -1), 200);
    QCOMPARE(nextScaleStep(400'000, 1), 400'000);
    QCOMPARE(nextScaleStep(400'000, -1), 100'000);
}

void TestTiles::theNearestTileIsAskedForFirst()
{
    const Viewport view = viewport();
    const QList<TileKey> tiles = view.tiles(QStringLiteral("night"));
    QVERIFY(tiles.size() >= 12);
    QVERIFY(boxOf(tiles.first()).contains(view.centre));
    const QList<TileKey> later = view.neighbours(QStringLiteral("night"));
    QVERIFY(!later.isEmpty());
    for (const TileKey &key : later)
        QVERIFY(!tiles.contains(key));
    QCOMPARE(later.first().denominator, 5000);
    QCOMPARE(later.last().denominator, 1000);
}

void TestTiles::theCacheForgetsTheOldestButNeverWhatIsShown()
{
    const qint64 one = pixels().sizeInBytes();
    TileCache cache(3 * one);
    for (int i = 0; i < 3; ++i)
        cache.insert(keyAt(i, 0), pixels());
    QVERIFY(cache.find(keyAt(0, 0))); // used last
    cache.insert(keyAt(3, 0), pixels());
    QVERIFY(cache.contains(keyAt(0, 0)));
    QVERIFY(!cache.contains(keyAt(1, 0)));
    QCOMPARE(cache.bytes(), 3 * one);

    cache.setPinned({keyAt(0, 0), keyAt(2, 0), keyAt(3, 0), keyAt(4, 0, 500)});
    cache.insert(keyAt(4, 0, 500), pixels());
    QCOMPARE(cache.bytes(), 4 * one);
    QCOMPARE(cache.denominatorsLike(keyAt(9, 9)), QList<int>({500, 1000}));
    cache.setPinned({});
    QCOMPARE(cache.bytes(), 3 * one);

    TileKey other = keyAt(0, 0);
    other.theme = QStringLiteral("night");
    QVERIFY(cache.denominatorsLike(other).isEmpty());
}

void TestTiles::wishesTakeTurnsBetweenViews()
{
    const QObject wall;
    const QObject desk;
    Wishes wishes;
    wishes.set(&wall, {keyAt(0, 0), keyAt(1, 0)}, {keyAt(5, 0)});
    wishes.set(&desk, {keyAt(0, 1)}, {});
    QSet<TileKey> had;
    const auto next = [&](bool later) {
        const auto key = wishes.first(later, [&](const TileKey &k) { return had.contains(k); });
        if (key)
            had.insert(*key);
        return key;
    };
    QSet<TileKey> firstTwo;
    firstTwo << *next(false);
    firstTwo << *next(false);
    QCOMPARE(firstTwo, QSet<TileKey>({keyAt(0, 0), keyAt(0, 1)}));
    QVERIFY(next(false) == keyAt(1, 0));
    QVERIFY(!next(false));
    QVERIFY(next(true) == keyAt(5, 0));
    QVERIFY(wishes.isWanted(keyAt(5, 0)) && !wishes.isWantedNow(keyAt(5, 0)));
    wishes.remove(&wall);
    QVERIFY(!wishes.isWanted(keyAt(5, 0)));
    QVERIFY(wishes.isWantedNow(keyAt(0, 1)));
}

void TestTiles::blocksAreTheSameWhicheverTileIsAskedFor()
{
    const auto all = [](const TileKey &) { return true; };
    for (const auto &[column, row] :
         {std::pair(4, -2), std::pair(5, -2), std::pair(4, -1), std::pair(5, -1)}) {
        const TileBlock block = blockAround(keyAt(column, row), all);
        QVERIFY(block.corner == keyAt(4, -2));
        QCOMPARE(block.tiles().size(), 4);
        QVERIFY(block.contains(keyAt(column, row)) && !block.contains(keyAt(6, -1)) &&
                !block.contains(keyAt(5, -1, 2000)));
    }
    const auto lower = [](const TileKey &key) { return key.row == -1; };
    const TileBlock half = blockAround(keyAt(5, -1), lower);
    QCOMPARE(half.tiles(), QList<TileKey>({keyAt(4, -1), keyAt(5, -1)}));
    QCOMPARE(half.ground().width(), 2 * boxOf(keyAt(4, -1)).width());
    QCOMPARE(half.ground().north, boxOf(keyAt(4, -1)).north);
    const auto none = [](const TileKey &) { return false; };
    QCOMPARE(blockAround(keyAt(5, -1), none).tiles(), QList<TileKey>({keyAt(5, -1)}));
}

void TestTiles::aBlockIsCutIntoItsTiles()
{
    const TileBlock block = blockAround(keyAt(0, 0), [](const TileKey &) { return true; });
    QImage whole(2 * kTilePx, 2 * kTilePx, QImage::Format_ARGB32_Premultiplied);
    whole.fill(Qt::transparent);
    QPainter painter(&whole);
    painter.fillRect(kTilePx, 0, kTilePx, kTilePx, Qt::red);
    painter.fillRect(kTilePx + 9, kTilePx + 3, 1, 1, Qt::blue);
    painter.end();
    const QImage red = block.cut(keyAt(1, 0), whole.constBits());
    QCOMPARE(red.format(), QImage::Format_RGB32);
    QCOMPARE(red.pixelColor(511, 511), QColor(Qt::red));
    const QImage dot = block.cut(keyAt(1, 1), whole.constBits());
    QCOMPARE(dot.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(dot.pixelColor(9, 3), QColor(Qt::blue));
    QCOMPARE(dot.pixelColor(8, 3).alpha(), 0);
}

QTEST_APPLESS_MAIN(TestTiles)
#include "tst_tiles.moc"
