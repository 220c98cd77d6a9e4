// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/postgresserver.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>

#include <unistd.h>

namespace gridhall::test {

namespace {

QString binariesFolder()
{
    const QDir debian(QStringLiteral("/usr/lib/postgresql"));
    const QStringList versions = debian.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (auto version = versions.crbegin(); version != versions.crend(); ++version) {
        const QString folder = debian.filePath(*version + QStringLiteral("/bin"));
        if (QFile::exists(folder + QStringLiteral("/initdb")))
            return folder;
    }
    const QString initdb = QStandardPaths::findExecutable(QStringLiteral("initdb"));
    return initdb.isEmpty() ? QString() : QFileInfo(initdb).absolutePath();
}

} // namespace

PostgresServer::PostgresServer()
    : m_folder(QDir::tempPath() + QStringLiteral("/gridhall-pg-XXXXXX")),
      m_binaries(binariesFolder())
{
    if (m_binaries.isEmpty()) {
        m_message =
            QStringLiteral("PostgreSQL is not installed (postgresql, postgresql-15-postgis-3)");
        return;
    }
    if (geteuid() == 0 &&
        !run(QStringLiteral("chown"), {QStringLiteral("postgres"), m_folder.path()}))
        return;
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (!run(m_binaries + QStringLiteral("/initdb"),
             {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("gridhall"),
              QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"),
              QStringLiteral("UTF8"), QStringLiteral("--locale=C"), QStringLiteral("--no-sync")}))
        return;
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        return;
    m_port = free.serverPort();
    free.close();
    m_running = start();
}

PostgresServer::~PostgresServer()
{
    if (m_running)
        run(m_binaries + QStringLiteral("/pg_ctl"),
            {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-m"),
             QStringLiteral("immediate"), QStringLiteral("-w"), QStringLiteral("stop")});
}

bool PostgresServer::start()
{
    return run(m_binaries + QStringLiteral("/pg_ctl"),
               {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")),
                QStringLiteral("-l"), m_folder.filePath(QStringLiteral("log")),
                QStringLiteral("-w"), QStringLiteral("-o"),
                QStringLiteral("-p %1 -k %2 -c listen_addresses=127.0.0.1 -c fsync=off")
                    .arg(m_port)
                    .arg(m_folder.path()),
                QStringLiteral("start")});
}

bool PostgresServer::restart()
{
    run(m_binaries + QStringLiteral("/pg_ctl"),
        {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-m"),
         QStringLiteral("immediate"), QStringLiteral("-w"), QStringLiteral("stop")});
    m_running = start();
    return m_running;
}

QString PostgresServer::newDatabase()
{
    const QString name = QStringLiteral("city%1").arg(++m_databases);
    run(m_binaries + QStringLiteral("/createdb"),
        {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
         QString::number(m_port), QStringLiteral("-U"), QStringLiteral("gridhall"), name});
    return QStringLiteral("postgresql://gridhall@127.0.0.1:%1/%2#%3")
        .arg(m_port)
        .arg(name, m_folder.filePath(QStringLiteral("local-") + name));
}

bool PostgresServer::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    // pg_ctl leaves the server behind with these channels: a pipe would never end.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_folder.filePath(QStringLiteral("errors")), QIODevice::Append);
    if (geteuid() == 0 && program != QLatin1String("chown"))
        process.start(QStringLiteral("runuser"),
                      QStringList{QStringLiteral("-u"), QStringLiteral("postgres"),
                                  QStringLiteral("--"), program} +
                          arguments);
    else
        process.start(program, arguments);
    const bool done = process.waitForFinished(60000) && process.exitCode() == 0;
    if (!done) {
        QFile errors(m_folder.filePath(QStringLiteral("errors")));
        m_message = program + QStringLiteral(" failed: ") +
                    (errors.open(QIODevice::ReadOnly) ? QString::fromUtf8(errors.readAll())
                                                      : process.errorString());
    }
    return done;
}

} // namespace gridhall::test
