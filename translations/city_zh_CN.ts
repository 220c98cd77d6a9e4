<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>city</name>
    <message>
        <source>The database holds no city</source>
        <translation>数据库中没有城市</translation>
    </message>
    <message>
        <source>Start one with gridhallctl city new or gridhallctl demo-city</source>
        <translation>请用 gridhallctl city new 或 gridhallctl demo-city 创建</translation>
    </message>
    <message>
        <source>There is no such component</source>
        <translation>没有该部件</translation>
    </message>
    <message>
        <source>There is no such table</source>
        <translation>没有该数据表</translation>
    </message>
    <message>
        <source>Making the unit grids was cancelled</source>
        <translation>已取消划分单元网格</translation>
    </message>
    <message>
        <source>The sizes of unit grids contradict each other</source>
        <translation>单元网格的大小设置互相矛盾</translation>
    </message>
    <message>
        <source>The largest must not be below the target.</source>
        <translation>最大面积不得小于目标面积。</translation>
    </message>
</context>
</TS>
