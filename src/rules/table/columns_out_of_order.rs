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
        let mut misplaced: Vec<Place> = Vec::new();
        for (index, (column, label)) in labels.iter().enumerate() {
            if index != *column {
                let message = format!("“{}”应是第 {} 列", columns[*column].label, column + 1);
                misplaced.push(Place::new(label.span, message));
            }
        }
        if misplaced.is_empty() {
            continue;
        }
        let first = misplaced.remove(0);
        let order: Vec<&str> = columns[..applicants].iter().map(|column| column.label).collect();
        let message = format!("表三各列的次序与格式不符，应依次为{}，各行的数字要随表头一起调整", order.join("、"));
        findings.push(Finding::new(Severity::Error, first.at, message).with_related(misplaced));
    }
    Some(())
}
