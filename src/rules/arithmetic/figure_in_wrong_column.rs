//! Table three: two columns are off by the same figure, one above, one below: it was entered in the wrong column.

use super::super::{Context, Finding, Place, Rule};
use super::{Failure, failures, part, relate_cells};
use crate::form::{EquationKind, Position, TableKind};
use crate::report::Severity;
use crate::text::Figure;

/// See `figure_in_wrong_column.md`.
pub static RULE: Rule = Rule { code: "arithmetic/figure-in-wrong-column", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let (sums, balances) = (failures(context, EquationKind::ColumnTotal), failures(context, EquationKind::Balance));
    let (a, b, figure) = match (&sums[..], &balances[..]) {
        (sums, []) => opposite(sums)?,
        ([], balances) => opposite(balances)?,
        (sums, balances) => opposite(sums).filter(|found| opposite(balances) == Some(*found))?,
    };
    if !failures(context, EquationKind::RowTotal).is_empty() {
        return None;
    }
    let table = context.document.table(TableKind::Applications)?;
    let form = table.form();
    let total_row = form.rows.iter().position(|row| row.key == "3.7")?;
    let columns = form.rows[total_row].columns;
    let at = |column| Position { row: total_row, column };
    let mut related: Vec<Place> = vec![part(table, at(b))];
    for failure in sums.iter().chain(&balances) {
        relate_cells(&mut related, table, failure.equation, &[at(a), at(b)]);
    }
    let message = format!(
        "表三“{}”“{}”两列都不平，一列多 {figure}，一列少 {figure}，各行的总计又都相符：很可能有一个 {figure} 填错了列，请在这两列中逐行核对",
        columns[a].label, columns[b].label
    );
    findings.push(Finding::of_cell(Severity::Error, table, at(a), message).with_related(related));
    Some(())
}

/// The two columns that fail, if one is as much over as the other is under, and by how much.
fn opposite(failures: &[Failure<'_>]) -> Option<(usize, usize, Figure)> {
    let [a, b] = failures else { return None };
    let (over, under) = (a.left - a.right, b.left - b.right);
    let column = |failure: &Failure<'_>| failure.equation.right[0].column;
    (over + under == Figure::default()).then(|| (column(a), column(b), over.distance(Figure::default())))
}
