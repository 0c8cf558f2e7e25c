//! A unit stands behind a figure in its cell.

use super::super::{Context, Finding, Rule};
use super::{content, report_cells};
use crate::form::{self, Edition};
use crate::report::Severity;

/// See `unit_in_cell.md`.
pub static RULE: Rule = Rule { code: "table/unit-in-cell", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    report_cells(context, findings, "个单元格的数字后面写了单位，只填数字", &|table, at, cell| {
        let figure = cell.figure()?;
        let last = context.text().as_bytes()[..cell.span?.end as usize].last()?;
        if last.is_ascii_digit() {
            return None;
        }
        let written = content(context, table, at);
        if written.is_empty() {
            return None;
        }
        let column = &table.form().rows[at.row].columns[at.column];
        // The trial form has 采购总金额 without a unit in its head.
        if table.edition == Edition::Y2019 && column.content == form::Content::Amount {
            return None;
        }
        let name = table.form().cell_name(at);
        let message = if column.content == form::Content::Amount {
            format!("{name}填的是“{written}”，表头的单位是万元，这里只填数字 {figure}")
        } else {
            format!("{name}填的是“{written}”，只填数字 {figure}，不写单位")
        };
        let finding = Finding::of_cell(Severity::Error, table, at, message);
        Some(finding.with_replacement(false, table.place(at), &figure.to_string()))
    })
}
