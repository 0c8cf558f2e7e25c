//! The applicants' columns of table three stand in another order than the form's.

use super::super::{Context, Finding, Place, Rule};
use crate::document::Label;
use crate::report::Severity;

/// See `columns_out_of_order.md`.
pub static RULE: Rule = Rule { code: "table/columns-out-of-order", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables().filter(|table| table.columns_out_of_order) {
        let columns = table.form().rows[0].columns;
        let applicants = columns.len() - 1;
        let mut labels: Vec<(usize, &Label)> = Vec::new();
        for (column, label) in &table.column_labels {
            if *column < applicants && !labels.iter().any(|(known, _)| known == column) {
                labels.push((*column, label));
            }
        }
        let mut misplaced =
            labels.iter().enumerate().filter(|(index, (column, _))| index != column).map(|(_, found)| found);
        let Some((_, first)) = misplaced.next() else { continue };
        let order: Vec<&str> = columns[..applicants].iter().map(|column| column.label).collect();
        let message = format!("表三各列的次序与格式不符，应依次为{}，各行的数字要随表头一起调整", order.join("、"));
        let related = misplaced
            .map(|(column, label)| {
                Place::new(label.span, format!("“{}”应是第 {} 列", columns[*column].label, column + 1))
            })
            .collect();
        findings.push(Finding::new(Severity::Error, first.span, message).with_related(related));
    }
    Some(())
}
