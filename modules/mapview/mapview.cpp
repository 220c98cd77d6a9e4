// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <mapview/mapview.h>

#include <mapview/mapview_p.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>

#include <algorithm>
#include <cmath>

namespace gridhall::mapview {
namespace {

constexpr int kZoomMs = 180;
constexpr int kStepMs = 140;
constexpr int kFlyMs = 420;
constexpr int kCoastMs = 380;
constexpr double kFinest = 100;
constexpr double kCoarsest = 4'000'000;

} // namespace

MapView::MapView(MapSource &source, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(source, *this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(64, 64);
    d->view.dpi = logicalDpiX();
    d->view.ratio = devicePixelRatioF();
    connect(&d->frames, &QTimer::timeout, this, [this] { d->tick(); });
    connect(&source, &MapSource::tileReady, this,
            [this](const TileKey &key) { d->tileReady(key); });
    connect(&source, &MapSource::tileFailed, this,
            [this](const TileKey &key) { d->tileFailed(key); });
    connect(&source, &MapSource::ready, this, [this] {
        if (d->wholeWanted)
            d->showWhole();
        d->canvas.invalidate();
        d->request();
        update();
    });
}

MapView::~MapView()
{
    if (d->source)
        d->source->want(this, {});
}

void MapView::setTheme(const QString &theme)
{
    if (d->theme == theme)
        return;
    d->theme = theme;
    // Of the old theme there must be something to go on showing.
    const TileKey like = d->view.tileLike(d->shownTheme);
    if (!d->source || d->source->cachedDenominators(like).isEmpty())
        d->shownTheme = theme;
    d->request();
    update();
}

QString MapView::theme() const
{
    return d->theme;
}

void MapView::setGroundColour(const QColor &colour)
{
    d->groundColour = colour;
    d->canvas.invalidate();
    update();
}

void MapView::addOverlay(Overlay *overlay)
{
    d->overlays << overlay;
    connect(overlay, &Overlay::changed, this, [this, overlay](const QList<geo::MapBox> &ground) {
        d->overlayChanged(overlay, ground);
    });
    connect(overlay, &QObject::destroyed, this, [this] {
        d->overlays.removeIf([](const QPointer<Overlay> &known) { return known.isNull(); });
        update();
    });
    update();
}

ViewState MapView::viewState() const
{
    return d->view.state();
}

geo::MapPoint MapView::centre() const
{
    return d->target().centre;
}

int MapView::scaleDenominator() const
{
    return qRound(d->target().denominator);
}

void MapView::setCentre(const geo::MapPoint &centre)
{
    d->wholeWanted = false;
    Viewport to = d->target();
    to.centre = centre;
    d->jump(to);
}

void MapView::setScale(double denominator)
{
    if (!std::isfinite(denominator))
        return;
    Viewport to = d->target();
    to.denominator = std::round(std::clamp(denominator, kFinest, kCoarsest));
    d->jump(to);
}

void MapView::showBox(const geo::MapBox &box, double marginShare)
{
    if (box.isEmpty())
        return;
    d->wholeWanted = false;
    if (d->view.size.isEmpty() || !testAttribute(Qt::WA_Resized)) {
        // Without a size there is no scale yet; the first resize brings it.
        d->pendingBox = box;
        d->pendingMargin = marginShare;
    }
    Viewport to = d->target();
    to.centre = box.centre();
    const double share = 1.0 + 2 * marginShare;
    const double metres = std::max(box.width() * share / std::max(1, to.size.width()),
                                   box.height() * share / std::max(1, to.size.height()));
    to.denominator = std::clamp(std::ceil(metres * to.dpi / 0.0254), kFinest, kCoarsest);
    d->jump(to);
}

void MapView::flyTo(const geo::MapPoint &centre, int scaleDenominator)
{
    d->wholeWanted = false;
    Viewport to = d->target();
    to.centre = centre;
    to.denominator = std::clamp<double>(scaleDenominator, kFinest, kCoarsest);
    d->go(to, kFlyMs, QEasingCurve::InOutCubic);
}

void MapView::zoomBy(int steps, const QPointF &about)
{
    d->wholeWanted = false;
    const Viewport &from = d->target();
    const int denominator = nextScaleStep(from.denominator, -steps);
    if (denominator == qRound(from.denominator))
        return;
    d->go(from.zoomed(denominator, about), kZoomMs, QEasingCurve::OutCubic);
}

void MapView::setAnimated(bool animated)
{
    d->animated = animated;
    if (!animated && d->glide.isRunning())
        d->jump(d->glide.target());
}

bool MapView::isComplete() const
{
    return d->source && d->source->isReady() && !d->view.size.isEmpty() && isVisible() &&
           !d->glide.isRunning() && d->shownTheme == d->theme && d->missing.isEmpty();
}

void MapView::setDpi(double dpi)
{
    if (!(dpi >= 10 && dpi <= 2000))
        return;
    d->dpiSet = true;
    Viewport to = d->target();
    to.dpi = std::round(dpi * 100) / 100;
    d->jump(to);
}

void MapView::paintEvent(QPaintEvent *event)
{
    if (d->view.ratio != devicePixelRatioF()) {
        Viewport to = d->target();
        to.ratio = devicePixelRatioF();
        d->jump(to);
    }
    if (d->source && d->isExact())
        d->refreshCanvas();
    QPainter painter(this);
    d->paintFrame(painter, event->region());
}

void MapView::resizeEvent(QResizeEvent *)
{
    Viewport to = d->target();
    to.size = size();
    d->view.size = size();
    d->jump(to);
    if (d->wholeWanted)
        d->showWhole();
    else if (!d->pendingBox.isEmpty())
        showBox(std::exchange(d->pendingBox, {}), d->pendingMargin);
}

void MapView::showEvent(QShowEvent *)
{
    if (!d->dpiSet)
        d->view.dpi = logicalDpiX();
    d->request();
}

void MapView::hideEvent(QHideEvent *)
{
    if (d->source)
        d->source->want(this, {});
    d->announce();
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (d->glide.isRunning())
        d->jump(d->glide.target());
    d->pressed = event->button();
    d->pressedAt = d->lastDragAt = event->position();
    d->pressedCentre = d->view.centre;
    d->velocity = {};
    d->dragging = false;
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    emit cursorMoved(d->view.state().toMap(at));
    if (d->pressed != Qt::LeftButton && d->pressed != Qt::MiddleButton)
        return;
    const QPointF moved = at - d->pressedAt;
    if (!d->dragging) {
        if (moved.manhattanLength() < QApplication::startDragDistance())
            return;
        d->dragging = true;
        d->wholeWanted = false;
        d->lastDrag.start();
        setCursor(Qt::ClosedHandCursor);
    }
    const double ms = std::max<double>(1, double(d->lastDrag.restart()));
    d->velocity = d->velocity * 0.6 + (at - d->lastDragAt) / ms * 0.4;
    d->lastDragAt = at;
    Viewport to = d->view;
    const double metres = to.metresPerPixel();
    to.centre = {d->pressedCentre.east - moved.x() * metres,
                 d->pressedCentre.north + moved.y() * metres};
    d->jump(to);
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != d->pressed)
        return;
    d->pressed = Qt::NoButton;
    if (!d->dragging) {
        const QPointF at = event->position();
        emit clicked(d->view.state().toMap(at), d->hitsAt(at), event->button());
        return;
    }
    d->dragging = false;
    unsetCursor();
    // A flick goes on a little; a hand that rested before it let go wants to stay.
    const double speed = std::hypot(d->velocity.x(), d->velocity.y());
    if (d->lastDrag.elapsed() > 60 || speed < 0.4)
        return;
    Viewport to = d->view;
    const QPointF way = d->velocity * std::min(1.0, 4.0 / speed) * (kCoastMs / 3.0);
    to.centre.east -= way.x() * to.metresPerPixel();
    to.centre.north += way.y() * to.metresPerPixel();
    d->go(to, kCoastMs, QEasingCurve::OutCubic);
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position();
    emit doubleClicked(d->view.state().toMap(at), d->hitsAt(at));
}

void MapView::wheelEvent(QWheelEvent *event)
{
    d->wheelRest += event->angleDelta().y();
    const int steps = d->wheelRest / QWheelEvent::DefaultDeltasPerStep;
    d->wheelRest -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0)
        zoomBy(steps, event->position());
    event->accept();
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    const auto pan = [this](double x, double y) {
        d->wholeWanted = false;
        Viewport to = d->target();
        to.centre.east += x * width() / 4.0 * to.metresPerPixel();
        to.centre.north += y * height() / 4.0 * to.metresPerPixel();
        d->go(to, kStepMs, QEasingCurve::OutCubic);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        pan(-1, 0);
        break;
    case Qt::Key_Right:
        pan(1, 0);
        break;
    case Qt::Key_Up:
        pan(0, 1);
        break;
    case Qt::Key_Down:
        pan(0, -1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1, middle);
        break;
    case Qt::Key_Minus:
        zoomBy(-1, middle);
        break;
    case Qt::Key_Home:
        d->showWhole();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::leaveEvent(QEvent *)
{
    emit cursorLeft();
}

} // namespace gridhall::mapview
