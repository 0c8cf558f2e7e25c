//! A word that the words beside it show to be mistaken for another.

use super::super::phrases::{self, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `likely_typing_error.md`.
pub static RULE: Rule = Rule { code: "wording/likely-typing-error", severity: Severity::Warning, check };

/// The neighbours that are excluded each belong to a right sentence with the same characters.
pub(super) static PHRASES: &[Phrase] = phrases! {
    Warning false "三方" => "第三方",
        only "~评估 ~测评 ~机构评估 ~机构测评 ~机构开展",
        unless "第~ 两~ 多~ 甲~ 乙~ 丙~ 方~ 群众~ 企业~ 社会~ 专家~ 单位~ 部门~ 学校~ 民~ 十~",
        shown "参加政务公开⟦三方⟧评估交流。" => "参加政务公开第三方评估交流。",
        silent "聘请第三方机构开展测评。", "由两方三方机构评估均可。", "实行政府、企业、群众三方评估。";
    Warning false "府信息公开" => "政府信息公开", only "$~", unless "",
        shown "一年来，⟦府信息公开⟧工作有序开展。" => "一年来，政府信息公开工作有序开展。",
        silent "一年来，镇政府信息公开工作有序开展。", "省府信息公开已经完成。";
    Warning false "进下一步" => "下一步/进一步", only "$~", unless "",
        shown "工作完成。⟦进下一步⟧，镇政府将加强培训。" => "工作完成。下一步，镇政府将加强培训。",
        silent "总结经验，推进下一步工作。", "以检查促进下一步整改。";
    Warning false "截止" => "截至",
        only "~201#年 ~202#年 ~203#年 ~#月 ~##月",
        unless "报名~ 申报~ 受理~ 意见~ 投稿~ 申请~ 报送~ 征集~ 反馈~ 提交~ 缴费~ 时间~ 日期~ 登记~ 征求~ 活动~ 于~",
        shown "⟦截止⟧2023年12月31日，没有逾期答复。" => "截至2023年12月31日，没有逾期答复。",
        silent "报名截止2023年12月1日。", "征求意见截止12月5日。", "受理截止9月底。", "截止日期为2023年12月。";
    Warning false "做为" => "作为", only "",
        unless "~民 ~了 ~什 ~何 ~人 ~群 ~企 ~农 ~老 ~百姓 ~大家 ~居民 ~村民 ~学生 ~残 ~职工 ~基层服务",
        shown "把公开⟦做为⟧日常工作。" => "把公开作为日常工作。",
        silent "多做为民服务的实事。", "这样做为了方便群众。", "这样做为人民群众带来便利。";
    Warning false "做出" => "作出",
        only "~答复 ~决定 ~规定 ~处理 ~承诺 ~回应",
        unless "~决定性",
        shown "对申请依法⟦做出⟧答复。" => "对申请依法作出答复。",
        silent "为发展做出贡献。", "做出成绩的予以表扬。", "对转型做出决定性贡献。", "执行《关于做出处理决定的规定》。";
    Warning false "登陆" => "登录",
        only "~…网站 ~…系统 ~…平台 ~…账号 ~…邮箱 ~…公众号 ~…客户端 ~http ~www",
        unless "台风~ 风暴~ 号~ ”~ ~后 ~时 ~前 ~期间 ~点 ~地 ~我国 ~沿海 ~以来 ~过程 ~影响",
        shown "公众可以⟦登陆⟧政府网站查阅。" => "公众可以登录政府网站查阅。",
        silent "台风登陆后，及时发布预警信息。", "台风“山竹”登陆期间政府网站滚动更新。", "台风登陆，系统自动预警。";
    Warning false "反应" => "反映",
        only "~问题 ~的问题 ~情况 ~的情况 ~诉求 ~的诉求 ~意见 ~的意见 ~渠道 ~的渠道",
        unless "不良~ 过敏~ 应激~ 化学~ 连锁~ 快速~ 应急~ 生理~ 副~ 市场~ 社会~ 接种~ 舆情~ 舆论~ 核~ 热~ 临床~ 第一~",
        shown "认真处理群众⟦反应⟧的问题。" => "认真处理群众反映的问题。",
        silent "群众反应强烈的事项优先公开。", "公布疫苗接种不良反应情况。", "反应迅速，处置得当。";
    Warning false "补证" => "补正",
        only "~告知 ~通知 ~材料 ~申请 告知~",
        unless "证~ 照~ 丢失~ 遗失~ 失~ 换~ 、~ 办理~ 驾驶人~ 挂失~ 身份~ 老人~ 居民~",
        shown "发出⟦补证⟧告知书2份。" => "发出补正告知书2份。",
        silent "身份证遗失补证申请可以网上办理。", "换证、补证材料已经公布。", "办理补证业务30件。";
    Warning false "权力和义务" => "权利和义务", only "", unless "行政~ 公~ 职~ 政~ 国家~ 法定~ 机关的~ 部门的~ 政府的~",
        shown "告知申请人的⟦权力和义务⟧。" => "告知申请人的权利和义务。",
        silent "梳理行政权力和义务清单。", "厘清公权力和义务的边界。";
    Warning false "转结" => "结转",
        only "~至 ~到 ~下 ~上 ~# 上年~ 上年度~ 下年~ 下年度~",
        unless "结~ 流~ 运~ 周~ 好~ 扭~ 移~ ~上来 ~上去 ~下去 ~下来",
        shown "1件⟦转结⟧至下年度办理。" => "1件结转至下年度办理。",
        silent "1件结转结案。", "资金流转结果已经公示。", "1件结转下年度。";
    Warning false "泄秘" => "泄密", only "", unless "~诀 ~方",
        shown "没有发生⟦泄秘⟧事件。" => "没有发生泄密事件。",
        silent "没有发生泄密事件。", "防止外泄秘方。";
    Warning false "涉秘" => "涉密", only "", unless "干~ 交~ 牵~ ~书 ~鲁",
        shown "严禁⟦涉秘⟧信息上网。" => "严禁涉密信息上网。",
        silent "该事项由涉秘书处的部门说明。", "不得干涉秘密投票。";
    Warning false "布署" => "部署", only "", unless "公~ 发~ 颁~ 宣~ 分~ 遍~ ~名",
        shown "召开会议作出⟦布署⟧。" => "召开会议作出部署。",
        silent "结果公布署名，接受监督。", "由县政府发布署理任命。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::report(context, findings, PHRASES, &|place, wrong, right| {
        format!("{place}：{wrong}疑有错别字或漏字，一般应为{right}")
    })
}
