// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/fieldmapping.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace gridhall::transfer {

Result<void> FieldMapping::setByHand(const QString &text)
{
    const QStringList pairs = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        const QString what = pair.section(QLatin1Char('='), 0, 0).trimmed();
        const QString field = pair.section(QLatin1Char('='), 1).trimmed();
        if (!m_known.contains(what) || field.isEmpty()) {
            QStringList words = m_known.keys();
            words.sort();
            return Error{
                ErrorKind::InvalidInput,
                QCoreApplication::translate("transfer", "A field mapping isn't understood"),
                pair,
                QCoreApplication::translate("transfer", "Write WHAT=FIELD with one of: %1")
                    .arg(words.join(QStringLiteral(", "))),
                {}};
        }
        m_byHand.insert(what, field);
    }
    return {};
}

Result<void> FieldMapping::matchTo(const geo::VectorLayerInfo &layer)
{
    m_fields.clear();
    for (auto it = m_known.begin(); it != m_known.end(); ++it) {
        const bool isByHand = m_byHand.contains(it.key());
        const QStringList names = isByHand ? QStringList{m_byHand.value(it.key())} : it.value();
        for (const QString &name : names) {
            const qsizetype at = layer.fields.indexOf(QRegularExpression(
                QLatin1Char('^') + QRegularExpression::escape(name) + QLatin1Char('$'),
                QRegularExpression::CaseInsensitiveOption));
            if (at >= 0) {
                m_fields.insert(it.key(), layer.fields.at(at));
                break;
            }
        }
        if (isByHand && !m_fields.contains(it.key()))
            return Error{ErrorKind::InvalidInput,
                         QCoreApplication::translate("transfer", "The layer has no such field"),
                         m_byHand.value(it.key()),
                         QCoreApplication::translate("transfer", "It has: %1")
                             .arg(layer.fields.join(QStringLiteral(", "))),
                         {}};
    }
    return {};
}

QString FieldMapping::value(const geo::VectorFeature &feature, const QString &what) const
{
    return has(what) ? feature.attributes.value(field(what)).toString().trimmed() : QString();
}

QString FieldMapping::describe() const
{
    QStringList words;
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it)
        words.append(it.key() + QLatin1Char('=') + it.value());
    words.sort();
    return words.join(QLatin1Char(','));
}

} // namespace gridhall::transfer
