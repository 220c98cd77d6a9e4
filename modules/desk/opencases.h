// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cases/casebook.h>

#include <QObject>
#include <QTimer>

namespace gridhall::desk {

/// Every open case as it stands, kept up to date whoever changes it: what queue and map show. Also
/// tells whether the database answers, and asks again every few seconds while it does not. GUI
/// thread; does not own the book.
class OpenCases : public QObject
{
    Q_OBJECT
public:
    explicit OpenCases(cases::CaseBook &book, QObject *parent = nullptr);

    void load();
    bool isLoaded() const { return m_loaded; }
    const QHash<Id, cases::CaseFile> &files() const { return m_files; }
    const QHash<QString, qint64> &counts() const { return m_counts; }
    /// Takes in what a step or a report answered, before the change feed tells of it.
    void take(const cases::CaseFile &file);

signals:
    void loaded();
    /// Made, changed or ended.
    void caseChanged(const gridhall::cases::CaseFile &file);
    void countsChanged();
    /// The database answers (empty message) or does not.
    void availabilityChanged(bool available, const QString &message);

private:
    void loadChanged(const QList<Id> &ids);
    void loadCounts();
    void noteAnswer(const Error *error);

    cases::CaseBook &m_book;
    QHash<Id, cases::CaseFile> m_files;
    QHash<QString, qint64> m_counts;
    QTimer m_countsSoon;
    QTimer m_retry;
    bool m_loaded = false;
    bool m_loading = false;
    bool m_again = false;
    bool m_available = true;
};

} // namespace gridhall::desk
