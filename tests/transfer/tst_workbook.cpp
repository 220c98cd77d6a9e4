// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/table.h>

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace gridhall;
using namespace gridhall::transfer;

class TestWorkbook : public QObject
{
    Q_OBJECT
private slots:
    void readsStringsOfEveryKind();
    void fillsMergedCells();
    void refusesWhatUnpacksTooLarge();
    void refusesCellsFarOutside_data();
    void refusesCellsFarOutside();
    void refusesEveryTruncation();

private:
    QString workbook(const QByteArray &sheet, const QByteArray &strings = {});
    QTemporaryDir m_dir;
};

QString TestWorkbook::workbook(const QByteArray &sheet, const QByteArray &strings)
{
    const QString path = m_dir.filePath(QStringLiteral("t.xlsx"));
    const QList<std::pair<const char *, QByteArray>> members{
        {"xl/workbook.xml",
         "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
         "<sheets><sheet name='部件' r:id='rId1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>"},
        {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"},
    };
    QFile::remove(path);
    const zipFile zip = zipOpen64(QFile::encodeName(path).constData(), APPEND_STATUS_CREATE);
    for (const auto &[name, bytes] : members) {
        const zip_fileinfo info{};
        zipOpenNewFileInZip(zip, name, &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6);
        zipWriteInFileInZip(zip, bytes.constData(), static_cast<unsigned>(bytes.size()));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
    return path;
}

void TestWorkbook::readsStringsOfEveryKind()
{
    const auto sheets = readTable(workbook(
        "<sheetData><row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' "
        "t='inlineStr'><is><t>内嵌</t></is></c>"
        "<c r='D2'><v>3.5</v></c><c t='str'><f>A1</f><v>公式</v></c><c r='F2' "
        "t='s'><v>99</v></c></row>"
        "</sheetData>",
        "<si><t>甲</t></si><si><r><t>上水</t></r><r><t>井盖</t></r><rPh><t>ssjg</t></rPh></si>"));
    QVERIFY(sheets);
    QCOMPARE(sheets->first().name, QStringLiteral("部件"));
    QCOMPARE(sheets->first().rows.size(), 2);
    QCOMPARE(sheets->first().rows.at(1),
             (QStringList{QStringLiteral("上水井盖"), QStringLiteral("内嵌"), QString(),
                          QStringLiteral("3.5"), QStringLiteral("公式")}));
}

void TestWorkbook::fillsMergedCells()
{
    const auto sheets = readTable(workbook(
        "<sheetData><row r='1'><c r='A1' t='str'><v>a</v></c><c r='B1' t='str'><v>b</v></c></row>"
        "<row r='2'><c r='A2'/><c r='B2' t='str'><v>c</v></c></row><row r='3'><c r='A3'/></row>"
        "<row r='4'><c r='B4' t='str'><v>d</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref='A1:A4'/><mergeCell ref='B2:B3'/><mergeCell "
        "ref='x'/></mergeCells>"));
    QVERIFY(sheets);
    const Sheet &sheet = sheets->first();
    QCOMPARE(sheet.cell(1, 0), QStringLiteral("a"));
    QCOMPARE(sheet.cell(3, 0), QStringLiteral("a"));
    // Row 3 has no word of its own: it is the lower half of row 2.
    QCOMPARE(sheet.cell(2, 0), QString());
    QCOMPARE(sheet.cell(2, 1), QString());
}

void TestWorkbook::refusesWhatUnpacksTooLarge()
{
    const QByteArray bomb = "<sheetData>" + QByteArray(140 * 1024 * 1024, ' ') + "</sheetData>";
    const QString path = workbook(bomb);
    QVERIFY(QFile(path).size() < 1024 * 1024);
    const auto sheets = readTable(path);
    QVERIFY(!sheets);
    QCOMPARE(sheets.error().kind, ErrorKind::InvalidInput);
}

void TestWorkbook::refusesCellsFarOutside_data()
{
    QTest::addColumn<QByteArray>("reference");
    for (const char *text : {"A9999999", "ZZZZ1", "1", "A", "A0", "A-1", "AAAAAAAAAAAAAAAAAAAA1"})
        QTest::newRow(text) << QByteArray(text);
}

void TestWorkbook::refusesCellsFarOutside()
{
    QFETCH(QByteArray, reference);
    const auto sheets = readTable(workbook("<sheetData><row><c r='" + reference +
                                           "' t='str'><v>x</v></c></row></sheetData>"));
    QVERIFY(!sheets);
    QCOMPARE(sheets.error().kind, ErrorKind::InvalidInput);
}

void TestWorkbook::refusesEveryTruncation()
{
    const QString path =
        workbook("<sheetData><row r='1'><c r='A1' t='str'><v>a</v></c></row></sheetData>");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (qsizetype n = 2; n < whole.size() - 22; n += 7) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(whole.left(n));
        file.close();
        const auto sheets = readTable(path);
        QVERIFY(!sheets);
        QCOMPARE(sheets.error().kind, ErrorKind::Unreadable);
    }
}

QTEST_GUILESS_MAIN(TestWorkbook)
#include "tst_workbook.moc"
