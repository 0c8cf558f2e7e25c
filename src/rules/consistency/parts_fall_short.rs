//! Parts that are together less than what they are parts of.

use super::report_sums;
use crate::report::Severity;
use crate::rules::breakdown::Flaw;
use crate::rules::{Context, Finding, Rule};

/// See `parts_fall_short.md`.
pub static RULE: Rule = Rule { code: "consistency/parts-fall-short", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    report_sums(context, findings, Flaw::FallShort, |breakdown, sum| {
        let less = breakdown.whole.value - breakdown.sum;
        format!("{sum}，比总数少{less}，请核对；如果没有列全，请写明“等”或“其余”")
    })
}
