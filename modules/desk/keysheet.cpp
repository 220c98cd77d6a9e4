// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <desk/keysheet.h>

#include <desk/deskpaint.h>
#include <desk/deskwords.h>
#include <look/style.h>

#include <QKeyEvent>

namespace gridhall::desk {

KeySheet::KeySheet(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("keySheet"));
    setAccessibleName(tr("All keys"));
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void KeySheet::open()
{
    setGeometry(parentWidget()->rect());
    QStringList spoken;
    for (const Group &group : groups()) {
        for (const auto &[key, words] : group.keys)
            spoken.append(key + QLatin1Char(' ') + words);
    }
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    show();
    raise();
    setFocus();
}

QList<KeySheet::Group> KeySheet::groups()
{
    using namespace cases::action;
    Group steps{tr("Steps of a case"), {}};
    for (const QString &action : {kAccept, kRefuse, kSendConfirm, kConfirm, kFile, kDispatch, kSign,
                                  kHandle, kSendVerify, kVerifyPass, kVerifyFail, kClose})
        steps.keys.append({stepKey(action).toString(), actionWord(action)});
    steps.keys.append({QStringLiteral("Z"), tr("take the last step back, while it still waits")});
    const Group window{tr("Everywhere"),
                       {{QStringLiteral("Ctrl+N"), tr("new report")},
                        {QStringLiteral("Ctrl+K"), tr("search cases, places, components, people")},
                        {QStringLiteral("Ctrl+1"), tr("to do")},
                        {QStringLiteral("Ctrl+2"), tr("all cases")},
                        {QStringLiteral("Ctrl+M"), tr("to the map")},
                        {QStringLiteral("F6"), tr("next list under the map")},
                        {QStringLiteral("Ctrl+Shift+D"), tr("light or dark")},
                        {QStringLiteral("?"), tr("this sheet")}}};
    const Group queue{tr("Queue"),
                      {{QStringLiteral("↑ ↓"), tr("another case")},
                       {QStringLiteral("Alt+1 … 6"), tr("another stage")},
                       {QStringLiteral("/"), tr("filter")},
                       {QStringLiteral("N"), tr("let new cases in")}}};
    const Group asking{tr("When a step asks"),
                       {{QStringLiteral("1 … 9"), tr("a condition")},
                        {QStringLiteral("↑ ↓"), tr("another row")},
                        {QStringLiteral("Alt+1 … 3"), tr("a stock phrase")},
                        {QStringLiteral("Ctrl+O"), tr("add a photo")},
                        {tr("Enter"), tr("confirm")},
                        {QStringLiteral("Esc"), tr("not now")}}};
    const Group report{tr("New report"),
                       {{QStringLiteral("F2"), tr("attach the component chosen or nearest")},
                        {QStringLiteral("F4"), tr("take the map's centre")},
                        {QStringLiteral("F5"), tr("register")},
                        {QStringLiteral("Esc"), tr("put aside; the draft is kept")}}};
    const Group photos{tr("Photos"),
                       {{tr("Space"), tr("enlarge, and back")},
                        {QStringLiteral("V"), tr("before and after side by side")},
                        {QStringLiteral("← →"), tr("other photos")}}};
    const Group map{tr("Map"),
                    {{QStringLiteral("← ↑ → ↓"), tr("move")},
                     {QStringLiteral("+ −"), tr("scale")},
                     {QStringLiteral("Home"), tr("whole city")}}};
    return {steps, queue, window, asking, photos, report, map};
}

void KeySheet::paintEvent(QPaintEvent *)
{
    const look::Palette &palette = paletteOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), surfacesOf(palette).pane);
    drawLine(painter, {48, 32, width() - 96.0, 44}, tr("All keys"), look::font(28, true),
             palette.text);
    const double columnWidth = std::max(300.0, std::min(440.0, (width() - 96.0) / 3 - 32));
    const double line = height() < 900 ? 28 : 34;
    double x = 48;
    double y = 104;
    for (const Group &group : groups()) {
        const double needs = 40 + double(group.keys.size()) * line;
        if (y + needs > height() - 24 && y > 104) {
            x += columnWidth + 48;
            y = 104;
        }
        drawLine(painter, {x, y, columnWidth, 28}, group.name, look::font(15, true), palette.text);
        y += 34;
        for (const auto &[key, words] : group.keys) {
            drawKey(painter, {x, y + line / 2}, key, palette);
            drawLine(painter, {x + 112, y, columnWidth - 112, line}, words, look::font(15),
                     palette.text);
            y += line;
        }
        y += 20;
    }
}

bool KeySheet::event(QEvent *event)
{
    // No key may reach what lies behind the sheet.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void KeySheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
        return;
    default:
        leave();
    }
}

void KeySheet::mousePressEvent(QMouseEvent *)
{
    leave();
}

void KeySheet::leave()
{
    hide();
    emit closed();
}

} // namespace gridhall::desk
