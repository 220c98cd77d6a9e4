// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/id.h>
#include <geo/lonlat.h>

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace gridhall::city {

/// What a city is: its name, division code and the CRS its map is drawn in.
struct CityInfo
{
    QString name;         ///< 万和市
    QString divisionCode; ///< 6 digits, GB/T 2260
    QString crs;          ///< "EPSG:4547"
    QString timeZone = QStringLiteral("Asia/Shanghai");
    geo::LonLatPolygon boundary;
};

/// Unit grid 单元网格 (GB/T 30428.1): 15 digits = 6 division + 3 street + 3 community + 3 sequence.
struct UnitGrid
{
    QString code;
    QString name;
    QString streetName;
    QString communityName;
    QString responsibilityGridCode; ///< empty when it belongs to none
    double areaM2 = 0.0;
    geo::LonLatMultiPolygon shape;
};

/// Responsibility grid 责任网格: the unit grids that one team of patrollers answers for.
struct ResponsibilityGrid
{
    QString code;
    QString name; ///< 东湖网格
    double areaM2 = 0.0;
    geo::LonLatMultiPolygon shape;
};

/// A component 部件: one manhole, lamp, bin …, with its code (16 digits in the 2013 edition:
/// 6 division + 2 major + 2 minor + 6 sequence), its owner and its place.
struct Component
{
    QString code;
    QString classCode; ///< "0101": major + minor of its edition
    QString name;      ///< 上水井盖
    Id ownerUnit;      ///< 权属单位
    Id maintainerUnit; ///< 养护单位
    Id competentUnit;  ///< 主管部门
    QString unitGridCode;
    QString state = QStringLiteral("完好"); ///< 完好 破损 丢失 废弃 移除
    QString address;
    geo::LonLat at;
    QDate initialDate;
    QString dataSource;
};

enum class UnitKind { None = 0, HandlingUnit, Street, Center, CompetentDepartment };

/// A unit 单位: a handling unit 处置单位, a street office, the center itself, a department.
struct Unit
{
    Id id;
    QString code; ///< 18-character unified social credit code, or a local one
    QString name;
    QString shortName; ///< for lists and the wall
    UnitKind kind = UnitKind::None;
    QString phone;
};

/// A person; what they may do is in `roles` (ids of cases::Role, e.g. "acceptor").
struct Person
{
    Id id;
    QString name;
    QString number; ///< staff number
    Id unit;
    QStringList roles;
    QString responsibilityGridCode; ///< for patrollers
    QString phone;
};

} // namespace gridhall::city
