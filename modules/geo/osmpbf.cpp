// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "osmpbf.h"

#include <QFile>
#include <QtEndian>

namespace gridhall::geo {

namespace {

struct BlockHead
{
    QByteArray type;
    qint64 dataBytes = -1;
};

/// A protobuf varint at `at`, which moves behind it; -1 when there is none.
qint64 varint(const QByteArray &bytes, qsizetype &at)
{
    quint64 value = 0;
    for (int shift = 0; shift < 63 && at < bytes.size(); shift += 7) {
        const auto byte = static_cast<quint8>(bytes.at(at++));
        value |= static_cast<quint64>(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return static_cast<qint64>(value);
    }
    return -1;
}

/// BlobHeader: type = 1 (string), indexdata = 2 (bytes), datasize = 3 (int32).
BlockHead parseHead(const QByteArray &bytes)
{
    BlockHead head;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qint64 key = varint(bytes, at);
        const qint64 value = varint(bytes, at);
        if (key < 0 || value < 0)
            return {};
        if ((key & 7) == 2) {
            if (value > bytes.size() - at)
                return {};
            if (key >> 3 == 1)
                head.type = bytes.mid(at, value);
            at += value;
        } else if ((key & 7) == 0) {
            if (key >> 3 == 3)
                head.dataBytes = value;
        } else {
            return {};
        }
    }
    return head;
}

} // namespace

QString osmPbfFault(const QString &path)
{
    constexpr quint32 kLargestHead = 64 * 1024;
    constexpr qint64 kLargestBlock = 32 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    bool isFirst = true;
    while (!file.atEnd()) {
        const QByteArray length = file.read(4);
        if (length.size() < 4)
            return QStringLiteral("cut off in a block's length");
        const auto headBytes = qFromBigEndian<quint32>(length.constData());
        if (headBytes == 0 || headBytes > kLargestHead)
            return isFirst ? QStringLiteral("not OpenStreetMap data")
                           : QStringLiteral("damaged block head");
        const QByteArray headData = file.read(headBytes);
        if (headData.size() < static_cast<qsizetype>(headBytes))
            return isFirst ? QStringLiteral("not OpenStreetMap data")
                           : QStringLiteral("cut off in a block's head");
        const BlockHead head = parseHead(headData);
        if (isFirst && head.type != "OSMHeader")
            return QStringLiteral("not OpenStreetMap data");
        if (head.dataBytes < 0 || head.dataBytes > kLargestBlock)
            return QStringLiteral("damaged block head");
        const qint64 end = file.pos() + head.dataBytes;
        if (end > file.size())
            return QStringLiteral("cut off in a block");
        file.seek(end);
        isFirst = false;
    }
    return isFirst ? QStringLiteral("the file is empty") : QString();
}

} // namespace gridhall::geo
