// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QLabel>
#include <QWidget>

namespace gridhall::desk {

/// Photos to go with a step or a report: added by a button, by pasting or by dropping; taken back
/// by a click. Files are read, and pictures decoded and encoded, off the GUI
/// thread.
class PhotoPicker : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoPicker(QWidget *parent = nullptr);

    QList<QByteArray> photos() const;
    /// Photos that were taken before; their small pictures follow.
    void setPhotos(const QList<QByteArray> &photos);
    void clear() { setPhotos({}); }
    /// Pasting a picture while `field` has the focus adds it here.
    void watch(QWidget *field);
    QSize sizeHint() const override { return {300, 64}; }

signals:
    void changed();
    void trouble(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void chooseFiles();
    void addFiles(const QStringList &paths);
    void addImage(const QImage &image);
    QRectF thumbBox(int photo) const;

    struct Photo
    {
        QByteArray bytes;
        QImage thumb; ///< null until it is decoded
        quint64 serial = 0;
    };
    void append(const QByteArray &bytes, const QImage &thumb);
    void setThumb(quint64 serial, const QImage &thumb);

    QList<Photo> m_photos;
    quint64 m_lastSerial = 0;
    QWidget *m_add;
};

} // namespace gridhall::desk
