// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/draftstore.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrent>

namespace gridhall::desk {

namespace {

const QString kReportFile = QStringLiteral("report.json");
const QString kStepPrefix = QStringLiteral("step-");

QJsonArray encoded(const QList<QByteArray> &photos)
{
    QJsonArray array;
    for (const QByteArray &photo : photos)
        array.append(QString::fromLatin1(photo.toBase64()));
    return array;
}

QList<QByteArray> decoded(const QJsonValue &value)
{
    QList<QByteArray> photos;
    for (const QJsonValue &photo : value.toArray())
        photos.append(QByteArray::fromBase64(photo.toString().toLatin1()));
    return photos;
}

QJsonObject encoded(const StepOnItsWay &way)
{
    const cases::Step &step = way.step;
    return {{QStringLiteral("event"), step.eventId.toString()},
            {QStringLiteral("case"), step.caseId.toString()},
            {QStringLiteral("seen"), step.seenVersion},
            {QStringLiteral("action"), step.action},
            {QStringLiteral("reason"), step.reason},
            {QStringLiteral("condition"), step.condition.toString()},
            {QStringLiteral("unit"), step.unit.toString()},
            {QStringLiteral("person"), step.person.toString()},
            {QStringLiteral("until"), step.untilUtc.toString(Qt::ISODateWithMs)},
            {QStringLiteral("photos"), encoded(way.photos)},
            {QStringLiteral("actor"), way.actor.person.toString()},
            {QStringLiteral("actorName"), way.actor.name},
            {QStringLiteral("role"), way.actor.role},
            {QStringLiteral("number"), way.caseNumber},
            {QStringLiteral("toState"), way.toState}};
}

StepOnItsWay decodedStep(const QJsonObject &object)
{
    const auto text = [&object](const char *name) {
        return object.value(QLatin1String(name)).toString();
    };
    StepOnItsWay way;
    way.step.eventId = Id::fromString(text("event"));
    way.step.caseId = Id::fromString(text("case"));
    way.step.seenVersion = object.value(QLatin1String("seen")).toInteger();
    way.step.action = text("action");
    way.step.reason = text("reason");
    way.step.condition = Id::fromString(text("condition"));
    way.step.unit = Id::fromString(text("unit"));
    way.step.person = Id::fromString(text("person"));
    way.step.untilUtc = QDateTime::fromString(text("until"), Qt::ISODateWithMs);
    way.photos = decoded(object.value(QLatin1String("photos")));
    way.actor = {Id::fromString(text("actor")), text("actorName"), text("role")};
    way.caseNumber = text("number");
    way.toState = text("toState");
    return way;
}

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void writeObject(const QString &path, const QJsonObject &object)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace

DraftStore::DraftStore(const QString &folder) : m_folder(folder)
{
    m_writer.setMaxThreadCount(1);
    QtConcurrent::run(&m_writer, &DraftStore::readAll, folder)
        .then(&m_home, [this](const Left &left) { take(left); });
}

DraftStore::~DraftStore()
{
    m_writer.waitForDone();
}

DraftStore::Left DraftStore::readAll(const QString &path)
{
    Left left;
    left.report = readObject(path + QLatin1Char('/') + kReportFile);
    left.reportPhotos = decoded(left.report.take(QLatin1String("photos")));
    const QDir folder(path);
    for (const QString &name :
         folder.entryList({kStepPrefix + QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const StepOnItsWay way = decodedStep(readObject(folder.filePath(name)));
        if (!way.step.eventId.isNull() && !way.step.caseId.isNull())
            left.steps.append(way);
    }
    return left;
}

void DraftStore::take(const Left &left)
{
    m_isRead = true;
    m_report = left.report;
    m_reportPhotos = left.reportPhotos;
    m_steps = left.steps;
    const QList<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.then();
    }
}

void DraftStore::whenRead(QObject *context, std::function<void()> then)
{
    if (m_isRead)
        then();
    else
        m_waiters.append({context, std::move(then)});
}

void DraftStore::later(std::function<void()> work)
{
    m_writer.start(std::move(work));
}

void DraftStore::saveReport(const QJsonObject &report, const QList<QByteArray> &photos)
{
    m_report = report;
    m_reportPhotos = photos;
    later([path = m_folder + QLatin1Char('/') + kReportFile, report, photos] {
        QJsonObject whole = report;
        whole.insert(QLatin1String("photos"), encoded(photos));
        writeObject(path, whole);
    });
}

void DraftStore::clearReport()
{
    m_report = {};
    m_reportPhotos.clear();
    later([path = m_folder + QLatin1Char('/') + kReportFile] { QFile::remove(path); });
}

void DraftStore::saveStep(const StepOnItsWay &step)
{
    const QString path = m_folder + QLatin1Char('/') + kStepPrefix + step.step.eventId.toString() +
                         QStringLiteral(".json");
    later([path, step] { writeObject(path, encoded(step)); });
}

void DraftStore::removeStep(const Id &eventId)
{
    m_steps.removeIf([&](const StepOnItsWay &way) { return way.step.eventId == eventId; });
    later([path = m_folder + QLatin1Char('/') + kStepPrefix + eventId.toString() +
                  QStringLiteral(".json")] { QFile::remove(path); });
}

QString DraftStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/gridhall/desk-drafts");
}

QString DraftStore::folderOf(const store::CityAddress &city)
{
    const QString place = city.dialect == store::Dialect::Postgres
                              ? city.databaseUrl
                              : QFileInfo(city.databaseFile()).canonicalFilePath();
    const QByteArray key =
        QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return defaultFolder() + QLatin1Char('/') + QString::fromLatin1(key);
}

} // namespace gridhall::desk
