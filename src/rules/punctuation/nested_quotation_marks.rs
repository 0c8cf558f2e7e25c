//! Double quotation marks within double quotation marks.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `nested_quotation_marks.md`.
pub static RULE: Rule = Rule { code: "punctuation/nested-quotation-marks", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let mut open = Vec::new();
        for quote in running.marks(|c| matches!(c, '“' | '”')) {
            let range = quote.range();
            if quote.c == '“' {
                open.push(range);
                continue;
            }
            let Some(start) = open.pop() else { break };
            let inner = &running.text()[start.end..range.start];
            if open.len() != 1 || inner.chars().count() < 2 {
                continue;
            }
            let message = format!("{}“{inner}”是引号里的引号，应为单引号“‘{inner}’”", running.place());
            let edits = vec![running.edit(&start, "‘"), running.edit(&range, "’")];
            let at = running.span(&(start.start..range.end));
            findings.push(Finding::new(Severity::Info, at, message).with_fix("改为单引号", true, edits));
        }
    }
    Some(())
}
