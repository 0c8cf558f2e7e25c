//! Blanks before or behind a mark.

use super::super::marks::is_among;
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::is_han;

/// See `space_beside_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/space-beside-mark", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut places = Places::default();
    for blanks in context.blanks() {
        let (before, after) = (blanks.before.chars().next_back(), blanks.after.chars().next());
        let (Some(before), Some(after)) = (before, after) else { continue };
        let ends = is_han(before) && is_among(after, "，。、；：）》”");
        let begins = is_among(before, "（《“") && is_han(after);
        if ends || begins {
            places.add(blanks.at, "");
        }
    }
    findings.extend(
        places.finding(Severity::Info, "删去空格", |count| format!("正文有 {count} 处标点旁边多了空格，可以删去")),
    );
    Some(())
}
