// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapd/styletable.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cmath>

namespace gridhall::mapd {

namespace {

std::optional<QJsonObject> readObject(const QString &path, QString &error)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        error = QStringLiteral("The style table %1 cannot be read: %2. Give the folder that holds "
                               "styles/ and symbols/ with --styles.")
                    .arg(path, file.errorString());
        return std::nullopt;
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (!document.isObject()) {
        error = QStringLiteral("The style table %1 is not valid JSON at byte %2: %3.")
                    .arg(path)
                    .arg(parse.offset)
                    .arg(parse.errorString());
        return std::nullopt;
    }
    return document.object();
}

QStringList stringList(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        list << item.toString();
    return list;
}

} // namespace

std::optional<StyleTable> StyleTable::read(const QString &folder, QString &error)
{
    StyleTable table;
    QStringList files;
    const QString styles = folder + QStringLiteral("/styles");
    if (!table.readIndex(styles, files, error) ||
        !table.readSigns(folder + QStringLiteral("/symbols"), error))
        return std::nullopt;
    for (const QString &file : std::as_const(files)) {
        if (!table.readLayers(styles + QLatin1Char('/') + file, error))
            return std::nullopt;
    }
    return table;
}

bool StyleTable::readIndex(const QString &folder, QStringList &files, QString &error)
{
    const QString path = folder + QStringLiteral("/map.json");
    const auto index = readObject(path, error);
    if (!index)
        return false;
    m_themes = stringList(index->value(QStringLiteral("themes")));
    m_font = index->value(QStringLiteral("font")).toString();
    files = stringList(index->value(QStringLiteral("layers")));
    const QJsonArray steps = index->value(QStringLiteral("steps")).toArray();
    for (const QJsonValue &step : steps)
        m_steps << step.toInt();
    if (m_themes.isEmpty() || m_steps.isEmpty() || files.isEmpty()) {
        error = QStringLiteral("The style table %1 needs \"themes\", \"steps\" and \"layers\".")
                    .arg(path);
        return false;
    }
    const QJsonObject palettes = index->value(QStringLiteral("palette")).toObject();
    for (const QString &theme : std::as_const(m_themes)) {
        const QJsonObject palette = palettes.value(theme).toObject();
        for (auto it = palette.begin(); it != palette.end(); ++it) {
            const QColor colour(it.value().toString());
            if (!colour.isValid()) {
                error =
                    QStringLiteral("The style table %1 has no valid colour for %2 in theme %3: %4.")
                        .arg(path, it.key(), theme, it.value().toString());
                return false;
            }
            m_palettes[theme].insert(it.key(), colour);
        }
    }
    const QString letteringPath = folder + QStringLiteral("/lettering.json");
    const auto lettering = readObject(letteringPath, error);
    if (!lettering)
        return false;
    m_lettering = *lettering;
    return true;
}

bool StyleTable::readLayers(const QString &path, QString &error)
{
    const auto file = readObject(path, error);
    if (!file)
        return false;
    const QJsonArray layers = file->value(QStringLiteral("layers")).toArray();
    for (const QJsonValue &value : layers) {
        const QJsonObject object = value.toObject();
        StyleLayer layer;
        layer.table = object.value(QStringLiteral("table")).toString();
        layer.id = object.value(QStringLiteral("id")).toString(layer.table);
        layer.title = object.value(QStringLiteral("title")).toString(layer.id);
        layer.file = path;
        layer.themes = stringList(object.value(QStringLiteral("themes")));
        layer.without = object.value(QStringLiteral("without")).toString();
        layer.rules = object.value(QStringLiteral("rules")).toArray();
        layer.signs = object.value(QStringLiteral("signs")).toObject();
        layer.labels = object.value(QStringLiteral("labels")).toArray();
        if (layer.table.isEmpty()) {
            error = QStringLiteral("A layer in the style table %1 names no \"table\".").arg(path);
            return false;
        }
        m_layers << layer;
    }
    return true;
}

bool StyleTable::readSigns(const QString &folder, QString &error)
{
    const QFileInfoList signFiles =
        QDir(folder).entryInfoList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : signFiles) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            error = QStringLiteral("The sign %1 cannot be read: %2.")
                        .arg(info.filePath(), file.errorString());
            return false;
        }
        m_signs.insert(info.completeBaseName(),
                       QStringLiteral("base64:") + QString::fromLatin1(file.readAll().toBase64()));
    }
    return true;
}

QColor StyleTable::colour(const QString &theme, const QString &name) const
{
    if (name.startsWith(QLatin1Char('#')))
        return QColor(name);
    return m_palettes.value(theme).value(name);
}

QString StyleTable::sign(const QString &name) const
{
    return m_signs.value(name);
}

ScaleRange StyleTable::scaleRange(const QJsonValue &scales) const
{
    ScaleRange range;
    const QJsonArray pair = scales.toArray();
    if (pair.size() != 2)
        return range;
    const int first = m_steps.indexOf(pair.at(0).toInt());
    const int last = m_steps.indexOf(pair.at(1).toInt());
    const auto between = [this](int left) {
        // Whole numbers, because QGIS reads the scales of label rules as such.
        return std::round(std::sqrt(double(m_steps.at(left)) * double(m_steps.at(left + 1))));
    };
    if (first > 0)
        range.maximumScale = between(first - 1);
    if (last >= 0 && last + 1 < m_steps.size())
        range.minimumScale = between(last);
    return range;
}

} // namespace gridhall::mapd
