//! A nought before the month or the day.

use super::super::date::dates;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `leading_zero_in_date.md`.
pub static RULE: Rule = Rule { code: "punctuation/leading-zero-in-date", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for date in dates(running) {
            let mut edits = Vec::new();
            for digits in [Some(date.month), date.day].into_iter().flatten() {
                if digits.len() == 2 && running.after(digits.start) == Some('0') {
                    edits.push(running.edit(&(digits.start..digits.start + 1), ""));
                }
            }
            if edits.is_empty() {
                continue;
            }
            let message = format_args!("的日期“{}”里，月、日前面不加0", &running.text()[date.range.clone()]);
            let finding = running.finding(Severity::Info, &date.range, message);
            findings.push(finding.with_fix("删去0", false, edits));
        }
    }
    Some(())
}
