<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN">
<context>
    <name>catalog</name>
    <message>
        <source>The program's own catalog is missing</source>
        <translation>程序自带的分类标准缺失</translation>
    </message>
    <message>
        <source>Install GridHall again</source>
        <translation>请重新安装 GridHall</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Correct the table and read it again</source>
        <translation>请改正表格后重新读取</translation>
    </message>
    <message>
        <source>A quote never ends</source>
        <translation>引号没有结束</translation>
    </message>
    <message>
        <source>A row has %1 cells instead of %2</source>
        <translation>该行有 %1 格，应为 %2 格</translation>
    </message>
</context>
</TS>