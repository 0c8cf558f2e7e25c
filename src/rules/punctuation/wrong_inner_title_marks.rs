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
            let message = format_args!("书名号里层的“{open}{title}{close}”应为“〈{title}〉”");
            let mut edits = Vec::new();
            if open != '〈' {
                edits.push(running.edit(&pair.open, "〈"));
            }
            if close != '〉' {
                edits.push(running.edit(&pair.close, "〉"));
            }
            let finding = running.finding(Severity::Warning, &(pair.open.start..pair.close.end), message);
            findings.push(finding.with_right("〈〉", true, edits));
        }
    }
    Some(())
}
