// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/livingoverlays.h>
#include <mapview/mapreadout.h>
#include <mapview/sharedborders.h>

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace gridhall;
using namespace gridhall::mapview;
using Item = MarkerOverlay::Item;
using Kind = look::MarkerFace::Kind;

namespace {

ViewState viewOf(const QSizeF &size, double metresPerPixel)
{
    ViewState view;
    view.size = size;
    view.metresPerPixel = metresPerPixel;
    view.ground = {0, 0, size.width() * metresPerPixel, size.height() * metresPerPixel};
    return view;
}

/// An item standing at `px` of viewOf().
Item itemAt(const QString &key, Kind kind, look::Mark mark, const QPointF &px,
            const ViewState &view)
{
    Item item;
    item.key = key;
    item.at = view.toMap(px);
    item.face.kind = kind;
    item.face.mark = mark;
    item.hitKind = kind == Kind::Case ? QStringLiteral("case") : QStringLiteral("mover");
    return item;
}

QImage painted(Overlay &overlay, const ViewState &view)
{
    QImage image(view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    overlay.paint(painter, view, QRectF(QPointF(0, 0), view.size));
    return image;
}

bool inkIn(const QImage &image, const QRect &rect)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            if (image.rect().contains(x, y) && qAlpha(image.pixel(x, y)) > 0)
                return true;
        }
    }
    return false;
}

geo::MapMultiPolygon square(double west, double south, double side)
{
    return {geo::MapPolygon{{{{west, south},
                              {west + side, south},
                              {west + side, south + side},
                              {west, south + side},
                              {west, south}}}}};
}

double lengthOf(const std::vector<geo::MapLine> &lines)
{
    double sum = 0;
    for (const auto &line : lines) {
        for (size_t i = 1; i < line.size(); ++i)
            sum += std::hypot(line[i].east - line[i - 1].east, line[i].north - line[i - 1].north);
    }
    return sum;
}

} // namespace

class TstLivingOverlays : public QObject
{
    Q_OBJECT

private slots:
    void sharedBorderIsDrawnOnce()
    {
        // Two squares side by side: 7 sides of 100 m, not 8.
        const auto lines = sharedBorders({square(0, 0, 100), square(100, 0, 100)});
        QCOMPARE(lengthOf(lines), 700.0);
        QCOMPARE(lines.size(), size_t(3)); // from junction to junction
        // One alone is a closed ring.
        const auto ring = sharedBorders({square(0, 0, 100)});
        QCOMPARE(ring.size(), size_t(1));
        QCOMPARE(ring.front().front(), ring.front().back());
        QVERIFY(sharedBorders({}).empty());
    }

    void urgentKeepsItsLabel()
    {
        const ViewState view = viewOf({800, 600}, 1.0);
        MarkerOverlay overlay(look::Theme::Wall, 56, 36);
        Item late =
            itemAt(QStringLiteral("late"), Kind::Case, look::Mark::Overdue, {400, 300}, view);
        late.face.label = QStringLiteral("超 12 分");
        late.urgency = 100;
        Item person =
            itemAt(QStringLiteral("person"), Kind::Patroller, look::Mark::None, {440, 302}, view);
        person.face.label = QStringLiteral("陈美华");
        person.urgency = 50;
        const QRect underPerson(400, 350, 110, 36);

        overlay.setItems({person});
        QVERIFY(inkIn(painted(overlay, view), underPerson));
        overlay.setItems({person, late});
        QCoreApplication::processEvents();
        const QImage both = painted(overlay, view);
        QVERIFY(inkIn(both, QRect(360, 334, 40, 30)));  // the case's label
        QVERIFY(!inkIn(both, QRect(478, 352, 30, 36))); // the name is not under its person any more
        QVERIFY(inkIn(both, QRect(484, 290, 60, 24)));  // but beside

        // Where there is no room on any side, the name is left out; the case's label stays.
        QList<Item> crowd{person, late};
        const QList<QPointF> around{{515, 302}, {365, 240}, {440, 240}, {520, 240},
                                    {440, 375}, {510, 375}, {350, 302}};
        for (qsizetype i = 0; i < around.size(); ++i)
            crowd.append(
                itemAt(QString::number(i), Kind::Camera, look::Mark::None, around.at(i), view));
        overlay.setItems(crowd);
        QCoreApplication::processEvents();
        const QImage full = painted(overlay, view);
        QVERIFY(inkIn(full, QRect(384, 340, 30, 20)));
        QVERIFY(!inkIn(full, QRect(466, 285, 14, 30)));
    }

    void denseCasesGatherButOverdueNever()
    {
        const ViewState view = viewOf({800, 600}, 4.0);
        MarkerOverlay overlay(look::Theme::Wall, 56, 36);
        QList<Item> items;
        for (int i = 0; i < 6; ++i)
            items.append(itemAt(QString::number(i), Kind::Case, look::Mark::OnTime,
                                {400.0 + i, 300.0}, view));
        items.append(
            itemAt(QStringLiteral("late"), Kind::Case, look::Mark::Overdue, {402, 300}, view));
        overlay.setItems(items);
        painted(overlay, view);
        QStringList kinds;
        QStringList keys;
        for (const OverlayHit &hit : overlay.hits({402, 300}, view)) {
            kinds.append(hit.kind);
            keys.append(hit.key);
        }
        QCOMPARE(kinds.count(QStringLiteral("cluster")), 1);
        QVERIFY(keys.contains(QStringLiteral("late")));
        QCOMPARE(keys.size(), 2);

        // Close by, they stand apart again.
        const ViewState near = viewOf({8000, 6000}, 0.01);
        MarkerOverlay close(look::Theme::Wall, 56, 36);
        QList<Item> apart;
        for (int i = 0; i < 6; ++i)
            apart.append(itemAt(QString::number(i), Kind::Case, look::Mark::OnTime,
                                {400.0 + 120 * i, 300.0}, near));
        close.setItems(apart);
        QImage corner(8, 8, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&corner);
        close.paint(painter, near, {0, 0, 8, 8});
        QCOMPARE(close.hits({400, 300}, near).value(0).key, QStringLiteral("0"));
    }

    void everyItemIsShownOnceOrInOneCluster()
    {
        const ViewState view = viewOf({2000, 1000}, 2.0);
        MarkerOverlay overlay(look::Theme::Wall, 20, 13);
        QList<Item> items;
        // A chain in which everyone has neighbours: no one may be counted twice.
        for (int i = 0; i < 100; ++i)
            items.append(itemAt(QString::number(i), Kind::Case, look::Mark::OnTime,
                                {100.0 + 9 * i, 500.0}, view));
        overlay.setItems(items);
        painted(overlay, view);
        QHash<QString, int> singles;
        int clusters = 0;
        for (int x = 0; x < 2000; x += 4) {
            for (const OverlayHit &hit : overlay.hits({double(x), 500.0}, view)) {
                if (hit.kind == QStringLiteral("case"))
                    singles[hit.key] = 1;
                else
                    ++clusters;
            }
        }
        QVERIFY(clusters > 0);
        QVERIFY2(singles.size() < 20, qPrintable(QString::number(singles.size())));
    }

    void onlyWhatMovedIsPaintedAgain()
    {
        const ViewState view = viewOf({1000, 800}, 0.5);
        MarkerOverlay overlay(look::Theme::Wall, 56, 36);
        QList<Item> items;
        for (int i = 0; i < 5; ++i)
            items.append(itemAt(QString::number(i), Kind::Patroller, look::Mark::None,
                                {100.0 + 180 * i, 400}, view));
        overlay.setItems(items);
        QCoreApplication::processEvents();
        painted(overlay, view);

        QSignalSpy changed(&overlay, &Overlay::changed);
        Item moved = items.at(2);
        moved.at = view.toMap({470, 420});
        overlay.setItem(moved);
        QTRY_COMPARE(changed.count(), 1);
        const auto boxes = changed.first().first().value<QList<geo::MapBox>>();
        QCOMPARE(boxes.size(), 2);
        for (const geo::MapBox &box : boxes) {
            QVERIFY(box.width() / view.metresPerPixel < 200);
            QVERIFY(box.height() / view.metresPerPixel < 200);
        }
        QVERIFY(boxes.at(0).contains(moved.at));
        QVERIFY(boxes.at(1).contains(items.at(2).at));

        // Less than a pixel is no change.
        changed.clear();
        moved.at.east += 0.01;
        overlay.setItem(moved);
        QCoreApplication::processEvents();
        QCOMPARE(changed.count(), 0);

        overlay.removeItem(QStringLiteral("4"));
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(overlay.hits({820, 400}, view).isEmpty());
        QCOMPARE(overlay.hits({280, 400}, view).value(0).key, QStringLiteral("1"));
    }

    void partialPaintingMatchesTheWhole()
    {
        const ViewState view = viewOf({600, 400}, 1.0);
        MarkerOverlay overlay(look::Theme::Wall, 56, 36);
        Item person =
            itemAt(QStringLiteral("p"), Kind::Patroller, look::Mark::None, {300, 200}, view);
        person.face.label = QStringLiteral("宋佳宁");
        person.face.headingStep = 12;
        overlay.setItems({person});
        const QImage whole = painted(overlay, view);
        QImage parts(whole.size(), whole.format());
        parts.fill(Qt::transparent);
        for (int x = 0; x < 600; x += 50) {
            QPainter painter(&parts);
            const QRectF dirty(x, 0, 50, 400);
            painter.setClipRect(dirty);
            overlay.paint(painter, view, dirty);
        }
        QCOMPARE(parts, whole);
    }

    void hitsAreNearestFirst()
    {
        const ViewState view = viewOf({400, 400}, 1.0);
        MarkerOverlay overlay(look::Theme::DeskLight, 20, 13);
        overlay.setItems(
            {itemAt(QStringLiteral("far"), Kind::Case, look::Mark::Overdue, {214, 200}, view),
             itemAt(QStringLiteral("near"), Kind::Case, look::Mark::Overdue, {201, 200}, view)});
        painted(overlay, view);
        const auto hits = overlay.hits({203, 200}, view);
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits.at(0).key, QStringLiteral("near"));
        QCOMPARE(hits.at(1).kind, QStringLiteral("case"));
        QVERIFY(overlay.hits({100, 100}, view).isEmpty());
        overlay.setVisible(false);
        QVERIFY(overlay.hits({203, 200}, view).isEmpty());
    }

    void facesOfTheRoomsValues()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(6, 5), Qt::UTC);
        cases::CaseFile file;
        file.id = Id::create();
        file.className = QStringLiteral("上水井盖");
        const Item late = MarkerOverlay::itemOf(file, cases::Light::Overdue, -720, {});
        QCOMPARE(late.face.mark, look::Mark::Overdue);
        QCOMPARE(late.face.label, QStringLiteral("+12 min"));
        const Item calm = MarkerOverlay::itemOf(file, cases::Light::OnTime, 720, {});
        QVERIFY(calm.face.label.isEmpty());
        QVERIFY(late.urgency > calm.urgency);

        tracking::Mover mover;
        mover.id = Id::create();
        mover.name = QStringLiteral("丁文博");
        mover.kind = tracking::MoverKind::Patroller;
        mover.latest.atUtc = now.addSecs(-540);
        mover.latest.headingDeg = 359;
        const Item stale = MarkerOverlay::itemOf(mover, now, {});
        QVERIFY(stale.face.stale);
        QCOMPARE(stale.face.label, QStringLiteral("丁文博 9 min"));
        mover.latest.atUtc = now;
        const Item live = MarkerOverlay::itemOf(mover, now, {});
        QVERIFY(!live.face.stale);
        QCOMPARE(live.face.label, QStringLiteral("丁文博"));
        QCOMPARE(live.face.headingStep, 0);

        video::Camera camera;
        camera.number = 7;
        QCOMPARE(MarkerOverlay::itemOf(camera, {}).face.label, QStringLiteral("7"));
    }

    void thousandMarkersAtFourKAreCheap()
    {
        const ViewState view = viewOf({3840, 2160}, 1.0);
        MarkerOverlay overlay(look::Theme::Wall, 56, 36);
        QList<Item> items;
        for (int i = 0; i < 1000; ++i) {
            Item item =
                itemAt(QString::number(i), i % 2 ? Kind::Patroller : Kind::Case,
                       look::Mark::Overdue, {double(i * 37 % 3840), double(i * 91 % 2160)}, view);
            item.face.label = i % 2 ? QStringLiteral("监督员%1").arg(i % 40)
                                    : QStringLiteral("超 %1 分").arg(i % 60);
            item.face.headingStep = i % 2 ? i % 24 : -1;
            items.append(item);
        }
        overlay.setItems(items);
        painted(overlay, view); // fills the cache
        QImage image(view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        QBENCHMARK
        {
            overlay.paint(painter, view, QRectF(QPointF(0, 0), view.size));
        }
    }

    void scaleBarIsRoundAndNotLongerThanAsked_data()
    {
        QTest::addColumn<double>("metresPerPixel");
        QTest::addColumn<int>("lengthPx");
        QTest::newRow("200 m") << 0.826 << 242;
        QTest::newRow("1 m") << 0.01 << 200; // 2 m would be 200 px: 250 allow it
        QTest::newRow("50 m") << 0.2 << 250;
    }

    void scaleBarIsRoundAndNotLongerThanAsked()
    {
        QFETCH(double, metresPerPixel);
        QFETCH(int, lengthPx);
        const ViewState view = viewOf({400, 100}, metresPerPixel);
        QImage image(400, 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawScaleBar(painter, view, {20, 80}, 250, look::palette(look::Theme::Wall), 36);
        painter.end();
        int right = 0;
        for (int x = 0; x < 400; ++x) {
            if (qAlpha(image.pixel(x, 79)) > 0 || qAlpha(image.pixel(x, 78)) > 0)
                right = x;
        }
        QVERIFY2(std::abs(right - 20 - lengthPx) <= 3, qPrintable(QString::number(right - 20)));
    }
};

QTEST_MAIN(TstLivingOverlays)
#include "tst_livingoverlays.moc"
