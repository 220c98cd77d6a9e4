<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>store</name>
    <message>
        <source>No city was named</source>
        <translation>没有指定城市</translation>
    </message>
    <message>
        <source>Give the city&apos;s folder</source>
        <translation>请给出城市所在的文件夹</translation>
    </message>
    <message>
        <source>There is no city here</source>
        <translation>这里没有城市</translation>
    </message>
    <message>
        <source>Name a folder that holds city.gpkg, or make one with gridhallctl</source>
        <translation>请指定含有 city.gpkg 的文件夹，或用 gridhallctl 新建</translation>
    </message>
    <message>
        <source>The folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
    <message>
        <source>Check the permissions of the file and its folder</source>
        <translation>请检查文件及其文件夹的权限</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not the system&apos;s</source>
        <translation>Qt 的 SQLite 驱动与系统的不一致</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>数据库不可写</translation>
    </message>
    <message>
        <source>Qt&apos;s PostgreSQL driver is not installed</source>
        <translation>未安装 Qt 的 PostgreSQL 驱动</translation>
    </message>
    <message>
        <source>Install libqt6sql6-psql</source>
        <translation>请安装 libqt6sql6-psql</translation>
    </message>
    <message>
        <source>The database refuses this: it breaks a rule of the city</source>
        <translation>数据库拒绝了此操作：违反了规则</translation>
    </message>
    <message>
        <source>This is not a database</source>
        <translation>这不是数据库</translation>
    </message>
    <message>
        <source>Choose another city or restore a backup</source>
        <translation>请选择其他城市或从备份恢复</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>Restore it from a backup</source>
        <translation>请从备份恢复</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing was changed</source>
        <translation>请腾出空间后重试；未做任何更改</translation>
    </message>
    <message>
        <source>The database cannot be opened</source>
        <translation>无法打开数据库</translation>
    </message>
    <message>
        <source>Another program keeps the database locked</source>
        <translation>数据库被其他程序锁定</translation>
    </message>
    <message>
        <source>Close the other program or try again</source>
        <translation>请关闭其他程序或重试</translation>
    </message>
    <message>
        <source>The disk failed while the database was used</source>
        <translation>使用数据库时磁盘出错</translation>
    </message>
    <message>
        <source>Check the disk; nothing was changed</source>
        <translation>请检查磁盘；未做任何更改</translation>
    </message>
    <message>
        <source>The database holds this already or lacks what it refers to</source>
        <translation>数据库中已有此项，或缺少它所引用的内容</translation>
    </message>
    <message>
        <source>The database failed</source>
        <translation>数据库出错</translation>
    </message>
    <message>
        <source>The log has the details</source>
        <translation>详情见日志</translation>
    </message>
    <message>
        <source>The database server does not answer</source>
        <translation>数据库服务器没有应答</translation>
    </message>
    <message>
        <source>Check the network and the server</source>
        <translation>请检查网络和服务器</translation>
    </message>
    <message>
        <source>Your login may not do this in the database</source>
        <translation>您的账号在数据库中无此权限</translation>
    </message>
    <message>
        <source>Ask the administrator</source>
        <translation>请联系管理员</translation>
    </message>
    <message>
        <source>Somebody else was changing the same thing</source>
        <translation>他人正在更改同一内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>The database is cut off: its end is missing</source>
        <translation>数据库不完整：尾部缺失</translation>
    </message>
    <message>
        <source>The photo cannot be stored</source>
        <translation>照片无法保存</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB</source>
        <translation>文件超过 %1 MB</translation>
    </message>
    <message>
        <source>Choose a smaller one</source>
        <translation>请选择较小的文件</translation>
    </message>
    <message>
        <source>This is not the key of a photo</source>
        <translation>这不是照片的编号</translation>
    </message>
    <message>
        <source>The photo is not here</source>
        <translation>照片不在本机</translation>
    </message>
    <message>
        <source>Restore the media folder from a backup</source>
        <translation>请从备份恢复媒体文件夹</translation>
    </message>
    <message>
        <source>The photo cannot be read</source>
        <translation>照片无法读取</translation>
    </message>
    <message>
        <source>The photo was changed after it was stored</source>
        <translation>照片存入后被改动过</translation>
    </message>
    <message>
        <source>This database is not a GridHall city</source>
        <translation>该数据库不是网格指挥大厅的城市</translation>
    </message>
    <message>
        <source>Import it into a city instead of opening it</source>
        <translation>请将其导入城市，而不是直接打开</translation>
    </message>
    <message>
        <source>The city was made by a newer GridHall (schema %1, this program knows %2)</source>
        <translation>该城市由更新版本的网格指挥大厅创建（结构版本 %1，本程序支持 %2）</translation>
    </message>
    <message>
        <source>Update this program</source>
        <translation>请升级本程序</translation>
    </message>
    <message>
        <source>A migration of this program is missing</source>
        <translation>本程序缺少一个数据库升级文件</translation>
    </message>
</context>
</TS>
