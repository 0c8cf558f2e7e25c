//! A comma in the middle of a fixed term.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `comma_in_term.md`.
pub static RULE: Rule = Rule { code: "punctuation/comma-in-term", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for words in ["，复议", "，诉讼", ",复议", ",诉讼"] {
        for place in context.occurring().places_of(words) {
            let Some(running) = context.running_at(place.paragraph) else { continue };
            let (mark, term) = words.split_at(words.len() - "复议".len());
            let comma = place.at as usize..place.at as usize + mark.len();
            let is_cut = running.text()[..comma.start]
                .strip_suffix("行政")
                .is_some_and(|rest| !rest.ends_with("依法") && !rest.ends_with('为'));
            if !is_cut || running.is_protected(&comma) {
                continue;
            }
            let whole = comma.start - "行政".len()..comma.end + term.len();
            let message = format_args!("“行政{mark}{term}”中间多了逗号，应为“行政{term}”");
            let finding = running.finding(Severity::Error, &whole, message);
            let edits = vec![running.edit(&comma, "")];
            findings.push(finding.with_right(&format!("行政{term}"), true, edits));
        }
    }
    Some(())
}
