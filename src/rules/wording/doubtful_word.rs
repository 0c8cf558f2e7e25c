//! A word that is often mistaken, and sometimes meant.

use super::super::phrases::{self, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `doubtful_word.md`.
pub static RULE: Rule = Rule { code: "wording/doubtful-word", severity: Severity::Info, check };

pub(super) static PHRASES: &[Phrase] = phrases! {
    Info false "201#地区" => "201#年地区", only "", unless "#~",
        shown "公布⟦2019地区⟧生产总值。" => "公布2019年地区生产总值。",
        silent "公布2019年地区生产总值。", "代码12019地区停用。";
    Info false "202#地区" => "202#年地区", only "", unless "#~",
        shown "公布⟦2023地区⟧生产总值。" => "公布2023年地区生产总值。",
        silent "公布2023年地区生产总值。";
    Info false "成份" => "成分", only "", unless "~股 阶级~ 家庭~",
        shown "公开食品⟦成份⟧检测结果。" => "公开食品成分检测结果。",
        silent "成份股名单与本报告无关。", "公开食品成分检测结果。";
    Info false "其它" => "其他", only "", unless "",
        shown "没有⟦其它⟧需要报告的事项。" => "没有其他需要报告的事项。",
        silent "没有其他需要报告的事项。";
    Info false "接受申请" => "接收申请/收到申请", only "", unless "~人",
        shown "安排专人⟦接受申请⟧并登记。" => "安排专人接收申请并登记。",
        silent "接受申请人监督。", "接收申请并登记。";
    Info false "同比上年" => "比上年/与上年相比", only "", unless "",
        shown "申请量⟦同比上年⟧增加3件。" => "申请量比上年增加3件。",
        silent "申请量同比增加3件。";
    Info false "同比去年" => "比去年/与去年相比", only "", unless "",
        shown "申请量⟦同比去年⟧增加3件。" => "申请量比去年增加3件。",
        silent "申请量同比增加3件。";
    Info false "更好的满足" => "更好地满足", only "", unless "",
        shown "⟦更好的满足⟧群众需求。" => "更好地满足群众需求。",
        silent "更好地满足群众需求。", "提供更好的服务。";
    Info false "较好的满足" => "较好地满足", only "", unless "",
        shown "⟦较好的满足⟧了群众需求。" => "较好地满足了群众需求。",
        silent "取得较好的成绩。";
    Info false "更好的保证了" => "更好地保证了", only "", unless "",
        shown "⟦更好的保证了⟧群众的知情权。" => "更好地保证了群众的知情权。",
        silent "提供更好的保证。";
    Info false "较好的保证了" => "较好地保证了", only "", unless "",
        shown "⟦较好的保证了⟧群众的知情权。" => "较好地保证了群众的知情权。",
        silent "这是较好的保证。";
    Info false "及时的公开了" => "及时地公开了", only "", unless "",
        shown "⟦及时的公开了⟧预算信息。" => "及时地公开了预算信息。",
        silent "实行及时的公开制度。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::report(context, findings, PHRASES, &|place, wrong, right| {
        format!("{place}：{wrong}宜作{right}，请核对原意")
    })
}
