// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <memory>
#include <vector>

namespace gridhall::ctl {

int failed(const Error &error)
{
    std::fprintf(stderr, "gridhallctl: %s\n", qUtf8Printable(error.text()));
    return 1;
}

} // namespace gridhall::ctl

using namespace gridhall::ctl;

namespace {

void printUsage(const QList<Command> &commands, std::FILE *out)
{
    std::fprintf(out, "%s gridhallctl [--language zh_CN|en] COMMAND …\n\n",
                 qUtf8Printable(translate("ctl", "usage:")));
    for (const Command &command : commands)
        std::fprintf(out, "  %s %s\n      %s\n", qUtf8Printable(command.name),
                     qUtf8Printable(command.usage), qUtf8Printable(command.summary));
    std::fprintf(out, "\n%s\n",
                 qUtf8Printable(translate(
                     "ctl", "gridhallctl help COMMAND says more. It answers 0 when all is done, "
                            "1 when something failed, 2 when it was called wrongly.")));
}

/// Takes --language out of the words; without it the locale decides.
QString takeLanguage(QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words.at(i) == QLatin1String("--language") && i + 1 < words.size()) {
            words.removeAt(i);
            return words.takeAt(i);
        }
        if (words.at(i).startsWith(QLatin1String("--language=")))
            return words.takeAt(i).section(QLatin1Char('='), 1);
    }
    return QLocale().name();
}

/// Every room brings its own words.
std::vector<std::unique_ptr<QTranslator>> installTranslations(const QString &language)
{
    std::vector<std::unique_ptr<QTranslator>> translators;
    if (!language.startsWith(QLatin1String("zh")))
        return translators;
    auto own = std::make_unique<QTranslator>();
    if (own->load(QStringLiteral("qtbase_zh_CN"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)) &&
        QCoreApplication::installTranslator(own.get()))
        translators.push_back(std::move(own));
    const QStringList files =
        QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("*_zh_CN.qm")});
    for (const QString &file : files) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(QStringLiteral(":/i18n/") + file) &&
            QCoreApplication::installTranslator(translator.get()))
            translators.push_back(std::move(translator));
    }
    return translators;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    // Numbers in files are never written the local way.
    std::setlocale(LC_NUMERIC, "C");
    // A limit on file sizes is to come as a write error that somebody can read.
    std::signal(SIGXFSZ, SIG_IGN);
    QCoreApplication::setApplicationName(QStringLiteral("gridhallctl"));
    QCoreApplication::setOrganizationName(QStringLiteral("gridhall"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDHALL_VERSION));

    QStringList words = app.arguments().mid(1);
    const auto translators = installTranslations(takeLanguage(words));
    const QList<Command> commands = {demoCityCommand(), cityCommand(),  importCommand(),
                                     migrateCommand(),  auditCommand(), simulateCommand()};

    if (words.size() > 1 && words.first() == QLatin1String("help")) {
        words.removeFirst();
        words.append(QStringLiteral("--help"));
    }
    const bool wantsHelp = words.value(0) == QLatin1String("--help") ||
                           words.value(0) == QLatin1String("-h") ||
                           words.value(0) == QLatin1String("help");
    if (words.isEmpty() || wantsHelp) {
        printUsage(commands, words.isEmpty() ? stderr : stdout);
        return words.isEmpty() ? 2 : 0;
    }
    if (words.first() == QLatin1String("--version")) {
        std::printf("gridhallctl %s\n", GRIDHALL_VERSION);
        return 0;
    }
    const QString name = words.takeFirst();
    for (const Command &command : commands) {
        if (command.name == name)
            return command.run(words);
    }
    std::fprintf(stderr, "gridhallctl: %s: %s\n\n",
                 qUtf8Printable(translate("ctl", "no such command")), qUtf8Printable(name));
    printUsage(commands, stderr);
    return 2;
}
