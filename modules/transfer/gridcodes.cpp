// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <transfer/gridcodes.h>

#include <QRegularExpression>

namespace gridhall::transfer {

namespace {

constexpr int kMost = 999;

QString threeDigits(int n)
{
    return QString::number(n).rightJustified(3, QLatin1Char('0'));
}

} // namespace

bool isUnitGridCode(const QString &code)
{
    static const QRegularExpression pattern(QStringLiteral("^[0-9A-Z]{15}$"));
    return pattern.match(code).hasMatch();
}

int GridCodes::number(const QString &parent, const QString &key, const QString &wished)
{
    const QString whole = parent + QLatin1Char('\n') + key;
    if (m_numbers.contains(whole))
        return m_numbers.value(whole);
    QSet<int> &taken = m_taken[parent];
    bool isNumber = false;
    int n = wished.toInt(&isNumber);
    if (!isNumber || n < 1 || n > kMost || taken.contains(n)) {
        n = 1;
        while (taken.contains(n))
            ++n;
    }
    if (n > kMost)
        return 0;
    taken.insert(n);
    m_numbers.insert(whole, n);
    return n;
}

QString GridCodes::codeFor(const QString &localCode)
{
    static const QRegularExpression separators(QStringLiteral("[-_/. ]"));
    const QStringList parts = localCode.split(separators, Qt::SkipEmptyParts);
    const QString street = parts.size() >= 3 ? parts.first() : QString();
    const QString community = parts.size() >= 2 ? parts.at(parts.size() - 2) : QString();
    const int streetNumber = number({}, street, {});
    const int communityNumber = number(street, community, community);
    const int gridNumber = number(street + QLatin1Char('\t') + community, localCode,
                                  parts.isEmpty() ? QString() : parts.last());
    if (streetNumber == 0 || communityNumber == 0 || gridNumber == 0)
        return {};
    return m_division + threeDigits(streetNumber) + threeDigits(communityNumber) +
           threeDigits(gridNumber);
}

} // namespace gridhall::transfer
