//! A row has figures but no label.

use super::super::{Context, Finding, Rule};
use crate::form::{Position, TableKind};
use crate::report::Severity;
use crate::text::Span;

/// See `missing_row_label.md`.
pub static RULE: Rule = Rule { code: "table/missing-row-label", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables().filter(|table| table.kind != TableKind::Disputes) {
        let form = table.form();
        for (row, table_row) in table.rows.iter().enumerate().filter(|(_, row)| row.label.is_none()) {
            let Some(column) = table_row.cells.iter().position(|cell| cell.span.is_some_and(|span| !span.is_empty()))
            else {
                continue;
            };
            let at = Position { row, column };
            let label = form.rows[row].label;
            let message = format!(
                "{}的这一行只有数字，没有行标题，按位置应为“{}”，请补上",
                table.kind.name(),
                form.rows[row].name()
            );
            let finding = Finding::of_cell(Severity::Warning, table, at, message);
            let empty_cell = table_row.cells[0].span.and_then(|span| empty_cell_before(context, span));
            findings.push(match empty_cell {
                Some(empty) => finding.with_fix(format!("补上“{label}”"), false, vec![(empty, label.to_owned())]),
                None => finding,
            });
        }
    }
    Some(())
}

/// The empty cell right before a row's first figure, where tabs part the cells: there the label belongs.
fn empty_cell_before(context: &Context<'_>, first: Span) -> Option<Span> {
    let text = context.text();
    let before = text[..first.start as usize].strip_suffix('\t')?;
    let empty = before.is_empty() || before.ends_with(['\t', '\n']);
    (empty && !context.document.clean.is_html()).then(|| Span::at(before.len()))
}
