//! Double quotation marks within double quotation marks.

use super::super::marks::QUOTATION;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `nested_quotation_marks.md`.
pub static RULE: Rule = Rule { code: "punctuation/nested-quotation-marks", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let mut open = Vec::new();
        for quote in running.marks(QUOTATION) {
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
            let message = format_args!("“{inner}”是引号里的引号，应为单引号“‘{inner}’”");
            let edits = vec![running.edit(&start, "‘"), running.edit(&range, "’")];
            let finding = running.finding(Severity::Info, &(start.start..range.end), message);
            findings.push(finding.with_fix("改为单引号", true, edits));
        }
    }
    Some(())
}
