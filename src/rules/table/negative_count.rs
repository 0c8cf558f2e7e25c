//! A number below zero where only what happened is counted.

use super::super::{Context, Finding, Rule};
use super::report_cells;
use crate::form::Content;
use crate::report::Severity;

/// See `negative_count.md`.
pub static RULE: Rule = Rule { code: "table/negative-count", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    report_cells(context, findings, "个单元格是负数", &|table, at, cell| {
        let figure = cell.figure().filter(|figure| figure.is_negative())?;
        // 本年增/减 of the trial form has a sign.
        if table.form().rows[at.row].columns[at.column].content == Content::Change {
            return None;
        }
        let message = format!("{}为 {figure}，不能是负数，请核对", table.form().cell_name(at));
        Some(Finding::of_cell(Severity::Error, table, at, message))
    })
}
