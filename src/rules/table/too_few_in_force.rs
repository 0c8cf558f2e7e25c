//! Fewer documents are in force than were issued and not repealed in the year alone.

use super::super::{Context, Finding, Place, Rule};
use crate::form::{Edition, Position, TableKind};
use crate::report::Severity;

/// See `too_few_in_force.md`.
pub static RULE: Rule = Rule { code: "table/too-few-in-force", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let table = context.document.table(TableKind::Disclosure).filter(|table| table.edition == Edition::Y2021)?;
    for (row, form_row) in table.form().rows.iter().enumerate().filter(|(_, row)| row.columns.len() == 3) {
        let at = |column| Position { row, column };
        let [Some(issued), Some(repealed), Some(in_force)] = [0, 1, 2].map(|column| table.cell(at(column)).figure())
        else {
            continue;
        };
        let least = issued - repealed;
        if in_force >= least {
            continue;
        }
        let message = format!(
            "表二“{}”现行有效 {in_force} 件，少于本年制发 {issued} 件减去本年废止 {repealed} 件所得的 {least} 件，请核对；本年制发又在年内失效的除外",
            form_row.label
        );
        let mut finding = Finding::of_cell(Severity::Warning, table, at(2), message);
        for (column, figure) in [(0, issued), (1, repealed)] {
            let says = format!("{}为 {figure}", table.form().cell_name(at(column)));
            finding.related.push(Place::cell(table, at(column), says));
        }
        findings.push(finding);
    }
    Some(())
}
