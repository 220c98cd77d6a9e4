// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/photopicker.h>

#include <desk/deskpaint.h>
#include <desk/keybutton.h>
#include <look/style.h>

#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFuture>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>

namespace gridhall::desk {

namespace {

constexpr qint64 kMostBytes = 30 * 1024 * 1024;

struct ReadPhoto
{
    QString name;
    QByteArray bytes;
    QImage thumb; ///< null when it is no picture
};

struct Paths
{
    QStringList all;
};

QImage thumbOf(const QImage &image)
{
    return image.isNull()
               ? QImage()
               : image.scaled(160, 112, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
}

QList<ReadPhoto> readPhotos(const QStringList &paths)
{
    QList<ReadPhoto> read;
    for (const QString &path : paths) {
        QFile file(path);
        ReadPhoto photo{QFileInfo(path).fileName(), {}, {}};
        if (file.open(QIODevice::ReadOnly) && file.size() <= kMostBytes) {
            photo.bytes = file.readAll();
            photo.thumb = thumbOf(QImage::fromData(photo.bytes));
        }
        read.append(photo);
    }
    return read;
}

} // namespace

PhotoPicker::PhotoPicker(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("photoPicker"));
    setAccessibleName(tr("Photos"));
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(64);
    auto *add = new KeyButton(tr("Add photo"), QKeySequence(Qt::CTRL | Qt::Key_O),
                              KeyButton::Kind::Flat, this);
    add->setObjectName(QStringLiteral("addPhotoButton"));
    add->move(0, 18);
    connect(add, &KeyButton::clicked, this, &PhotoPicker::chooseFiles);
    m_add = add;
}

QList<QByteArray> PhotoPicker::photos() const
{
    QList<QByteArray> all;
    for (const Photo &photo : m_photos)
        all.append(photo.bytes);
    return all;
}

void PhotoPicker::setPhotos(const QList<QByteArray> &photos)
{
    m_photos.clear();
    for (const QByteArray &bytes : photos) {
        m_photos.append({bytes, {}, ++m_lastSerial});
        QtFuture::makeReadyFuture(bytes)
            .then(QtFuture::Launch::Async,
                  [](const QByteArray &encoded) { return thumbOf(QImage::fromData(encoded)); })
            .then(this,
                  [this, serial = m_lastSerial](const QImage &thumb) { setThumb(serial, thumb); });
    }
    update();
    emit changed();
}

void PhotoPicker::setThumb(quint64 serial, const QImage &thumb)
{
    for (Photo &photo : m_photos) {
        if (photo.serial == serial)
            photo.thumb = thumb;
    }
    update();
}

void PhotoPicker::append(const QByteArray &bytes, const QImage &thumb)
{
    m_photos.append({bytes, thumb, ++m_lastSerial});
    update();
    emit changed();
}

void PhotoPicker::watch(QWidget *field)
{
    field->installEventFilter(this);
}

bool PhotoPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
        if (pasted && pasted->hasImage()) {
            addImage(QGuiApplication::clipboard()->image());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PhotoPicker::addImage(const QImage &image)
{
    if (image.isNull())
        return;
    QtFuture::makeReadyFuture(image)
        .then(QtFuture::Launch::Async,
              [](const QImage &picture) {
                  ReadPhoto photo;
                  QBuffer buffer(&photo.bytes);
                  buffer.open(QIODevice::WriteOnly);
                  picture.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPG", 90);
                  photo.thumb = thumbOf(picture);
                  return photo;
              })
        .then(this, [this](const ReadPhoto &photo) { append(photo.bytes, photo.thumb); });
}

void PhotoPicker::addFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    // makeReadyFuture of a list would be a future of its elements.
    QtFuture::makeReadyFuture(Paths{paths})
        .then(QtFuture::Launch::Async, [](const Paths &chosen) { return readPhotos(chosen.all); })
        .then(this, [this](const QList<ReadPhoto> &read) {
            for (const ReadPhoto &photo : read) {
                if (photo.thumb.isNull())
                    emit trouble(
                        tr("%1 is no picture that can be read, or is over 30 MB.").arg(photo.name));
                else
                    append(photo.bytes, photo.thumb);
            }
        });
}

void PhotoPicker::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add photos"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pictures (*.jpg *.jpeg *.png *.bmp)"));
    connect(dialog, &QFileDialog::filesSelected, this, &PhotoPicker::addFiles);
    dialog->open();
}

void PhotoPicker::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void PhotoPicker::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    addFiles(paths);
    if (paths.isEmpty() && event->mimeData()->hasImage())
        addImage(qvariant_cast<QImage>(event->mimeData()->imageData()));
    event->acceptProposedAction();
}

QRectF PhotoPicker::thumbBox(int photo) const
{
    return {m_add->geometry().right() + 20.0 + photo * 88, 4, 80, 56};
}

void PhotoPicker::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    QPainter painter(this);
    if (m_photos.isEmpty()) {
        const double left = m_add->geometry().right() + 20;
        drawLine(painter, {left, 0, width() - left, double(height())},
                 tr("or paste one, or drop files here"), look::font(14), palette.secondaryText);
        return;
    }
    for (int i = 0; i < m_photos.size(); ++i) {
        const QRectF box = thumbBox(i);
        painter.save();
        painter.setClipRect(box);
        const QImage &thumb = m_photos.at(i).thumb;
        const QSizeF size(thumb.size() / 2.0);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(box.center() - QPointF(size.width() / 2, size.height() / 2), size),
                          thumb);
        painter.restore();
        painter.setPen(surfacesOf(palette).chipEdge);
        painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
    const double left = thumbBox(int(m_photos.size())).left() + 4;
    drawLine(painter, {left, 0, width() - left, double(height())}, tr("click takes one back"),
             look::font(13), palette.secondaryText);
}

void PhotoPicker::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_photos.size(); ++i) {
        if (thumbBox(i).contains(event->position())) {
            m_photos.removeAt(i);
            update();
            emit changed();
            return;
        }
    }
}

} // namespace gridhall::desk
