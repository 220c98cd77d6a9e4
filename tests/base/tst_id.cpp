// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/id.h>

#include <QDateTime>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

using gridhall::Id;

class TestId : public QObject
{
    Q_OBJECT

private slots:
    void aNewIdIsVersion7AndCarriesItsTime()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const Id id = Id::create();
        const QString text = id.toString();
        QCOMPARE(text.size(), 36);
        QCOMPARE(text.at(14), QLatin1Char('7'));
        QVERIFY(QStringLiteral("89ab").contains(text.at(19)));
        QVERIFY(id.createdAtMs() >= before);
        QVERIFY(id.createdAtMs() <= QDateTime::currentMSecsSinceEpoch() + 100);
    }

    void idsOfOneProcessGrow()
    {
        Id last = Id::create();
        for (int i = 0; i < 100000; ++i) {
            const Id next = Id::create();
            QVERIFY(last < next);
            last = next;
        }
    }

    void threadsNeverMakeTheSameId()
    {
        constexpr int kThreads = 4;
        constexpr int kEach = 20000;
        std::vector<std::vector<Id>> made(kThreads);
        std::vector<std::thread> threads;
        for (auto &ids : made) {
            threads.emplace_back([&ids] {
                for (int i = 0; i < kEach; ++i)
                    ids.push_back(Id::create());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QSet<Id> all;
        for (const auto &ids : made) {
            for (const Id &id : ids)
                all.insert(id);
        }
        QCOMPARE(all.size(), qsizetype(kThreads * kEach));
    }

    void textAndBack()
    {
        const Id id = Id::create();
        QCOMPARE(Id::fromString(id.toString()).toString(), id.toString());
        QVERIFY(Id::fromString(id.toString()) == id);
        QVERIFY(Id().isNull());
        QVERIFY(!id.isNull());
    }

    void whatIsNoIdIsNull_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << QStringLiteral("0190");
        QTest::newRow("braces") << QStringLiteral("{01900000-0000-7000-8000-000000000001}");
        QTest::newRow("letters") << QString(36, QLatin1Char('z'));
        QTest::newRow("Chinese") << QString(36, QChar(0x7f51));
    }

    void whatIsNoIdIsNull()
    {
        QFETCH(QString, text);
        QVERIFY(Id::fromString(text).isNull());
    }
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
