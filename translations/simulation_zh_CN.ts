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
        <translation>该城市没有分配责任网格的监督员</translation>
    </message>
    <message>
        <source>Add some first: gridhallctl city add-patrollers</source>
        <translation>请先添加：gridhallctl city add-patrollers</translation>
    </message>
</context>
</TS>
