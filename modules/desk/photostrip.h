// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <desk/deskcontext.h>
#include <look/palette.h>

#include <QImage>
#include <QWidget>

namespace gridhall::desk {

/// A photo of a case as it is shown.
struct CasePhoto
{
    cases::Media media;
    QImage image; ///< null until loaded, or when it cannot be read
    bool failed = false;
};

/// The photos of a case side by side: before, after, verification; the newest of each, with how
/// many there are. Loads and decodes off the GUI thread.
class PhotoStrip : public QWidget
{
    Q_OBJECT
public:
    PhotoStrip(const DeskContext &context, QWidget *parent = nullptr);
    void setMedia(const QList<cases::Media> &media);
    const QList<CasePhoto> &photos() const { return m_photos; }
    bool isEmpty() const { return m_photos.isEmpty(); }
    /// Index into photos() of the newest before, after and verification photo, or -1.
    int newestOf(int column) const;
    bool isLoaded() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {400, heightForWidth(width() > 0 ? width() : 400)}; }

signals:
    void photosChanged();
    void zoomWanted(int photo);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRectF boxOf(int column) const;
    void paintPhoto(QPainter &painter, int column, const look::Palette &palette) const;
    void load(const QString &sha256);

    const DeskContext &m_context;
    QList<CasePhoto> m_photos;
    int m_generation = 0;
};

} // namespace gridhall::desk
