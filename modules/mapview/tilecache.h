// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/tilekey.h>

#include <QHash>
#include <QImage>
#include <QMap>
#include <QSet>

namespace gridhall::mapview {

/// Tiles in memory, up to a number of bytes; those used longest ago go first, and those that a view
/// shows never do. GUI thread.
class TileCache
{
public:
    explicit TileCache(qint64 limitBytes) : m_limitBytes(limitBytes) {}

    const QImage *find(const TileKey &key);
    bool contains(const TileKey &key) const { return m_tiles.contains(key); }
    void insert(const TileKey &key, const QImage &image);
    /// Tiles that must stay, whatever the limit.
    void setPinned(QSet<TileKey> pinned);
    void clear();

    qint64 bytes() const { return m_bytes; }
    qint64 limitBytes() const { return m_limitBytes; }
    /// Scales (ascending) of which there is any tile that is otherwise like `like`.
    QList<int> denominatorsLike(const TileKey &like) const;

private:
    struct Tile
    {
        QImage image;
        quint64 lastUse = 0;
    };
    static TileKey levelOf(TileKey key);
    void remove(const TileKey &key);
    void trim();

    qint64 m_limitBytes;
    qint64 m_bytes = 0;
    quint64 m_uses = 0;
    QHash<TileKey, Tile> m_tiles;
    QHash<TileKey, QMap<int, int>> m_counts; ///< by level without its denominator: tiles of each
    QSet<TileKey> m_pinned;
};

} // namespace gridhall::mapview
