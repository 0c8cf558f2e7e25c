//! A typing error that nothing right can look like.

use super::super::phrases::{self, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `typing_error.md`.
pub static RULE: Rule = Rule { code: "wording/typing-error", severity: Severity::Error, check };

/// Those that inspections count as grave are errors.
pub(super) static PHRASES: &[Phrase] = phrases! {
    Warning true "本年府" => "本年度", only "", unless "~办 ~院 ~内 ~机关",
        shown "对⟦本年府⟧报告有疑问的，请来电。" => "对本年度报告有疑问的，请来电。",
        silent "本年度报告可以下载。", "本年府办印发文件3件。";
    Warning true "公开工" => "公开工作", only "~， ~。 ~；", unless "",
        shown "扎实完成政务⟦公开工⟧。" => "扎实完成政务公开工作。",
        silent "扎实完成政务公开工作。", "镇里有宣传工、管理工，公开工程进度。";
    Warning true "201#度" => "201#年度", only "", unless "#~ ~电 ~假 ~过 ~数 电~ 量~ 达~ 约~ 近~ 温~",
        shown "⟦2019度⟧，全镇政务公开有序开展。" => "2019年度，全镇政务公开有序开展。",
        silent "路灯用电2019度。", "2019年度工作已经总结。";
    Warning true "202#度" => "202#年度", only "", unless "#~ ~电 ~假 ~过 ~数 电~ 量~ 达~ 约~ 近~ 温~",
        shown "现将⟦2022度⟧工作报告如下。" => "现将2022年度工作报告如下。",
        silent "办公楼节约2022度电。", "现将2022年度工作报告如下。", "用电12022度。";
    Warning true "累公开" => "累计公开", only "", unless "积~ 月~ 拖~ 连~ 劳~ 受~ 疲~ 带~ 亏~ 负~",
        shown "全年⟦累公开⟧信息30条。" => "全年累计公开信息30条。",
        silent "各单位积累公开经验。", "避免拖累公开进度。";
    Warning true "企事业单信息" => "企事业单位信息", only "", unless "",
        shown "推进公共⟦企事业单信息⟧公开。" => "推进公共企事业单位信息公开。",
        silent "推进公共企事业单位信息公开。";
    Warning true "台帐" => "台账", only "", unless "~篷 ~幕 ~蓬",
        shown "建立问题⟦台帐⟧。" => "建立问题台账。",
        silent "搭起舞台帐篷。", "印发《帐户与台帐管理办法》。";
    Warning true "帐号" => "账号", only "", unless "蚊~ 营~",
        shown "关停不再使用的政务新媒体⟦帐号⟧。" => "关停不再使用的政务新媒体账号。",
        silent "营帐号角是一首诗。", "整合账号2个。";
    Warning true "帐户" => "账户", only "", unless "蚊~ 营~",
        shown "公布收费⟦帐户⟧。" => "公布收费账户。",
        silent "印发《银行帐户管理办法》。", "送去营帐户外用品。";
    Warning true "帐目" => "账目", only "", unless "蚊~ 营~",
        shown "按季公开村级⟦帐目⟧。" => "按季公开村级账目。",
        silent "发放蚊帐目前已经完成。";
    Warning true "部份" => "部分", only "", unless "干~内 ~额 ~内 ~数 ~量 ~子",
        shown "⟦部份⟧栏目更新不及时。" => "部分栏目更新不及时。",
        silent "干部内部份额不变。", "合作社内部份额已经公示。", "部分栏目已经更新。";
    Warning true "截止目前" => "截至目前", only "", unless "",
        shown "⟦截止目前⟧，没有发生诉讼。" => "截至目前，没有发生诉讼。",
        silent "截至目前，没有发生诉讼。", "报名已经截止。";
    Error true "扫黑险恶" => "扫黑除恶", only "", unless "",
        shown "公开⟦扫黑险恶⟧工作情况。" => "公开扫黑除恶工作情况。",
        silent "公开扫黑除恶工作情况。";
    Error true "攻府" => "政府", only "", unless "进~ 主~",
        shown "镇⟦攻府⟧及时公开信息。" => "镇政府及时公开信息。",
        silent "起义军进攻府城的旧址已经开放。";
    Error true "秸杆" => "秸秆", only "", unless "",
        shown "发布⟦秸杆⟧禁烧通告。" => "发布秸秆禁烧通告。",
        silent "发布秸秆禁烧通告。", "竹竿、木杆、麦秸要分开堆放。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::report(context, findings, PHRASES, &|place, wrong, right| {
        format!("{place}：{wrong}有错别字或漏字，应为{right}")
    })
}
