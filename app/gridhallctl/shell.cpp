// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace gridhall::ctl {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void noteInterrupt(int)
{
    interrupted = 1;
}

} // namespace

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
}

int wrongUsage(const QString &message)
{
    std::fprintf(stderr, "gridhallctl: %s\n", qUtf8Printable(message));
    return 2;
}

std::optional<int> parse(QCommandLineParser &parser, const QString &command, const QString &usage,
                         const QStringList &words)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QCoreApplication::translate("ctl", "Show this text."));
    parser.addOption(help);
    if (!parser.parse(QStringList{command} + words))
        return wrongUsage(parser.errorText());
    if (!parser.isSet(help))
        return std::nullopt;
    QString text = parser.helpText();
    // Qt writes the program's own name and a list of positional words; ours says more.
    const qsizetype body = text.indexOf(QLatin1Char('\n'));
    print(QCoreApplication::translate("ctl", "usage:") + QStringLiteral(" gridhallctl ") + command +
          QLatin1Char(' ') + usage + text.mid(body));
    return 0;
}

ProgressLine::ProgressLine() : m_isTerminal(isatty(STDERR_FILENO) != 0)
{
    interrupted = 0;
    std::signal(SIGINT, noteInterrupt);
}

ProgressLine::~ProgressLine()
{
    clear();
    std::signal(SIGINT, SIG_DFL);
}

void ProgressLine::clear()
{
    if (m_isDirty)
        std::fputs("\r\033[K", stderr);
    m_isDirty = false;
}

transfer::Progress ProgressLine::progress()
{
    return [this](double share, const QString &what) {
        if (m_isTerminal) {
            std::fprintf(stderr, "\r\033[K%3d %% %s", static_cast<int>(share * 100),
                         qUtf8Printable(what));
            std::fflush(stderr);
            m_isDirty = true;
        }
        return interrupted == 0;
    };
}

} // namespace gridhall::ctl
