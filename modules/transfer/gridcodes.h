// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace gridhall::transfer {

/// True for 15 characters of digits and capitals: 6 division + 3 street + 3 community + 3 sequence.
bool isUnitGridCode(const QString &code);

/// Gives each local code a standard one: streets are numbered in the order they come, communities
/// and grids keep the number in their code where it has one that is free. Deterministic.
class GridCodes
{
public:
    explicit GridCodes(QString division) : m_division(std::move(division)) {}
    /// Empty when a street or community has more than 999.
    QString codeFor(const QString &localCode);

private:
    int number(const QString &parent, const QString &key, const QString &wished);

    QString m_division;
    QHash<QString, int> m_numbers;     ///< parent + key -> number
    QHash<QString, QSet<int>> m_taken; ///< parent -> numbers
};

} // namespace gridhall::transfer
