// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapwire/slotpool.h>

#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

using namespace gridhall::mapwire;

class TestSlotPool : public QObject
{
    Q_OBJECT
private slots:
    void bothSidesSeeTheSameSlots();
    void aPoolThatIsTooSmallOrNotSealedIsRefused();
    void nonsenseSizesAreRefused();
};

void TestSlotPool::bothSidesSeeTheSameSlots()
{
    auto client = SlotPool::create(4096, 3);
    QVERIFY(client);
    auto worker = SlotPool::attach(::dup(client->fd()), 4096, 3);
    QVERIFY(worker);
    worker->slot(2)[4095] = 0x5a;
    QCOMPARE(client->slot(2)[4095], std::uint8_t(0x5a));
    QCOMPARE(client->slot(0)[0], std::uint8_t(0));
    QVERIFY(!client->slot(3));
    // Nobody can cut the memory away under the other side.
    QVERIFY(::ftruncate(worker->fd(), 0) != 0);
}

void TestSlotPool::aPoolThatIsTooSmallOrNotSealedIsRefused()
{
    auto client = SlotPool::create(4096, 3);
    QVERIFY(client);
    QVERIFY(!SlotPool::attach(::dup(client->fd()), 4096, 4));
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(file.resize(4096 * 3));
    QVERIFY(!SlotPool::attach(::dup(file.handle()), 4096, 3));
    QVERIFY(!SlotPool::attach(-1, 4096, 3));
}

void TestSlotPool::nonsenseSizesAreRefused()
{
    QVERIFY(!SlotPool::create(0, 3));
    QVERIFY(!SlotPool::create(4096, 0));
    QVERIFY(!SlotPool::create(std::size_t(-1), 4096));
}

QTEST_APPLESS_MAIN(TestSlotPool)
#include "tst_slotpool.moc"
