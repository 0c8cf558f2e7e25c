//! Parts that are together more than what they are parts of.

use super::report_sums;
use crate::report::Severity;
use crate::rules::breakdown::Flaw;
use crate::rules::{Context, Finding, Rule};

/// See `parts_exceed_whole.md`.
pub static RULE: Rule = Rule { code: "consistency/parts-exceed-whole", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    report_sums(context, findings, Flaw::Exceed, |breakdown, sum| {
        let more = breakdown.sum - breakdown.whole.value;
        format!("{sum}，比总数多{more}，请核对")
    })
}
