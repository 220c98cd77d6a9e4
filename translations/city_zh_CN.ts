<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>city</name>
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
    <message>
        <source>The map worker was not found</source>
        <translation>找不到地图渲染程序</translation>
    </message>
    <message>
        <source>Install GridHall completely, or name the program in GRIDHALL_MAPD</source>
        <translation>请完整安装 GridHall，或用 GRIDHALL_MAPD 指定该程序</translation>
    </message>
    <message>
        <source>The map&apos;s style tables were not found</source>
        <translation>找不到地图样式表</translation>
    </message>
    <message>
        <source>Install GridHall completely, or name their folder in GRIDHALL_MAPS</source>
        <translation>请完整安装 GridHall，或用 GRIDHALL_MAPS 指定样式目录</translation>
    </message>
    <message>
        <source>The city has no base map</source>
        <translation>该城市还没有底图</translation>
    </message>
    <message>
        <source>Import one with gridhallctl import basemap</source>
        <translation>请用 gridhallctl import basemap 导入</translation>
    </message>
    <message>
        <source>The map project cannot be written</source>
        <translation>无法写入地图工程</translation>
    </message>
    <message>
        <source>Make the folder writable and try again</source>
        <translation>请将该目录设为可写后重试</translation>
    </message>
    <message>
        <source>The map project could not be made</source>
        <translation>未能生成地图工程</translation>
    </message>
    <message>
        <source>The base map or the style tables are damaged: import the base map again</source>
        <translation>底图或样式表已损坏：请重新导入底图</translation>
    </message>
    <message>
        <source>The city has no name and CRS yet</source>
        <translation>该城市尚未设定名称和坐标系</translation>
    </message>
    <message>
        <source>Make it with gridhallctl city new</source>
        <translation>请用 gridhallctl city new 创建</translation>
    </message>
    <message>
        <source>There is no component with this code</source>
        <translation>没有该编码的部件</translation>
    </message>
    <message>
        <source>The city has no such table</source>
        <translation>城市中没有该数据表</translation>
    </message>
</context>
</TS>
