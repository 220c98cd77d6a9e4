// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <look/style.h>

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QPalette>
#include <QTranslator>

namespace gridhall::look {

namespace {

constexpr int kDeskBodyPx = 15;

// @name is replaced by the palette's colour of that name. Selection, focus and the main button are
// ink; edges are one pixel; distances are multiples of four or eight.
constexpr auto kDeskSheet = R"(
QToolTip { background: @panel; color: @text; border: 1px solid @edge; padding: 4px 8px; }
QPushButton { background: @ground; color: @text; border: 1px solid @line; border-radius: 4px;
              min-height: 38px; padding: 0 16px; }
QPushButton:hover { background: @selection; }
QPushButton:pressed { background: @edge; }
QPushButton:focus { border: 2px solid @ink; padding: 0 15px; min-height: 36px; }
QPushButton:default, QPushButton[main="true"] { background: @ink; color: @onInk; border-color: @ink;
              font-weight: bold; }
QPushButton:disabled, QPushButton[main="true"]:disabled { background: @panel; color: @faint;
              border-color: @edge; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 4px;
              padding: 4px 8px; }
QToolButton:hover, QToolButton:checked { background: @selection; }
QToolButton:focus { border-color: @ink; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateTimeEdit {
              background: @field; color: @text; border: 1px solid @edge; border-radius: 4px;
              selection-background-color: @ink; selection-color: @onInk; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateTimeEdit { min-height: 30px; padding: 0 12px; }
QPlainTextEdit, QTextEdit { padding: 4px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QDateTimeEdit:focus { border: 2px solid @ink; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus {
              min-height: 28px; padding: 0 11px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @faint; background: @panel; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView { background: @ground; color: @text; border: 1px solid @edge; outline: none;
              selection-background-color: @selection; selection-color: @text; }
QAbstractItemView { background: @ground; color: @text; border: none; outline: none;
              alternate-background-color: @panel;
              selection-background-color: @selection; selection-color: @text; }
QHeaderView::section { background: @panel; color: @secondary; border: none;
              border-bottom: 1px solid @edge; padding: 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
              background: none; border: none; width: 0; height: 0; }
QSplitter::handle { background: @edge; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenu { background: @ground; color: @text; border: 1px solid @edge; padding: 4px 0; }
QMenu::item { padding: 8px 24px; }
QMenu::item:selected { background: @selection; }
QMenu::separator { height: 1px; background: @edge; margin: 4px 0; }
QTabBar::tab { background: transparent; color: @secondary; border: none; padding: 8px 16px;
              border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 3px solid @ink; font-weight: bold; }
QTabWidget::pane { border: none; border-top: 1px solid @edge; }
QProgressBar { background: @edge; border: none; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: @ink; border-radius: 2px; }
)";

QString mixed(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(float(a.redF() * share + b.redF() * (1 - share)),
                            float(a.greenF() * share + b.greenF() * (1 - share)),
                            float(a.blueF() * share + b.blueF() * (1 - share)))
        .name();
}

QString sheet(const Palette &p)
{
    // Longer names first: "@edge" must not eat the beginning of another name.
    const QList<std::pair<QString, QString>> names{
        {QStringLiteral("@secondary"), p.secondaryText.name()},
        {QStringLiteral("@selection"), p.selection.name()},
        {QStringLiteral("@ground"), p.ground.name()},
        {QStringLiteral("@onInk"), p.onInk.name()},
        {QStringLiteral("@panel"), p.panel.name()},
        {QStringLiteral("@field"), p.isDark() ? p.ground.name() : p.panel.name()},
        {QStringLiteral("@faint"), mixed(p.secondaryText, p.ground, 0.6)},
        {QStringLiteral("@line"), mixed(p.secondaryText, p.ground, 0.7)},
        {QStringLiteral("@edge"), p.edge.name()},
        {QStringLiteral("@text"), p.text.name()},
        {QStringLiteral("@ink"), p.ink.name()},
    };
    QString text = QString::fromLatin1(kDeskSheet);
    for (const auto &[name, value] : names)
        text.replace(name, value);
    return text;
}

QPalette systemPalette(const Palette &p)
{
    QPalette result;
    result.setColor(QPalette::Window, p.ground);
    result.setColor(QPalette::WindowText, p.text);
    result.setColor(QPalette::Base, p.ground);
    result.setColor(QPalette::AlternateBase, p.panel);
    result.setColor(QPalette::Text, p.text);
    result.setColor(QPalette::PlaceholderText, p.secondaryText);
    result.setColor(QPalette::Button, p.panel);
    result.setColor(QPalette::ButtonText, p.text);
    result.setColor(QPalette::BrightText, p.overdue);
    result.setColor(QPalette::Highlight, p.selection);
    result.setColor(QPalette::HighlightedText, p.text);
    result.setColor(QPalette::ToolTipBase, p.panel);
    result.setColor(QPalette::ToolTipText, p.text);
    result.setColor(QPalette::Link, p.text);
    result.setColor(QPalette::Mid, p.edge);
    result.setColor(QPalette::Dark, p.edge);
    result.setColor(QPalette::Light, p.panel);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, QColor(mixed(p.secondaryText, p.ground, 0.6)));
    return result;
}

void install(QApplication &app, const QString &file)
{
    auto *translator = new QTranslator(&app);
    translator->setObjectName(QStringLiteral("gridhall.translator"));
    if (translator->load(file))
        app.installTranslator(translator);
    else
        delete translator;
}

} // namespace

QFont font(double px, bool bold)
{
    QFont result;
    result.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                        QStringLiteral("Source Han Sans SC"), QStringLiteral("sans-serif")});
    result.setPixelSize(qMax(1, qRound(px)));
    result.setWeight(bold ? QFont::Bold : QFont::Normal);
    result.setStyleStrategy(QFont::PreferAntialias);
    return result;
}

void applyTheme(QApplication &app, Theme theme)
{
    const Palette &p = palette(theme);
    app.setStyle(QStringLiteral("Fusion"));
    app.setFont(font(kDeskBodyPx));
    app.setPalette(systemPalette(p));
    app.setStyleSheet(sheet(p));
}

void installLanguage(QApplication &app, const QString &language)
{
    const auto old = app.findChildren<QTranslator *>(QStringLiteral("gridhall.translator"));
    for (QTranslator *translator : old) {
        app.removeTranslator(translator);
        delete translator;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return;

    // A Chinese locale of any region gets our one Chinese translation.
    const QString name =
        locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : locale.name();
    install(app, QLibraryInfo::path(QLibraryInfo::TranslationsPath) +
                     QStringLiteral("/qtbase_%1.qm").arg(name));
    const QDir ours(QStringLiteral(":/i18n"));
    for (const QString &file :
         ours.entryList({QStringLiteral("*_%1.qm").arg(name)}, QDir::Files, QDir::Name))
        install(app, ours.filePath(file));
}

} // namespace gridhall::look
