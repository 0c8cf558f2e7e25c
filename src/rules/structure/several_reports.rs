//! Two reports stand in one text.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `several_reports.md`.
pub static RULE: Rule = Rule { code: "structure/several-reports", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let second = context.document.second_report?;
    let message = "从这里起是另一份报告，只核对了前一份：请把两份报告分开核对；如果是误粘贴，请删去后一份";
    findings.push(Finding::new(Severity::Warning, second, message));
    Some(())
}
