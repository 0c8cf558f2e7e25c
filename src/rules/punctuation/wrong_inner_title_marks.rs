//! Signs of comparison or French quotation marks in place of inner title marks.

use super::super::pairs::is_like_inner;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `wrong_inner_title_marks.md`.
pub static RULE: Rule = Rule { code: "punctuation/wrong-inner-title-marks", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for pair in &running.pairs().matched {
            let (open, close) = (running.after(pair.open.start)?, running.after(pair.close.start)?);
            if !is_like_inner(open) && !is_like_inner(close) {
                continue;
            }
            let title = &running.text()[pair.open.end..pair.close.start];
            let message = format!("{}书名号里层的“{open}{title}{close}”应为“〈{title}〉”", running.place());
            let edits = [(&pair.open, open, "〈"), (&pair.close, close, "〉")]
                .into_iter()
                .filter(|(_, mark, right)| !right.starts_with(*mark))
                .map(|(range, _, right)| running.edit(range, right))
                .collect();
            let at = running.span(&(pair.open.start..pair.close.end));
            findings.push(Finding::new(Severity::Warning, at, message).with_fix("改为“〈〉”", true, edits));
        }
    }
    Some(())
}
