// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapwire/messages.h>
#include <mapwire/slotpool.h>
#include <support/testproject.h>

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gridhall::mapwire;
using gridhall::test::TestProject;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr std::size_t kSlotBytes = std::size_t(4) * 1024 * 1024;

/// The client's side, as plain as can be: one worker, blocking.
class Worker
{
public:
    Worker() : m_pool(SlotPool::create(kSlotBytes, 3))
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            qFatal("no socket");
        m_socket = ends[0];
        const int theirs = ends[1];
        const int poolFd = m_pool->fd();
        m_process.setChildProcessModifier([theirs, poolFd] {
            ::fcntl(theirs, F_SETFD, 0);
            ::fcntl(poolFd, F_SETFD, 0);
        });
        m_process.start(QStringLiteral(GRIDHALL_BIN_DIR "/gridhall-mapd"),
                        {QStringLiteral("--socket-fd"), QString::number(theirs),
                         QStringLiteral("--pool-fd"), QString::number(poolFd)});
        ::close(theirs);
        m_process.waitForStarted();
    }
    ~Worker()
    {
        close();
        m_process.kill();
        m_process.waitForFinished();
    }

    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }
    void sendBytes(const std::vector<std::uint8_t> &bytes)
    {
        QCOMPARE(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL), ssize_t(bytes.size()));
    }
    void send(const Message &message) { sendBytes(encode(message)); }
    /// Nothing when the worker has closed, or within the patience says nothing.
    std::optional<Message> receive()
    {
        for (;;) {
            if (const auto decoded = m_reader.next()) {
                const Message *message = std::get_if<Message>(&*decoded);
                return message ? std::optional(*message) : std::nullopt;
            }
            pollfd waiting{m_socket, POLLIN, 0};
            std::array<std::uint8_t, 4096> bytes;
            if (::poll(&waiting, 1, kPatienceMs) <= 0)
                return std::nullopt;
            const ssize_t n = ::recv(m_socket, bytes.data(), bytes.size(), 0);
            if (n <= 0)
                return std::nullopt;
            m_reader.feed({bytes.data(), std::size_t(n)});
        }
    }
    template <class T>
    std::optional<T> receiveA()
    {
        const auto message = receive();
        const T *wanted = message ? std::get_if<T>(&*message) : nullptr;
        return wanted ? std::optional(*wanted) : std::nullopt;
    }

    std::optional<HelloReply> open(const QString &project)
    {
        Hello hello;
        hello.projectPath = project.toStdString();
        hello.firstTheme = "paper";
        hello.slotBytes = m_pool->slotBytes();
        hello.slotCount = m_pool->count();
        send(hello);
        return receiveA<HelloReply>();
    }
    QImage paint(const Render &request)
    {
        send(request);
        const auto answer = receiveA<Rendered>();
        if (!answer || answer->outcome != Outcome::Done || answer->requestId != request.requestId)
            return {};
        return QImage(m_pool->slot(request.slot), int(request.widthPx), int(request.heightPx),
                      QImage::Format_ARGB32_Premultiplied)
            .copy();
    }

    SlotPool &pool() { return *m_pool; }
    QProcess &process() { return m_process; }

private:
    std::optional<SlotPool> m_pool;
    QProcess m_process;
    MessageReader m_reader;
    int m_socket = -1;
};

// A square of `px` pixels around a place, at one pixel to half a metre.
Render around(double east, double north, std::uint32_t px, std::uint64_t id = 1)
{
    const double half = px * 0.5 / 2;
    Render request;
    request.requestId = id;
    request.theme = "paper";
    request.ground = {east - half, north - half, east + half, north + half};
    request.widthPx = request.heightPx = px;
    request.dpi = 96;
    request.marginPx = 128;
    return request;
}

} // namespace

class TestMapd : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void neighbouringTilesShowOnePicture_data();
    void neighbouringTilesShowOnePicture();
    void twiceTheResolutionIsTheSameMapLarger();
    void cancellingAnswersEachRequestOnce();
    void aSlotThatIsTooSmallIsRefused();
    void anotherProtocolIsToldOurs();
    void nonsenseEndsTheWorkerWithAReason();
    void itAnswersWhilePainting();
    void itEndsWithItsClient();
    void theProjectAndItsDataStayUntouched();
    void nothingIsLeftBehind();
    void byHandItSaysWhatItIs();

private:
    QTemporaryDir m_dir;
    QString m_project;
};

void TestMapd::initTestCase()
{
    m_project = TestProject::create(m_dir.path());
    QVERIFY(!m_project.isEmpty());
}

void TestMapd::neighbouringTilesShowOnePicture_data()
{
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    // The block's label lies across all four tiles, the street with its names along their border.
    QTest::newRow("block") << 500'500.0 << 3'400'500.0;
    QTest::newRow("street") << 500'500.0 << 3'400'150.0;
    QTest::newRow("street again") << 500'431.5 << 3'400'131.5;
}

void TestMapd::neighbouringTilesShowOnePicture()
{
    QFETCH(double, east);
    QFETCH(double, north);
    Worker worker;
    QVERIFY(worker.open(m_project));
    const QImage whole = worker.paint(around(east, north, 512));
    QVERIFY(!whole.isNull());
    QImage joined(512, 512, QImage::Format_ARGB32_Premultiplied);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 2; ++column) {
            const QImage tile =
                worker.paint(around(east + (column - 0.5) * 128, north + (0.5 - row) * 128, 256));
            QVERIFY(!tile.isNull());
            for (int y = 0; y < 256; ++y)
                memcpy(joined.scanLine(row * 256 + y) + column * 1024, tile.constScanLine(y), 1024);
        }
    }
    // There is a label, and it is whole: within it, and nowhere else, there is black.
    int black = 0;
    int different = 0;
    for (int y = 0; y < 512; ++y) {
        for (int x = 0; x < 512; ++x) {
            black += whole.pixelColor(x, y).lightness() < 60;
            const QColor a = whole.pixelColor(x, y);
            const QColor b = joined.pixelColor(x, y);
            different += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                             std::abs(a.blue() - b.blue()) >
                         24;
        }
    }
    QVERIFY2(black > 50, qPrintable(QString::number(black)));
    QVERIFY2(different == 0, qPrintable(QString::number(different)));
}

void TestMapd::twiceTheResolutionIsTheSameMapLarger()
{
    Worker worker;
    QVERIFY(worker.open(m_project));
    Render request = around(TestProject::blockWest, 3'400'450, 256);
    request.widthPx = request.heightPx = 512;
    request.dpi = 192;
    const QImage image = worker.paint(request);
    QCOMPARE(image.pixelColor(254, 256), TestProject::ground(QStringLiteral("paper")));
    QCOMPARE(image.pixelColor(257, 256), TestProject::block(QStringLiteral("paper")));
}

void TestMapd::cancellingAnswersEachRequestOnce()
{
    QTemporaryDir dir;
    const QString slow = TestProject::create(dir.path(), 3000);
    Worker worker;
    QVERIFY(worker.open(slow));
    Render first = around(500'500, 3'400'150, 1024, 1);
    Render second = around(500'500, 3'400'150, 1024, 2);
    second.slot = 1;
    Render third = around(500'500, 3'400'950, 64, 3);
    third.slot = 2;
    worker.send(first);
    worker.send(second);
    worker.send(third);
    worker.send(Cancel{2});
    worker.send(Cancel{1});
    worker.send(Cancel{77});
    QHash<quint64, Outcome> answers;
    for (int i = 0; i < 3; ++i) {
        const auto answer = worker.receiveA<Rendered>();
        QVERIFY(answer);
        QVERIFY(!answers.contains(answer->requestId));
        answers.insert(answer->requestId, answer->outcome);
    }
    QCOMPARE(answers.value(1), Outcome::Cancelled);
    QCOMPARE(answers.value(2), Outcome::Cancelled);
    QCOMPARE(answers.value(3), Outcome::Done);
}

void TestMapd::aSlotThatIsTooSmallIsRefused()
{
    Worker worker;
    QVERIFY(worker.open(m_project));
    Render large = around(500'500, 3'400'500, 1025);
    worker.send(large);
    auto answer = worker.receiveA<Rendered>();
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::Failed);
    Render nowhere = around(500'500, 3'400'500, 64);
    nowhere.slot = 3;
    worker.send(nowhere);
    answer = worker.receiveA<Rendered>();
    QVERIFY(answer);
    QCOMPARE(answer->outcome, Outcome::Failed);
}

void TestMapd::anotherProtocolIsToldOurs()
{
    Worker worker;
    Hello hello;
    hello.protocol = kProtocol + 1;
    worker.send(hello);
    const auto reply = worker.receiveA<HelloReply>();
    QVERIFY(reply);
    QCOMPARE(reply->protocol, kProtocol);
    QVERIFY(worker.process().waitForFinished(kPatienceMs));
    QCOMPARE(worker.process().exitCode(), 2);
}

void TestMapd::nonsenseEndsTheWorkerWithAReason()
{
    Worker worker;
    QVERIFY(worker.open(m_project));
    worker.sendBytes({4, 0, 0, 0, 99, 1, 2, 3});
    const auto failure = worker.receiveA<Failure>();
    QVERIFY(failure);
    QCOMPARE(failure->kind, FailureKind::BadRequest);
    QVERIFY(worker.process().waitForFinished(kPatienceMs));
}

void TestMapd::itAnswersWhilePainting()
{
    QTemporaryDir dir;
    const QString slow = TestProject::create(dir.path(), 3000);
    Worker worker;
    QVERIFY(worker.open(slow));
    worker.send(around(500'500, 3'400'150, 1024, 1));
    worker.send(Ping{5});
    const auto pong = worker.receiveA<Pong>();
    QVERIFY(pong);
    QCOMPARE(pong->token, 5u);
    QVERIFY(worker.receiveA<Rendered>());
}

void TestMapd::itEndsWithItsClient()
{
    QTemporaryDir dir;
    const QString slow = TestProject::create(dir.path(), 3000);
    Worker worker;
    QVERIFY(worker.open(slow));
    worker.send(around(500'500, 3'400'150, 1024, 1));
    worker.close();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(worker.process().waitForFinished(kPatienceMs));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestMapd::theProjectAndItsDataStayUntouched()
{
    const auto contentOf = [&](const QString &name) {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray project = contentOf(QStringLiteral("hall.qgs"));
    const QByteArray data = contentOf(QStringLiteral("map.gpkg"));
    {
        Worker worker;
        QVERIFY(worker.open(m_project));
        QVERIFY(!worker.paint(around(500'500, 3'400'500, 256)).isNull());
    }
    QCOMPARE(contentOf(QStringLiteral("hall.qgs")), project);
    QCOMPARE(contentOf(QStringLiteral("map.gpkg")), data);
    QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files),
             QStringList({QStringLiteral("hall.qgs"), QStringLiteral("map.gpkg")}));
}

void TestMapd::nothingIsLeftBehind()
{
    QTemporaryDir runtime;
    QTemporaryDir temporary;
    const auto left = [](const QTemporaryDir &dir) {
        return QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    };
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    qputenv("TMPDIR", temporary.path().toLocal8Bit());
    {
        Worker killed;
        QVERIFY(killed.open(m_project));
        killed.process().kill();
        QVERIFY(killed.process().waitForFinished(kPatienceMs));
    }
    const QStringList ofTheKilled = left(runtime);
    QCOMPARE(ofTheKilled.size(), 1);
    {
        Worker worker;
        QVERIFY(worker.open(m_project));
        QCOMPARE(left(runtime).size(), 1);
        QVERIFY(left(runtime) != ofTheKilled);
        worker.close();
        QVERIFY(worker.process().waitForFinished(kPatienceMs));
    }
    QCOMPARE(left(runtime), QStringList());
    QCOMPARE(left(temporary), QStringList());
}

void TestMapd::byHandItSaysWhatItIs()
{
    QProcess process;
    process.start(QStringLiteral(GRIDHALL_BIN_DIR "/gridhall-mapd"),
                  {QStringLiteral("--socket-fd"), QStringLiteral("x")});
    QVERIFY(process.waitForFinished(kPatienceMs));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("usage:"));
    process.start(QStringLiteral(GRIDHALL_BIN_DIR "/gridhall-mapd"), {QStringLiteral("--version")});
    QVERIFY(process.waitForFinished(kPatienceMs));
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestMapd)
#include "tst_mapd.moc"
