//! A cell holds nothing, or a stroke, a dash, 无, where a number belongs.

use super::super::organ::cannot_regulate;
use super::super::{Context, Finding, Place, Rule};
use super::{content, figures_in_every_row};
use crate::document::{Content, Table};
use crate::equations::{self, solve};
use crate::form::{Edition, Equation, Position};
use crate::parse::table::is_stand_in;
use crate::report::Severity;
use crate::text::Figure;

/// See `blank_cell.md`.
pub static RULE: Rule = Rule { code: "table/blank-cell", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let organ = context.document.title.as_ref().and_then(|title| title.organ.as_deref());
    let powerless = organ.is_some_and(cannot_regulate);
    // Where a column is missing, a row's first cell only seems to be blank.
    for table in context.tables().filter(|table| figures_in_every_row(context, table).is_none()) {
        let blanks: Vec<Position> = table
            .cells()
            .filter(|(at, cell)| match cell.content {
                Content::Blank => true,
                Content::Text => is_stand_in(content(context, table, *at)),
                Content::Number(_) | Content::Missing => false,
            })
            .map(|(at, _)| at)
            .collect();
        // Who has no power to issue 规章 leaves their row empty with some right.
        let of_regulations = |at: &Position| powerless && table.form().rows[at.row].key == "20.1.regulation";
        let (light, grave): (Vec<Position>, Vec<Position>) = blanks.into_iter().partition(of_regulations);
        findings.extend(report(context, table, &grave, Severity::Warning));
        findings.extend(report(context, table, &light, Severity::Info));
    }
    Some(())
}

fn report(context: &Context<'_>, table: &Table, blanks: &[Position], severity: Severity) -> Option<Finding> {
    let first = *blanks.first()?;
    let solved: Vec<(Position, Figure)> = solve(table).into_iter().filter(|(at, _)| blanks.contains(at)).collect();
    let says = |at: Position| match content(context, table, at) {
        "" => "没有填写".to_owned(),
        written => format!("填的是“{written}”"),
    };
    let name = |at: Position| table.form().cell_name(at);
    let subject = match blanks.len() {
        1 => format!("{}{}", name(first), says(first)),
        count => format!("{}等 {count} 个单元格没有填数字", name(first)),
    };
    let due: Vec<String> = solved
        .iter()
        .filter(|(_, figure)| *figure > Figure::default())
        .take(3)
        .map(|(at, figure)| if blanks.len() == 1 { figure.to_string() } else { format!("{}为 {figure}", name(*at)) })
        .collect();
    let advice = match (due.is_empty(), blanks.len()) {
        (true, _) => "没有发生的应填 0".to_owned(),
        (false, 1) => format!("按勾稽关系应为 {}", due[0]),
        (false, _) => format!("按勾稽关系{}，没有发生的应填 0", due.join("，")),
    };
    let values: Vec<(Position, Figure)> = blanks
        .iter()
        .map(|at| solved.iter().find(|(other, _)| other == at).copied().unwrap_or((*at, Figure::default())))
        .collect();
    let related = blanks[1..].iter().map(|&at| Place::cell(table, at, format!("{}{}", name(at), says(at)))).collect();
    let finding = Finding::of_cell(severity, table, first, format!("{subject}，{advice}")).with_related(related);
    if !fits(table, &values) {
        return Some(finding);
    }
    let title = match (due.is_empty(), &values[..]) {
        (_, [(_, figure)]) => format!("填 {figure}"),
        (true, _) => format!("{} 处都填 0", values.len()),
        (false, _) => "按勾稽关系填写，其余填 0".to_owned(),
    };
    let edits = values.iter().map(|(at, figure)| (table.place(*at), figure.to_string())).collect();
    Some(finding.with_fix(title, false, edits))
}

/// Whether no equation over these cells fails with these values, and 现行有效 is not less than the year's own.
fn fits(table: &Table, values: &[(Position, Figure)]) -> bool {
    let mut filled = table.clone();
    for (at, figure) in values {
        filled.rows[at.row].cells[at.column].content = Content::Number(*figure);
    }
    let too_few_in_force = table.edition == Edition::Y2021
        && filled.rows.iter().any(|row| match &row.cells[..] {
            [issued, repealed, in_force] => match (issued.figure(), repealed.figure(), in_force.figure()) {
                (Some(issued), Some(repealed), Some(in_force)) => in_force < issued - repealed,
                _ => false,
            },
            _ => false,
        });
    if too_few_in_force {
        return false;
    }
    Equation::all(table.edition)
        .iter()
        .filter(|equation| equation.table == table.kind)
        .filter(|equation| equation.cells().any(|cell| values.iter().any(|(at, _)| *at == cell)))
        .all(|equation| equations::evaluate(equation, &filled).verdict.may_hold())
}
