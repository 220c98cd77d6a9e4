// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mapview/tilekey.h>

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

class QObject;

namespace gridhall::mapview {

/// Which tiles the views want, and in which order: what they show first, taking turns between the
/// views, then what they may show next. A plain value without side effects.
class Wishes
{
public:
    void set(const QObject *view, const QList<TileKey> &now, const QList<TileKey> &later);
    void remove(const QObject *view);

    bool isWantedNow(const TileKey &key) const { return m_now.contains(key); }
    bool isWanted(const TileKey &key) const { return m_now.contains(key) || m_later.contains(key); }
    const QSet<TileKey> &now() const { return m_now; }
    qsizetype count() const { return m_now.size() + m_later.size(); }

    /// The first tile that is not `had`, of those shown, or (`later`) of those that may be shown
    /// next.
    std::optional<TileKey> first(bool later, const std::function<bool(const TileKey &)> &had) const;

private:
    struct Wish
    {
        QList<TileKey> now;
        QList<TileKey> later;
    };
    void collect();

    QHash<const QObject *, Wish> m_wishes;
    QSet<TileKey> m_now;
    QSet<TileKey> m_later;
};

} // namespace gridhall::mapview
