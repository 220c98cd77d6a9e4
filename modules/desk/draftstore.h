// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casebook.h>

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>

namespace gridhall::desk {

/// A step on its way: what is asked, by whom, and how it is said on screen.
struct StepOnItsWay
{
    cases::Step step;
    QList<QByteArray> photos;
    cases::Actor actor;
    QString caseNumber;
    QString toState;
};

/// What was typed and not yet stored in the database, kept in files of the person's own, so that
/// neither a crash nor a power cut loses it: the report being written, and steps on their way.
/// Reads and writes on a thread of its own, in order; each file is written whole or not at all.
/// GUI thread.
class DraftStore
{
public:
    explicit DraftStore(const QString &folder);
    ~DraftStore();

    /// Calls `then` once what an earlier run left has been read: at once when it has been, else
    /// from the event loop, unless `context` is gone by then. Before that there is nothing below.
    void whenRead(QObject *context, std::function<void()> then);
    bool isRead() const { return m_isRead; }

    QJsonObject report() const { return m_report; }
    QList<QByteArray> reportPhotos() const { return m_reportPhotos; }
    void saveReport(const QJsonObject &report, const QList<QByteArray> &photos);
    void clearReport();

    /// Steps that were on their way when the program ended.
    QList<StepOnItsWay> steps() const { return m_steps; }
    void saveStep(const StepOnItsWay &step);
    void removeStep(const Id &eventId);

    /// Where every city's drafts lie, and those of one: a step left over from one city must never
    /// be sent to another.
    static QString defaultFolder();
    static QString folderOf(const store::CityAddress &city);

private:
    struct Left
    {
        QJsonObject report;
        QList<QByteArray> reportPhotos;
        QList<StepOnItsWay> steps;
    };
    struct Waiter
    {
        QPointer<QObject> context;
        std::function<void()> then;
    };
    static Left readAll(const QString &folder);
    void take(const Left &left);
    void later(std::function<void()> work);

    QString m_folder;
    bool m_isRead = false;
    QList<Waiter> m_waiters;
    QJsonObject m_report;
    QList<QByteArray> m_reportPhotos;
    QList<StepOnItsWay> m_steps;
    QThreadPool m_writer;
    QObject m_home; ///< what has been read arrives here; last, so that nothing arrives too late
};

} // namespace gridhall::desk
