//! What a check must answer for known figures, and how its answer differs.

use std::collections::BTreeSet;

use nianbao::Report;
use nianbao::form::{CellRef, Equation, Form};
use nianbao::report::{Cell, CellState, RelationVerdict, Severity};

use super::figures::Figures;
use super::places::Rendered;
use super::prose::Subject;

/// Differences in what is said of the report as a whole.
pub fn differing_frame(report: &Report, subject: &Subject) -> Vec<String> {
    let mut differences = Vec::new();
    let mut expect = |what: &str, right: bool, got: String| {
        if !right {
            differences.push(format!("{what} is {got}"));
        }
    };
    expect("edition", report.edition == Some(subject.edition), format!("{:?}", report.edition));
    expect("year", report.year == Some(subject.year), format!("{:?}", report.year));
    expect("organ", report.organ.as_deref() == Some(subject.organ.name), format!("{:?}", report.organ));
    let numbers: Vec<u8> = report.sections.iter().map(|section| section.number).filter(|&number| number > 0).collect();
    expect("sections", numbers == [1, 2, 3, 4, 5, 6], format!("{numbers:?}"));
    differences
}

/// Every cell of the answer's tables.
pub fn cells(report: &Report) -> impl Iterator<Item = &Cell> {
    report.tables.iter().flat_map(|table| &table.cells)
}

/// Differences between the cells read and the figures, in state and value.
pub fn differing_cells(report: &Report, figures: &Figures) -> Vec<String> {
    let read: Vec<&Cell> = cells(report).collect();
    let addresses: Vec<CellRef> = read.iter().map(|cell| cell.cell).collect();
    let wanted: Vec<CellRef> = figures.cells().map(|(cell, _)| cell).collect();
    if addresses != wanted {
        return vec![format!("{} cells listed, {} wanted, in the order of the form", addresses.len(), wanted.len())];
    }
    let pairs = read.iter().zip(figures.cells());
    pairs
        .filter_map(|(cell, (address, figure))| {
            let state = if figure.value.is_some() { CellState::Number } else { CellState::Blank };
            let right = cell.state == state && same(cell.value, figure.value);
            (!right)
                .then(|| format!("{}: {:?} {:?}, written {:?}", name(address), cell.state, cell.value, figure.written))
        })
        .collect()
}

/// Differences between the places of the cells read and where their figures stand. In plain text a place is the
/// figure itself; in HTML it may take in tags; a blank cell's is empty, somewhere in the blank.
pub fn differing_places(report: &Report, figures: &Figures, rendered: &Rendered, html: bool) -> Vec<String> {
    let units: Vec<u16> = rendered.text.encode_utf16().collect();
    let slice = |from: u32, to: u32| units.get(from as usize..to as usize).map(String::from_utf16_lossy);
    let mut differences = Vec::new();
    for (index, (cell, (address, figure))) in cells(report).zip(figures.cells()).enumerate() {
        let places = &rendered.places[&index];
        let Some(at) = &cell.at else {
            differences.push(format!("{} has no place", name(address)));
            continue;
        };
        let right = places.iter().any(|&(from, to)| {
            if from == to {
                let between = slice(from.min(at.from), from.max(at.from));
                return at.from == at.to
                    && between.is_some_and(|text| !without_tags(&text).contains(char::is_alphanumeric));
            }
            if html {
                let read = slice(at.from, at.to).map(|text| without_tags(&text));
                return at.from <= from && to <= at.to && read.is_some_and(|text| text.trim() == figure.written);
            }
            (at.from, at.to) == (from, to) && slice(from, to).as_deref() == Some(&at.text)
        });
        if !right {
            let text = slice(at.from, at.to);
            differences.push(format!("{} is at {}..{} {text:?}, wanted {places:?}", name(address), at.from, at.to));
        }
    }
    differences
}

/// Differences between the equations' verdicts and the figures; blanks count as nothing, and where the sum then
/// fails, or nothing but blanks is left, the verdict is unknown.
pub fn differing_relations(report: &Report, figures: &Figures) -> Vec<String> {
    let table_of = |equation: &Equation| Form::of(figures.edition).table(equation.table);
    let equations = Equation::all(figures.edition);
    let mut differences = Vec::new();
    if report.relations.len() != equations.len() {
        differences.push(format!("{} relations, {} wanted", report.relations.len(), equations.len()));
    }
    for equation in equations {
        let wanted: BTreeSet<CellRef> = equation.cells().map(|at| table_of(equation).cell_ref(at)).collect();
        let code = equation.kind.code();
        let relation = report.relations.iter().find(|relation| {
            relation.code == code && relation.cells.iter().copied().collect::<BTreeSet<_>>() == wanted
        });
        let (left, right) = figures.sides(equation);
        let blanks = equation.cells().filter(|&at| figures.at(equation.table, at).value.is_none()).count();
        let verdict = if blanks == wanted.len() || (blanks > 0 && (left - right).abs() > f64::EPSILON) {
            RelationVerdict::Unknown
        } else if (left - right).abs() < f64::EPSILON {
            RelationVerdict::Holds
        } else {
            RelationVerdict::Fails
        };
        if relation.map(|relation| relation.verdict) != Some(verdict) {
            let got = relation.map(|relation| (relation.verdict, &relation.formula));
            differences.push(format!("{}: {got:?}, wanted {verdict:?}", equation.name()));
        }
    }
    differences
}

/// Findings that a right report must not have: any error or warning, anything about tables or equations.
pub fn false_alarms(report: &Report) -> Vec<String> {
    let findings = report.diagnostics.iter();
    let wrong = findings.filter(|finding| {
        finding.severity != Severity::Info
            || finding.code.starts_with("table/")
            || finding.code.starts_with("arithmetic/")
    });
    wrong.map(|finding| format!("line {}: {} {}", finding.line, finding.code, finding.message)).collect()
}

pub fn name(cell: CellRef) -> String {
    format!("{:?} {} {}", cell.table, cell.row, cell.column)
}

/// Equal to the last decimal that a report writes.
pub fn same(left: Option<f64>, right: Option<f64>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => (left - right).abs() < 1e-9,
        (left, right) => left.is_none() && right.is_none(),
    }
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in html.replace("&nbsp;", " ").chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(character),
            _ => {}
        }
    }
    text
}
