// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <look/marks.h>
#include <look/palette.h>
#include <look/style.h>
#include <look/words.h>

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPushButton>
#include <QTest>

using namespace gridhall::look;

namespace {

QImage drawn(Mark mark, const Palette &p, bool outlined)
{
    QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawMark(painter, mark, QRectF(4, 4, 56, 56), p, outlined);
    painter.end();
    return image;
}

/// Where a mark has ink, whatever its colour.
QImage shapeOf(Mark mark)
{
    return drawn(mark, palette(Theme::Wall), false).createAlphaMask();
}

} // namespace

class TstLook : public QObject
{
    Q_OBJECT

private slots:
    void wallColoursStandOutAtTenMetres()
    {
        const Palette &p = palette(Theme::Wall);
        for (const QColor &ground : {p.ground, p.panel}) {
            for (const QColor &c : {p.onTime, p.dueSoon, p.overdue, p.suspended, p.closed,
                                    p.patroller, p.vehicle, p.camera, p.text, p.secondaryText})
                QVERIFY2(contrast(c, ground) >= 7.0,
                         qPrintable(c.name() + QStringLiteral(" on ") + ground.name()));
            QVERIFY(contrast(p.alarm, ground) >= 6.5);
        }
    }

    void deskColoursAreReadable_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::DeskLight);
        QTest::newRow("dark") << int(Theme::DeskDark);
    }

    void deskColoursAreReadable()
    {
        QFETCH(int, theme);
        const Palette &p = palette(Theme(theme));
        for (const QColor &ground : {p.ground, p.panel, p.selection}) {
            QVERIFY(contrast(p.text, ground) >= 7.0);
            for (const QColor &c :
                 {p.onTime, p.dueSoon, p.overdue, p.suspended, p.closed, p.alarm, p.secondaryText})
                QVERIFY2(contrast(c, ground) >= 5.0,
                         qPrintable(c.name() + QStringLiteral(" on ") + ground.name()));
        }
        QVERIFY(contrast(p.ink, p.onInk) >= 7.0);
    }

    void contrastIsWcag()
    {
        QVERIFY(qAbs(contrast(Qt::white, Qt::black) - 21.0) < 0.01);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
        QCOMPARE(contrast(Qt::red, Qt::blue), contrast(Qt::blue, Qt::red));
    }

    void fontHasChineseAndTabularFigures()
    {
        const QFontMetricsF metrics(font(100));
        if (!QFontInfo(font(100)).family().contains(QStringLiteral("CJK")))
            QSKIP("Noto Sans CJK is not installed (fonts-noto-cjk)");
        for (const bool bold : {false, true}) {
            const QFontMetricsF m(font(100, bold));
            for (QChar digit = u'0'; digit <= u'9'; digit = QChar(digit.unicode() + 1))
                QCOMPARE(m.horizontalAdvance(digit), m.horizontalAdvance(u'0'));
        }
        QVERIFY(metrics.inFont(QChar(0x683C)));
        QCOMPARE(font(12.6).pixelSize(), 13);
    }

    void timesInTheHallsZone()
    {
        const QTimeZone zone("Asia/Shanghai");
        const QDateTime now(QDate(2026, 11, 23), QTime(6, 5), Qt::UTC);
        QCOMPARE(timeText(now, now, zone), QStringLiteral("14:05"));
        QCOMPARE(timeText(now.addDays(-1), now, zone), QStringLiteral("11-22 14:05"));
        // 16:30 UTC of the day before is already today in Shanghai.
        QCOMPARE(timeText(QDateTime(QDate(2026, 11, 22), QTime(16, 30), Qt::UTC), now, zone),
                 QStringLiteral("00:30"));
        QCOMPARE(timeText(now.addYears(-1), now, zone), QStringLiteral("2025-11-23 14:05"));
        QCOMPARE(timeText({}, now, zone), QString());
    }

    void agesInEnglish_data()
    {
        QTest::addColumn<qint64>("secs");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << QStringLiteral("0 s");
        QTest::newRow("negative") << qint64(-5) << QStringLiteral("0 s");
        QTest::newRow("seconds") << qint64(59) << QStringLiteral("59 s");
        QTest::newRow("minute") << qint64(60) << QStringLiteral("1 min");
        QTest::newRow("minutes") << qint64(59 * 60 + 59) << QStringLiteral("59 min");
        QTest::newRow("hour") << qint64(3600) << QStringLiteral("1 h");
        QTest::newRow("hours") << qint64(2 * 3600 + 10 * 60) << QStringLiteral("2 h 10 min");
        QTest::newRow("day") << qint64(86400) << QStringLiteral("1 d");
        QTest::newRow("days") << qint64(3 * 86400 + 4 * 3600) << QStringLiteral("3 d 4 h");
    }

    void agesInEnglish()
    {
        QFETCH(qint64, secs);
        QFETCH(QString, text);
        QCOMPARE(ageText(secs), text);
    }

    void whatIsLeft()
    {
        QCOMPARE(leftText(12 * 60), QStringLiteral("12 min left"));
        QCOMPARE(leftText(-(2 * 3600 + 10 * 60)), QStringLiteral("+2 h 10 min"));
    }

    void numbersAreGrouped()
    {
        QCOMPARE(countText(1043), QStringLiteral("1,043"));
        QCOMPARE(countText(7), QStringLiteral("7"));
        QCOMPARE(lonLatText(114.307612, 34.796021), QStringLiteral("114.30761, 34.79602"));
        QCOMPARE(mapPointText(528046.2, 3852031.8), QStringLiteral("528 046.2, 3 852 031.8"));
        QCOMPARE(mapPointText(-12.34, 999.96), QStringLiteral("-12.3, 1 000.0"));
    }

    void marksDifferInShapeNotOnlyInColour()
    {
        const QList<Mark> marks{Mark::OnTime,    Mark::DueSoon, Mark::Overdue,
                                Mark::Suspended, Mark::Closed,  Mark::Alarm};
        for (int i = 0; i < marks.size(); ++i) {
            for (int j = i + 1; j < marks.size(); ++j) {
                const bool rings = marks.at(i) == Mark::Suspended && marks.at(j) == Mark::Alarm;
                if (rings)
                    continue; // both are rings; the alarm's is wider and on a map has a circle
                              // round it
                const QImage a = shapeOf(marks.at(i));
                const QImage b = shapeOf(marks.at(j));
                int different = 0;
                for (int y = 0; y < a.height(); ++y) {
                    for (int x = 0; x < a.width(); ++x)
                        different += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
                }
                QVERIFY2(different > 200,
                         qPrintable(QString::number(i) + u'/' + QString::number(j)));
            }
        }
    }

    void outlineLiftsAMarkOffTheMap()
    {
        const Palette &p = palette(Theme::Wall);
        const QImage plain = drawn(Mark::OnTime, p, false);
        const QImage outlined = drawn(Mark::OnTime, p, true);
        const auto radius = [](const QImage &image) {
            int x = 32;
            while (x < 63 && qAlpha(image.pixel(x, 32)) > 127)
                ++x;
            return x - 32;
        };
        const int rim = radius(outlined) - radius(plain);
        QVERIFY2(rim >= 3 && rim <= 5, qPrintable(QString::number(rim)));
    }

    void cacheGivesOnePixmapPerFace()
    {
        MarkerCache cache(Theme::Wall, 56, 36);
        MarkerFace face;
        face.kind = MarkerFace::Kind::Patroller;
        face.label = QStringLiteral("陈美华");
        face.headingStep = 6;
        const qint64 first = cache.art(face, 1.0).pixmap.cacheKey();
        QCOMPARE(cache.art(face, 1.0).pixmap.cacheKey(), first);
        QVERIFY(cache.art(face, 2.0).pixmap.cacheKey() != first);
        face.headingStep = 12;
        const MarkerArt down = cache.art(face, 1.0);
        QVERIFY(!down.labelBox.isEmpty());
        QVERIFY(down.labelBox.top() > down.glyphBox.bottom());
        // Everything painted lies inside the pixmap: its border is empty.
        const QImage image = down.pixmap.toImage();
        for (int x = 0; x < image.width(); ++x) {
            QCOMPARE(qAlpha(image.pixel(x, 0)), 0);
            QCOMPARE(qAlpha(image.pixel(x, image.height() - 1)), 0);
        }
        for (int y = 0; y < image.height(); ++y) {
            QCOMPARE(qAlpha(image.pixel(0, y)), 0);
            QCOMPARE(qAlpha(image.pixel(image.width() - 1, y)), 0);
        }
    }

    void cacheFollowsASize()
    {
        MarkerCache cache(Theme::DeskLight, 20, 13);
        MarkerFace face;
        face.kind = MarkerFace::Kind::Case;
        face.mark = Mark::Overdue;
        const QSize small = cache.art(face, 1.0).pixmap.size();
        cache.setSizes(40, 26);
        QVERIFY(cache.art(face, 1.0).pixmap.width() > small.width() * 3 / 2);
    }

    void themeReachesWidgets()
    {
        applyTheme(*qApp, Theme::DeskDark);
        QCOMPARE(qApp->palette().color(QPalette::Text), palette(Theme::DeskDark).text);
        QVERIFY(!qApp->styleSheet().contains(u'@'));
        QPushButton button(QStringLiteral("受理"));
        button.ensurePolished();
        QVERIFY(button.sizeHint().height() >= 38);
        qApp->setStyleSheet({});
    }
};

QTEST_MAIN(TstLook)
#include "tst_look.moc"
