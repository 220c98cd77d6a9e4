// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/result.h>

namespace gridhall {

QString Error::text() const
{
    QString line = what;
    if (!subject.isEmpty())
        line += QStringLiteral(": ") + subject;
    if (!next.isEmpty())
        line += QStringLiteral(". ") + next;
    return line;
}

} // namespace gridhall
