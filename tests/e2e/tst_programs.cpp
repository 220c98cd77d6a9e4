// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demofolder.h"

#include <store/connection.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;

/// gridhall as a person starts it: what it shows of a good city, and what it says of a bad one.
class TestPrograms : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void pictures_data();
    void pictures();
    void badCities_data();
    void badCities();
    void badWords_data();
    void badWords();
    void aPictureIntoNoFolder();
    void aWorkerOfAnotherVersion();

private:
    QString picture() const { return m_work->filePath(QStringLiteral("picture.png")); }
    QString city() const { return m_work->filePath(QStringLiteral("city")); }
    void write(const QString &name, const QByteArray &bytes) const;
    void makeNewer() const;
    test::ProgramRun
    take(const QString &face,
         const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment()) const;
    void refusedInOneLine(const test::ProgramRun &run, const QString &words) const;

    QTemporaryDir m_good;
    std::unique_ptr<QTemporaryDir> m_work;
};

void TestPrograms::initTestCase()
{
    const QString trouble = test::makeDemoCity(m_good.filePath(QStringLiteral("city")));
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

void TestPrograms::init()
{
    m_work = std::make_unique<QTemporaryDir>();
    QVERIFY(test::copyFolder(m_good.filePath(QStringLiteral("city")), city()));
}

void TestPrograms::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(city() + QLatin1Char('/') + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestPrograms::makeNewer() const
{
    const auto address = store::CityAddress::parse(city());
    QVERIFY(address.ok());
    auto connection = store::Connection::open(*address);
    QVERIFY(connection.ok());
    const auto done = connection->execute(
        QStringLiteral("INSERT INTO schema_migration (number, min_compatible, name, applied_at) "
                       "VALUES (9000, 9000, 'later', '2099-01-01T00:00:00.000Z')"));
    QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().text()));
}

test::ProgramRun TestPrograms::take(const QString &face,
                                    const QProcessEnvironment &environment) const
{
    return test::runProgram(QStringLiteral("gridhall"),
                            {QStringLiteral("--city"), city(), face, QStringLiteral("--size"),
                             QStringLiteral("1366x768"), QStringLiteral("--screenshot"), picture(),
                             QStringLiteral("--timeout"), QStringLiteral("45")},
                            environment);
}

void TestPrograms::refusedInOneLine(const test::ProgramRun &run, const QString &words) const
{
    const QString said = run.errorLines.join(QLatin1Char('\n'));
    QVERIFY2(run.exitCode > 0, qPrintable(QStringLiteral("%1: %2").arg(run.exitCode).arg(said)));
    QVERIFY2(run.errorLines.size() == 1, qPrintable(said));
    QVERIFY2(said.startsWith(QLatin1String("gridhall: ")), qPrintable(said));
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY(!QFile::exists(picture()));
}

void TestPrograms::pictures_data()
{
    QTest::addColumn<QString>("face");
    QTest::addRow("wall") << QStringLiteral("--wall");
    QTest::addRow("desk") << QStringLiteral("--desk");
}

void TestPrograms::pictures()
{
    QFETCH(const QString, face);
    const test::ProgramRun run = take(face);
    QVERIFY2(run.exitCode == 0, qPrintable(run.errorLines.join(QLatin1Char('\n'))));
    QCOMPARE(run.errorLines, QStringList());
    const QImage image(picture());
    QCOMPARE(image.size(), QSize(1366, 768));
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    // A window without its map has a few hundred, from the edges of its letters.
    QVERIFY2(colours.size() > 1000, qPrintable(QString::number(colours.size())));
}

void TestPrograms::badCities_data()
{
    QTest::addColumn<QString>("face");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("words");
    const QList<QPair<QString, QString>> faults{
        {QStringLiteral("no folder"), QStringLiteral("no city here")},
        {QStringLiteral("no database"), QStringLiteral("no city here")},
        {QStringLiteral("not a database"), QStringLiteral("not a database")},
        {QStringLiteral("newer"), QStringLiteral("newer GridHall")},
        {QStringLiteral("broken project"), QStringLiteral("project cannot be read")},
        {QStringLiteral("no project"), QStringLiteral("no map project")},
        {QStringLiteral("no base map"), QStringLiteral("map is incomplete")},
    };
    for (const QString &face : {QStringLiteral("--wall"), QStringLiteral("--desk")}) {
        for (const auto &[fault, words] : faults)
            QTest::addRow("%s %s", qPrintable(face), qPrintable(fault)) << face << fault << words;
    }
}

void TestPrograms::badCities()
{
    QFETCH(const QString, face);
    QFETCH(const QString, fault);
    QFETCH(const QString, words);
    const auto remove = [this](const char *name) {
        return QFile::remove(city() + QLatin1Char('/') + QString::fromLatin1(name));
    };
    if (fault == QLatin1String("no folder"))
        QVERIFY(QDir(city()).removeRecursively());
    else if (fault == QLatin1String("no database"))
        QVERIFY(remove("city.gpkg"));
    else if (fault == QLatin1String("not a database"))
        write(QStringLiteral("city.gpkg"), "This was a shopping list.\n");
    else if (fault == QLatin1String("newer"))
        makeNewer();
    else if (fault == QLatin1String("broken project"))
        write(QStringLiteral("hall.qgz"), "PK\x03\x04 and then nothing of use");
    else if (fault == QLatin1String("no project"))
        QVERIFY(remove("hall.qgz"));
    else if (fault == QLatin1String("no base map"))
        QVERIFY(remove("basemap.gpkg"));

    const QStringList before = QDir(city()).entryList(QDir::Files);
    refusedInOneLine(take(face), words);
    if (fault == QLatin1String("no folder"))
        QVERIFY(!QFile::exists(city()));
    if (fault == QLatin1String("not a database")) {
        QFile file(city() + QStringLiteral("/city.gpkg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("This was a shopping list.\n"));
    }
    // What the program could not open it does not make either.
    QStringList after = QDir(city()).entryList(QDir::Files);
    if (fault != QLatin1String("not a database")) {
        // SQLite's own, left beside a real database by a reader that closes it last.
        after.removeAll(QStringLiteral("city.gpkg-wal"));
        after.removeAll(QStringLiteral("city.gpkg-shm"));
    }
    QCOMPARE(after, before);
}

void TestPrograms::badWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const QString cityWord = QStringLiteral("--city");
    const QString sizeWord = QStringLiteral("--size");
    for (const char *size : {"nonsense", "0x0", "-5x700", "99999x99999", "1920", "1920x"}) {
        const QString text = QString::fromLatin1(size);
        QTest::addRow("size %s", size)
            << QStringList{cityWord, QStringLiteral("CITY"), sizeWord, text}
            << QStringLiteral("--size");
    }
    QTest::newRow("no city") << QStringList{QStringLiteral("--wall")} << QStringLiteral("--city");
    QTest::newRow("both faces") << QStringList{cityWord, QStringLiteral("CITY"),
                                               QStringLiteral("--wall"), QStringLiteral("--desk")}
                                << QStringLiteral("--wall");
    QTest::newRow("unknown word") << QStringList{cityWord, QStringLiteral("CITY"),
                                                 QStringLiteral("--ceiling")}
                                  << QStringLiteral("ceiling");
    QTest::newRow("no time") << QStringList{cityWord, QStringLiteral("CITY"),
                                            QStringLiteral("--timeout"), QStringLiteral("soon")}
                             << QStringLiteral("--timeout");
}

void TestPrograms::badWords()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, words);
    arguments.replaceInStrings(QStringLiteral("CITY"), city());
    arguments << QStringLiteral("--screenshot") << picture();
    refusedInOneLine(test::runProgram(QStringLiteral("gridhall"), arguments), words);
}

void TestPrograms::aPictureIntoNoFolder()
{
    const QString folder = m_work->filePath(QStringLiteral("absent"));
    const test::ProgramRun run =
        test::runProgram(QStringLiteral("gridhall"),
                         {QStringLiteral("--city"), city(), QStringLiteral("--wall"),
                          QStringLiteral("--size"), QStringLiteral("960x540"),
                          QStringLiteral("--screenshot"), folder + QStringLiteral("/picture.png")});
    refusedInOneLine(run, QStringLiteral("screenshot could not be written"));
    QVERIFY(!QFile::exists(folder));
}

void TestPrograms::aWorkerOfAnotherVersion()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GRIDHALL_MAPD"),
                       QCoreApplication::applicationDirPath() + QStringLiteral("/badworker"));
    environment.insert(QStringLiteral("GRIDHALL_BADWORKER"), QStringLiteral("protocol"));
    refusedInOneLine(take(QStringLiteral("--wall"), environment), QStringLiteral("protocol 42"));
}

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
