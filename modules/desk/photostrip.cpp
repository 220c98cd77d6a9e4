// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/photostrip.h>

#include <desk/deskpaint.h>
#include <look/style.h>

#include <QMouseEvent>

namespace gridhall::desk {

namespace {

constexpr int kColumns = 3;
constexpr int kLongestSide = 1600;

int columnOf(cases::MediaUse use)
{
    switch (use) {
    case cases::MediaUse::Handle:
    case cases::MediaUse::SelfHandle:
        return 1;
    case cases::MediaUse::Verify:
        return 2;
    default:
        return 0;
    }
}

QString wordOf(cases::MediaUse use)
{
    switch (use) {
    case cases::MediaUse::Confirm:
        return PhotoStrip::tr("Confirmed");
    case cases::MediaUse::Handle:
    case cases::MediaUse::SelfHandle:
        return PhotoStrip::tr("After");
    case cases::MediaUse::Verify:
        return PhotoStrip::tr("Verified");
    default:
        return PhotoStrip::tr("Reported");
    }
}

QImage decoded(const QByteArray &bytes)
{
    QImage image = QImage::fromData(bytes);
    if (std::max(image.width(), image.height()) > kLongestSide)
        image =
            image.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image.convertToFormat(QImage::Format_RGB32);
}

} // namespace

PhotoStrip::PhotoStrip(const DeskContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("photoStrip"));
    setAccessibleName(tr("Photos"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PhotoStrip::setMedia(const QList<cases::Media> &media)
{
    QList<CasePhoto> photos;
    for (const cases::Media &one : media) {
        if (!one.mimeType.isEmpty() && !one.mimeType.startsWith(QLatin1String("image/")))
            continue;
        CasePhoto photo{one, {}, false};
        for (const CasePhoto &known : std::as_const(m_photos)) {
            if (known.media.sha256 == one.sha256)
                photo.image = known.image;
        }
        photos.append(photo);
    }
    m_photos = photos;
    ++m_generation;
    for (const CasePhoto &photo : std::as_const(m_photos)) {
        if (photo.image.isNull())
            load(photo.media.sha256);
    }
    updateGeometry();
    update();
    emit photosChanged();
}

void PhotoStrip::load(const QString &sha256)
{
    const int generation = m_generation;
    m_context.book.mediaBytes(sha256)
        .then(QtFuture::Launch::Async,
              [](const Result<QByteArray> &bytes) { return bytes ? decoded(*bytes) : QImage(); })
        .then(this, [this, generation, sha256](const QImage &image) {
            if (generation != m_generation)
                return;
            for (CasePhoto &photo : m_photos) {
                if (photo.media.sha256 == sha256) {
                    photo.image = image;
                    photo.failed = image.isNull();
                }
            }
            update();
            emit photosChanged();
        });
}

bool PhotoStrip::isLoaded() const
{
    return std::all_of(m_photos.cbegin(), m_photos.cend(), [](const CasePhoto &photo) {
        return photo.failed || !photo.image.isNull();
    });
}

int PhotoStrip::newestOf(int column) const
{
    int newest = -1;
    for (int i = 0; i < m_photos.size(); ++i) {
        if (columnOf(m_photos.at(i).media.use) == column &&
            (newest < 0 || m_photos.at(i).media.addedUtc >= m_photos.at(newest).media.addedUtc))
            newest = i;
    }
    return newest;
}

int PhotoStrip::heightForWidth(int width) const
{
    if (m_photos.isEmpty())
        return 0;
    const double each = (width - 16.0 * (kColumns - 1)) / kColumns;
    // On a low screen the history and the buttons matter more than large photos.
    const double most = std::max(96.0, window()->height() * 0.19);
    return int(std::min(each * 0.75, most)) + 36;
}

void PhotoStrip::resizeEvent(QResizeEvent *)
{
    updateGeometry();
}

QRectF PhotoStrip::boxOf(int column) const
{
    const double height = heightForWidth(width()) - 36;
    const double each = std::min((width() - 16.0 * (kColumns - 1)) / kColumns, height / 0.75);
    return {std::round(column * (each + 16)), 0, std::round(each), height};
}

void PhotoStrip::paintPhoto(QPainter &painter, int column, const look::Palette &palette) const
{
    const int at = newestOf(column);
    if (at < 0)
        return;
    const CasePhoto &photo = m_photos.at(at);
    const QRectF box = boxOf(column);
    const Surfaces surfaces = surfacesOf(palette);
    if (photo.image.isNull()) {
        painter.fillRect(box, surfaces.band);
        painter.setPen(surfaces.line);
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        drawLine(painter, box.adjusted(12, 0, -12, 0),
                 photo.failed ? tr("This photo cannot be read") : tr("Loading…"), look::font(14),
                 palette.secondaryText, Qt::AlignCenter);
    } else {
        // Fills the box; what sticks out is cut equally at both sides.
        const QSizeF size =
            QSizeF(photo.image.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
        const double factor = photo.image.width() / size.width();
        const QSizeF source(box.width() * factor, box.height() * factor);
        const QRectF from((photo.image.width() - source.width()) / 2,
                          (photo.image.height() - source.height()) / 2, source.width(),
                          source.height());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(box, photo.image, from);
    }
    qsizetype same = 0;
    for (const CasePhoto &other : m_photos)
        same += columnOf(other.media.use) == column ? 1 : 0;
    QStringList words{wordOf(photo.media.use), photo.media.addedBy};
    if (same > 1)
        words.append(tr("newest of %1").arg(same));
    words.removeAll(QString());
    const QRectF caption(box.left(), box.bottom() + 6, box.width(), 26);
    const double timeWidth =
        drawLine(painter, caption, m_context.timeText(photo.media.addedUtc), look::font(14),
                 palette.secondaryText, Qt::AlignRight | Qt::AlignVCenter);
    drawLine(painter, caption.adjusted(0, 0, -timeWidth - 8, 0), words.join(QStringLiteral("  ")),
             look::font(15, column == 2), palette.text);
}

void PhotoStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Palette &palette = paletteOf(this);
    for (int column = 0; column < kColumns; ++column)
        paintPhoto(painter, column, palette);
}

void PhotoStrip::mousePressEvent(QMouseEvent *event)
{
    for (int column = 0; column < kColumns; ++column) {
        if (boxOf(column).contains(event->position()) && newestOf(column) >= 0)
            emit zoomWanted(newestOf(column));
    }
}

} // namespace gridhall::desk
