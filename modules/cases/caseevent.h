// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "caserows.h"

#include <cases/caserepository.h>

namespace gridhall::cases {

/// An event on its way into the database.
struct CaseRepository::NewEvent
{
    ChainLink link;
    QString previousHash;
};

} // namespace gridhall::cases
