<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN">
<context>
    <name>gridhall::mapview::MapReadout</name>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 厘米</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>Lon, lat</source>
        <translation>经纬度</translation>
    </message>
    <message>
        <source>East, north</source>
        <translation>东，北</translation>
    </message>
    <message>
        <source>Unit grid</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>图幅</translation>
    </message>
    <message>
        <source>at the centre</source>
        <translation>图面中心</translation>
    </message>
    <message>
        <source>CGCS2000 %1</source>
        <translation>2000 国家大地坐标系 %1</translation>
    </message>
</context>
<context>
    <name>gridhall::mapview::MapSource</name>
    <message numerus="yes">
        <source>The map is incomplete: the sources of %n layer(s) cannot be read</source>
        <translation>
            <numerusform>地图不完整：%n 个图层的数据源读不出</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the missing files back, or open the map project in QGIS and repair the layers</source>
        <translation>请放回缺失的文件，或在 QGIS 中打开地图工程修复图层</translation>
    </message>
</context>
<context>
    <name>gridhall::mapview::TileSupply</name>
    <message>
        <source>There is no shared memory for the map</source>
        <translation>没有可供地图使用的共享内存</translation>
    </message>
    <message>
        <source>Close other programs and start again</source>
        <translation>请关闭其他程序后重新启动</translation>
    </message>
    <message>
        <source>The map worker speaks protocol %1, this program speaks %2</source>
        <translation>地图进程使用协议 %1，本程序使用协议 %2</translation>
    </message>
    <message>
        <source>Install gridhall and gridhall-mapd of the same version</source>
        <translation>请安装同一版本的 gridhall 和 gridhall-mapd</translation>
    </message>
    <message>
        <source>The map worker cannot be started</source>
        <translation>地图进程无法启动</translation>
    </message>
    <message>
        <source>Install gridhall-mapd beside gridhall</source>
        <translation>请把 gridhall-mapd 安装到 gridhall 所在目录</translation>
    </message>
    <message>
        <source>The map worker does not come up</source>
        <translation>地图进程没有响应</translation>
    </message>
    <message>
        <source>Try it in a shell: gridhall-mapd --version</source>
        <translation>请在终端中试运行：gridhall-mapd --version</translation>
    </message>
    <message numerus="yes">
        <source>The map worker died %n time(s) painting it: %1</source>
        <translation>
            <numerusform>地图进程绘制它时退出了 %n 次：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The map worker refuses this program's protocol</source>
        <translation>地图进程不接受本程序的协议</translation>
    </message>
    <message>
        <source>There is no map project</source>
        <translation>没有地图工程</translation>
    </message>
    <message>
        <source>Make one with gridhallctl, or name another city folder</source>
        <translation>请用 gridhallctl 建立，或指定另一个城市目录</translation>
    </message>
    <message>
        <source>The map project cannot be read</source>
        <translation>地图工程无法读取</translation>
    </message>
    <message>
        <source>Open it in QGIS to see what is wrong, or restore it from a copy</source>
        <translation>请在 QGIS 中打开检查，或用备份恢复</translation>
    </message>
    <message>
        <source>The map project's CRS does not count in metres</source>
        <translation>地图工程的坐标系不以米为单位</translation>
    </message>
    <message>
        <source>Give the project a projected CRS in QGIS, such as EPSG:4547</source>
        <translation>请在 QGIS 中为工程设置投影坐标系，例如 EPSG:4547</translation>
    </message>
    <message>
        <source>The map worker cannot use the shared memory</source>
        <translation>地图进程无法使用共享内存</translation>
    </message>
    <message>
        <source>The map worker did not understand this program</source>
        <translation>地图进程无法识别本程序的消息</translation>
    </message>
</context>
<context>
    <name>gridhall::mapview::WorkerProcess</name>
    <message>
        <source>it was stuck in one tile</source>
        <translation>它卡在一块图上</translation>
    </message>
    <message>
        <source>it did not open the project in time</source>
        <translation>它没有按时打开工程</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>它关闭了连接</translation>
    </message>
    <message>
        <source>the system gave no socket</source>
        <translation>系统没有提供套接字</translation>
    </message>
    <message>
        <source>it sent %1</source>
        <translation>它发来 %1</translation>
    </message>
    <message>
        <source>it answered what it was not asked</source>
        <translation>它答复了没有请求的内容</translation>
    </message>
    <message>
        <source>it was killed or crashed</source>
        <translation>它被终止或崩溃</translation>
    </message>
    <message>
        <source>it ended with code %1</source>
        <translation>它以代码 %1 结束</translation>
    </message>
</context>
</TS>