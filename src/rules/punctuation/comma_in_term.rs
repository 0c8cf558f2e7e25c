//! A comma in the middle of a fixed term.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `comma_in_term.md`.
pub static RULE: Rule = Rule { code: "punctuation/comma-in-term", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if !["，复议", "，诉讼", ",复议", ",诉讼"].iter().any(|words| context.occurring().has_words(words)) {
        return None;
    }
    for running in context.running() {
        for comma in running.marks(|c| matches!(c, '，' | ',')) {
            let (range, mark) = (comma.range(), comma.c);
            let (before, after) = (&running.text()[..range.start], &running.text()[range.end..]);
            let Some(term) = ["复议", "诉讼"].into_iter().find(|term| after.starts_with(term)) else { continue };
            let is_cut =
                before.strip_suffix("行政").is_some_and(|rest| !rest.ends_with("依法") && !rest.ends_with('为'));
            if !is_cut {
                continue;
            }
            let start = range.start - "行政".len();
            let at = running.span(&(start..range.end + term.len()));
            let message = format!("{}“行政{mark}{term}”中间多了逗号，应为“行政{term}”", running.place());
            let edits = vec![running.edit(&range, "")];
            findings.push(Finding::new(Severity::Error, at, message).with_fix(
                format!("改为“行政{term}”"),
                true,
                edits,
            ));
        }
    }
    Some(())
}
