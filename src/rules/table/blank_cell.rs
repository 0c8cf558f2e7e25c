//! A cell holds nothing, or a stroke, a dash, 无, where a number belongs.

use super::super::organ::cannot_regulate;
use super::super::{Context, Finding, Place, Rule};
use super::{content, figures_in_every_row};
use crate::document::{Content, Table};
use crate::equations::{self, solve};
use crate::form::{Edition, Equation, Position};
use crate::parse::table::is_stand_in;
use crate::report::Severity;
use crate::text::{Figure, Span};

/// See `blank_cell.md`.
pub static RULE: Rule = Rule { code: "table/blank-cell", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let organ = context.document.title.as_ref().and_then(|title| title.organ.as_deref());
    let powerless = organ.is_some_and(cannot_regulate);
    // Where a column is missing, a row's first cell only seems to be blank.
    for table in context.tables().filter(|table| figures_in_every_row(context, table).is_none()) {
        let (mut grave, mut light) = (Vec::new(), Vec::new());
        for (_, at) in context.odd_cells().iter().filter(|(of, _)| std::ptr::eq(*of, table)) {
            let is_blank = match table.cell(*at).content {
                Content::Blank => true,
                Content::Text => is_stand_in(content(context, table, *at)),
                Content::Number(_) | Content::Missing => false,
            };
            // Who has no power to issue 规章 leaves their row empty with some right.
            let is_light = powerless && table.form().rows[at.row].key == "20.1.regulation";
            if is_blank {
                if is_light { &mut light } else { &mut grave }.push(*at);
            }
        }
        findings.extend(report(context, table, &grave, Severity::Warning));
        findings.extend(report(context, table, &light, Severity::Info));
    }
    Some(())
}

fn report(context: &Context<'_>, table: &Table, blanks: &[Position], severity: Severity) -> Option<Finding> {
    /// So many of the figures due are told.
    const TOLD: usize = 3;
    let first = *blanks.first()?;
    let name = |at: Position| table.form().cell_name(at);
    let says = |at: Position| match content(context, table, at) {
        "" => format!("{}没有填写", name(at)),
        written => format!("{}填的是“{written}”", name(at)),
    };
    let solved = solve(table);
    let mut due: Vec<String> = Vec::new();
    for (at, figure) in &solved {
        if blanks.contains(at) && *figure > Figure::default() && due.len() < TOLD {
            due.push(if blanks.len() == 1 { figure.to_string() } else { format!("{}为 {figure}", name(*at)) });
        }
    }
    let subject = match blanks.len() {
        1 => says(first),
        count => format!("{}等 {count} 个单元格没有填数字", name(first)),
    };
    let advice = match (due.is_empty(), blanks.len()) {
        (true, _) => "没有发生的应填 0".to_owned(),
        (false, 1) => format!("按勾稽关系应为 {}", due[0]),
        (false, _) => format!("按勾稽关系{}，没有发生的应填 0", due.join("，")),
    };
    let mut finding = Finding::of_cell(severity, table, first, format!("{subject}，{advice}"));
    let mut filled = table.clone();
    let mut edits: Vec<(Span, String)> = Vec::new();
    for &at in blanks {
        if at != first {
            finding.related.push(Place::cell(table, at, says(at)));
        }
        let figure = solved.iter().find(|(other, _)| *other == at).map_or(Figure::default(), |(_, figure)| *figure);
        filled.rows[at.row].cells[at.column].content = Content::Number(figure);
        edits.push((table.place(at), figure.to_string()));
    }
    if !fits(&filled, blanks) {
        return Some(finding);
    }
    let title = match (due.is_empty(), &edits[..]) {
        (_, [(_, figure)]) => format!("填 {figure}"),
        (true, _) => format!("{} 处都填 0", edits.len()),
        (false, _) => "按勾稽关系填写，其余填 0".to_owned(),
    };
    Some(finding.with_fix(title, false, edits))
}

/// Whether no equation over these cells fails when they are filled, and 现行有效 is not less than the year's own.
fn fits(filled: &Table, blanks: &[Position]) -> bool {
    let too_few_in_force = filled.edition == Edition::Y2021
        && filled.rows.iter().any(|row| match &row.cells[..] {
            [issued, repealed, in_force] => match (issued.figure(), repealed.figure(), in_force.figure()) {
                (Some(issued), Some(repealed), Some(in_force)) => in_force < issued - repealed,
                _ => false,
            },
            _ => false,
        });
    let fails = |equation: &Equation| {
        equation.table == filled.kind
            && equation.cells().any(|cell| blanks.contains(&cell))
            && !equations::evaluate(equation, filled).verdict.may_hold()
    };
    !too_few_in_force && !Equation::all(filled.edition).iter().any(fails)
}
