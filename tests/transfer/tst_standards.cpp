// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/standardsimport.h>
#include <transfer/table.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;
using namespace gridhall::transfer;
using catalog::LimitUnit;

class TestStandards : public QObject
{
    Q_OBJECT
private slots:
    void readsLimits_data();
    void readsLimits();
    void readsThePublishedWorkbook();
    void readsCsvInBothEncodings();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
};

void TestStandards::readsLimits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("unit");
    const auto row = [](const char *text, int value, LimitUnit unit) {
        QTest::newRow(text) << QString::fromUtf8(text) << value << static_cast<int>(unit);
    };
    row("2紧急工作时", 2, LimitUnit::UrgentHour);
    row("2紧急工作日", 48, LimitUnit::UrgentHour);
    row("4工作时", 4, LimitUnit::WorkingHour);
    row("4小时", 4, LimitUnit::WorkingHour);
    row("5个工作日", 5, LimitUnit::WorkingDay);
    row("15天", 15, LimitUnit::WorkingDay);
    row(" 1 工作日 ", 1, LimitUnit::WorkingDay);
    row("", 0, LimitUnit::None);
    row("尽快", 0, LimitUnit::None);
    row("2", 0, LimitUnit::None);
    row("2分钟", 0, LimitUnit::None);
    row("1紧急工作时制止", 0, LimitUnit::None);
    row("2小时3天", 0, LimitUnit::None);
}

void TestStandards::readsLimits()
{
    QFETCH(QString, text);
    QFETCH(int, value);
    QFETCH(int, unit);
    const catalog::Limit limit = limitFromText(text);
    QCOMPARE(limit.value, value);
    QCOMPARE(static_cast<int>(limit.unit), unit);
    QString remark;
    QCOMPARE(limitFromText(QStringLiteral("1紧急工作时制止"), &remark).value, 1);
    QCOMPARE(remark, QStringLiteral("制止"));
}

void TestStandards::readsThePublishedWorkbook()
{
    const QString path = qEnvironmentVariable("GRIDHALL_SHARED_DATA") +
                         QStringLiteral("/codes/yuncheng_case_standards.xlsx");
    if (!QFile::exists(path))
        QSKIP("the workbook of Yuncheng is not on this machine");
    const auto sheets = readTable(path);
    QVERIFY(sheets);
    QCOMPARE(sheets->size(), 2);
    QCOMPARE(sheets->first().name, QStringLiteral("部件"));
    // Row 4 lies under the merged cells of row 3.
    QCOMPARE(sheets->first().cell(3, 3), QStringLiteral("上水井盖"));
    QCOMPARE(sheets->first().cell(3, 1), QStringLiteral("公用设施"));
}

void TestStandards::readsCsvInBothEncodings()
{
    const QTemporaryDir dir;
    const QByteArray utf8("类别,小类名称\n部件,\"上水,井盖\"\n");
    const QByteArray gbk =
        QByteArray::fromHex("c0e0b1f02cd0a1c0e0c3fbb3c60ab2bfbcfe2c22c9cfcbae2cbeaeb8c7220a");
    for (const QByteArray &bytes : {utf8, gbk}) {
        QFile file(dir.filePath(QStringLiteral("t.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto sheets = readTable(file.fileName());
        QVERIFY(sheets);
        QCOMPARE(sheets->first().cell(0, 1), QStringLiteral("小类名称"));
        QCOMPARE(sheets->first().cell(1, 1), QStringLiteral("上水,井盖"));
    }
}

void TestStandards::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zip head only") << "a.xlsx" << QByteArray("PK\003\004");
    QTest::newRow("garbage") << "a.xlsx" << QByteArray("\320\317\021\340 old workbook");
    QTest::newRow("binary csv") << "a.csv" << QByteArray("a\0b", 3);
    QTest::newRow("open quote") << "a.csv" << QByteArray("a,\"b\nc");
    QTest::newRow("empty") << "a.xlsx" << QByteArray();
}

void TestStandards::refusesWhatIsNoTable()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QTemporaryDir dir;
    QFile file(dir.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto sheets = readTable(file.fileName());
    QVERIFY(!sheets);
    QCOMPARE(sheets.error().kind, ErrorKind::Unreadable);
    QVERIFY(!sheets.error().next.isEmpty());
}

QTEST_GUILESS_MAIN(TestStandards)
#include "tst_standards.moc"
