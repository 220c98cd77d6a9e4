// SPDX-FileCopyrightText: GridHall contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/matters.h>

#include <QList>

namespace gridhall::simulation {

namespace {

struct Family
{
    QString part; ///< of the component's name
    QStringList defects;
    Subject subject;
};

const QList<Family> &families()
{
    static const QList<Family> list{
        {QStringLiteral("井盖"),
         {QStringLiteral("破损，边缘缺口约 30 厘米"), QStringLiteral("松动，车辆经过异响"),
          QStringLiteral("下沉约 3 厘米")},
         Subject::Cover},
        {QStringLiteral("箅"),
         {QStringLiteral("堵塞，落叶淤泥约一半"), QStringLiteral("断裂两根")},
         Subject::Cover},
        {QStringLiteral("灯"),
         {QStringLiteral("不亮"), QStringLiteral("灯罩破损"), QStringLiteral("倾斜")},
         Subject::Post},
        {QStringLiteral("树"),
         {QStringLiteral("枯死"), QStringLiteral("倾斜"), QStringLiteral("枝条遮挡路牌")},
         Subject::Post},
        {QStringLiteral("箱"),
         {QStringLiteral("破损"), QStringLiteral("箱门未关"), QStringLiteral("被涂写")},
         Subject::Bin},
        {QStringLiteral("牌"), {QStringLiteral("倾斜"), QStringLiteral("版面污损")}, Subject::Post},
        {QStringLiteral("杆"),
         {QStringLiteral("倾斜"), QStringLiteral("张贴小广告")},
         Subject::Post},
        {QStringLiteral("消"), {QStringLiteral("漏水"), QStringLiteral("缺盖")}, Subject::Cover}};
    return list;
}

} // namespace

Matter matterOf(const QString &componentName)
{
    Matter matter;
    QStringList defects{QStringLiteral("破损"), QStringLiteral("脏污，需清洗")};
    matter.subject = Subject::Bin;
    for (const Family &family : families()) {
        if (!componentName.contains(family.part))
            continue;
        defects = family.defects;
        matter.subject = family.subject;
        break;
    }
    for (const QString &defect : defects)
        matter.words.append(componentName + defect);
    return matter;
}

const QList<Matter> &streetMatters()
{
    static const QList<Matter> list{
        {QStringLiteral("E0110"),
         {QStringLiteral("路边暴露垃圾约 1 平方米"), QStringLiteral("树坑内有散落垃圾"),
          QStringLiteral("垃圾袋散落人行道")},
         Subject::Litter},
        {QStringLiteral("E0405"),
         {QStringLiteral("店外经营，占道约 3 米"), QStringLiteral("门店外摆桌椅")},
         Subject::Stall},
        {QStringLiteral("E0410"),
         {QStringLiteral("非机动车乱停放约 10 辆"), QStringLiteral("共享单车堆放占盲道")},
         Subject::Bicycles},
        {QStringLiteral("E0201"),
         {QStringLiteral("墙面小广告多处"), QStringLiteral("电杆上张贴小广告")},
         Subject::Stall},
        {QStringLiteral("E0401"),
         {QStringLiteral("无照经营游商，水果摊一处"), QStringLiteral("流动摊贩三处")},
         Subject::Stall},
        {QStringLiteral("E0111"), {QStringLiteral("积存建筑渣土约 2 立方米")}, Subject::Litter}};
    return list;
}

Subject subjectOf(const QString &classCode, const QString &className)
{
    for (const Matter &matter : streetMatters()) {
        if (matter.classCode == classCode)
            return matter.subject;
    }
    return classCode.startsWith(QLatin1Char('C')) ? matterOf(className).subject : Subject::Litter;
}

} // namespace gridhall::simulation
