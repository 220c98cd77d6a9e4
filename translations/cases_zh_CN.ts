<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>cases</name>
    <message>
        <source>the case&apos;s place cannot be read</source>
        <translation>案卷的位置无法读取</translation>
    </message>
    <message>
        <source>an event is missing</source>
        <translation>缺少一条流转记录</translation>
    </message>
    <message>
        <source>the event does not follow the one before it</source>
        <translation>该记录与前一条不衔接</translation>
    </message>
    <message>
        <source>the event was changed</source>
        <translation>该记录被改动过</translation>
    </message>
    <message>
        <source>the event starts from another state</source>
        <translation>该记录的起始状态不符</translation>
    </message>
    <message>
        <source>the case has no events</source>
        <translation>案卷没有流转记录</translation>
    </message>
    <message>
        <source>the last events are missing</source>
        <translation>缺少最后的流转记录</translation>
    </message>
    <message>
        <source>the case&apos;s state is not what its events say</source>
        <translation>案卷状态与流转记录不符</translation>
    </message>
    <message>
        <source>the case&apos;s place is not what its events say</source>
        <translation>案卷位置与流转记录不符</translation>
    </message>
    <message>
        <source>the case&apos;s %1 is not what its events say</source>
        <translation>案卷的 %1 与流转记录不符</translation>
    </message>
    <message>
        <source>the event&apos;s case is missing</source>
        <translation>流转记录所属的案卷缺失</translation>
    </message>
    <message>
        <source>a photo of the event is missing or was added</source>
        <translation>该记录的照片缺失或被添加过</translation>
    </message>
    <message>
        <source>%1 numbers were given on this day, but %2 cases are there</source>
        <translation>当日发出 %1 个案卷编号，实有 %2 个案卷</translation>
    </message>
    <message>
        <source>There is no such case</source>
        <translation>没有该案卷</translation>
    </message>
    <message>
        <source>The text is longer than %1 characters</source>
        <translation>文字超过 %1 个字符</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>请缩短</translation>
    </message>
    <message>
        <source>This is not the key of a photo</source>
        <translation>这不是照片的编号</translation>
    </message>
    <message>
        <source>The report has no place on the map</source>
        <translation>上报没有地图位置</translation>
    </message>
    <message>
        <source>The report has no key</source>
        <translation>上报缺少编号</translation>
    </message>
    <message>
        <source>The step has no key</source>
        <translation>步骤缺少编号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a reason</source>
        <translation>“%1”须填写理由</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a photo</source>
        <translation>“%1”须附照片</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a filing condition of the case&apos;s class</source>
        <translation>“%1”须选择该类别的立案条件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a unit</source>
        <translation>“%1”须选择处置单位</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs an addressee</source>
        <translation>“%1”须指定人员</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a date to come</source>
        <translation>“%1”须填写将来的日期</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has been done as often as it may be</source>
        <translation>“%1”已达到允许的次数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible yet: another step comes first</source>
        <translation>尚不能执行“%1”：须先完成其他步骤</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no longer possible after what the case went through</source>
        <translation>案卷经历过的流转使“%1”不再允许</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not open at this time of the case&apos;s limit</source>
        <translation>按案卷时限，此时不能执行“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was recorded before</source>
        <translation>“%1”已登记过</translation>
    </message>
    <message>
        <source>Your role may not do this step</source>
        <translation>您的角色不能执行此步骤</translation>
    </message>
    <message>
        <source>The catalog has no such class</source>
        <translation>分类目录中没有该类别</translation>
    </message>
    <message>
        <source>Choose a class from the catalog</source>
        <translation>请从分类目录中选择</translation>
    </message>
    <message>
        <source>Somebody else has moved this case on meanwhile</source>
        <translation>案卷已被他人流转</translation>
    </message>
    <message>
        <source>Look at it again and decide anew</source>
        <translation>请重新查看后再处理</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible while the case is &quot;%2&quot; with your role</source>
        <translation>案卷处于“%2”时，您的角色不能执行“%1”</translation>
    </message>
</context>
</TS>
