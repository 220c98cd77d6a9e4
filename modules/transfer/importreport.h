// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace gridhall::transfer {

/// Share done (0 … 1) and what is being done; answers false to cancel.
using Progress = std::function<bool(double share, const QString &what)>;

/// What an import read, wrote and left out, and why. A value.
class ImportReport
{
public:
    qint64 read = 0;
    QMap<QString, qint64> written; ///< by table or layer
    QStringList notes;             ///< decisions that a person should know of

    void wrote(const QString &what, qint64 count = 1) { written[what] += count; }
    /// Counts a left-out thing under its reason and keeps the first few names.
    void skip(const QString &reason, const QString &example);
    void warn(const QString &reason, const QString &example);

    qint64 skipped() const;
    qint64 total() const;

    QString toText() const;
    QJsonObject toJson() const;

private:
    struct Reason
    {
        qint64 count = 0;
        QStringList examples;
    };
    using Reasons = QMap<QString, Reason>;
    static void count(Reasons &reasons, const QString &reason, const QString &example);
    static QJsonArray json(const Reasons &reasons);
    static QString text(const Reasons &reasons);

    Reasons m_skipped;
    Reasons m_warnings;
};

} // namespace gridhall::transfer
