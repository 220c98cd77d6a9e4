// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>
#include <mapview/tilekey.h>

#include <QImage>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace gridhall::mapview {

/// What a QGIS project says of itself once a worker has opened it.
struct MapInfo
{
    QString title;
    QString crs;
    geo::MapBox extent;
    QStringList themes; ///< map themes: "paper", "night", …
    QStringList layers;
    QStringList missingLayers; ///< layers whose source cannot be read

    /// What to tell a person when layers are missing; nothing when all are there.
    std::optional<Error> incompleteness() const;
};

/// The map of one QGIS project, rendered by supervised gridhall-mapd processes into shared memory
/// and kept in a memory cache with a byte limit; shared by all views of the program. Lives on the
/// GUI thread and never blocks it: sockets and worker supervision are asynchronous. A worker that
/// dies is started again and asked again for what it owed.
class MapSource : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int workers = 0; ///< 0: one for each core, at most 4
        qint64 cacheBytes = 256ll * 1024 * 1024;
        QString workerProgram;        ///< empty: gridhall-mapd beside this program
        QString firstTheme;           ///< the theme that will be asked for first, if known
        int startTimeoutMs = 30'000;  ///< for a worker to open the project
        int renderTimeoutMs = 30'000; ///< for one tile, before its worker is taken for stuck
    };

    MapSource(const QString &projectFile, const Options &options, QObject *parent = nullptr);
    ~MapSource() override;

    bool isReady() const;
    const MapInfo &info() const;

    /// The tile's image, or null when it is not there (yet).
    const QImage *tile(const TileKey &key);
    /// What `view` wants now, nearest first; replaces what it wanted before. Stale requests that no
    /// view wants any more are cancelled. `later` is rendered when nothing else is to be done, and
    /// only as far as the cache has room.
    void want(const QObject *view, const QList<TileKey> &keys, const QList<TileKey> &later = {});
    /// True for a tile that could not be rendered, even after retries.
    bool hasFailed(const TileKey &key) const;
    /// Scales (ascending) of which there is any tile that is otherwise like `like`: what can stand
    /// in.
    QList<int> cachedDenominators(const TileKey &like) const;
    /// Ground covered by a tile.
    geo::MapBox tileBox(const TileKey &key) const;
    /// Forgets every tile and opens the project again, after its file or its sources were replaced.
    void reload();

    QList<qint64> workerPids() const;
    /// Bytes of pixels in the memory cache.
    qint64 cachedBytes() const;

signals:
    void ready();
    /// The project cannot be shown (broken file, wrong protocol …): one clear message.
    void failed(const gridhall::Error &error);
    void tileReady(const gridhall::mapview::TileKey &key);
    /// A tile that could not be rendered, even after retries; the rest goes on.
    void tileFailed(const gridhall::mapview::TileKey &key, const QString &message);
    void workerRestarted(const QString &reason);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gridhall::mapview
