//! The name of an institution with a wrong word in it.

use super::super::phrases::{self, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `wrong_term.md`.
pub static RULE: Rule = Rule { code: "wording/wrong-term", severity: Severity::Warning, check };

pub(super) static PHRASES: &[Phrase] = phrases! {
    Warning false "依法申请公开" => "依申请公开",
        only "主动公开和~ 主动公开与~ 主动公开、~ 主动公开及~ 规范~ 做好~ 推进~ 加强~ ~工作 ~制度 ~目录 ~件 ~平台 ~渠道 ~答复",
        unless "可以~ 可~ 有权~ 公民~ 群众~ 组织~ 公众~ 人~ 企业~ ~的",
        shown "健全主动公开和⟦依法申请公开⟧制度。" => "健全主动公开和依申请公开制度。",
        silent "公民可以依法申请公开政府信息。", "依法申请公开的信息均已答复。", "保障公众依法申请公开渠道畅通。";
    Warning false "已申请公开" => "依申请公开",
        only "主动公开和~ 主动公开与~ 主动公开、~ 主动公开及~ 规范~ 做好~ 推进~ 加强~ ~工作 ~制度 ~目录 ~件 ~平台 ~渠道 ~答复",
        unless "人~ 公民~ 群众~ 公众~ 企业~ ~的",
        shown "做好⟦已申请公开⟧工作。" => "做好依申请公开工作。",
        silent "已申请公开的信息均已答复。", "当事人已申请公开答复书。";
    Warning false "法制政府" => "法治政府", only "", unless "~网 ~办",
        shown "推进⟦法制政府⟧建设。" => "推进法治政府建设。",
        silent "推进法治政府建设。", "由法制机构审核。", "开展合法性和法制审核。";
    Info false "法制化" => "法治化", only "", unless "",
        shown "提高工作的⟦法制化⟧水平。" => "提高工作的法治化水平。",
        silent "维护国家法制统一。", "提高工作的法治化水平。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::report(context, findings, PHRASES, &|place, wrong, right| {
        format!("{place}：{wrong}用词不当，规范的说法是{right}")
    })
}
