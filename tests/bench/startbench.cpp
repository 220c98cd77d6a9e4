// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startbench.h"

#include "figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace gridhall::bench {
namespace {

constexpr int kTimeoutMs = 120'000;

QProcessEnvironment offscreen()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return environment;
}

// The last line that is a JSON object, whatever else was printed.
QJsonObject lastObject(const QByteArray &output)
{
    QJsonObject found;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line.trimmed());
        if (document.isObject())
            found = document.object();
    }
    return found;
}

QJsonObject startOnce(const StartBench &bench, QString &error)
{
    QProcess hall;
    hall.setProcessEnvironment(offscreen());
    hall.setProcessChannelMode(QProcess::SeparateChannels);
    const QString size = QStringLiteral("%1x%2").arg(bench.size.width()).arg(bench.size.height());
    hall.start(QCoreApplication::applicationDirPath() + QStringLiteral("/gridhall"),
               {QStringLiteral("--city"), bench.city, QStringLiteral("--desk"),
                QStringLiteral("--size"), size, QStringLiteral("--bench-start")});
    if (!hall.waitForFinished(kTimeoutMs) || hall.exitCode() != 0) {
        error = QStringLiteral("gridhall did not finish: %1 %2")
                    .arg(hall.errorString(), QString::fromLocal8Bit(hall.readAllStandardError()));
        return {};
    }
    const QJsonObject report = lastObject(hall.readAllStandardOutput());
    if (report.isEmpty())
        error = QStringLiteral("gridhall printed no report");
    return report;
}

double workersMb(const QJsonObject &rss)
{
    double sum = 0;
    const QJsonArray workers = rss.value(QLatin1String("workers")).toArray();
    for (const QJsonValue &worker : workers)
        sum += worker.toDouble();
    return sum;
}

/// QGIS Desktop refuses to start without an X display, so it gets one of its own; made before the
/// clock starts, for it is no part of QGIS's start.
class VirtualDisplay
{
public:
    explicit VirtualDisplay(const QSize &size)
    {
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"),
                        QStringLiteral("-screen"), QStringLiteral("0"),
                        QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height())});
        while (m_server.waitForReadyRead(kTimeoutMs) && !m_server.canReadLine()) {
        }
        m_number = QString::fromLatin1(m_server.readLine()).trimmed();
    }
    ~VirtualDisplay()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    bool isThere() const { return !m_number.isEmpty(); }
    QString name() const { return QLatin1Char(':') + m_number; }

private:
    QProcess m_server;
    QString m_number;
};

// From its start to a finished picture of the same project, and its end.
QJsonValue timeQgis(const StartBench &bench)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("qgis"));
    if (program.isEmpty())
        return {};
    const VirtualDisplay display(bench.size);
    if (!display.isThere())
        return {};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), display.name());
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    QTemporaryDir dir;
    QList<double> times;
    for (int i = 0; i < bench.repeats; ++i) {
        QFile::remove(dir.filePath(QStringLiteral("map.png")));
        QProcess qgis;
        qgis.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        qgis.start(program,
                   {QStringLiteral("--nologo"), QStringLiteral("--noversioncheck"),
                    QStringLiteral("--noplugins"), QStringLiteral("--nopython"),
                    QStringLiteral("--profiles-path"), dir.path(), QStringLiteral("--width"),
                    QString::number(bench.size.width()), QStringLiteral("--height"),
                    QString::number(bench.size.height()), QStringLiteral("--snapshot"),
                    dir.filePath(QStringLiteral("map.png")), QStringLiteral("--project"),
                    QDir(bench.city).filePath(QStringLiteral("hall.qgz"))});
        if (!qgis.waitForFinished(kTimeoutMs)) {
            qgis.kill();
            qgis.waitForFinished();
            return {};
        }
        if (QFileInfo(dir.filePath(QStringLiteral("map.png"))).size() > 0)
            times << double(timer.elapsed());
    }
    return times.isEmpty() ? QJsonValue() : QJsonValue(median(times));
}

} // namespace

QJsonObject StartBench::run(QString &error) const
{
    QHash<QString, QList<double>> measured;
    const QStringList names = {QStringLiteral("first_window_ms"), QStringLiteral("first_map_ms"),
                               QStringLiteral("complete_map_ms")};
    // The first start only warms the file caches, as any second start of a day finds them.
    for (int i = -1; i < repeats; ++i) {
        const QJsonObject report = startOnce(*this, error);
        if (report.isEmpty())
            return {};
        if (i < 0)
            continue;
        for (const QString &name : names)
            measured[name] << report.value(name).toDouble();
        const QJsonObject rss = report.value(QLatin1String("rss_mb")).toObject();
        measured[QStringLiteral("client")] << rss.value(QLatin1String("client")).toDouble();
        measured[QStringLiteral("worker")] << workersMb(rss);
    }
    QJsonObject result;
    for (const QString &name : names)
        result.insert(name, median(measured.value(name)));
    result.insert(
        QStringLiteral("rss_mb"),
        QJsonObject{{QStringLiteral("client"), median(measured.value(QStringLiteral("client")))},
                    {QStringLiteral("worker"), median(measured.value(QStringLiteral("worker")))}});
    result.insert(QStringLiteral("repeats"), repeats);
    result.insert(QStringLiteral("size"),
                  QStringLiteral("%1x%2").arg(size.width()).arg(size.height()));
    result.insert(QStringLiteral("qgis_desktop_picture_ms"), timeQgis(*this));
    return result;
}

} // namespace gridhall::bench
