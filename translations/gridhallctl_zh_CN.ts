<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN">
<context>
    <name>ctl</name>
    <message>
        <source>Reads OpenStreetMap (.osm.pbf, .osm), GeoPackage, Shapefile or CASS-layered DXF into the city's base map, replacing it, and composes the map project.</source>
        <translation>把 OpenStreetMap（.osm.pbf、.osm）、GeoPackage、Shapefile 或 CASS 分层的 DXF 读入为城市底图，替换原底图，并编制地图工程。</translation>
    </message>
    <message>
        <source>Adds unit grids from a file of areas and makes responsibility grids of them.</source>
        <translation>从面文件增加单元网格，并由其组成责任网格。</translation>
    </message>
    <message>
        <source>Adds components from files of points, finds their unit grid and their owner.</source>
        <translation>从点文件增加部件，并找到其单元网格与权属单位。</translation>
    </message>
    <message>
        <source>Reads the standards of filing, handling and closing (.xlsx or .csv) and replaces those of every class that they name.</source>
        <translation>读取立案、处置、结案标准（.xlsx 或 .csv），替换其中所列各类的标准。</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Print the answer as JSON.</source>
        <translation>以 JSON 输出结果。</translation>
    </message>
    <message>
        <source>Starts an empty city: a database with the standard class dictionary and four seats.</source>
        <translation>新建空城市：含标准分类与四个坐席的数据库。</translation>
    </message>
    <message>
        <source>Projected CRS that the map is drawn in; without it the first base map decides.</source>
        <translation>地图所用的投影坐标系；不指定时由第一份底图决定。</translation>
    </message>
    <message>
        <source>The city's name.</source>
        <translation>城市名称。</translation>
    </message>
    <message>
        <source>Its six-digit code after GB/T 2260.</source>
        <translation>GB/T 2260 六位行政区划代码。</translation>
    </message>
    <message>
        <source>city new needs a folder and --name</source>
        <translation>city new 需要文件夹与 --name</translation>
    </message>
    <message>
        <source>Tells what a city holds.</source>
        <translation>说明城市里有什么。</translation>
    </message>
    <message>
        <source>city info needs a folder</source>
        <translation>city info 需要文件夹</translation>
    </message>
    <message>
        <source>Cuts unit grids of about 10,000 square metres along the base map's streets and groups them into responsibility grids.</source>
        <translation>沿底图街道划分约一万平方米的单元网格，并组成责任网格。</translation>
    </message>
    <message>
        <source>File with the area to cut; else where the streets are.</source>
        <translation>划分范围文件；不指定时取街道所在范围。</translation>
    </message>
    <message>
        <source>How many responsibility grids to make.</source>
        <translation>责任网格个数。</translation>
    </message>
    <message>
        <source>city make-grids needs a folder, and a number for --responsibility</source>
        <translation>city make-grids 需要文件夹，--responsibility 须为数字</translation>
    </message>
    <message>
        <source>The city's folder.</source>
        <translation>城市文件夹。</translation>
    </message>
    <message>
        <source>Print the report as JSON.</source>
        <translation>以 JSON 输出报告。</translation>
    </message>
    <message>
        <source>The layer to read.</source>
        <translation>要读取的图层。</translation>
    </message>
    <message>
        <source>Which field holds what, where the names don't tell.</source>
        <translation>字段名不能说明时，指定各字段的含义。</translation>
    </message>
    <message>
        <source>CRS of layers that name none.</source>
        <translation>未注明坐标系的图层所用的坐标系。</translation>
    </message>
    <message>
        <source>How many responsibility grids to make; else one per community.</source>
        <translation>责任网格个数；不指定时每社区一个。</translation>
    </message>
    <message>
        <source>--responsibility needs a number</source>
        <translation>--responsibility 须为数字</translation>
    </message>
    <message>
        <source>import what?</source>
        <translation>要导入什么？</translation>
    </message>
    <message>
        <source>Bring a real city in: all or nothing, with a report of what was left out and why.</source>
        <translation>导入真实城市：要么全部，要么不动，并报告略去了什么及原因。</translation>
    </message>
    <message>
        <source>gridhallctl help COMMAND says more. It answers 0 when all is done, 1 when something failed, 2 when it was called wrongly.</source>
        <translation>gridhallctl help 命令 给出详细说明。退出码：0 完成，1 失败，2 用法错误。</translation>
    </message>
    <message>
        <source>no such command</source>
        <translation>没有该命令</translation>
    </message>
    <message>
        <source>Recomputes the hash chain of every case and names each link that does not hold.</source>
        <translation>重新计算每个案卷的哈希链，指出不成立的环节。</translation>
    </message>
    <message>
        <source>Name one city.</source>
        <translation>请指定一个城市。</translation>
    </message>
    <message>
        <source>%1 event %2: %3</source>
        <translation>%1 第 %2 步：%3</translation>
    </message>
    <message>
        <source>%1 cases, %2 events, %3 broken</source>
        <translation>%1 件案卷，%2 步经过，%3 处断裂</translation>
    </message>
    <message>
        <source>Proves that no case event was changed or removed.</source>
        <translation>证明案卷经过未被改动或删除。</translation>
    </message>
    <message>
        <source>Applies what is missing, each change whole or not at all. A database that a newer program made is refused.</source>
        <translation>补上所缺的升级，每步要么完成要么不动；更新版本程序建立的数据库会被拒绝。</translation>
    </message>
    <message>
        <source>schema %1, now %2</source>
        <translation>数据库版本 %1，已升级到 %2</translation>
    </message>
    <message>
        <source>schema %1, nothing to do</source>
        <translation>数据库版本 %1，无需升级</translation>
    </message>
    <message>
        <source>Brings a city's database up to this program's schema.</source>
        <translation>把城市数据库升级到本程序的版本。</translation>
    </message>
    <message>
        <source>Gives each responsibility grid patrollers until it has that many.</source>
        <translation>为每个责任网格补足监督员。</translation>
    </message>
    <message>
        <source>Patrollers for each responsibility grid.</source>
        <translation>每个责任网格的监督员人数。</translation>
    </message>
    <message>
        <source>city add-patrollers needs a folder, and 1 to 50 for --per-grid</source>
        <translation>city add-patrollers 需要文件夹，--per-grid 为 1 到 50</translation>
    </message>
    <message>
        <source>%1 patrollers added</source>
        <translation>已添加 %1 名监督员</translation>
    </message>
    <message>
        <source>usage: gridhallctl city new|info|make-grids|add-patrollers DIR …
gridhallctl city new --help says more about each.
</source>
        <translation>用法：gridhallctl city new|info|make-grids|add-patrollers DIR …
gridhallctl city new --help 等有更多说明。
</translation>
    </message>
    <message>
        <source>Start a city, tell what it holds, cut its unit grids, staff them.</source>
        <translation>新建城市、查看内容、划分单元网格、配备监督员。</translation>
    </message>
</context>
<context>
    <name>democity</name>
    <message>
        <source>Name one folder.</source>
        <translation>请指定一个文件夹。</translation>
    </message>
    <message>
        <source>--seed and --area-km2 need numbers.</source>
        <translation>--seed 与 --area-km2 须为数字。</translation>
    </message>
    <message>
        <source>unit grids</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>responsibility grids</source>
        <translation>责任网格</translation>
    </message>
    <message>
        <source>components</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>streets</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>探头</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Makes the whole city or nothing; the same city for the same seed.</source>
        <translation>要么生成整座城市，要么不动；相同种子生成相同城市。</translation>
    </message>
    <message>
        <source>Another number makes another city.</source>
        <translation>不同的数生成不同的城市。</translation>
    </message>
    <message>
        <source>Square kilometres.</source>
        <translation>平方千米。</translation>
    </message>
    <message>
        <source>Replaces a demo city that is there.</source>
        <translation>替换已有的示范城市。</translation>
    </message>
    <message>
        <source>Leaves out the cases of the last two days.</source>
        <translation>不生成近两日的案卷。</translation>
    </message>
    <message>
        <source>Makes a plausible Chinese city to show GridHall with.</source>
        <translation>生成一座用于演示的中国城市。</translation>
    </message>
</context>
<context>
    <name>simulation</name>
    <message>
        <source>%1 patrollers, %2 fixes, %3 reports, %4 open cases</source>
        <translation>监督员 %1 人，定位 %2 条，上报 %3 件，在办案件 %4 件</translation>
    </message>
    <message>
        <source>The city's folder or database.</source>
        <translation>城市的文件夹或数据库。</translation>
    </message>
    <message>
        <source>How much faster than life.</source>
        <translation>比真实快多少倍。</translation>
    </message>
    <message>
        <source>What chance begins with.</source>
        <translation>随机数种子。</translation>
    </message>
    <message>
        <source>Reports a minute, of all patrollers, at speed 1.</source>
        <translation>速度为 1 时全部监督员每分钟上报的件数。</translation>
    </message>
    <message>
        <source>Ends after so many seconds.</source>
        <translation>运行多少秒后结束。</translation>
    </message>
    <message>
        <source>The seats of the hall are left to people.</source>
        <translation>大厅坐席留给真人操作。</translation>
    </message>
    <message>
        <source>Name the city with --city.</source>
        <translation>请用 --city 指定城市。</translation>
    </message>
    <message>
        <source>--speed (0.1 to 60), --seed, --reports (0 to 600) and --duration need numbers.</source>
        <translation>--speed（0.1 至 60）、--seed、--reports（0 至 600）和 --duration 须为数字。</translation>
    </message>
    <message>
        <source>The city was made by an older GridHall</source>
        <translation>该城市由较早版本的 GridHall 建立</translation>
    </message>
    <message>
        <source>Run gridhallctl migrate first.</source>
        <translation>请先运行 gridhallctl migrate。</translation>
    </message>
    <message>
        <source>Let patrollers walk a city's streets and its cases go on.</source>
        <translation>模拟监督员沿街巡查、案件流转。</translation>
    </message>
</context>
</TS>