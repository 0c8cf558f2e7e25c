//! A number with decimals where whole things are counted.

use super::super::{Context, Finding, Rule};
use super::report_cells;
use crate::form::Content;
use crate::report::Severity;

/// See `fractional_count.md`.
pub static RULE: Rule = Rule { code: "table/fractional-count", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    report_cells(context, findings, "个单元格的数量不是整数", &|table, at, cell| {
        let figure = cell.figure().filter(|figure| !figure.is_whole())?;
        if table.form().rows[at.row].columns[at.column].content == Content::Amount {
            return None;
        }
        let message = format!("{}为 {figure}，这里计的是数量，应为整数，请核对", table.form().cell_name(at));
        Some(Finding::of_cell(Severity::Error, table, at, message))
    })
}
