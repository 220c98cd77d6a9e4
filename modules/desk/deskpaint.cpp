// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/deskpaint.h>

#include <look/style.h>

#include <QFontMetricsF>
#include <QVariant>

#include <cmath>

namespace gridhall::desk {

namespace {

constexpr const char *kThemeProperty = "gridhallDeskTheme";
constexpr double kKeyHeight = 22;

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto channel = [shareOfB](int x, int y) {
        return int(std::lround(x + (y - x) * shareOfB));
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QFont keyFont()
{
    return look::font(13);
}

} // namespace

look::Theme themeOf(const QWidget *widget)
{
    const QVariant value = widget->window()->property(kThemeProperty);
    return value.isValid() ? look::Theme(value.toInt()) : look::Theme::DeskLight;
}

const look::Palette &paletteOf(const QWidget *widget)
{
    return look::palette(themeOf(widget));
}

void setTheme(QWidget *window, look::Theme theme)
{
    window->setProperty(kThemeProperty, int(theme));
}

Surfaces surfacesOf(const look::Palette &palette)
{
    Surfaces s;
    const bool dark = palette.isDark();
    s.pane = dark ? palette.panel : palette.ground;
    s.band = dark ? mixed(palette.ground, palette.panel, 0.6) : palette.panel;
    s.inset = dark ? mixed(palette.ground, palette.panel, 0.3) : palette.ground;
    s.line = palette.edge;
    s.fieldEdge = mixed(palette.edge, palette.secondaryText, dark ? 0.12 : 0.25);
    s.chip = dark ? mixed(palette.panel, palette.selection, 0.7) : palette.panel;
    s.chipEdge = mixed(palette.edge, palette.secondaryText, dark ? 0.2 : 0.4);
    return s;
}

look::Mark markOf(cases::Light light)
{
    switch (light) {
    case cases::Light::OnTime:
        return look::Mark::OnTime;
    case cases::Light::DueSoon:
        return look::Mark::DueSoon;
    case cases::Light::Overdue:
        return look::Mark::Overdue;
    case cases::Light::Suspended:
        return look::Mark::Suspended;
    case cases::Light::Closed:
        return look::Mark::Closed;
    case cases::Light::None:
        break;
    }
    return look::Mark::None;
}

QString styleSheetOf(const look::Palette &palette)
{
    const Surfaces s = surfacesOf(palette);
    QString sheet = QStringLiteral(R"(
QWidget#deskWindow, QWidget#pane, QScrollArea, QScrollArea > QWidget > QWidget, QAbstractItemView { background: @pane; }
QWidget#listFrame { border: 1px solid @fieldEdge; background: @inset; }
QWidget#listFrame QAbstractItemView { background: @inset; }
QWidget#topBar { background: @top; }
QWidget#band { background: @band; }
QWidget#line { background: @line; }
QLabel { background: transparent; }
QLabel[tone="secondary"] { color: @secondary; font-size: 14px; }
QLabel[tone="title"] { font-size: 28px; font-weight: bold; }
QLabel[tone="heading"] { font-size: 15px; font-weight: bold; }
QLabel[tone="city"] { font-size: 17px; font-weight: bold; }
QLabel[tone="clock"] { font-size: 18px; font-weight: bold; }
QLabel[tone="wrong"] { color: @overdue; }
QLineEdit, QPlainTextEdit, QComboBox, QDateTimeEdit { background: @inset; border: 1px solid @fieldEdge;
  border-radius: 4px; padding: 0 11px; selection-background-color: @ink; selection-color: @onInk; min-height: 34px; }
QPlainTextEdit { padding: 6px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus { border: 2px solid @ink; padding: 0 10px; }
QPlainTextEdit:focus { padding: 5px 6px; }
QLineEdit#searchEdit { background: @band; min-height: 30px; }
QLineEdit#filterEdit { min-height: 30px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { border: 1px solid @fieldEdge; outline: 0; selection-background-color: @selection;
  selection-color: @text; background: @inset; }
QAbstractItemView { border: none; outline: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @fieldEdge; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle:horizontal { background: @fieldEdge; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QToolTip { background: @inset; color: @text; border: 1px solid @fieldEdge; padding: 4px; }
)");
    const QList<std::pair<QString, QColor>> colours{
        {QStringLiteral("@secondary"), palette.secondaryText},
        {QStringLiteral("@selection"), palette.selection},
        {QStringLiteral("@fieldEdge"), s.fieldEdge},
        {QStringLiteral("@overdue"), palette.overdue},
        {QStringLiteral("@inset"), s.inset},
        {QStringLiteral("@onInk"), palette.onInk},
        {QStringLiteral("@text"), palette.text},
        {QStringLiteral("@pane"), s.pane},
        {QStringLiteral("@band"), s.band},
        {QStringLiteral("@line"), s.line},
        {QStringLiteral("@ink"), palette.ink},
        {QStringLiteral("@top"), palette.ground}};
    for (const auto &[name, colour] : colours)
        sheet.replace(name, colour.name());
    return sheet;
}

double lineWidth(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

double drawLine(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
                const QColor &colour, Qt::Alignment alignment)
{
    if (text.isEmpty() || box.width() < 8)
        return 0;
    const QFontMetricsF metrics(font);
    // A text that fits to the pixel must not be shortened because of rounding.
    const QString shown = metrics.horizontalAdvance(text) <= box.width() + 0.5
                              ? text
                              : metrics.elidedText(text, Qt::ElideRight, box.width());
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(box.adjusted(alignment & Qt::AlignRight ? -2 : 0, -4,
                                  alignment & Qt::AlignRight ? 0 : 2, 4),
                     int(alignment | Qt::TextSingleLine), shown);
    return metrics.horizontalAdvance(shown);
}

double keyWidth(const QString &key)
{
    return std::max(kKeyHeight, std::ceil(lineWidth(key, keyFont())) + 12);
}

double drawKey(QPainter &painter, const QPointF &leftMiddle, const QString &key,
               const look::Palette &palette, bool onInk)
{
    const Surfaces s = surfacesOf(palette);
    const double width = keyWidth(key);
    const QRectF box(std::round(leftMiddle.x()) + 0.5,
                     std::round(leftMiddle.y() - kKeyHeight / 2) + 0.5, width - 1, kKeyHeight - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(onInk ? palette.onInk : s.chipEdge, 1));
    painter.setBrush(onInk ? QBrush(Qt::NoBrush) : QBrush(s.chip));
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(keyFont());
    painter.setPen(onInk ? palette.onInk : palette.text);
    painter.drawText(box.adjusted(-2, -2, 2, 1), Qt::AlignCenter, key);
    painter.restore();
    return width;
}

} // namespace gridhall::desk
