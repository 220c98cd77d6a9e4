// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapwire/messages.h>
#include <mapwire/slotpool.h>

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QProcess>
#include <QTimer>

namespace gridhall::mapview {

/// One run of gridhall-mapd: the process, its end of a private socket, and what it owes. It lives
/// from its start to exactly one of died() and gaveUp(); then it is to be deleted. GUI thread,
/// never blocking. Not a supervisor: who restarts it, and whether, is decided elsewhere.
class WorkerProcess : public QObject
{
    Q_OBJECT
public:
    struct Limits
    {
        int helloMs = 30'000;  ///< from the start to an open project
        int renderMs = 30'000; ///< for one tile, before the process is taken for stuck
    };

    WorkerProcess(const Limits &limits, QObject *parent = nullptr);
    ~WorkerProcess() override;

    void start(const QString &program, const mapwire::Hello &hello, const mapwire::SlotPool &pool);

    bool isReady() const { return m_ready; }
    qint64 pid() const { return m_pid; }
    /// Tiles painted or cancelled so far.
    int answered() const { return m_answered; }
    /// What the worker was asked for and has not answered, oldest first.
    const QList<mapwire::Render> &owed() const { return m_owed; }

    void render(const mapwire::Render &request);
    void cancel(quint64 requestId);

signals:
    void ready(const gridhall::mapwire::HelloReply &reply);
    void rendered(const gridhall::mapwire::Rendered &answer);
    /// The worker refuses to go on and says why.
    void gaveUp(const gridhall::mapwire::Failure &failure);
    /// The worker speaks another protocol.
    void speaksProtocol(quint32 number);
    /// The process is gone, or never came up (`started` is false). Its slots are free.
    void died(const QString &reason, bool started);

private:
    void readSocket();
    void receive(const mapwire::Message &message);
    void send(const mapwire::Message &message);
    void armWatch();
    void end(const QString &reason);
    void finish(bool started);

    Limits m_limits;
    QProcess m_process;
    QLocalSocket m_socket;
    mapwire::MessageReader m_reader;
    QList<mapwire::Render> m_owed;
    QTimer m_watch;
    QString m_reason;
    QByteArray m_lastWords; ///< the end of its standard error
    int m_answered = 0;
    qint64 m_pid = 0; ///< also after its end
    bool m_ready = false;
    bool m_over = false; ///< one of the final signals was sent
};

} // namespace gridhall::mapview
