<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>gridhall::wall::CurvePanel</name>
    <message>
        <source>0 h</source>
        <translation>0 时</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>cumulated</source>
        <translation>累计件数</translation>
    </message>
    <message>
        <source>Day's curve</source>
        <translation>今日曲线</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::DayPanel</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>80 % of the limit used</source>
        <translation>时限已用八成</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>as yesterday</source>
        <translation>与昨日同时持平</translation>
    </message>
    <message>
        <source>yesterday ↑ %1</source>
        <translation>较昨日 ↑ %1 件</translation>
    </message>
    <message>
        <source>yesterday ↓ %1</source>
        <translation>较昨日 ↓ %1 件</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::DutyPanel</name>
    <message>
        <source>Patrollers</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>Nobody is on duty</source>
        <translation>无人在岗</translation>
    </message>
    <message>
        <source>on duty %1 ÷ all %2</source>
        <translation>在岗 %1 ÷ 在册 %2</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::HeaderPanel</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Grid Command Hall</source>
        <translation>网格指挥大厅</translation>
    </message>
    <message>
        <source>reading data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>data is %1 old</source>
        <translation>数据停在 %1前</translation>
    </message>
    <message>
        <source>data live</source>
        <translation>数据实时</translation>
    </message>
    <message>
        <source>last position %1 ago</source>
        <translation>最后定位 %1前</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::LegendPanel</name>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>vehicles</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>探头</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>结案</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::NewestPanel</name>
    <message>
        <source>Newest cases</source>
        <translation>最新案件</translation>
    </message>
    <message>
        <source>No case today</source>
        <translation>今日暂无案件</translation>
    </message>
    <message>
        <source>%1 in an hour</source>
        <translation>1 小时内 %1 件</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::TickerPanel</name>
    <message>
        <source>Nothing is overdue, nothing is urged</source>
        <translation>无超期、无催办</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 件</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::UnitsPanel</name>
    <message>
        <source>Units</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>overdue / in hand</source>
        <translation>超期 / 在办</translation>
    </message>
    <message>
        <source>No unit has a case in hand</source>
        <translation>各单位均无在办案件</translation>
    </message>
</context>
<context>
    <name>gridhall::wall::WallWindow</name>
    <message>
        <source>Grid Command Hall · Wall</source>
        <translation>网格指挥大厅 · 大屏</translation>
    </message>
</context>
<context>
    <name>wall</name>
    <message>
        <source>patroller</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>hotline call</source>
        <translation>热线来电</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>citizen report</source>
        <translation>市民上报</translation>
    </message>
    <message>
        <source>leader's instruction</source>
        <translation>领导交办</translation>
    </message>
    <message>
        <source>news media</source>
        <translation>媒体曝光</translation>
    </message>
    <message>
        <source>sensor</source>
        <translation>物联感知</translation>
    </message>
    <message>
        <source>special survey</source>
        <translation>专项普查</translation>
    </message>
    <message>
        <source>handled on the spot</source>
        <translation>自行处置</translation>
    </message>
    <message>
        <source>patrolling</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>reporting</source>
        <translation>上报中</translation>
    </message>
    <message>
        <source>confirming</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>silent %1</source>
        <translation>失联 %1</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>督办待复</translation>
    </message>
    <message>
        <source>urged</source>
        <translation>催办</translation>
    </message>
</context>
</TS>
