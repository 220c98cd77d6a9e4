// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <transfer/importreport.h>

#include <QCoreApplication>

#include <optional>

class QCommandLineParser;

namespace gridhall::ctl {

/// QCoreApplication's, under a short name that lupdate still knows.
inline QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}
/// Prints text as it is, in UTF-8.
void print(const QString &text);
/// "gridhallctl: message" on stderr; answers 2.
int wrongUsage(const QString &message);

/// Parses `words`; an answer means that the command is done with this exit code (help, wrong
/// usage).
std::optional<int> parse(QCommandLineParser &parser, const QString &command, const QString &usage,
                         const QStringList &words);

/// Shows progress on stderr while that is a terminal; stops the work after Ctrl-C.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;
    transfer::Progress progress();

private:
    void clear();
    bool m_isTerminal = false;
    bool m_isDirty = false;
};

} // namespace gridhall::ctl
