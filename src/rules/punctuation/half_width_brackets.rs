//! Half-width brackets around Chinese text.

use super::super::marks::is_among;
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::is_han;

/// See `half_width_brackets.md`.
pub static RULE: Rule = Rule { code: "punctuation/half-width-brackets", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut places = Places::default();
    for running in context.running() {
        for pair in &running.pairs().matched {
            let text = running.text();
            if &text[pair.open.clone()] != "(" || &text[pair.close.clone()] != ")" {
                continue;
            }
            let inside = &text[pair.open.end..pair.close.start];
            let is_number = inside.chars().all(|c| c.is_ascii_digit() || is_among(c, "一二三四五六七八九十"));
            if !is_number && inside.contains(is_han) {
                places.add_pair(running, &pair.open, &pair.close, ["（", "）"]);
            }
        }
    }
    findings.extend(places.finding(Severity::Info, "改为全角括号", |count| {
        format!("正文有 {count} 处文字用了半角括号“( )”，宜改为全角的“（ ）”")
    }));
    Some(())
}
