// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/mapsource.h>

#include <mapview/tilecache.h>
#include <mapview/tilesupply.h>

#include <QFileInfo>

namespace gridhall::mapview {

class MapSource::Private
{
public:
    Private(const QString &projectFile, const Options &options)
        : cache(options.cacheBytes), supply(projectFile, options, cache)
    {
    }

    TileCache cache;
    TileSupply supply;
};

MapSource::MapSource(const QString &projectFile, const Options &options, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(QFileInfo(projectFile).absoluteFilePath(), options))
{
    connect(&d->supply, &TileSupply::ready, this, &MapSource::ready);
    connect(&d->supply, &TileSupply::failed, this, &MapSource::failed);
    connect(&d->supply, &TileSupply::tileReady, this, &MapSource::tileReady);
    connect(&d->supply, &TileSupply::tileFailed, this, &MapSource::tileFailed);
    connect(&d->supply, &TileSupply::workerRestarted, this, &MapSource::workerRestarted);
    d->supply.start();
}

MapSource::~MapSource() = default;

bool MapSource::isReady() const
{
    return d->supply.isReady();
}

const MapInfo &MapSource::info() const
{
    return d->supply.info();
}

const QImage *MapSource::tile(const TileKey &key)
{
    return d->cache.find(key);
}

void MapSource::want(const QObject *view, const QList<TileKey> &keys, const QList<TileKey> &later)
{
    d->supply.want(view, keys, later);
}

bool MapSource::hasFailed(const TileKey &key) const
{
    return d->supply.hasFailed(key);
}

QList<int> MapSource::cachedDenominators(const TileKey &like) const
{
    return d->cache.denominatorsLike(like);
}

geo::MapBox MapSource::tileBox(const TileKey &key) const
{
    return boxOf(key);
}

void MapSource::reload()
{
    d->supply.reload();
}

std::optional<Error> MapInfo::incompleteness() const
{
    if (missingLayers.isEmpty())
        return std::nullopt;
    constexpr int kNamed = 3;
    return Error{ErrorKind::NotFound,
                 MapSource::tr("The map is incomplete: the sources of %n layer(s) cannot be read",
                               nullptr, int(missingLayers.size())),
                 missingLayers.mid(0, kNamed).join(QStringLiteral(", ")),
                 MapSource::tr("Put the missing files back, or open the map project in QGIS and "
                               "repair the layers"),
                 {}};
}

QList<qint64> MapSource::workerPids() const
{
    return d->supply.workerPids();
}

qint64 MapSource::cachedBytes() const
{
    return d->cache.bytes();
}

} // namespace gridhall::mapview
