// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <QCoreApplication>

#include <cstdio>

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
    std::fputs("usage: gridhallctl COMMAND …\n\n", out);
    for (const Command &command : commands)
        std::fprintf(out, "  %s %s\n      %s\n", qUtf8Printable(command.name),
                     qUtf8Printable(command.usage), qUtf8Printable(command.summary));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gridhallctl"));
    QCoreApplication::setOrganizationName(QStringLiteral("gridhall"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDHALL_VERSION));

    const QList<Command> commands = {demoCityCommand(), migrateCommand(), auditCommand()};

    QStringList words = app.arguments().mid(1);
    if (words.isEmpty() || words.first() == QLatin1String("--help")) {
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
    std::fprintf(stderr, "gridhallctl: no such command: %s\n\n", qUtf8Printable(name));
    printUsage(commands, stderr);
    return 2;
}
