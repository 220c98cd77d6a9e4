<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>gridhall::Hall</name>
    <message>
        <source>The window was not complete in time</source>
        <translation>窗口未能按时完成</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody in this city may sit at the desk</source>
        <translation>本市没有可以入座的坐席</translation>
    </message>
    <message>
        <source>Name a person with --seat, or add one with the role of an acceptor</source>
        <translation>请用 --seat 指定人员，或增加一名受理员</translation>
    </message>
    <message>
        <source>The screenshot could not be written</source>
        <translation>截图无法写入</translation>
    </message>
    <message>
        <source>Check the folder and its rights</source>
        <translation>请检查文件夹及其权限</translation>
    </message>
</context>
</TS>
