<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>simulation</name>
    <message>
        <source>There is no base map, so nobody can walk its streets</source>
        <translation>没有底图，无法沿街巡查</translation>
    </message>
    <message>
        <source>Import a base map first.</source>
        <translation>请先导入底图。</translation>
    </message>
    <message>
        <source>The city has no patroller with a responsibility grid</source>
        <translation>该城市没有分配责任网格的巡查员</translation>
    </message>
    <message>
        <source>Add patrollers to the city first.</source>
        <translation>请先为城市添加巡查员。</translation>
    </message>
    <message>
        <source>%1 patrollers, %2 fixes, %3 reports, %4 open cases</source>
        <translation>巡查员 %1 人，定位 %2 条，上报 %3 件，在办案卷 %4 件</translation>
    </message>
    <message>
        <source>The city&apos;s folder or database.</source>
        <translation>城市的文件夹或数据库。</translation>
    </message>
    <message>
        <source>How much faster than life.</source>
        <translation>比真实快多少倍。</translation>
    </message>
    <message>
        <source>What chance begins with.</source>
        <translation>随机数种子。</translation>
    </message>
    <message>
        <source>Reports a minute, of all patrollers, at speed 1.</source>
        <translation>速度为 1 时全部巡查员每分钟上报的件数。</translation>
    </message>
    <message>
        <source>Ends after so many seconds.</source>
        <translation>运行多少秒后结束。</translation>
    </message>
    <message>
        <source>The seats of the hall are left to people.</source>
        <translation>大厅席位留给真人操作。</translation>
    </message>
    <message>
        <source>Name the city with --city.</source>
        <translation>请用 --city 指定城市。</translation>
    </message>
    <message>
        <source>--speed (0.1 to 60), --seed, --reports (0 to 600) and --duration need numbers.</source>
        <translation>--speed（0.1 至 60）、--seed、--reports（0 至 600）和 --duration 须为数字。</translation>
    </message>
    <message>
        <source>The city was made by an older GridHall</source>
        <translation>该城市由较早版本的 GridHall 建立</translation>
    </message>
    <message>
        <source>Run gridhallctl migrate first.</source>
        <translation>请先运行 gridhallctl migrate。</translation>
    </message>
    <message>
        <source>Let patrollers walk a city&apos;s streets and its cases go on.</source>
        <translation>模拟巡查员沿街巡查、案卷流转。</translation>
    </message>
</context>
</TS>
