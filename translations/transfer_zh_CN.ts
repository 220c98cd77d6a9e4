<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN">
<context>
    <name>transfer</name>
    <message>
        <source>The import was cancelled</source>
        <translation>导入已取消</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>未作任何改动</translation>
    </message>
    <message>
        <source>The file doesn't tell which zone its map lies in</source>
        <translation>文件未说明地图所在的投影带</translation>
    </message>
    <message>
        <source>Name the city's CRS with --crs EPSG:…</source>
        <translation>请用 --crs EPSG:… 指定城市坐标系</translation>
    </message>
    <message>
        <source>The city's map is drawn in %1.</source>
        <translation>城市地图采用 %1。</translation>
    </message>
    <message>
        <source>reading: %1</source>
        <translation>正在读取：%1</translation>
    </message>
    <message>
        <source>Nothing in the file belongs on a base map</source>
        <translation>文件中没有可作底图的内容</translation>
    </message>
    <message>
        <source>Name layers as roads, buildings, water, landuse, or by CASS</source>
        <translation>图层请命名为 roads、buildings、water、landuse，或按 CASS 分层</translation>
    </message>
    <message>
        <source>writing the map</source>
        <translation>正在写入地图</translation>
    </message>
    <message>
        <source>putting it in place</source>
        <translation>正在就位</translation>
    </message>
    <message>
        <source>frame and drawing aids</source>
        <translation>图廓与辅助线</translation>
    </message>
    <message>
        <source>entities of layers without a place on the map</source>
        <translation>图层在底图上无对应的实体</translation>
    </message>
    <message>
        <source>texts without a place on the map</source>
        <translation>底图上无对应的文字</translation>
    </message>
    <message>
        <source>without a point</source>
        <translation>没有点位</translation>
    </message>
    <message>
        <source>code exists already</source>
        <translation>编码已存在</translation>
    </message>
    <message>
        <source>class that the dictionary does not know</source>
        <translation>分类标准中没有的类别</translation>
    </message>
    <message>
        <source>code of another division</source>
        <translation>其他行政区划的编码</translation>
    </message>
    <message>
        <source>of no class that the dictionary knows</source>
        <translation>不属于分类标准中的任何类别</translation>
    </message>
    <message>
        <source>no free number in its class</source>
        <translation>该类编号已用完</translation>
    </message>
    <message>
        <source>outside every unit grid</source>
        <translation>不在任何单元网格内</translation>
    </message>
    <message>
        <source>Fields of %1: %2</source>
        <translation>%1 的字段：%2</translation>
    </message>
    <message>
        <source>No layer of points was found</source>
        <translation>没有找到点图层</translation>
    </message>
    <message>
        <source>Name one with --layer: %1</source>
        <translation>请用 --layer 指定：%1</translation>
    </message>
    <message>
        <source>Things without a 16- or 17-digit code got the next one of their class.</source>
        <translation>没有 16 或 17 位编码的部件按类别顺序编码。</translation>
    </message>
    <message>
        <source>drawing signs</source>
        <translation>正在绘制符号</translation>
    </message>
    <message>
        <source>storing components</source>
        <translation>正在存入部件</translation>
    </message>
    <message>
        <source>A field mapping isn't understood</source>
        <translation>字段对应无法理解</translation>
    </message>
    <message>
        <source>Write WHAT=FIELD with one of: %1</source>
        <translation>请写作 名称=字段，名称可为：%1</translation>
    </message>
    <message>
        <source>The layer has no such field</source>
        <translation>图层没有这个字段</translation>
    </message>
    <message>
        <source>It has: %1</source>
        <translation>现有：%1</translation>
    </message>
    <message>
        <source>No layer could be chosen</source>
        <translation>无法确定图层</translation>
    </message>
    <message>
        <source>Layer "%1" has no field for the grid's code</source>
        <translation>图层“%1”没有网格编码字段</translation>
    </message>
    <message>
        <source>Name it with --map code=FIELD; it has: %1</source>
        <translation>请用 --map code=字段 指定；现有：%1</translation>
    </message>
    <message>
        <source>Fields: %1</source>
        <translation>字段：%1</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>没有编码</translation>
    </message>
    <message>
        <source>without an area</source>
        <translation>没有面积</translation>
    </message>
    <message>
        <source>parts joined to a grid of the same code</source>
        <translation>并入同编码网格的部分</translation>
    </message>
    <message>
        <source>grids that overlap</source>
        <translation>相互重叠的网格</translation>
    </message>
    <message>
        <source>no free number in its community</source>
        <translation>该社区编号已用完</translation>
    </message>
    <message>
        <source>area that cannot be repaired</source>
        <translation>无法修复的面</translation>
    </message>
    <message>
        <source>much larger than 10,000 m²</source>
        <translation>远大于一万平方米</translation>
    </message>
    <message>
        <source>Local codes got a 15-digit code (division, street, community, sequence) and stand in the grid's name.</source>
        <translation>本地编码已换成 15 位编码（区划、街道、社区、顺序号），原编码作为网格名称。</translation>
    </message>
    <message>
        <source>The city has no CRS yet</source>
        <translation>城市还没有坐标系</translation>
    </message>
    <message>
        <source>Import a base map first</source>
        <translation>请先导入底图</translation>
    </message>
    <message>
        <source>storing grids</source>
        <translation>正在存入网格</translation>
    </message>
    <message>
        <source>The file has no area that could be a boundary</source>
        <translation>文件中没有可作边界的面</translation>
    </message>
    <message>
        <source>Give a file with a polygon</source>
        <translation>请给出含多边形的文件</translation>
    </message>
    <message>
        <source>The city has unit grids already</source>
        <translation>城市已有单元网格</translation>
    </message>
    <message>
        <source>Start a new city to make them afresh</source>
        <translation>要重新划分请新建城市</translation>
    </message>
    <message>
        <source>The city has no base map</source>
        <translation>城市没有底图</translation>
    </message>
    <message>
        <source>Import one first: gridhallctl import basemap</source>
        <translation>请先导入：gridhallctl import basemap</translation>
    </message>
    <message>
        <source>The base map has no streets to cut grids along</source>
        <translation>底图没有可供划分的街道</translation>
    </message>
    <message>
        <source>Give an area with --boundary FILE</source>
        <translation>请用 --boundary 文件 给出范围</translation>
    </message>
    <message>
        <source>cutting grids</source>
        <translation>正在划分网格</translation>
    </message>
    <message>
        <source>codes without a division: start the city with --division</source>
        <translation>编码缺少行政区划：新建城市时请用 --division</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>written:</source>
        <translation>已写入：</translation>
    </message>
    <message>
        <source>left out:</source>
        <translation>略去：</translation>
    </message>
    <message>
        <source>to be looked at:</source>
        <translation>请核对：</translation>
    </message>
    <message>
        <source>The city's folder cannot be written</source>
        <translation>城市文件夹无法写入</translation>
    </message>
    <message>
        <source>Check its permissions and the free space</source>
        <translation>请检查权限与剩余空间</translation>
    </message>
    <message>
        <source>The city has no name</source>
        <translation>城市没有名称</translation>
    </message>
    <message>
        <source>Give one with --name</source>
        <translation>请用 --name 给出</translation>
    </message>
    <message>
        <source>A division code has six digits</source>
        <translation>行政区划代码为六位数字</translation>
    </message>
    <message>
        <source>Look it up in GB/T 2260</source>
        <translation>请查 GB/T 2260</translation>
    </message>
    <message>
        <source>The folder isn't empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>Name an empty or a new one</source>
        <translation>请指定空的或新的文件夹</translation>
    </message>
    <message>
        <source>The folder cannot be made</source>
        <translation>文件夹无法建立</translation>
    </message>
    <message>
        <source>Check that you may write there</source>
        <translation>请检查是否有写权限</translation>
    </message>
    <message>
        <source>points without a sign on the map</source>
        <translation>底图上无符号的点</translation>
    </message>
    <message>
        <source>lines without a place on the map</source>
        <translation>底图上无对应的线</translation>
    </message>
    <message>
        <source>areas without a place on the map</source>
        <translation>底图上无对应的面</translation>
    </message>
    <message>
        <source>features without a usable geometry</source>
        <translation>图形不可用的要素</translation>
    </message>
    <message>
        <source>neither 部件 nor 事件</source>
        <translation>既非部件也非事件</translation>
    </message>
    <message>
        <source>major class taken from the row above</source>
        <translation>大类取自上一行</translation>
    </message>
    <message>
        <source>class without a code or name</source>
        <translation>类别没有编码或名称</translation>
    </message>
    <message>
        <source>limit that cannot be read</source>
        <translation>无法识别的时限</translation>
    </message>
    <message>
        <source>words behind a limit</source>
        <translation>时限后的文字</translation>
    </message>
    <message>
        <source>the same condition twice</source>
        <translation>重复的立案条件</translation>
    </message>
    <message>
        <source>Sheet "%1" lacks columns: %2</source>
        <translation>工作表“%1”缺少列：%2</translation>
    </message>
    <message>
        <source>Its head needs 大类代码, 小类代码, 小类名称, 立案条件, 处置时限</source>
        <translation>表头须有 大类代码、小类代码、小类名称、立案条件、处置时限</translation>
    </message>
    <message>
        <source>The table has no standard that can be read</source>
        <translation>表中没有可读取的标准</translation>
    </message>
    <message>
        <source>Compare it with the published template</source>
        <translation>请与发布的模板对照</translation>
    </message>
    <message>
        <source>storing standards</source>
        <translation>正在存入标准</translation>
    </message>
    <message>
        <source>classes that the dictionary names otherwise</source>
        <translation>与分类标准名称不同的类别</translation>
    </message>
    <message>
        <source>The table cannot be read</source>
        <translation>表格无法读取</translation>
    </message>
    <message>
        <source>Save it as .xlsx or as .csv in UTF-8</source>
        <translation>请另存为 .xlsx 或 UTF-8 的 .csv</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>Check the path</source>
        <translation>请检查路径</translation>
    </message>
    <message>
        <source>The workbook is damaged</source>
        <translation>工作簿已损坏</translation>
    </message>
    <message>
        <source>Save it again as .xlsx</source>
        <translation>请重新另存为 .xlsx</translation>
    </message>
    <message>
        <source>The workbook is too large</source>
        <translation>工作簿过大</translation>
    </message>
    <message>
        <source>Split it into smaller ones</source>
        <translation>请拆分成较小的工作簿</translation>
    </message>
    <message>
        <source>The city has no responsibility grids</source>
        <translation>城市没有责任网格</translation>
    </message>
    <message>
        <source>Make them first: gridhallctl city make-grids</source>
        <translation>请先划分：gridhallctl city make-grids</translation>
    </message>
</context>
</TS>