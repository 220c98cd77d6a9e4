// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/workerprocess.h>

#include <QLoggingCategory>
#include <QProcessEnvironment>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

Q_LOGGING_CATEGORY(workerLog, "gridhall.mapview.worker", QtInfoMsg)

namespace gridhall::mapview {
namespace {

// Both Qts, QGIS and Python read the same variables, and these were written for us, not for it.
QProcessEnvironment scrubbedEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(QLatin1String("QT_")) || name.startsWith(QLatin1String("QML")) ||
            name.startsWith(QLatin1String("PYTHON")) || name.startsWith(QLatin1String("QGIS_")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

void keepOpenInChild(int fd)
{
    ::fcntl(fd, F_SETFD, 0);
}

} // namespace

WorkerProcess::WorkerProcess(const Limits &limits, QObject *parent)
    : QObject(parent), m_limits(limits)
{
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        end(m_ready ? tr("it was stuck in one tile") : tr("it did not open the project in time"));
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &WorkerProcess::readSocket);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        if (!m_over)
            end(tr("it closed the connection"));
    });
    connect(&m_process, &QProcess::finished, this, [this] { finish(true); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_reason = m_process.errorString();
            finish(false);
        }
    });
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray words = m_process.readAllStandardError();
        qCDebug(workerLog).noquote()
            << "worker" << pid() << QString::fromLocal8Bit(words).trimmed();
        m_lastWords = (m_lastWords + words).right(2000);
    });
}

WorkerProcess::~WorkerProcess()
{
    m_over = true;
    m_process.disconnect(this);
    m_socket.disconnect(this);
    // Nothing of it is worth an orderly end, and nobody should wait for one.
    m_process.kill();
    m_process.waitForFinished(1000);
}

void WorkerProcess::start(const QString &program, const mapwire::Hello &hello,
                          const mapwire::SlotPool &pool)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        m_reason = tr("the system gave no socket");
        QMetaObject::invokeMethod(this, [this] { finish(false); }, Qt::QueuedConnection);
        return;
    }
    const int theirs = ends[1];
    const int poolFd = pool.fd();
    m_process.setProcessEnvironment(scrubbedEnvironment());
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([theirs, poolFd] {
        keepOpenInChild(theirs);
        keepOpenInChild(poolFd);
    });
    m_process.start(program, {QStringLiteral("--socket-fd"), QString::number(theirs),
                              QStringLiteral("--pool-fd"), QString::number(poolFd)});
    ::close(theirs);
    m_pid = m_process.processId();
    m_socket.setSocketDescriptor(ends[0]);
    send(hello);
    m_watch.start(m_limits.helloMs);
}

void WorkerProcess::render(const mapwire::Render &request)
{
    m_owed << request;
    send(request);
    if (m_owed.size() == 1)
        armWatch();
}

void WorkerProcess::cancel(quint64 requestId)
{
    send(mapwire::Cancel{requestId});
}

void WorkerProcess::readSocket()
{
    const QByteArray bytes = m_socket.readAll();
    m_reader.feed({reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                   static_cast<std::size_t>(bytes.size())});
    while (!m_over) {
        const auto decoded = m_reader.next();
        if (!decoded)
            return;
        if (const auto *error = std::get_if<mapwire::DecodeError>(&*decoded)) {
            end(tr("it sent %1").arg(QLatin1String(mapwire::nameOf(*error))));
            return;
        }
        receive(std::get<mapwire::Message>(*decoded));
    }
}

void WorkerProcess::receive(const mapwire::Message &message)
{
    if (const auto *reply = std::get_if<mapwire::HelloReply>(&message)) {
        if (reply->protocol != mapwire::kProtocol) {
            m_over = true;
            emit speaksProtocol(reply->protocol);
            return;
        }
        m_ready = true;
        m_watch.stop();
        emit ready(*reply);
    } else if (const auto *answer = std::get_if<mapwire::Rendered>(&message)) {
        const auto found = std::find_if(m_owed.begin(), m_owed.end(), [&](const auto &request) {
            return request.requestId == answer->requestId && request.slot == answer->slot;
        });
        if (found == m_owed.end()) {
            end(tr("it answered what it was not asked"));
            return;
        }
        const mapwire::Rendered copy = *answer;
        m_owed.erase(found);
        ++m_answered;
        armWatch();
        emit rendered(copy);
    } else if (const auto *failure = std::get_if<mapwire::Failure>(&message)) {
        m_over = true;
        emit gaveUp(*failure);
    }
}

void WorkerProcess::send(const mapwire::Message &message)
{
    const std::vector<std::uint8_t> frame = mapwire::encode(message);
    m_socket.write(reinterpret_cast<const char *>(frame.data()), static_cast<qint64>(frame.size()));
    m_socket.flush();
}

void WorkerProcess::armWatch()
{
    if (m_owed.isEmpty())
        m_watch.stop();
    else
        m_watch.start(m_limits.renderMs);
}

// The slots are free only when the process is: died() comes from its end, not from here.
void WorkerProcess::end(const QString &reason)
{
    if (m_reason.isEmpty())
        m_reason = reason;
    m_watch.stop();
    m_process.kill();
}

void WorkerProcess::finish(bool started)
{
    if (m_over)
        return;
    // Its last answers, or the reason it gave, may still wait in the socket.
    if (m_socket.bytesAvailable() > 0)
        readSocket();
    if (m_over)
        return;
    m_over = true;
    m_watch.stop();
    if (m_reason.isEmpty() || m_process.exitStatus() == QProcess::CrashExit)
        m_reason = m_process.exitStatus() == QProcess::CrashExit
                       ? (m_reason.isEmpty() ? tr("it was killed or crashed") : m_reason)
                       : tr("it ended with code %1").arg(m_process.exitCode());
    if (!m_lastWords.isEmpty())
        qCInfo(workerLog).noquote()
            << "last words:" << QString::fromLocal8Bit(m_lastWords).trimmed();
    emit died(m_reason, started);
}

} // namespace gridhall::mapview
