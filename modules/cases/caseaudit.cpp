// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caserows.h"

#include <cases/caserepository.h>

#include <QJsonDocument>

namespace gridhall::cases {

namespace {

/// Follows one case's chain event by event, folds what the events decided, and compares the row.
/// Names the first fault only: what follows a broken link says nothing.
class ChainWalk
{
public:
    ChainWalk(QList<BrokenLink> &broken, store::Dialect dialect)
        : m_broken(broken), m_dialect(dialect)
    {
    }

    void begin(const store::Row &caseRow)
    {
        m_row = caseRow;
        m_file = {};
        m_fault = false;
        m_sequence = 0;
        m_previousHash.clear();
        m_state.clear();
        m_stageSince.clear();
        m_content = {};
        if (auto file = fileOf(caseRow, m_dialect))
            m_file = std::move(*file);
        else
            fault(0, QT_TRANSLATE_NOOP("cases", "the case's place cannot be read"));
    }

    void link(const ChainLink &event, const QString &previousHash, const QString &hash)
    {
        if (m_fault)
            return;
        if (event.sequence != m_sequence + 1)
            return fault(m_sequence + 1, QT_TRANSLATE_NOOP("cases", "an event is missing"));
        if (previousHash != m_previousHash)
            return fault(event.sequence,
                         QT_TRANSLATE_NOOP("cases", "the event does not follow the one before it"));
        if (event.hash(previousHash) != hash)
            return fault(event.sequence, QT_TRANSLATE_NOOP("cases", "the event was changed"));
        if (event.fromState != m_state)
            return fault(event.sequence,
                         QT_TRANSLATE_NOOP("cases", "the event starts from another state"));
        m_sequence = event.sequence;
        m_previousHash = hash;
        if (event.toState != event.fromState)
            m_stageSince = event.at;
        m_state = event.toState;
        const QJsonObject content = QJsonDocument::fromJson(event.content.toUtf8()).object();
        for (auto it = content.constBegin(); it != content.constEnd(); ++it)
            m_content[it.key()] = it.value();
    }

    void end()
    {
        if (m_fault)
            return;
        if (m_sequence == 0)
            return fault(0, QT_TRANSLATE_NOOP("cases", "the case has no events"));
        if (m_file.version != m_sequence ||
            m_row[caseColumnCount() - 2].toString() != m_previousHash)
            return fault(m_file.version, QT_TRANSLATE_NOOP("cases", "the last events are missing"));
        if (m_file.state != m_state || timeText(m_file.stageSinceUtc) != m_stageSince)
            return fault(m_sequence,
                         QT_TRANSLATE_NOOP("cases", "the case's state is not what its events say"));
        if (m_file.at.lon != m_content.value(QLatin1String("lon")).toDouble() ||
            m_file.at.lat != m_content.value(QLatin1String("lat")).toDouble())
            return fault(m_sequence,
                         QT_TRANSLATE_NOOP("cases", "the case's place is not what its events say"));
        const auto &columns = caseColumns();
        for (size_t i = 0; i < columns.size(); ++i) {
            const QString name = QString::fromLatin1(columns[i].name);
            const QJsonValue told =
                m_content.contains(name) ? m_content.value(name) : untouchedValue(columns[i]);
            if (contentValue(m_row[qsizetype(i)], columns[i].kind) != told) {
                m_broken.append(
                    {m_file.id, m_file.number, m_sequence,
                     said(QT_TRANSLATE_NOOP("cases", "the case's %1 is not what its events say"))
                         .arg(name)});
                return;
            }
        }
    }

private:
    void fault(qint64 sequence, const char *why)
    {
        m_fault = true;
        m_broken.append({m_file.id, m_row[0].toString(), sequence, said(why)});
    }

    QList<BrokenLink> &m_broken;
    store::Dialect m_dialect;
    store::Row m_row;
    CaseFile m_file;
    bool m_fault = false;
    qint64 m_sequence = 0;
    QString m_previousHash;
    QString m_state;
    QString m_stageSince;
    QJsonObject m_content;
};

Result<void> walkChains(store::Connection &db, QList<BrokenLink> &broken)
{
    const int caseColumns = caseColumnCount();
    const int idColumn = caseColumns - 6;
    ChainWalk walk(broken, db.dialect());
    QString current;
    const auto read = db.query(
        QStringLiteral("SELECT %1, %2 FROM cases c LEFT JOIN case_event e ON e.case_id = c.id "
                       "ORDER BY c.id, e.sequence")
            .arg(caseColumnList(QStringLiteral("c.")), eventColumnList(QStringLiteral("e."))),
        {}, [&](const store::Row &row) {
            const QString id = row[idColumn].toString();
            if (id != current) {
                if (!current.isEmpty())
                    walk.end();
                walk.begin(row);
                current = id;
            }
            if (!row[caseColumns].isNull())
                walk.link(linkOf(row, caseColumns), row[caseColumns + 17].toString(),
                          row[caseColumns + 18].toString());
            return true;
        });
    if (!read)
        return read.error();
    if (!current.isEmpty())
        walk.end();
    return {};
}

Result<void> findOrphans(store::Connection &db, QList<BrokenLink> &broken)
{
    return db.query(
        QStringLiteral("SELECT e.case_id, e.sequence FROM case_event e LEFT JOIN cases c ON "
                       "c.id = e.case_id WHERE c.id IS NULL ORDER BY e.case_id, e.sequence"),
        {}, [&](const store::Row &row) {
            broken.append({store::idFromColumn(row[0]),
                           {},
                           row[1].toLongLong(),
                           said(QT_TRANSLATE_NOOP("cases", "the event's case is missing"))});
            return true;
        });
}

Result<void> findMissingPhotos(store::Connection &db, QList<BrokenLink> &broken)
{
    return db.query(
        QStringLiteral(
            "SELECT c.id, c.number, e.sequence FROM case_event e JOIN cases c ON c.id = "
            "e.case_id WHERE (length(e.photos) + 1) / 65 <> (SELECT count(*) FROM case_media m "
            "WHERE m.event_id = e.id) ORDER BY c.number, e.sequence"),
        {}, [&](const store::Row &row) {
            broken.append(
                {store::idFromColumn(row[0]), row[1].toString(), row[2].toLongLong(),
                 said(QT_TRANSLATE_NOOP("cases", "a photo of the event is missing or was added"))});
            return true;
        });
}

Result<void> findMissingNumbers(store::Connection &db, QList<BrokenLink> &broken)
{
    return db.query(
        QStringLiteral(
            "SELECT s.day, s.last, (SELECT count(*) FROM cases c WHERE c.number > s.day AND "
            "c.number < s.day || '~') FROM case_number_sequence s ORDER BY s.day"),
        {}, [&](const store::Row &row) {
            const qint64 given = row[1].toLongLong();
            const qint64 there = row[2].toLongLong();
            if (given != there)
                broken.append(
                    {{},
                     row[0].toString(),
                     0,
                     said(QT_TRANSLATE_NOOP(
                              "cases", "%1 numbers were given on this day, but %2 cases are there"))
                         .arg(given)
                         .arg(there)});
            return true;
        });
}

} // namespace

Result<CaseRepository::Extent> CaseRepository::extent()
{
    const auto rows = m_db.query(
        QStringLiteral("SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM case_event)"));
    if (!rows)
        return rows.error();
    return Extent{rows->first()[0].toLongLong(), rows->first()[1].toLongLong()};
}

Result<QList<BrokenLink>> CaseRepository::audit()
{
    QList<BrokenLink> broken;
    const auto done = m_db.transaction([&]() -> Result<void> {
        for (const auto &part : {walkChains, findOrphans, findMissingPhotos, findMissingNumbers}) {
            if (const auto walked = part(m_db, broken); !walked)
                return walked;
        }
        return {};
    });
    if (!done)
        return done.error();
    return broken;
}

} // namespace gridhall::cases
