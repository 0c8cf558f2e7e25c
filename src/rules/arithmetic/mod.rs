//! The equations between the cells (勾稽关系).

mod balance;
mod column_total;
mod dispute_total;
mod figure_in_wrong_column;
mod results_without_requests;
mod row_total;
mod wrong_cell;

use super::Rule;
use super::finding::{Context, Evaluated, Finding, Place};
use crate::document::{Content, Table};
use crate::equations::Verdict;
use crate::form::{Equation, EquationKind, Position};
use crate::report::Severity;
use crate::text::Figure;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &row_total::RULE,
    &column_total::RULE,
    &balance::RULE,
    &dispute_total::RULE,
    &figure_in_wrong_column::RULE,
    &results_without_requests::RULE,
    &wrong_cell::RULE,
];

/// An equation that fails, with its table and the sums of its sides.
struct Failure<'a> {
    equation: &'static Equation,
    table: &'a Table,
    left: Figure,
    right: Figure,
}

/// The failing equations of a kind.
fn failures<'a>(context: &'a Context<'_>, kind: EquationKind) -> Vec<Failure<'a>> {
    let mut failures = Vec::new();
    for Evaluated { equation, evaluation } in context.equations {
        if equation.kind == kind
            && evaluation.verdict == Verdict::Fails
            && let Some(table) = context.document.table(equation.table)
            && let (Some(left), Some(right)) = (evaluation.left, evaluation.right)
        {
            failures.push(Failure { equation, table, left, right });
        }
    }
    failures
}

/// Reports each failing equation of a kind at its total, with what its cells hold. `says` words the two sums.
fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    kind: EquationKind,
    says: fn(&Failure<'_>, Position) -> String,
) -> Option<()> {
    for failure in failures(context, kind) {
        if follows_from_others(context, &failure) {
            continue;
        }
        let total = failure.equation.right[0];
        let difference = failure.left.distance(failure.right);
        let message = format!("{}，相差 {difference}", says(&failure, total));
        let mut finding = Finding::of_cell(Severity::Error, failure.table, total, message);
        relate_cells(&mut finding.related, failure.table, failure.equation, &[total]);
        findings.push(finding);
    }
    Some(())
}

/// The column 总计 of table three adds up where all rows and all other columns do: if it fails beside one of them, its
/// failure says nothing new.
fn follows_from_others(context: &Context<'_>, failure: &Failure<'_>) -> bool {
    let kind = failure.equation.kind;
    let columns = failure.table.form().rows[0].columns.len();
    let is_total = |failure: &Failure<'_>| failure.equation.right[0].column + 1 == columns;
    matches!(kind, EquationKind::ColumnTotal | EquationKind::Balance)
        && is_total(failure)
        && (!failures(context, EquationKind::RowTotal).is_empty()
            || failures(context, kind).iter().any(|other| !is_total(other)))
}

/// Adds the cells of an equation but some, with what they hold.
fn relate_cells(related: &mut Vec<Place>, table: &Table, equation: &Equation, but: &[Position]) {
    for at in equation.cells() {
        if !but.contains(&at) {
            related.push(part(table, at));
        }
    }
}

/// A cell of an equation with what it holds.
fn part(table: &Table, at: Position) -> Place {
    let holds = match table.cell(at).content {
        Content::Number(figure) => format!("为 {figure}"),
        Content::Blank => "为空".to_owned(),
        Content::Text | Content::Missing => "没有读到数字".to_owned(),
    };
    Place::cell(table, at, format!("{}{holds}", table.form().cell_name(at)))
}
