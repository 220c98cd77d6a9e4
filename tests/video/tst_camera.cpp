// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <store/migration.h>
#include <video/camera.h>

#include <QTemporaryDir>
#include <QTest>

using namespace gridhall;
using namespace gridhall::video;

class TestCamera : public QObject
{
    Q_OBJECT

private slots:
    void camerasComeBackByNumber()
    {
        QTemporaryDir folder;
        auto opened = store::Connection::open(*store::CityAddress::parse(folder.path(), false),
                                              store::Connection::Mode::Create);
        QVERIFY(opened.ok());
        store::Connection db = std::move(opened).value();
        QVERIFY(store::Migration::apply(db).ok());

        Camera second{Id::create(), 2, QStringLiteral("荷风桥头"), {114.31, 34.8}, 90, 60, 80, {}};
        Camera first{Id::create(), 1, QStringLiteral("文昌路口"), {114.3, 34.79}, 270, 45, 60, {}};
        QVERIFY(CameraRepository(db).addCameras({second, first}).ok());
        const auto cameras = CameraRepository(db).cameras();
        QVERIFY(cameras.ok());
        QCOMPARE(cameras->size(), 2);
        QCOMPARE(cameras->first().name, first.name);
        QCOMPARE(cameras->first().id, first.id);
        QCOMPARE(cameras->last().at, second.at);
        QCOMPARE(cameras->last().reachM, 80.0f);

        Camera again = first;
        again.id = Id::create();
        Camera third = second;
        third.number = 3;
        third.id = Id::create();
        QVERIFY2(!CameraRepository(db).addCameras({third, again}).ok(), "a number is given once");
        QCOMPARE(CameraRepository(db).cameras()->size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestCamera)
#include "tst_camera.moc"
