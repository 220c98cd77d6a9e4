<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>desk</name>
    <message>
        <source>place not known</source>
        <translation>位置不明</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>Self-handled, to review</source>
        <translation>自处理待审</translation>
    </message>
    <message>
        <source>To file</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>Voiding under review</source>
        <translation>作废审批</translation>
    </message>
    <message>
        <source>To handle</source>
        <translation>待处置</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Return under review</source>
        <translation>回退审批</translation>
    </message>
    <message>
        <source>Extension under review</source>
        <translation>延期审批</translation>
    </message>
    <message>
        <source>Suspension under review</source>
        <translation>挂账审批</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>结案条件</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Closed, self-handled</source>
        <translation>自处理结案</translation>
    </message>
    <message>
        <source>Closed by force</source>
        <translation>强制结案</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Handle oneself</source>
        <translation>自行处置</translation>
    </message>
    <message>
        <source>Approve self-handling</source>
        <translation>自处理通过</translation>
    </message>
    <message>
        <source>Reject self-handling</source>
        <translation>自处理不通过</translation>
    </message>
    <message>
        <source>Send to confirm</source>
        <translation>下发核实</translation>
    </message>
    <message>
        <source>Confirmed on site</source>
        <translation>核实属实</translation>
    </message>
    <message>
        <source>Unfounded on site</source>
        <translation>核实不属实</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Close after confirming</source>
        <translation>核实后结案</translation>
    </message>
    <message>
        <source>File</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Return to acceptance</source>
        <translation>退回受理</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Ask to void</source>
        <translation>申请作废</translation>
    </message>
    <message>
        <source>Approve voiding</source>
        <translation>同意作废</translation>
    </message>
    <message>
        <source>Reject voiding</source>
        <translation>不同意作废</translation>
    </message>
    <message>
        <source>Sign for</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Ask to return</source>
        <translation>申请回退</translation>
    </message>
    <message>
        <source>Approve return</source>
        <translation>同意回退</translation>
    </message>
    <message>
        <source>Reject return</source>
        <translation>不同意回退</translation>
    </message>
    <message>
        <source>Ask for extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Approve extension</source>
        <translation>同意延期</translation>
    </message>
    <message>
        <source>Reject extension</source>
        <translation>不同意延期</translation>
    </message>
    <message>
        <source>Ask to suspend</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Approve suspension</source>
        <translation>同意挂账</translation>
    </message>
    <message>
        <source>Reject suspension</source>
        <translation>不同意挂账</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复处置</translation>
    </message>
    <message>
        <source>Handling done</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>Send to verify</source>
        <translation>下发核查</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>核查通过</translation>
    </message>
    <message>
        <source>Fail, rework</source>
        <translation>不通过，返工</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>退回核查</translation>
    </message>
    <message>
        <source>Return to dispatch</source>
        <translation>退回派遣</translation>
    </message>
    <message>
        <source>Close by force</source>
        <translation>强制结案</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Reply to supervision</source>
        <translation>督办回复</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>超期申诉</translation>
    </message>
    <message>
        <source>Endorse appeal</source>
        <translation>申诉初审通过</translation>
    </message>
    <message>
        <source>Reject appeal</source>
        <translation>申诉不通过</translation>
    </message>
    <message>
        <source>Uphold appeal</source>
        <translation>申诉终审通过</translation>
    </message>
    <message>
        <source>Patroller</source>
        <translation>监督员上报</translation>
    </message>
    <message>
        <source>Hotline 12319</source>
        <translation>12319 热线</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频发现</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导交办</translation>
    </message>
    <message>
        <source>Department transfer</source>
        <translation>部门转办</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>物联感知</translation>
    </message>
    <message>
        <source>Sent to confirm</source>
        <translation>已下发核实</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已立案</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派遣</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>Sent to verify</source>
        <translation>已下发核查</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>核查通过</translation>
    </message>
    <message>
        <source>Sent back for rework</source>
        <translation>已退回返工</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>%1 urgent h</source>
        <translation>%1 紧急工作时</translation>
    </message>
    <message>
        <source>%1 working h</source>
        <translation>%1 工作时</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 工作日</translation>
    </message>
    <message>
        <source>Maintains this component</source>
        <translation>本部件养护单位</translation>
    </message>
    <message>
        <source>Owns this component</source>
        <translation>本部件权属单位</translation>
    </message>
    <message>
        <source>Named by the filing condition</source>
        <translation>立案条件指定</translation>
    </message>
    <message>
        <source>Street office of this grid</source>
        <translation>本网格街道办</translation>
    </message>
    <message>
        <source>Patrolling</source>
        <translation>巡查中</translation>
    </message>
    <message>
        <source>Reporting</source>
        <translation>上报中</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>language of this screen</source>
        <extracomment>Not shown. The translation into Chinese is "zh".</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>Not within the scope of city management</source>
        <translation>不属城市管理范围</translation>
    </message>
    <message>
        <source>Reported before</source>
        <translation>重复上报</translation>
    </message>
    <message>
        <source>Place or matter unclear</source>
        <translation>位置或诉求不清</translation>
    </message>
    <message>
        <source>Repaired, site cleared</source>
        <translation>已修复，现场已清理</translation>
    </message>
    <message>
        <source>Replaced with a new one</source>
        <translation>已更换新件</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>已清理干净</translation>
    </message>
    <message>
        <source>Meets the closing condition</source>
        <translation>符合结案条件</translation>
    </message>
    <message>
        <source>Restored, passable</source>
        <translation>已恢复，可通行</translation>
    </message>
    <message>
        <source>Not handled</source>
        <translation>未处置</translation>
    </message>
    <message>
        <source>Handled in part only</source>
        <translation>只处置了一部分</translation>
    </message>
    <message>
        <source>Photo does not match the place</source>
        <translation>照片与现场不符</translation>
    </message>
    <message>
        <source>As reported</source>
        <translation>情况属实</translation>
    </message>
    <message>
        <source>Nothing found on site</source>
        <translation>现场未发现</translation>
    </message>
    <message>
        <source>Wrong class</source>
        <translation>类别有误</translation>
    </message>
    <message>
        <source>Not our duty</source>
        <translation>不属本单位职责</translation>
    </message>
    <message>
        <source>Material incomplete</source>
        <translation>材料不全</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 %2口</translation>
    </message>
    <message>
        <source>near %1</source>
        <translation>%1附近</translation>
    </message>
    <message>
        <source>crossing</source>
        <translation>路口</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>street</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>unit grid</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>limit %1, due %2</source>
        <translation>时限 %1，%2 到期</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::CaseHeader</name>
    <message>
        <source>%1, over by</source>
        <translation>%1超时</translation>
    </message>
    <message>
        <source>%1, left</source>
        <translation>%1剩余</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::CasePane</name>
    <message>
        <source>Taken back. Nothing was sent.</source>
        <translation>已撤销，什么也没有发出。</translation>
    </message>
    <message>
        <source>Opening the city…</source>
        <translation>正在打开城市…</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新上报</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>newest on top</source>
        <translation>新的在上</translation>
    </message>
    <message>
        <source>No case is open. Choose one in the queue.</source>
        <translation>没有打开案件，请在左侧选一件。</translation>
    </message>
    <message>
        <source>before → after → verified</source>
        <translation>处置前 → 处置后 → 核查</translation>
    </message>
    <message>
        <source>no photos yet</source>
        <translation>还没有照片</translation>
    </message>
    <message>
        <source>Reading the workflow…</source>
        <translation>正在读取流程…</translation>
    </message>
    <message>
        <source>This case has ended.</source>
        <translation>本案已结束。</translation>
    </message>
    <message>
        <source>Nothing for you to do here: it waits for others.</source>
        <translation>此处无需您处理，在等别人。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发出…</translation>
    </message>
    <message>
        <source>%1 of case %2 was not taken: %3</source>
        <translation>案件 %2 的“%1”没有办成：%3</translation>
    </message>
    <message>
        <source>Somebody else has just changed this case. It is shown as it is now; decide again.</source>
        <translation>别人刚改过这件案，现在显示的是最新情况，请重新判定。</translation>
    </message>
    <message>
        <source>%1 was not taken: %2</source>
        <translation>“%1”没有办成：%2</translation>
    </message>
    <message>
        <source>Somebody else has just moved this case on; %1 is no longer a step here.</source>
        <translation>别人刚办过这件案，“%1”这一步已不适用。</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::ClassPicker</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Initials, words or code</source>
        <translation>首字母、字或代码</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Filing conditions</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>No filing condition</source>
        <translation>没有立案条件</translation>
    </message>
    <message>
        <source>“%1” was said</source>
        <translation>诉求里有“%1”</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 项</translation>
    </message>
    <message>
        <source>Filed under %1: %2</source>
        <translation>按第 %1 条立案：%2</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::CountTiles</name>
    <message>
        <source>Cases by stage</source>
        <translation>各环节案件数</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::DeskWindow</name>
    <message>
        <source>GridHall · Desk</source>
        <translation>网格指挥大厅 · 坐席</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::FactSheet</name>
    <message>
        <source>Condition</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>处置时限</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>结案条件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Unit grid</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>权属 %1</translation>
    </message>
    <message>
        <source>rework %1</source>
        <translation>返工 %1 次</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Steps of a case</source>
        <translation>案件各步</translation>
    </message>
    <message>
        <source>take the last step back, while it still waits</source>
        <translation>撤销刚才一步（发出之前）</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>随处可用</translation>
    </message>
    <message>
        <source>new report</source>
        <translation>新上报</translation>
    </message>
    <message>
        <source>search cases, places, components, people</source>
        <translation>搜索案件、地点、部件、人员</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>all cases</source>
        <translation>全部案件</translation>
    </message>
    <message>
        <source>to the map</source>
        <translation>到地图</translation>
    </message>
    <message>
        <source>next list under the map</source>
        <translation>地图下方换一张表</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待办列表</translation>
    </message>
    <message>
        <source>another case</source>
        <translation>换一件案</translation>
    </message>
    <message>
        <source>another stage</source>
        <translation>换一个环节</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>let new cases in</source>
        <translation>放新到的案件进来</translation>
    </message>
    <message>
        <source>When a step asks</source>
        <translation>办理中询问时</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>选立案条件</translation>
    </message>
    <message>
        <source>another row</source>
        <translation>换一行</translation>
    </message>
    <message>
        <source>a stock phrase</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>add a photo</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>先不办</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新上报</translation>
    </message>
    <message>
        <source>attach the component chosen or nearest</source>
        <translation>选中的或最近的部件设为本件对象</translation>
    </message>
    <message>
        <source>take the map's centre</source>
        <translation>取地图中心</translation>
    </message>
    <message>
        <source>register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>put aside; the draft is kept</source>
        <translation>先放下，草稿保留</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>enlarge, and back</source>
        <translation>放大与返回</translation>
    </message>
    <message>
        <source>before and after side by side</source>
        <translation>处置前后并排</translation>
    </message>
    <message>
        <source>other photos</source>
        <translation>其他照片</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>whole city</source>
        <translation>全市</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::NoticeLine</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>send now</source>
        <translation>马上发出</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>%1 · goes out in %2 s</source>
        <translation>%1 · %2 秒后发出</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::PhotoPicker</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Add photo</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>This is no picture that can be read.</source>
        <translation>这不是能读取的图片。</translation>
    </message>
    <message>
        <source>%1 is no picture that can be read, or is over 30 MB.</source>
        <translation>%1 不是能读取的图片，或超过 30 MB。</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.bmp)</translation>
    </message>
    <message>
        <source>or paste one, or drop files here</source>
        <translation>也可以粘贴，或把文件拖到这里</translation>
    </message>
    <message>
        <source>click takes one back</source>
        <translation>点照片即取消</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::PhotoStrip</name>
    <message>
        <source>Confirmed</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>This photo cannot be read</source>
        <translation>这张照片读不出来</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>newest of %1</source>
        <translation>共 %1 张，最新一张</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::PhotoZoom</name>
    <message>
        <source>Photo, large</source>
        <translation>照片放大</translation>
    </message>
    <message>
        <source>other photos</source>
        <translation>其他照片</translation>
    </message>
    <message>
        <source>before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::PlaceOverlay</name>
    <message>
        <source>50 m</source>
        <translation>50 米</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::PlacePane</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>近处部件</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>People</source>
        <translation>近处人员</translation>
    </message>
    <message>
        <source>Earlier cases</source>
        <translation>历史案件</translation>
    </message>
    <message>
        <source>What is near</source>
        <translation>近处情况</translation>
    </message>
    <message>
        <source>Components near the place</source>
        <translation>近处部件</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>None: no case of this class within 50 m and 24 h.</source>
        <translation>没有：50 米、24 小时内无同类案件。</translation>
    </message>
    <message>
        <source>People near the place</source>
        <translation>近处人员</translation>
    </message>
    <message>
        <source>Nobody within 500 m.</source>
        <translation>500 米内没有人。</translation>
    </message>
    <message>
        <source>Earlier cases near the place</source>
        <translation>近处历史案件</translation>
    </message>
    <message>
        <source>No earlier case within 100 m.</source>
        <translation>100 米内没有历史案件。</translation>
    </message>
    <message>
        <source>The map cannot be shown. %1</source>
        <translation>地图打不开。%1</translation>
    </message>
    <message>
        <source>No component within 100 m.</source>
        <translation>100 米内没有部件。</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>无信号</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::QueueDelegate</name>
    <message>
        <source>Waiting for others %1</source>
        <translation>等别人 %1</translation>
    </message>
    <message>
        <source>by limit</source>
        <translation>按时限</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>待发出</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::QueuePane</name>
    <message>
        <source>Accept</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>File</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>待结案</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>not interrupting this case</source>
        <translation>不打断当前案件</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>放进来</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待办列表</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>筛选待办</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>搜索案件</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>新到 %1 件</translation>
    </message>
    <message>
        <source>Opening the city…</source>
        <translation>正在打开城市…</translation>
    </message>
    <message>
        <source>No case matches “%1”.</source>
        <translation>没有与“%1”相符的案件。</translation>
    </message>
    <message>
        <source>Nothing to do here. New report: Ctrl+N</source>
        <translation>这里没有待办。新上报：Ctrl+N</translation>
    </message>
    <message>
        <source>No cases.</source>
        <translation>没有案件。</translation>
    </message>
    <message>
        <source>Filter these cases</source>
        <translation>筛选这些案件</translation>
    </message>
    <message>
        <source>Number, address, description</source>
        <translation>编号、位置、描述</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::ReportForm</name>
    <message>
        <source>outside every unit grid</source>
        <translation>不在任何单元网格内</translation>
    </message>
    <message>
        <source>Component %1 %2, owner %3</source>
        <translation>部件 %1 %2，权属 %3</translation>
    </message>
    <message>
        <source>No component attached</source>
        <translation>未挂部件</translation>
    </message>
    <message>
        <source>Click the map, or type a place and press Enter</source>
        <translation>在图上点，或输入地点按回车</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>相距 %1</translation>
    </message>
    <message>
        <source>Say what is the matter first.</source>
        <translation>请先写明诉求。</translation>
    </message>
    <message>
        <source>Choose a class: type initials, words or a code, then Enter.</source>
        <translation>请选类别：输入首字母、字或代码，再按回车。</translation>
    </message>
    <message>
        <source>Where is it? Click the map, or type a place and press Enter.</source>
        <translation>在哪里？在图上点，或输入地点按回车。</translation>
    </message>
    <message>
        <source>This place is outside every unit grid. Choose a place inside the city.</source>
        <translation>此处不在任何单元网格内，请选本市范围内的位置。</translation>
    </message>
    <message>
        <source>Not sent: %1. The draft is kept; try again with F5.</source>
        <translation>没有发出：%1。草稿已存，按 F5 再试。</translation>
    </message>
    <message>
        <source>draft kept</source>
        <translation>草稿已存</translation>
    </message>
    <message>
        <source>draft from before</source>
        <translation>上次的草稿</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>先放下</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新上报</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>What is the matter</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Shift+Enter: new line</source>
        <translation>Shift+回车换行</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>initials, words or code</source>
        <translation>首字母、字或代码均可</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的地点</translation>
    </message>
    <message>
        <source>attach the nearest component</source>
        <translation>挂最近的部件</translation>
    </message>
    <message>
        <source>take the map's centre</source>
        <translation>取地图中心</translation>
    </message>
    <message>
        <source>street, crossing, name or code, or click the map</source>
        <translation>路名、路口、地名或编码，或在图上点</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>same class, 50 m, 24 h</source>
        <translation>同类 50 米 24 小时内</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::SearchBox</name>
    <message>
        <source>Search cases, places, components, people</source>
        <translation>搜索案件、地点、部件、人员</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::StageStrip</name>
    <message>
        <source>of %1</source>
        <translation>限 %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>File</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核查</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::StepBar</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::StepPanel</name>
    <message>
        <source>Until</source>
        <translation>到何时</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不办</translation>
    </message>
    <message>
        <source>Filing conditions</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Handling units</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>近处人员</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Note (may be left empty)</source>
        <translation>意见（可不填）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>This class has no filing condition in the catalog.</source>
        <translation>字典里这一类没有立案条件。</translation>
    </message>
    <message>
        <source>No unit matches.</source>
        <translation>没有相符的单位。</translation>
    </message>
    <message>
        <source>Another unit: type its name</source>
        <translation>换别的单位：输入名称</translation>
    </message>
    <message>
        <source>Filter units</source>
        <translation>筛选单位</translation>
    </message>
    <message>
        <source>Nobody matches.</source>
        <translation>没有相符的人。</translation>
    </message>
    <message>
        <source>Another person: type the name</source>
        <translation>换别人：输入姓名</translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation>筛选人员</translation>
    </message>
    <message>
        <source>to close: %1</source>
        <translation>结案条件：%1</translation>
    </message>
    <message>
        <source>Choose a filing condition first.</source>
        <translation>请先选立案条件。</translation>
    </message>
    <message>
        <source>Choose a unit first.</source>
        <translation>请先选处置单位。</translation>
    </message>
    <message>
        <source>Choose a person first.</source>
        <translation>请先选人。</translation>
    </message>
    <message>
        <source>A reason is needed: type one, or take a phrase with Alt+1.</source>
        <translation>必须写原因：输入，或按 Alt+1 用常用语。</translation>
    </message>
    <message>
        <source>A photo is needed: add, paste or drop one.</source>
        <translation>必须有照片：添加、粘贴或拖入一张。</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::Timeline</name>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
</context>
<context>
    <name>gridhall::desk::TopBar</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>%1 grid hall</source>
        <translation>%1 网格指挥大厅</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>database away · %1 steps wait</source>
        <translation>数据库断开 · %1 步待发</translation>
    </message>
    <message>
        <source>database away</source>
        <translation>数据库断开</translation>
    </message>
</context>
</TS>
