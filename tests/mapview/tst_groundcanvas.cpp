// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/groundcanvas.h>

#include <QTest>

using gridhall::mapview::GroundCanvas;

namespace {

// Each pixel says where on the ground it lies, so a pixel in the wrong place is seen.
QRgb groundAt(int x, int y)
{
    return qRgb(x & 0xff, y & 0xff, ((x >> 8) & 0xf) << 4 | ((y >> 8) & 0xf));
}

} // namespace

class TestGroundCanvas : public QObject
{
    Q_OBJECT
private slots:
    void panningPaintsOnlyWhatComesIntoSight();
    void anInvalidPartIsPaintedAgain();

private:
    int refresh(GroundCanvas &canvas)
    {
        int painted = 0;
        canvas.refresh(Qt::black, [&](QPainter &painter, const QRect &part) {
            QImage ground(part.size(), QImage::Format_RGB32);
            for (int y = 0; y < part.height(); ++y) {
                for (int x = 0; x < part.width(); ++x)
                    ground.setPixel(x, y, groundAt(part.left() + x, part.top() + y));
            }
            painter.drawImage(part.topLeft(), ground);
            painted += part.width() * part.height();
        });
        return painted;
    }
    static bool shows(const GroundCanvas &canvas, const QRect &area)
    {
        QImage screen(area.size(), QImage::Format_RGB32);
        QPainter painter(&screen);
        canvas.blit(painter, area, {0, 0});
        painter.end();
        for (int y = 0; y < area.height(); ++y) {
            for (int x = 0; x < area.width(); ++x) {
                if (screen.pixel(x, y) != groundAt(area.left() + x, area.top() + y))
                    return false;
            }
        }
        return true;
    }
};

void TestGroundCanvas::panningPaintsOnlyWhatComesIntoSight()
{
    GroundCanvas canvas;
    QRect area(-30, 1000, 100, 70);
    canvas.setArea(area);
    QCOMPARE(refresh(canvas), 100 * 70);
    QVERIFY(shows(canvas, area));
    for (const QPoint by : {QPoint(7, 0), QPoint(-13, 5), QPoint(0, -64), QPoint(55, 31)}) {
        area.translate(by);
        canvas.setArea(area);
        QCOMPARE(refresh(canvas), 7000 - (100 - std::abs(by.x())) * (70 - std::abs(by.y())));
        QVERIFY(shows(canvas, area));
    }
    area.translate(5000, -5000);
    canvas.setArea(area);
    QCOMPARE(refresh(canvas), 7000);
    QVERIFY(shows(canvas, area));
    QCOMPARE(refresh(canvas), 0);
}

void TestGroundCanvas::anInvalidPartIsPaintedAgain()
{
    GroundCanvas canvas;
    canvas.setArea({0, 0, 50, 50});
    refresh(canvas);
    canvas.invalidate(QRect(40, 40, 30, 30));
    QCOMPARE(refresh(canvas), 100);
    canvas.invalidate(QRect(500, 500, 3, 3));
    QVERIFY(!canvas.isStale());
}

QTEST_MAIN(TestGroundCanvas)
#include "tst_groundcanvas.moc"
