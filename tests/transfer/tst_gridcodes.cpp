// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/gridcodes.h>

#include <QTest>

using namespace gridhall::transfer;

class TestGridCodes : public QObject
{
    Q_OBJECT
private slots:
    void knowsStandardCodes();
    void keepsNumbersOfLocalCodes();
    void givesFreeNumbersWhereOnesAreTaken();
    void refusesTheThousandth();
};

void TestGridCodes::knowsStandardCodes()
{
    QVERIFY(isUnitGridCode(QStringLiteral("330103001001001")));
    QVERIFY(isUnitGridCode(QStringLiteral("33010300100100A")));
    QVERIFY(!isUnitGridCode(QStringLiteral("33010300100100")));
    QVERIFY(!isUnitGridCode(QStringLiteral("33010300100100a")));
    QVERIFY(!isUnitGridCode(QStringLiteral("SQ-3-2")));
}

void TestGridCodes::keepsNumbersOfLocalCodes()
{
    GridCodes codes(QStringLiteral("330103"));
    QCOMPARE(codes.codeFor(QStringLiteral("CQ-1-3")), QStringLiteral("330103001001003"));
    QCOMPARE(codes.codeFor(QStringLiteral("SQ-3-2")), QStringLiteral("330103002003002"));
    QCOMPARE(codes.codeFor(QStringLiteral("SQ-3-6")), QStringLiteral("330103002003006"));
    QCOMPARE(codes.codeFor(QStringLiteral("SQ-3-2")), QStringLiteral("330103002003002"));
}

void TestGridCodes::givesFreeNumbersWhereOnesAreTaken()
{
    GridCodes codes(QStringLiteral("990102"));
    QSet<QString> seen;
    for (const char *local : {"A-1-1", "A-1-01", "A-1-x", "A-x-1", "B-1-1", "1", "2", "x"}) {
        const QString code = codes.codeFor(QString::fromLatin1(local));
        QVERIFY(isUnitGridCode(code));
        QVERIFY2(!seen.contains(code), qPrintable(code));
        seen.insert(code);
    }
}

void TestGridCodes::refusesTheThousandth()
{
    GridCodes codes(QStringLiteral("990102"));
    for (int i = 1; i <= 999; ++i)
        QVERIFY(!codes.codeFor(QStringLiteral("A-1-n%1").arg(i)).isEmpty());
    QVERIFY(codes.codeFor(QStringLiteral("A-1-last")).isEmpty());
}

QTEST_GUILESS_MAIN(TestGridCodes)
#include "tst_gridcodes.moc"
