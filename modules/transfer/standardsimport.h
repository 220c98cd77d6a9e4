// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <catalog/catalog.h>
#include <store/cityaddress.h>
#include <transfer/importreport.h>

namespace gridhall::transfer {

/// "2紧急工作时", "4工作时", "4小时", "5个工作日", "5天", "48紧急工作时"; None for anything else.
/// Plain hours and days are working ones (GB/T 30428.8). Emergency days are 24 emergency hours.
/// Words behind the unit make it None too, unless `remark` is there to take them.
catalog::Limit limitFromText(const QString &text, QString *remark = nullptr);

/// Reads the workbook of filing, handling and closing standards 立案、处置和结案标准 (sheets 部件
/// and 事件, or a .csv) and replaces the filing conditions of every class named in it. All or
/// nothing.
Result<ImportReport> importStandards(const store::CityAddress &city, const QString &file,
                                     const Progress &progress = {});

} // namespace gridhall::transfer
