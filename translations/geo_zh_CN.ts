<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>geo</name>
    <message>
        <source>The disk is full while writing the base map</source>
        <translation>写入底图时磁盘已满</translation>
    </message>
    <message>
        <source>Free some space and try again; the old file is unchanged.</source>
        <translation>请腾出空间后重试；原文件未改动。</translation>
    </message>
    <message>
        <source>The base map cannot be written</source>
        <translation>底图无法写入</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation>请检查文件夹是否存在、是否有写入权限。</translation>
    </message>
    <message>
        <source>There is no base map</source>
        <translation>没有底图</translation>
    </message>
    <message>
        <source>Make one with gridhallctl import basemap or demo-city.</source>
        <translation>请用 gridhallctl import basemap 或 demo-city 生成。</translation>
    </message>
    <message>
        <source>The base map cannot be read</source>
        <translation>底图无法读取</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>请重新导入。</translation>
    </message>
    <message>
        <source>A feature does not fit its base map layer</source>
        <translation>要素与底图图层不符</translation>
    </message>
    <message>
        <source>This is no projected coordinate system</source>
        <translation>这不是投影坐标系</translation>
    </message>
    <message>
        <source>Name one in metres, for example EPSG:4547.</source>
        <translation>请指定以米为单位的坐标系，例如 EPSG:4547。</translation>
    </message>
    <message>
        <source>A line needs two points</source>
        <translation>线至少需要两个点</translation>
    </message>
    <message>
        <source>An area needs three corners</source>
        <translation>面至少需要三个角点</translation>
    </message>
    <message>
        <source>The shapes cannot be worked with</source>
        <translation>图形无法处理</translation>
    </message>
    <message>
        <source>Check them for edges that cross themselves.</source>
        <translation>请检查其边界是否自相交。</translation>
    </message>
    <message>
        <source>Not a projected coordinate system in metres</source>
        <translation>不是以米为单位的投影坐标系</translation>
    </message>
    <message>
        <source>Give a code such as EPSG:4547</source>
        <translation>请给出代码，例如 EPSG:4547</translation>
    </message>
    <message>
        <source>The database of coordinate systems is missing</source>
        <translation>缺少坐标系数据库</translation>
    </message>
    <message>
        <source>Install the package proj-data</source>
        <translation>请安装软件包 proj-data</translation>
    </message>
    <message>
        <source>A stored geometry is damaged</source>
        <translation>存储的几何图形已损坏</translation>
    </message>
    <message>
        <source>The file is damaged or no map file</source>
        <translation>文件已损坏或不是地图文件</translation>
    </message>
    <message>
        <source>Fetch or export it again, and check its kind</source>
        <translation>请重新下载或导出，并检查文件类型</translation>
    </message>
    <message>
        <source>The layer "%1" names no coordinate system</source>
        <translation>图层“%1”没有坐标系</translation>
    </message>
    <message>
        <source>Name it with --source-crs EPSG:…</source>
        <translation>请用 --source-crs EPSG:… 指定</translation>
    </message>
    <message>
        <source>The coordinate system is not known</source>
        <translation>无法识别的坐标系</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <source>Reading was cancelled</source>
        <translation>读取已取消</translation>
    </message>
</context>
</TS>
