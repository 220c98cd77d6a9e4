// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smallcity.h"

#include <mapview/livingoverlays.h>
#include <mapview/mapreadout.h>

#include <QSignalSpy>
#include <QTest>

using namespace gridhall;
using namespace gridhall::mapview;
using test::SmallCity;

namespace {

ViewState viewOf(const city::CityIndex &city, double metresPerPixel)
{
    const geo::MapPoint middle = city.extent().centre();
    ViewState view;
    view.size = {1000, 1000};
    view.metresPerPixel = metresPerPixel;
    view.ground = {middle.east - 500 * metresPerPixel, middle.north - 500 * metresPerPixel,
                   middle.east + 500 * metresPerPixel, middle.north + 500 * metresPerPixel};
    return view;
}

QImage painted(Overlay &overlay, const ViewState &view)
{
    QImage image(view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    overlay.paint(painter, view, QRectF(QPointF(0, 0), view.size));
    return image;
}

int inkPixels(const QImage &image, const QRect &rect)
{
    int count = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            count +=
                image.rect().contains(x, y) && image.pixelColor(x, y) != QColor(Qt::white) ? 1 : 0;
    }
    return count;
}

} // namespace

class TstGridOverlay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_city = m_small.index(); }

    void bordersAndNamesAreDrawn()
    {
        GridOverlay overlay(m_city, look::Theme::DeskLight, 13);
        const ViewState view = viewOf(*m_city, 1.2);
        const QImage image = painted(overlay, view);
        // The border between the two teams runs through the middle.
        QVERIFY(inkPixels(image, QRect(480, 300, 40, 60)) > 40);
        const geo::MapPoint name = geo::labelPoint(m_city->responsibilityGridShapes().front());
        const QPoint at = view.toScreen(name).toPoint();
        QVERIFY(inkPixels(image, QRect(at - QPoint(40, 12), QSize(80, 24))) > 150);
    }

    void unitGridsFadeOutFarAway()
    {
        // The border between two unit grids of one team: only a hairline, and only near by.
        GridOverlay overlay(m_city, look::Theme::DeskLight, 13);
        const auto inside = [this](const ViewState &view, double share) {
            const geo::MapBox west = geo::boxOf(m_city->responsibilityGridShapes().front());
            const geo::MapPoint at{west.west + west.width() * share, west.centre().north};
            return QRect(view.toScreen(at).toPoint() - QPoint(1, 2), QSize(2, 5));
        };
        const ViewState near = viewOf(*m_city, 1.2);
        QVERIFY(inkPixels(painted(overlay, near), inside(near, 0.2)) > 0);
        const ViewState far = viewOf(*m_city, 40);
        QCOMPARE(inkPixels(painted(overlay, far), inside(far, 0.5)), 0);
    }

    void highlightDimsTheRest()
    {
        GridOverlay overlay(m_city, look::Theme::DeskDark, 13);
        QSignalSpy changed(&overlay, &Overlay::changed);
        overlay.setHighlighted(QStringLiteral("990102003007001"));
        QCOMPARE(changed.count(), 1);
        overlay.setHighlighted(QStringLiteral("990102003007001"));
        QCOMPARE(changed.count(), 1);
        const ViewState view = viewOf(*m_city, 1.2);
        const QImage image = painted(overlay, view);
        const auto colourIn = [&](int grid) {
            const geo::MapPoint p = geo::boxOf(m_city->unitGridShapes()[size_t(grid)]).centre();
            const QPoint at = view.toScreen({p.east + 60, p.north + 60}).toPoint();
            return image.pixelColor(at);
        };
        QCOMPARE(colourIn(0), QColor(Qt::white));
        QVERIFY(colourIn(3).lightness() < 200);
        overlay.setHighlighted({});
        QCOMPARE(changed.count(), 2);
        QVERIFY(painted(overlay, view).pixelColor(4, 4) == QColor(Qt::white));
    }

    void codeOnlyWhereThereIsRoom()
    {
        GridOverlay overlay(m_city, look::Theme::DeskLight, 13);
        const auto codeInk = [&](const ViewState &view) {
            const geo::MapPoint p = geo::labelPoint(m_city->unitGridShapes().front());
            const QPoint at = view.toScreen(p).toPoint();
            return inkPixels(painted(overlay, view), QRect(at - QPoint(50, 7), QSize(100, 14)));
        };
        QVERIFY(codeInk(viewOf(*m_city, 1.2)) > 150);
        QCOMPARE(codeInk(viewOf(*m_city, 9)) > 150, false);
    }

    void partialPaintingMatchesTheWhole()
    {
        GridOverlay overlay(m_city, look::Theme::Wall, 36);
        const ViewState view = viewOf(*m_city, 1.2);
        const QImage whole = painted(overlay, view);
        QImage parts(whole.size(), whole.format());
        parts.fill(Qt::white);
        for (int x = 0; x < 1000; x += 125) {
            QPainter painter(&parts);
            const QRectF dirty(x, 0, 125, 1000);
            painter.setClipRect(dirty);
            overlay.paint(painter, view, dirty);
        }
        QCOMPARE(parts, whole);
    }

    void readoutTellsThePlace()
    {
        MapSource source(m_small.file(QStringLiteral("absent.qgz")), {});
        MapView view(source);
        view.resize(800, 400);
        MapReadout readout(view, m_city, look::Theme::DeskLight);
        readout.resize(1000, readout.sizeHint().height());
        view.setCentre(m_city->extent().centre());
        const QImage before = readout.grab().toImage();
        emit view.cursorMoved({m_city->extent().west + 10, m_city->extent().south + 10});
        const QImage after = readout.grab().toImage();
        QVERIFY(before != after);
        emit view.cursorLeft();
        QCOMPARE(readout.grab().toImage(), before);
        // Far too narrow: what fits is shown, nothing is cut at the edge.
        readout.resize(260, readout.height());
        const QImage narrow = readout.grab().toImage();
        for (int y = 4; y < narrow.height(); ++y)
            QCOMPARE(narrow.pixelColor(narrow.width() - 1, y),
                     look::palette(look::Theme::DeskLight).panel);
    }

    void readoutTakesASecondRowWhereOneIsTooShort()
    {
        MapSource source(m_small.file(QStringLiteral("absent.qgz")), {});
        MapView view(source);
        view.setCentre(m_city->extent().centre());
        MapReadout readout(view, m_city, look::Theme::DeskLight);
        readout.resize(2000, 10);
        readout.grab(); // a hidden widget is told of its size when it is painted
        const int oneRow = readout.height();
        readout.resize(640, 10);
        const QImage narrow = readout.grab().toImage();
        QCOMPARE(readout.height(), 2 * oneRow);
        const QRect second(16, oneRow, 400, oneRow - 8);
        int ink = 0;
        for (int y = second.top(); y < second.bottom(); ++y) {
            for (int x = second.left(); x < second.right(); ++x)
                ink += narrow.pixelColor(x, y) != look::palette(look::Theme::DeskLight).panel;
        }
        QVERIFY(ink > 300);
    }

private:
    SmallCity m_small;
    std::shared_ptr<const city::CityIndex> m_city;
};

QTEST_MAIN(TstGridOverlay)
#include "tst_gridoverlay.moc"
