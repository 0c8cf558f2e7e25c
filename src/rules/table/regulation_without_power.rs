//! 规章 are counted for an organ that has no power to issue any.

use super::super::organ::cannot_regulate;
use super::super::{Context, Finding, Place, Rule};
use crate::form::{Edition, Position, TableKind};
use crate::report::Severity;
use crate::text::Figure;

/// See `regulation_without_power.md`.
pub static RULE: Rule = Rule { code: "table/regulation-without-power", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let organ = context.document.title.as_ref()?.organ.as_deref().filter(|organ| cannot_regulate(organ))?;
    let table = context.document.table(TableKind::Disclosure)?;
    let form = table.form();
    let row = form.rows.iter().position(|row| row.key == "20.1.regulation")?;
    // The trial form also counts what was published, which may be another organ's.
    let columns = if table.edition == Edition::Y2019 { 1 } else { form.rows[row].columns.len() };
    let mut finding: Option<Finding> = None;
    for (column, cell) in table.rows[row].cells[..columns].iter().enumerate() {
        let Some(figure) = cell.figure().filter(|figure| *figure > Figure::default()) else { continue };
        let at = Position { row, column };
        let says = format!("“规章”行“{}”为 {figure}", form.rows[row].columns[column].label);
        if let Some(finding) = &mut finding {
            finding.related.push(Place::cell(table, at, says));
        } else {
            let message = format!("表二{says}，但{organ}没有规章制定权，请核对是否应填在“行政规范性文件”行");
            finding = Some(Finding::of_cell(Severity::Warning, table, at, message));
        }
    }
    findings.extend(finding);
    Some(())
}
