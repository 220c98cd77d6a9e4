// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/wishes.h>

#include <algorithm>

namespace gridhall::mapview {

void Wishes::set(const QObject *view, const QList<TileKey> &now, const QList<TileKey> &later)
{
    if (now.isEmpty() && later.isEmpty())
        m_wishes.remove(view);
    else
        m_wishes.insert(view, {now, later});
    collect();
}

void Wishes::remove(const QObject *view)
{
    if (m_wishes.remove(view))
        collect();
}

std::optional<TileKey> Wishes::first(bool later,
                                     const std::function<bool(const TileKey &)> &had) const
{
    qsizetype longest = 0;
    for (const Wish &wish : m_wishes)
        longest = std::max(longest, later ? wish.later.size() : wish.now.size());
    for (qsizetype i = 0; i < longest; ++i) {
        for (const Wish &wish : m_wishes) {
            const QList<TileKey> &keys = later ? wish.later : wish.now;
            if (i < keys.size() && !had(keys.at(i)))
                return keys.at(i);
        }
    }
    return std::nullopt;
}

void Wishes::collect()
{
    m_now.clear();
    m_later.clear();
    for (const Wish &wish : std::as_const(m_wishes)) {
        m_now.unite(QSet<TileKey>(wish.now.begin(), wish.now.end()));
        m_later.unite(QSet<TileKey>(wish.later.begin(), wish.later.end()));
    }
}

} // namespace gridhall::mapview
