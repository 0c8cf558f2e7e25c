//! Table four: 总计 is not the sum of the four results.

use super::super::{Context, Finding, Rule};
use crate::form::EquationKind;
use crate::report::Severity;

/// See `dispute_total.md`.
pub static RULE: Rule = Rule { code: "arithmetic/dispute-total", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    super::report(context, findings, EquationKind::DisputeTotal, |failure, total| {
        let row = failure.table.form().rows[total.row].label;
        format!(
            "表四“{row}”的“总计”为 {}，结果维持、结果纠正、其他结果、尚未审结之和为 {}",
            failure.right, failure.left
        )
    })
}
