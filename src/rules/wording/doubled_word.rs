//! A word typed twice.

use super::super::phrases::{self, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `doubled_word.md`.
pub static RULE: Rule = Rule { code: "wording/doubled-word", severity: Severity::Warning, check };

/// Only words of one character that never follow themselves, but for the neighbours with which they make two words.
pub(super) static PHRASES: &[Phrase] = phrases! {
    Warning false "的的" => "的", only "", unless "目~ 标~ 有~ 中~ 之~ 打~ 的~ ~的 ~确 ~士 ~喀",
        shown "重大政策⟦的的⟧出台及时公开。" => "重大政策的出台及时公开。",
        silent "公开的目的的确是便民。", "有的的确更新较慢。", "公布打的的费用。", "目的的实现靠落实。";
    Warning false "了了" => "了", only "", unless "为~ 除~ 明~ 不~ 草~ 了~ ~了 ~解 ~结 ~然 ~之",
        shown "制定⟦了了⟧工作方案。" => "制定了工作方案。",
        silent "这是为了了解情况。", "除了了解政策，还可以留言。", "做到了了然于胸。", "实在忙不了了。";
    Warning false "是是" => "是", only "",
        unless "但~ 可~ 还~ 于~ 国~ 凡~ 总~ 若~ 就~ 要~ 只~ 先~ 像~ 自~ 是~ ~是 ~否 ~非",
        shown "存在的问题⟦是是⟧更新不及时。" => "存在的问题是更新不及时。",
        silent "审核的内容是是否涉密。", "关键还是是非分明。", "但是是谁负责要写明。";
    Warning false "和和" => "和", only "",
        unless "饱~ 缓~ 温~ 柔~ 总~ 共~ 调~ 祥~ 平~ 谐~ 和~ 中~ 讲~ 议~ 求~ ~平 ~谐 ~睦 ~解 ~气 ~美 ~好 ~和",
        shown "网站⟦和和⟧公众号同步发布。" => "网站和公众号同步发布。",
        silent "推动发展和和谐社会建设。", "两项的总和和平均数已经公布。", "邻里和和美美。";
    Warning false "在在" => "在", only "",
        unless "存~ 实~ 现~ 内~ 外~ 潜~ 所~ 正~ 旨~ 好~ 在~ ~在 ~线 ~职 ~岗 ~建 ~校 ~编 ~册 ~位 ~家 ~此",
        shown "信息⟦在在⟧网站公布。" => "信息在网站公布。",
        silent "问题存在在线服务较少的方面。", "公开对象还在在校学生中征集。", "我们实在在努力。";
    Warning false "与与" => "与", only "", unless "参~ 给~ 赋~ 付~ 授~ 与~ ~与 ~会 ~否 ~时 ~此 ~其",
        shown "公开⟦与与⟧解读同步。" => "公开与解读同步。",
        silent "扩大公众参与与互动。", "领导与与会人员交流。";
    Warning false "及及" => "及", only "", unless "普~ 涉~ 触~ 波~ 以~ 顾~ 提~ 论~ 企~ 及~ ~及 ~时 ~早 ~其 ~第",
        shown "网站⟦及及⟧公众号同步发布。" => "网站及公众号同步发布。",
        silent "公开准确以及及时。", "知识普及及推广有序。";
    Warning false "由由" => "由", only "", unless "理~ 自~ 缘~ 事~ 因~ 经~ 由~ ~由 ~于 ~此",
        shown "申请⟦由由⟧办公室答复。" => "申请由办公室答复。",
        silent "不予公开的理由由本机关说明。";
    Warning false "并并" => "并", only "",
        unless "合~ 归~ 兼~ 吞~ 并~ ~并 ~联 ~轨 ~网 ~购 ~入 ~发 ~行 ~列 ~举 ~不 ~非 ~且",
        shown "及时更新⟦并并⟧定期检查。" => "及时更新并定期检查。",
        silent "机构合并并更名。", "审核并并联办理。";
    Warning false "对对" => "对", only "",
        unless "针~ 比~ 核~ 校~ 相~ 反~ 应~ 面~ 绝~ 对~ ~象 ~方 ~口 ~外 ~内 ~接 ~照 ~比 ~标 ~策 ~应 ~等 ~联 ~对",
        shown "⟦对对⟧网站栏目进行检查。" => "对网站栏目进行检查。",
        silent "针对对口单位提出建议。", "开展核对对照。", "办好楹联对对联活动。";
    Warning false "将将" => "将", only "", unless "即~ 干~ 武~ 名~ 主~ 大~ 小~ 上~ 中~ 少~ 将~ ~来 ~近 ~要 ~军 ~士 ~领 ~才 ~就 ~将",
        shown "下一步，⟦将将⟧加强培训。" => "下一步，将加强培训。",
        silent "项目即将将相关材料公开。", "工作将将来的需求纳入考虑。";
    Warning false "已已" => "已", only "", unless "而~ 不~ 已~ ~已",
        shown "申请⟦已已⟧答复。" => "申请已答复。",
        silent "差错不过一字而已已经更正。";
    Warning false "既既" => "既", only "", unless "既~ ~既 ~往 ~定 ~是",
        shown "公开⟦既既⟧要及时又要准确。" => "公开既要及时又要准确。",
        silent "公开既要及时又要准确。";
    Warning false "未未" => "未", only "", unless "癸~ 辛~ 乙~ 丁~ 己~ 未~ ~未 ~来 ~雨 ~必",
        shown "全年⟦未未⟧收到申请。" => "全年未收到申请。",
        silent "规划未未来化。", "事前未未雨绸缪。";
    Info false "性性" => "性", only "~， ~。 ~； ~、 ~的 ~和 ~在", unless "性~",
        shown "提高信息的准确⟦性性⟧。" => "提高信息的准确性。",
        silent "开展女性性别平等宣传。";
    Info false "镇镇" => "镇", only "~， ~。 ~； ~的 ~和 ~在", unless "镇~ 集~ 城~",
        shown "规范全⟦镇镇⟧的公开栏。" => "规范全镇的公开栏。",
        silent "召开集镇镇区整治会议。", "由本镇镇长负责。";
    Info false "局局" => "局", only "~， ~。 ~； ~的 ~和 ~在", unless "局~",
        shown "由财政⟦局局⟧和审计局负责。" => "由财政局和审计局负责。",
        silent "由财政局局长负责。";
    Info false "县县" => "县", only "~， ~。 ~； ~的 ~和 ~在", unless "县~",
        shown "完善全⟦县县⟧的制度。" => "完善全县的制度。",
        silent "全县县乡两级均已公开。";
    Info false "市市" => "市", only "~， ~。 ~； ~的 ~和 ~在", unless "市~ 津~",
        shown "完善全⟦市市⟧的制度。" => "完善全市的制度。",
        silent "规范超市市场秩序。", "津市市的经验值得学习。";
    Info false "乡乡" => "乡", only "~， ~。 ~； ~的 ~和 ~在", unless "乡~",
        shown "完善全⟦乡乡⟧的制度。" => "完善全乡的制度。",
        silent "发动全乡乡村干部。";
    Info false "资金资金" => "资金", only "~， ~。 ~； ~的 ~使用", unless "",
        shown "公开惠民⟦资金资金⟧使用情况。" => "公开惠民资金使用情况。",
        silent "公开惠民资金使用情况。", "公开惠民资金、资金流向。";
    Info false "公开公开" => "公开", only "~， ~。 ~；", unless "不~",
        shown "做好信息⟦公开公开⟧。" => "做好信息公开。",
        silent "更新信息公开公开栏。";
    Info false "信息信息" => "信息", only "~， ~。 ~；", unless "",
        shown "发布政府⟦信息信息⟧。" => "发布政府信息。",
        silent "推进政府信息信息化建设。";
    Info false "工作工作" => "工作", only "~， ~。 ~；", unless "",
        shown "做好政务公开⟦工作工作⟧。" => "做好政务公开工作。",
        silent "印发政务公开工作工作方案。";
    Info false "政策政策" => "政策", only "~， ~。 ~；", unless "",
        shown "发布惠民⟦政策政策⟧。" => "发布惠民政策。",
        silent "做好惠民政策政策解读。";
    Info false "问题问题" => "问题", only "~， ~。 ~；", unless "",
        shown "解决群众关心的⟦问题问题⟧。" => "解决群众关心的问题。",
        silent "做到以问题问题导向推动工作。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let title = context.document.title.as_ref().map_or("", |title| title.text.as_str());
    phrases::each_hit(context, PHRASES, &mut |hit| {
        // A place may be called so: 津市市.
        if !hit.is_quoted() && !title.contains(hit.text()) {
            findings.push(hit.finding(&|place, wrong, right| format!("{place}：{wrong}疑有重复的字，一般应为{right}")));
        }
    });
    Some(())
}
