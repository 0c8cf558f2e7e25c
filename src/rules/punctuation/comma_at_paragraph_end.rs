//! A paragraph that ends with a comma.

use super::super::{Context, Finding, Rule};
use super::followed_by_new_part;
use crate::parse::paragraphs::starts_series;
use crate::report::Severity;

/// See `comma_at_paragraph_end.md`.
pub static RULE: Rule = Rule { code: "punctuation/comma-at-paragraph-end", severity: Severity::Error, check };

/// Items of a list shorter than this, in Chinese characters, may end with a comma before the next item.
const ITEM: usize = 30;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        let Some(mark) = running.before(text.len()).filter(|c| matches!(c, '，' | '、' | ',')) else { continue };
        let range = text.len() - mark.len_utf8()..text.len();
        let is_listed = starts_series(text) && !running.has_han(ITEM);
        if is_listed || !running.has_han(10) || !followed_by_new_part(context, running) {
            continue;
        }
        let message = format_args!("有一段以“{mark}”结束，话没有说完或者标点用错，说完了应用“。”");
        findings.push(running.correction(Severity::Error, &range, message, ("。", false)));
    }
    Some(())
}
