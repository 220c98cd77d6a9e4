// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <geo/mapsheet.h>

#include <QTest>

#include <limits>

using namespace gridhall::geo;

class TestMapSheet : public QObject
{
    Q_OBJECT
private slots:
    void numbersByTheSouthWestCorner();
    void edgesBelongToTheSheetNorthEast();
    void readsWhatItWrites();
    void refusesOtherText_data();
    void refusesOtherText();
};

void TestMapSheet::numbersByTheSouthWestCorner()
{
    QCOMPARE(sheetNumber500({528094.553, 3852115.295}), QStringLiteral("3852.00-528.00"));
    QCOMPARE(sheetNumber500({528260.0, 3852115.295}), QStringLiteral("3852.00-528.25"));
    QCOMPARE(sheetNumber500({528999.9, 3852999.9}), QStringLiteral("3852.75-528.75"));
    QCOMPARE(sheetNumber500({std::numeric_limits<double>::infinity(), 0}), QString());
}

void TestMapSheet::edgesBelongToTheSheetNorthEast()
{
    QCOMPARE(sheetNumber500({528250.0, 3852250.0}), QStringLiteral("3852.25-528.25"));
    QCOMPARE(sheetNumber500({528249.999, 3852249.999}), QStringLiteral("3852.00-528.00"));
}

void TestMapSheet::readsWhatItWrites()
{
    for (double east = 400100; east < 600000; east += 12345.6) {
        for (double north = 2000100; north < 5900000; north += 345678.9) {
            const MapBox box = sheetBox500(sheetNumber500({east, north}));
            QVERIFY(box.contains(MapPoint{east, north}));
            QCOMPARE(box.width(), 250.0);
            QCOMPARE(box.height(), 250.0);
        }
    }
}

void TestMapSheet::refusesOtherText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "3852.00", "3852.00-528.01", "3852-528", "a.00-b.00",
                             "3852.00-528.00x", "3852.00-528.00-1", "9999999.00-1.00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestMapSheet::refusesOtherText()
{
    QFETCH(QString, text);
    QVERIFY(sheetBox500(text).isEmpty());
}

QTEST_GUILESS_MAIN(TestMapSheet)
#include "tst_mapsheet.moc"
