//! Table three: results without any request, or requests of which nothing became.

use super::super::{Context, Finding, Rule};
use super::{failures, part};
use crate::form::{EquationKind, Position, TableKind};
use crate::report::Severity;
use crate::text::Figure;

/// See `results_without_requests.md`.
pub static RULE: Rule = Rule { code: "arithmetic/results-without-requests", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let table = context.document.table(TableKind::Applications)?;
    let form = table.form();
    let row = |key: &str| form.rows.iter().position(|row| row.key == key);
    let (new, carried_in, done, carried_out) = (row("1")?, row("2")?, row("3.7")?, row("4")?);
    let column = form.rows[new].columns.len() - 1;
    let at = |row| Position { row, column };
    let figure = |row| table.cell(at(row)).figure();
    let came = figure(new)? + figure(carried_in)?;
    let went = figure(done)? + figure(carried_out)?;
    let nothing = Figure::default();
    let message = if came == nothing && went > nothing {
        format!("表三“总计”列：本年新收和上年结转都是 0，却办理或结转了 {went} 件，请核对是否漏填收到的申请")
    } else if came > nothing && went == nothing {
        format!("表三“总计”列：收到和结转来的申请共 {came} 件，办理结果和结转下年却都是 0，请核对是否漏填办理结果")
    } else {
        return None;
    };
    let mut related = vec![part(table, at(new)), part(table, at(carried_in)), part(table, at(carried_out))];
    // Each kind of applicant lacks the same.
    for failure in failures(context, EquationKind::Balance) {
        let cell = failure.equation.right[0];
        if cell != at(done) {
            related.push(part(table, cell));
        }
    }
    findings.push(Finding::of_cell(Severity::Error, table, at(done), message).with_related(related));
    Some(())
}
