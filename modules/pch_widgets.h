// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pch_core.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QWidget>
