//! Table three: two columns are off by the same figure, one above, one below: it was entered in the wrong column.

use super::super::{Context, Finding, Place, Rule};
use super::{failures, part};
use crate::form::{EquationKind, Position, TableKind};
use crate::report::Severity;
use crate::text::Figure;

/// See `figure_in_wrong_column.md`.
pub static RULE: Rule = Rule { code: "arithmetic/figure-in-wrong-column", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if failures(context, EquationKind::RowTotal).next().is_some() {
        return None;
    }
    let table = context.document.table(TableKind::Applications)?;
    let form = table.form();
    let differences = |kind| -> Vec<(usize, Figure)> {
        failures(context, kind)
            .map(|failure| (failure.evaluated.equation.right[0].column, failure.left - failure.right))
            .collect()
    };
    let (sums, balances) = (differences(EquationKind::ColumnTotal), differences(EquationKind::Balance));
    let opposite = |found: &[(usize, Figure)]| match found {
        [(a, over), (b, under)] if *over + *under == Figure::default() => {
            Some((*a, *b, over.distance(Figure::default())))
        }
        _ => None,
    };
    let (a, b, figure) = match (&sums[..], &balances[..]) {
        (sums, []) => opposite(sums)?,
        ([], balances) => opposite(balances)?,
        (sums, balances) => opposite(sums).filter(|found| opposite(balances) == Some(*found))?,
    };
    let total_row = form.rows.iter().position(|row| row.key == "3.7")?;
    let columns = form.rows[total_row].columns;
    let at = |column| Position { row: total_row, column };
    let kinds = [EquationKind::ColumnTotal, EquationKind::Balance];
    let mut related: Vec<Place> = vec![part(table, at(b))];
    for failure in kinds.into_iter().flat_map(|kind| failures(context, kind)) {
        related.extend(
            failure
                .evaluated
                .equation
                .cells()
                .filter(|cell| *cell != at(a) && *cell != at(b))
                .map(|cell| part(table, cell)),
        );
    }
    let message = format!(
        "表三“{}”“{}”两列都不平，一列多 {figure}，一列少 {figure}，各行的总计又都相符：很可能有一个 {figure} 填错了列，请在这两列中逐行核对",
        columns[a].label, columns[b].label
    );
    findings.push(
        Finding::new(Severity::Error, table.place(at(a)), message)
            .in_cell(TableKind::Applications, at(a))
            .with_related(related),
    );
    Some(())
}
