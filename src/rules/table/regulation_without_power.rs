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
    let counted: Vec<(Position, Figure)> = (0..columns)
        .map(|column| Position { row, column })
        .filter_map(|at| Some((at, table.cell(at).figure().filter(|figure| *figure > Figure::default())?)))
        .collect();
    let (first, figure) = *counted.first()?;
    let label = |at: Position| form.rows[row].columns[at.column].label;
    let message = format!(
        "表二“规章”行“{}”为 {figure}，但{organ}没有规章制定权，请核对是否应填在“行政规范性文件”行",
        label(first)
    );
    let related = counted[1..]
        .iter()
        .map(|(at, figure)| Place::cell(table, *at, format!("“规章”行“{}”为 {figure}", label(*at))))
        .collect();
    findings.push(Finding::of_cell(Severity::Warning, table, first, message).with_related(related));
    Some(())
}
