<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>democity</name>
    <message>
        <source>Making the demo city was cancelled</source>
        <translation>已取消生成演示城市</translation>
    </message>
    <message>
        <source>streets and blocks</source>
        <translation>道路与街区</translation>
    </message>
    <message>
        <source>grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>There is a file of that name</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>map project</source>
        <translation>地图工程</translation>
    </message>
    <message>
        <source>database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>There is a demo city already</source>
        <translation>此处已有演示城市</translation>
    </message>
    <message>
        <source>Add --force to replace it.</source>
        <translation>加上 --force 可将其替换。</translation>
    </message>
    <message>
        <source>The folder isn&apos;t empty</source>
        <translation>文件夹不为空</translation>
    </message>
    <message>
        <source>Name an empty or a new one.</source>
        <translation>请指定空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>The folder cannot be written</source>
        <translation>文件夹无法写入</translation>
    </message>
    <message>
        <source>Check that you may write there.</source>
        <translation>请检查该处是否有写入权限。</translation>
    </message>
    <message>
        <source>The area isn&apos;t possible</source>
        <translation>面积不可行</translation>
    </message>
    <message>
        <source>Choose from 0.5 to 400 square kilometres.</source>
        <translation>请在 0.5 至 400 平方千米之间选择。</translation>
    </message>
    <message>
        <source>The recipe of the demo city is broken</source>
        <translation>演示城市的配方已损坏</translation>
    </message>
</context>
</TS>
