// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simulation/photo.h>

#include <QString>
#include <QStringList>

namespace gridhall::simulation {

/// What a patroller may find: the words of a report and the photo's subject.
struct Matter
{
    QString classCode; ///< of an event; empty for a component, whose class is its own
    QStringList words;
    Subject subject = Subject::Litter;
};

/// What is usually wrong with a component of this name.
Matter matterOf(const QString &componentName);
/// What is found in any street.
const QList<Matter> &streetMatters();
Subject subjectOf(const QString &classCode, const QString &className);

} // namespace gridhall::simulation
