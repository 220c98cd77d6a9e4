// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <geo/lonlat.h>

#include <QImage>
#include <QObject>
#include <QStringList>

#include <memory>

namespace gridhall::mapview {

/// What a QGIS project says of itself once a worker has opened it.
struct MapInfo
{
    QString title;
    QString crs;
    geo::MapBox extent;
    QStringList themes;       ///< map themes: "paper", "night", …
    QStringList layers;
    QStringList missingLayers; ///< layers whose source cannot be read
};

/// One metatile: a square of ground at one scale step in one theme.
struct TileKey
{
    QString theme;
    int level = 0; ///< index into scaleSteps()
    int column = 0;
    int row = 0;
    int ratio256 = 256; ///< device pixel ratio * 256
    friend bool operator==(const TileKey &, const TileKey &) = default;
};
size_t qHash(const TileKey &key, size_t seed = 0);

/// The standard scale steps: 500, 1000, 2000, 5000, 10000, 25000, 50000, 100000 (denominators).
const QList<int> &scaleSteps();

/// The map of one QGIS project, rendered by supervised gridhall-mapd processes into shared memory and
/// kept in a memory cache with a byte limit; shared by all views of the program. Lives on the GUI
/// thread and never blocks it: sockets and worker supervision are asynchronous. A worker that dies
/// is started again and asked again for what it owed.
class MapSource : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int workers = 0;            ///< 0: cores - 1, at least 1
        qint64 cacheBytes = 256ll * 1024 * 1024;
        QString workerProgram;      ///< empty: gridhall-mapd beside this program
    };

    MapSource(const QString &projectFile, const Options &options, QObject *parent = nullptr);
    ~MapSource() override;

    bool isReady() const;
    const MapInfo &info() const;

    /// The tile's image, or null when it is not there (yet).
    const QImage *tile(const TileKey &key);
    /// What `view` wants now, nearest first; replaces what it wanted before. Stale requests that no
    /// view wants any more are cancelled.
    void want(const QObject *view, const QList<TileKey> &keys);
    /// Ground covered by a tile.
    geo::MapBox tileBox(const TileKey &key) const;

    QList<qint64> workerPids() const;
    /// Bytes resident of this process and of its workers, for the bench.
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
