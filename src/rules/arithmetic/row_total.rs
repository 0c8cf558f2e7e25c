//! Table three: the column 总计 is not the sum of the six kinds of applicants in a row.

use super::super::{Context, Finding, Rule};
use crate::form::EquationKind;
use crate::report::Severity;

/// See `row_total.md`.
pub static RULE: Rule = Rule { code: "arithmetic/row-total", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    super::report(context, findings, EquationKind::RowTotal, |failure, total| {
        let name = failure.table.form().cell_name(total);
        format!("{name}为 {}，同一行“自然人”至“其他”六列之和为 {}", failure.right, failure.left)
    })
}
