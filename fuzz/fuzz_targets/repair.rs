//! Right figures with any changes, as a table and as a whole report in any text form: what is named makes every equation
//! hold, a least change is the least, and cells of their own are read as they were written.
#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use nianbao::document::{Cell, Content, Table};
use nianbao::equations::{Change, Repair, Verdict, evaluate, least_change, misplacements};
use nianbao::form::{Edition, Equation, Position, TableKind};
use nianbao::text::{Figure, Span};
use nianbao::{Options, validate};
use support::figures::{self, Figures, Scale};
use support::prose::Subject;
use support::random::Random;
use support::text_forms::{APART, LOSSY, report};
use support::{expect, invariants};

#[derive(Arbitrary, Debug)]
struct Input {
    is_2019: bool,
    disputes: bool,
    scale: u8,
    seed: u16,
    /// The text form; without one the figures are looked at as a table only.
    form: Option<u8>,
    written: Vec<(u8, u8, Written)>,
}

/// What is written into a cell.
#[derive(Arbitrary, Clone, Copy, Debug)]
enum Written {
    Blank,
    Words,
    Nothing,
    Digit(u8),
    Count(u16),
    Large(u64),
    Negative(u16),
    Decimal(u16, u8),
    /// What the cell beside it or below it holds.
    Right,
    Below,
}

fuzz_target!(|input: Input| {
    let edition = if input.is_2019 { Edition::Y2019 } else { Edition::Y2021 };
    let kind = if input.disputes { TableKind::Disputes } else { TableKind::Applications };
    let mut random = Random::new(input.seed.into());
    let scale = Scale::ALL[usize::from(input.scale) % Scale::ALL.len()];
    let subject = Subject::draw(&mut random, edition);
    let mut figures = Figures::valid(&mut random, edition, scale, subject.organ.may_regulate);
    let mut missing = Vec::new();
    for &(row, column, written) in &input.written {
        write(&mut figures, kind, (row.into(), column.into()), written, &mut missing);
    }
    let table = as_table(&figures, kind, &missing);
    let of_the_table = || Equation::all(edition).iter().filter(|equation| equation.table == kind);
    if let Some(repair) = least_change(&table, of_the_table()) {
        check_repair(&table, &of_the_table().collect::<Vec<_>>(), &repair);
    }
    for misplacement in misplacements(&table, of_the_table()) {
        check_set(&table, &of_the_table().collect::<Vec<_>>(), &misplacement.changes);
    }
    let Some(form) = input.form else { return };
    let form = APART.iter().chain(LOSSY).nth(usize::from(form) % (APART.len() + LOSSY.len())).expect("a form");
    let rendered = report(form, &subject, &figures, &mut random);
    let answer = validate(&rendered.text, &Options::default());
    assert_eq!(invariants::broken(&rendered.text, &answer), [""; 0], "{}", form.name);
    let read = |cell: &&nianbao::report::Cell| cell.value.is_some();
    let is_lossy = LOSSY.iter().any(|lossy| lossy.name == form.name);
    for cell in expect::cells(&answer).filter(read) {
        let written = figures.get(cell.cell).and_then(|figure| figure.value);
        assert!(is_lossy || cell.value == written, "{}: {cell:?}, written {written:?}\n{}", form.name, rendered.text);
    }
});

fn write(
    figures: &mut Figures,
    kind: TableKind,
    (row, column): (usize, usize),
    written: Written,
    missing: &mut Vec<Position>,
) {
    let rows = &figures.tables[kind as usize];
    let row = row % rows.len();
    let at = Position { row, column: column % rows[row].len() };
    let right = rows[row][(at.column + 1) % rows[row].len()].clone();
    let below = rows[(row + 1) % rows.len()][at.column].clone();
    let of = |text: String| figures::Figure { value: text.parse().ok(), written: text };
    let figure = match written {
        Written::Blank => figures::Figure::blank(),
        Written::Words => of("无".to_owned()),
        Written::Nothing => return missing.push(at),
        Written::Digit(value) => of((value % 10).to_string()),
        Written::Count(value) => of(value.to_string()),
        Written::Large(value) => of((value % 10_u64.pow(15)).to_string()),
        Written::Negative(value) => of(format!("-{value}")),
        Written::Decimal(whole, part) => of(format!("{whole}.{part}")),
        Written::Right => right,
        Written::Below => below,
    };
    figures.set(kind, at, figure);
}

fn as_table(figures: &Figures, kind: TableKind, missing: &[Position]) -> Table {
    let mut table = Table::unread(kind, figures.edition, Span::default());
    for at in figures.positions(kind).filter(|at| !missing.contains(at)) {
        let content = match &*figures.at(kind, at).written {
            "" => Content::Blank,
            written => Figure::parse(written).map_or(Content::Text, Content::Number),
        };
        table.rows[at.row].cells[at.column] = Cell { content, span: Some(Span::default()) };
    }
    table
}

fn check_repair(table: &Table, equations: &[&Equation], repair: &Repair) {
    let size = repair.sets[0].len();
    for set in &repair.sets {
        assert_eq!(set.len(), size);
        check_set(table, equations, set);
    }
    assert!(repair.sets.is_sorted_by(|a, b| a < b), "sets in order, none twice: {repair:?}");
    let is_whole = |content: Content| matches!(content, Content::Number(_));
    if repair.exact && size > 1 && table.cells().all(|(_, cell)| is_whole(cell.content)) {
        assert_eq!(single_change(table, equations), None, "instead of {repair:?}");
    }
}

/// The changes are of what stands there, and make every equation hold.
fn check_set(table: &Table, equations: &[&Equation], set: &[Change]) {
    assert!(set.is_sorted_by(|a, b| a.at < b.at), "cells in order, none twice: {set:?}");
    let mut changed = table.clone();
    for change in set {
        let cell = &mut changed.rows[change.at.row].cells[change.at.column];
        let held = if cell.content == Content::Blank { Some(0) } else { cell.figure().and_then(Figure::to_whole) };
        assert_eq!(held, Some(change.from), "{change:?}");
        assert!(change.to >= 0 && change.to != change.from, "{change:?}");
        cell.content = Content::Number(Figure::whole(change.to));
    }
    assert!(may_hold(&changed, equations), "{set:?}");
}

fn may_hold(table: &Table, equations: &[&Equation]) -> bool {
    equations.iter().all(|equation| evaluate(equation, table).verdict != Verdict::Fails)
}

/// One cell's change that makes every equation hold, tried cell after cell.
fn single_change(table: &Table, equations: &[&Equation]) -> Option<Change> {
    let failing = equations.iter().find(|equation| evaluate(equation, table).verdict == Verdict::Fails)?;
    let evaluation = evaluate(failing, table);
    let off = (evaluation.left? - evaluation.right?).to_whole()?;
    failing.cells().find_map(|at| {
        let from = table.cell(at).figure()?.to_whole()?;
        let to = if failing.left.contains(&at) { from - off } else { from + off };
        let mut changed = table.clone();
        changed.rows[at.row].cells[at.column].content = Content::Number(Figure::whole(to));
        (to >= 0 && may_hold(&changed, equations)).then_some(Change { at, from, to })
    })
}
