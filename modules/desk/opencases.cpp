// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/opencases.h>

namespace gridhall::desk {

namespace {
// Above this many changed cases one query for all is cheaper than one for each.
constexpr qsizetype kMostSingleLoads = 40;
} // namespace

OpenCases::OpenCases(cases::CaseBook &book, QObject *parent) : QObject(parent), m_book(book)
{
    m_countsSoon.setSingleShot(true);
    m_countsSoon.setInterval(150);
    m_retry.setSingleShot(true);
    m_retry.setInterval(3000);
    connect(&m_countsSoon, &QTimer::timeout, this, &OpenCases::loadCounts);
    connect(&m_retry, &QTimer::timeout, this, &OpenCases::load);
    connect(&book, &cases::CaseBook::casesChanged, this, &OpenCases::loadChanged);
}

void OpenCases::load()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_book.onMap().then(this, [this](const Result<QList<cases::CaseFile>> &answer) {
        m_loading = false;
        noteAnswer(answer ? nullptr : &answer.error());
        if (answer) {
            m_files.clear();
            for (const cases::CaseFile &file : *answer) {
                if (file.isOpen())
                    m_files.insert(file.id, file);
            }
            m_loaded = true;
            loadCounts();
            emit loaded();
        } else {
            m_retry.start();
        }
        if (std::exchange(m_again, false))
            load();
    });
}

void OpenCases::loadChanged(const QList<Id> &ids)
{
    if (!m_loaded || ids.size() > kMostSingleLoads) {
        load();
        return;
    }
    for (const Id &id : ids) {
        m_book.load(id).then(this, [this](const Result<cases::CaseFile> &answer) {
            noteAnswer(answer ? nullptr : &answer.error());
            if (answer)
                take(*answer);
        });
    }
}

void OpenCases::take(const cases::CaseFile &file)
{
    const auto known = m_files.constFind(file.id);
    if (known != m_files.cend() && known->version > file.version)
        return;
    if (file.isOpen())
        m_files.insert(file.id, file);
    else
        m_files.remove(file.id);
    if (!m_countsSoon.isActive())
        m_countsSoon.start();
    emit caseChanged(file);
}

void OpenCases::loadCounts()
{
    m_book.countsByState().then(this, [this](const Result<QHash<QString, qint64>> &answer) {
        if (!answer)
            return;
        m_counts = *answer;
        emit countsChanged();
    });
}

void OpenCases::noteAnswer(const Error *error)
{
    const bool available = !error || error->kind == ErrorKind::NotFound;
    if (!available && !m_retry.isActive())
        m_retry.start();
    if (available == m_available)
        return;
    m_available = available;
    emit availabilityChanged(available, error ? error->text() : QString());
}

} // namespace gridhall::desk
