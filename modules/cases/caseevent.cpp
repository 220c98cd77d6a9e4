// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseevent.h"

#include <store/mediastore.h>

#include <QFile>

namespace gridhall::cases {

namespace {

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString usageOf(const QString &action)
{
    if (action == action::kReport || action == action::kRegister)
        return QStringLiteral("report");
    if (action == action::kSelfHandle)
        return QStringLiteral("self_handle");
    if (action.contains(QLatin1String("confirm")))
        return QStringLiteral("confirm");
    if (action.contains(QLatin1String("verify")))
        return QStringLiteral("verify");
    return QStringLiteral("handle");
}

/// By the first bytes, never by a name; empty for what we do not know or do not have here.
QString mimeTypeOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(16);
    if (head.startsWith("\xff\xd8\xff"))
        return QStringLiteral("image/jpeg");
    if (head.startsWith("\x89PNG"))
        return QStringLiteral("image/png");
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return QStringLiteral("image/webp");
    if (head.mid(4, 4) == "ftyp")
        return QStringLiteral("video/mp4");
    return QStringLiteral("application/octet-stream");
}

} // namespace

Result<std::optional<CaseFile>> CaseRepository::alreadyDone(const Id &eventId)
{
    const auto rows = m_db.query(QStringLiteral("SELECT case_id FROM case_event WHERE id = ?"),
                                 {eventId.toString()});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return std::optional<CaseFile>();
    auto file = load(store::idFromColumn(rows->first()[0]));
    if (!file)
        return file.error();
    return std::optional<CaseFile>(std::move(*file));
}

Result<void> CaseRepository::append(const NewEvent &event)
{
    const ChainLink &link = event.link;
    static const QString kInsert =
        QStringLiteral(
            "INSERT INTO case_event (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?, ?)")
            .arg(eventColumnList());
    const auto added =
        m_db.execute(kInsert, {link.id, link.caseId, link.sequence, link.action, link.fromState,
                               link.toState, link.role, orNull(link.actorId), link.actorName,
                               link.note, orNull(link.conditionId), orNull(link.unitId),
                               orNull(link.personId), orNull(link.until), link.photos, link.content,
                               link.at, event.previousHash, link.hash(event.previousHash)});
    if (!added)
        return added.error();
    return addMedia(event);
}

Result<void> CaseRepository::addMedia(const NewEvent &event)
{
    const store::MediaStore media(m_db.address());
    QList<QVariantList> rows;
    const QStringList photos = event.link.photos.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < photos.size(); ++i)
        rows.append({event.link.caseId, event.link.id, int(i), photos[i],
                     usageOf(event.link.action), mimeTypeOf(media.pathOf(photos[i])), event.link.at,
                     event.link.actorName});
    return m_db.executeMany(
        QStringLiteral(
            "INSERT INTO case_media (case_id, event_id, position, sha256, usage, mime_type, "
            "added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        rows);
}

Result<void> CaseRepository::update(const Id &caseId, const QJsonObject &content)
{
    if (content.isEmpty())
        return {};
    QStringList sets;
    QVariantList values;
    for (auto it = content.constBegin(); it != content.constEnd(); ++it) {
        sets.append(it.key() + QStringLiteral(" = ?"));
        values.append(parameterOf(it.value()));
    }
    values.append(caseId.toString());
    const auto updated = m_db.execute(
        QStringLiteral("UPDATE cases SET %1 WHERE id = ?").arg(sets.join(QStringLiteral(", "))),
        values);
    if (!updated)
        return updated.error();
    return {};
}

} // namespace gridhall::cases
