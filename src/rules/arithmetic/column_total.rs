//! Table three: （七）总计 is not the sum of the results in a column.

use super::super::{Context, Finding, Rule};
use crate::form::EquationKind;
use crate::report::Severity;

/// See `column_total.md`.
pub static RULE: Rule = Rule { code: "arithmetic/column-total", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    super::report(context, findings, EquationKind::ColumnTotal, |failure, total| {
        let name = failure.table.form().cell_name(total);
        format!("{name}为 {}，（一）至（六）各行之和为 {}", failure.right, failure.left)
    })
}
