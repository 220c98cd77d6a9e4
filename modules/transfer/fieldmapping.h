// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/vectorfile.h>

#include <QHash>
#include <QStringList>

namespace gridhall::transfer {

/// Which field of a file holds what: as a person said (code=FIELD), else by the names that the
/// standards and common products use, without regard to case.
class FieldMapping
{
public:
    /// `known`: what is sought -> the names it goes by.
    explicit FieldMapping(QHash<QString, QStringList> known) : m_known(std::move(known)) {}

    /// "code=FIELD,name=FIELD"; InvalidInput for a word that nothing is sought under.
    Result<void> setByHand(const QString &text);
    /// InvalidInput when a field named by hand is not there.
    Result<void> matchTo(const geo::VectorLayerInfo &layer);

    bool has(const QString &what) const { return m_fields.contains(what); }
    QString field(const QString &what) const { return m_fields.value(what); }
    QString value(const geo::VectorFeature &feature, const QString &what) const;
    QString describe() const;

private:
    QHash<QString, QStringList> m_known;
    QHash<QString, QString> m_byHand;
    QHash<QString, QString> m_fields;
};

} // namespace gridhall::transfer
