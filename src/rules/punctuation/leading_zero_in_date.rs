//! A nought before the month or the day.

use super::super::date::dates;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `leading_zero_in_date.md`.
pub static RULE: Rule = Rule { code: "punctuation/leading-zero-in-date", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for date in dates(running.text()) {
            let zeros: Vec<_> = [Some(date.month), date.day]
                .into_iter()
                .flatten()
                .filter(|digits| digits.len() == 2 && running.after(digits.start) == Some('0'))
                .collect();
            if zeros.is_empty() {
                continue;
            }
            let written = &running.text()[date.range.clone()];
            let message = format!("{}的日期“{written}”里，月、日前面不加0", running.place());
            let edits = zeros.iter().map(|digits| running.edit(&(digits.start..digits.start + 1), "")).collect();
            let at = running.span(&date.range);
            findings.push(Finding::new(Severity::Info, at, message).with_fix("删去0", false, edits));
        }
    }
    Some(())
}
