//! Table three lacks a column, in its head and in every row.

use super::super::{Context, Finding, Place, Rule};
use super::figures_in_every_row;
use crate::form::TableKind;
use crate::report::Severity;

/// See `missing_column.md`.
pub static RULE: Rule = Rule { code: "table/missing-column", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let table = context.document.table(TableKind::Applications)?;
    let columns = table.form().rows[0].columns;
    if figures_in_every_row(context, table)? > columns.len() {
        return None;
    }
    let named = |column: usize| table.column_labels.iter().find(|(found, _)| *found == column).map(|(_, label)| label);
    let missing: Vec<usize> = (0..columns.len()).filter(|column| named(*column).is_none()).collect();
    let [missing] = missing[..] else { return None };
    // The labels on both sides: between them the column should stand.
    let before = missing.checked_sub(1).and_then(named);
    let after = named(missing + 1);
    let at = before.or(after)?.span;
    let label = columns[missing].label;
    let message = format!(
        "表三缺“{label}”一列：表头没有这一栏，各行也都只有 {} 个数字，请按格式补上，没有的填 0",
        columns.len() - 1
    );
    let related = before.and(after).map(|after| Place::new(after.span, format!("“{label}”应在这一栏之前")));
    findings.push(Finding::new(Severity::Error, at, message).with_related(related.into_iter().collect()));
    Some(())
}
