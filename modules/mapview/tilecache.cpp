// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/tilecache.h>

namespace gridhall::mapview {

const QImage *TileCache::find(const TileKey &key)
{
    const auto found = m_tiles.find(key);
    if (found == m_tiles.end())
        return nullptr;
    found->lastUse = ++m_uses;
    return &found->image;
}

void TileCache::insert(const TileKey &key, const QImage &image)
{
    remove(key);
    m_tiles.insert(key, {image, ++m_uses});
    m_bytes += image.sizeInBytes();
    ++m_counts[levelOf(key)][key.denominator];
    trim();
}

void TileCache::setPinned(QSet<TileKey> pinned)
{
    m_pinned = std::move(pinned);
    trim();
}

void TileCache::clear()
{
    m_tiles.clear();
    m_counts.clear();
    m_bytes = 0;
}

QList<int> TileCache::denominatorsLike(const TileKey &like) const
{
    return m_counts.value(levelOf(like)).keys();
}

TileKey TileCache::levelOf(TileKey key)
{
    key.denominator = key.column = key.row = 0;
    return key;
}

void TileCache::remove(const TileKey &key)
{
    const auto found = m_tiles.find(key);
    if (found == m_tiles.end())
        return;
    m_bytes -= found->image.sizeInBytes();
    const TileKey removed = key; // `key` may live in the entry
    m_tiles.erase(found);
    QMap<int, int> &counts = m_counts[levelOf(removed)];
    if (--counts[removed.denominator] == 0)
        counts.remove(removed.denominator);
}

void TileCache::trim()
{
    while (m_bytes > m_limitBytes) {
        auto oldest = m_tiles.cend();
        for (auto it = m_tiles.cbegin(); it != m_tiles.cend(); ++it) {
            if (!m_pinned.contains(it.key()) &&
                (oldest == m_tiles.cend() || it->lastUse < oldest->lastUse))
                oldest = it;
        }
        if (oldest == m_tiles.cend())
            return;
        remove(oldest.key());
    }
}

} // namespace gridhall::mapview
