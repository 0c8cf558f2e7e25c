//! A set phrase of politics with the numeral or the verb of another.

use super::super::phrases::{self, Hit, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `garbled_slogan.md`.
pub static RULE: Rule = Rule { code: "wording/garbled-slogan", severity: Severity::Warning, check };

/// Alone each may count something else (two kinds of awareness); beside one of [`FAMILY`] it cannot.
pub(super) static PHRASES: &[Phrase] = phrases! {
    Warning false "两个意识" => "四个意识", only "“~ 增强~ 树牢~", unless "这~ 以上~ 上述~",
        shown "增强“⟦两个意识⟧”、坚定“四个自信”。" => "增强“四个意识”、坚定“四个自信”。",
        silent "强化服务、责任两个意识。";
    Warning false "两个自信" => "四个自信", only "“~ 坚定~", unless "这~ 以上~ 上述~",
        shown "增强“四个意识”、坚定“⟦两个自信⟧”。" => "增强“四个意识”、坚定“四个自信”。",
        silent "树立两个自信。";
    Warning false "四个维护" => "两个维护", only "“~ 做到~", unless "这~ 以上~ 上述~",
        shown "坚定“四个自信”、做到“⟦四个维护⟧”。" => "坚定“四个自信”、做到“两个维护”。",
        silent "落实四个维护措施。";
    Warning false "四个确立" => "两个确立", only "“~ 领悟~ 拥护~", unless "这~ 以上~ 上述~",
        shown "领悟“⟦四个确立⟧”、做到“两个维护”。" => "领悟“两个确立”、做到“两个维护”。",
        silent "今年有四个确立的项目。";
    Info false "做到“四个意识" => "增强“四个意识", only "", unless "",
        shown "⟦做到“四个意识⟧”、坚定“四个自信”。" => "增强“四个意识”、坚定“四个自信”。",
        silent "增强“四个意识”、坚定“四个自信”、做到“两个维护”。";
    Info false "做到“四个自信" => "坚定“四个自信", only "", unless "",
        shown "增强“四个意识”、⟦做到“四个自信⟧”。" => "增强“四个意识”、坚定“四个自信”。",
        silent "增强“四个自信”，做到“两个维护”。";
};

/// One of these shows what is meant.
const FAMILY: [&str; 4] = ["四个意识", "四个自信", "两个维护", "两个确立"];
/// How far from each other members of the family stand, in characters.
const NEAR: usize = 40;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::each_hit(context, PHRASES, &mut |hit| {
        if !hit.is_quoted() && (hit.phrase.severity == Severity::Info || stands_in_family(hit)) {
            findings.push(hit.finding(&|place, wrong, right| format!("{place}：{wrong}与固定提法不符，应为{right}")));
        }
    });
    Some(())
}

fn stands_in_family(hit: &Hit<'_>) -> bool {
    let text = hit.writing.prose.text();
    let from = text[..hit.start].char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let to = text[hit.end..].char_indices().nth(NEAR).map_or(text.len(), |(at, _)| hit.end + at);
    FAMILY.iter().any(|member| text[from..to].contains(member))
}
