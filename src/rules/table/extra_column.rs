//! Table three has a column too many, in its head and in every row.

use super::super::{Context, Finding, Rule};
use super::figures_in_every_row;
use crate::document::Label;
use crate::form::TableKind;
use crate::report::Severity;

/// See `extra_column.md`.
pub static RULE: Rule = Rule { code: "table/extra-column", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let table = context.document.table(TableKind::Applications)?;
    let columns = table.form().rows[0].columns;
    if figures_in_every_row(context, table)? < columns.len() {
        return None;
    }
    let named = |column: usize| table.column_labels.iter().filter(move |(found, _)| *found == column);
    if (0..columns.len()).any(|column| named(column).next().is_none()) {
        return None;
    }
    let in_head = |label: &&Label| label.span.end <= table.head.end;
    let unknown: Vec<&Label> = table.other_words.iter().filter(in_head).collect();
    // 小计 is read as another 总计.
    let twice = || {
        (0..columns.len()).find_map(|column| {
            let labels = || named(column).map(|(_, label)| label).filter(in_head);
            labels().find(|label| label.text != columns[column].label).filter(|_| labels().count() > 1)
        })
    };
    let extra = match unknown[..] {
        [only] => only,
        [] => twice()?,
        _ => return None,
    };
    let message = format!("表三多出“{}”一列，格式里没有这一栏，请删去这一列和各行对应的数字", extra.text);
    findings.push(Finding::new(Severity::Error, extra.span, message));
    Some(())
}
