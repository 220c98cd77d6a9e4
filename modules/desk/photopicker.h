// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QLabel>
#include <QWidget>

namespace gridhall::desk {

/// Photos to go with a step or a report: added by a button, by pasting or by dropping; taken back
/// by a click. Files are read and pictures encoded off the GUI thread.
class PhotoPicker : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoPicker(QWidget *parent = nullptr);

    const QList<QByteArray> &photos() const { return m_photos; }
    void setPhotos(const QList<QByteArray> &photos);
    void addPhoto(const QByteArray &bytes);
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

    QList<QByteArray> m_photos;
    QList<QImage> m_thumbs;
    QWidget *m_add;
};

} // namespace gridhall::desk
