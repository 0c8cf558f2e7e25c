//! A row has more or fewer figures than the form has columns.

use super::super::{Context, Finding, Rule};
use super::{add, figures_in_every_row, stands_apart};
use crate::document::{Table, TableRow};
use crate::form::TableKind;
use crate::report::Severity;
use crate::text::Span;

/// See `wrong_figure_count.md`.
pub static RULE: Rule = Rule { code: "table/wrong-figure-count", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables() {
        if figures_in_every_row(context, table).is_some() {
            continue;
        }
        if table.kind == TableKind::Disputes {
            of_disputes(context, table, findings);
            continue;
        }
        let mut of_rows: Vec<Finding> = Vec::new();
        for (row, form_row) in table.rows.iter().zip(table.form().rows) {
            let (Some(count), wanted) = (row.wrong_count, form_row.columns.len()) else { continue };
            let Some(at) = label_apart(context, row) else { continue };
            let message = format!(
                "{}“{}”行有 {count} 个数字，应有 {wanted} 个，分不清{}的是哪一列，这一行没有核对",
                table.kind.name(),
                form_row.name(),
                if count > wanted { "多" } else { "缺" }
            );
            of_rows.push(Finding::new(Severity::Error, at, message));
        }
        add(findings, table, of_rows, "行的数字个数与表头不符");
    }
    Some(())
}

/// Table four has one line of figures for its three groups, or a line for each.
fn of_disputes(context: &Context<'_>, table: &Table, findings: &mut Vec<Finding>) {
    let form = table.form();
    let columns = form.rows[0].columns.len();
    let is_one_line = table.rows.iter().all(|row| row.wrong_count == table.rows[0].wrong_count);
    for (row, form_row) in table.rows.iter().zip(form.rows) {
        let (Some(count), Some(at)) = (row.wrong_count, label_apart(context, row)) else { continue };
        let (subject, wanted) = if is_one_line {
            ("数据行".to_owned(), columns * table.rows.len())
        } else {
            (format!("“{}”", form_row.name()), columns)
        };
        let message = format!("表四{subject}有 {count} 个数字，应有 {wanted} 个，分不清是哪一格，没有核对");
        findings.push(Finding::new(Severity::Error, at, message));
        if is_one_line {
            return;
        }
    }
}

/// Where a row's label stands, if the cells of its line are parted.
fn label_apart(context: &Context<'_>, row: &TableRow) -> Option<Span> {
    row.label.as_ref().map(|label| label.span).filter(|at| stands_apart(context, *at))
}
