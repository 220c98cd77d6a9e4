// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casebook.h>

#include <QJsonObject>
#include <QObject>
#include <QThreadPool>

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
/// Reads once at construction; writes on a thread of its own, each file whole or not at all.
class DraftStore
{
public:
    explicit DraftStore(const QString &folder);
    ~DraftStore();

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
    void readAll();
    void later(std::function<void()> work);

    QString m_folder;
    QJsonObject m_report;
    QList<QByteArray> m_reportPhotos;
    QList<StepOnItsWay> m_steps;
    QThreadPool m_writer;
};

} // namespace gridhall::desk
