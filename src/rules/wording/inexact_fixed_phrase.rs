//! A fixed phrase whose marks are not the usual ones.

use super::super::phrases::{self, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `inexact_fixed_phrase.md`.
pub static RULE: Rule = Rule { code: "wording/inexact-fixed-phrase", severity: Severity::Info, check };

pub(super) static PHRASES: &[Phrase] = phrases! {
    Info false "双随机，一公开" => "双随机、一公开", only "", unless "",
        shown "推进“⟦双随机，一公开⟧”监管。" => "推进“双随机、一公开”监管。",
        silent "推进“双随机、一公开”监管。";
    Info false "三公经费" => "“三公”经费", only "", unless "“~ ‘~ 「~ \"~ '~",
        shown "公开部门预算和⟦三公经费⟧。" => "公开部门预算和“三公”经费。",
        silent "公开“三公”经费。", "公开“三公经费”预算。";
    Info false "知情权，参与权" => "知情权、参与权", only "", unless "",
        shown "保障群众的⟦知情权，参与权⟧。" => "保障群众的知情权、参与权。",
        silent "保障群众的知情权、监督权、参与权。";
    Info false "参与权，监督权" => "参与权、监督权", only "", unless "",
        shown "保障群众的⟦参与权，监督权⟧。" => "保障群众的参与权、监督权。",
        silent "保障群众的参与权、监督权。";
    Info false "参与权，表达权" => "参与权、表达权", only "", unless "",
        shown "保障群众的⟦参与权，表达权⟧。" => "保障群众的参与权、表达权。",
        silent "保障群众的参与权、表达权。";
    Info false "表达权，监督权" => "表达权、监督权", only "", unless "",
        shown "保障群众的⟦表达权，监督权⟧。" => "保障群众的表达权、监督权。",
        silent "保障群众的表达权和监督权。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::report(context, findings, PHRASES, &|place, wrong, right| format!("{place}：{wrong}一般写作{right}"))
}
